import type { MenuEntry, MenuView } from '../protocol';
import { make } from './element';

export interface ChosenItem {
  readonly functionName: string;
  readonly caption: string;
}

/** The menus of the script, by mouse and by keyboard. */
export class MenuBar {
  private openMenus: HTMLElement[] = [];

  constructor(
    private readonly bar: HTMLElement,
    private readonly onChoose: (item: ChosenItem) => void,
    private readonly onLeave: () => void,
  ) {
    document.addEventListener('mousedown', (event) => {
      if (this.openMenus.length > 0 && !bar.contains(event.target as Node)) this.close();
    });
    bar.addEventListener('keydown', (event) => this.onKey(event));
  }

  show(menus: readonly MenuView[]): void {
    const focused = this.bar.contains(document.activeElement);
    this.close();
    this.bar.replaceChildren(
      ...menus.map((menu, index) => {
        const holder = make('div', { role: 'none', class: 'menu-holder' });
        const button = make(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            class: 'menu-button',
            'aria-haspopup': 'menu',
            'aria-expanded': 'false',
            tabindex: index === 0 ? '0' : '-1',
          },
          menu.caption,
        );
        const list = this.menuNode(menu);
        button.addEventListener('click', () => {
          if (button.getAttribute('aria-expanded') === 'true') this.close();
          else this.open(button, list);
        });
        holder.append(button, list);
        return holder;
      }),
    );
    if (focused) this.focus();
  }

  /** Opens the first menu and puts the focus in it. */
  focus(): void {
    this.bar.querySelector<HTMLElement>('.menu-button')?.focus();
  }

  openFirst(): void {
    this.bar.querySelector<HTMLElement>('.menu-button')?.click();
  }

  private menuNode(menu: MenuView): HTMLElement {
    const list = make('div', { role: 'menu', class: 'menu', 'aria-label': menu.caption, hidden: '' });
    list.append(...menu.items.map((entry) => this.entryNode(entry)));
    return list;
  }

  private entryNode(entry: MenuEntry): HTMLElement {
    if (entry.kind === 'separator') return make('div', { role: 'separator', class: 'separator' });
    if (entry.kind === 'item') {
      const item = make('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, entry.caption);
      item.addEventListener('click', () => {
        this.close();
        this.onLeave();
        this.onChoose({ functionName: entry.functionName, caption: entry.caption });
      });
      return item;
    }
    const holder = make('div', { role: 'none', class: 'menu-holder' });
    const item = make(
      'button',
      { type: 'button', role: 'menuitem', tabindex: '-1', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
      entry.menu.caption,
    );
    const list = this.menuNode(entry.menu);
    list.classList.add('inner-menu');
    item.addEventListener('click', () => this.open(item, list));
    item.addEventListener('mouseenter', () => this.open(item, list, false));
    holder.append(item, list);
    return holder;
  }

  private open(button: HTMLElement, list: HTMLElement, focus = true): void {
    if (this.openMenus.includes(list)) {
      if (focus) itemsOf(list)[0]?.focus();
      return;
    }
    const outside = this.openMenus.filter((other) => !other.contains(button)).length;
    for (let count = 0; count < outside; count++) this.closeLast();
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    this.openMenus.push(list);
    if (focus) itemsOf(list)[0]?.focus();
  }

  private close(): void {
    while (this.openMenus.length > 0) this.closeLast();
  }

  private closeLast(): HTMLElement | null {
    const list = this.openMenus.pop();
    if (!list) return null;
    list.hidden = true;
    const button = list.previousElementSibling;
    button?.setAttribute('aria-expanded', 'false');
    return button instanceof HTMLElement ? button : null;
  }

  private onKey(event: KeyboardEvent): void {
    const list = this.openMenus[this.openMenus.length - 1];
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return;
    if (!list) {
      if (event.key === 'ArrowDown') focused.click();
      else if (event.key === 'Escape') this.onLeave();
      else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
        this.next(focused, event.key === 'ArrowRight' ? 1 : -1);
      else return;
      event.preventDefault();
      return;
    }
    const items = itemsOf(list);
    const at = items.indexOf(focused);
    const go = (index: number): void => items[(index + items.length) % items.length]?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at === -1 ? items.length - 1 : at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else if (event.key === 'ArrowRight' && focused.hasAttribute('aria-haspopup')) focused.click();
    else if (event.key === 'ArrowRight' || (event.key === 'ArrowLeft' && this.openMenus.length === 1)) {
      const button = list.previousElementSibling;
      this.close();
      if (button instanceof HTMLElement) this.next(button, event.key === 'ArrowRight' ? 1 : -1).click();
    } else if (event.key === 'Escape' || event.key === 'ArrowLeft') this.closeLast()?.focus();
    else if (event.key === 'Tab') {
      this.close();
      return;
    } else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLocaleLowerCase('fr');
      const rotated = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      rotated.find((item) => item.textContent?.toLocaleLowerCase('fr').startsWith(letter))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private next(button: HTMLElement, step: number): HTMLElement {
    const buttons = [...this.bar.querySelectorAll<HTMLElement>('.menu-button')];
    const next = buttons[(buttons.indexOf(button) + step + buttons.length) % buttons.length] ?? button;
    next.focus();
    return next;
  }
}

const itemsOf = (list: HTMLElement): HTMLElement[] =>
  [...list.children].flatMap((child) => {
    const item = child.matches('button') ? child : child.querySelector(':scope > button');
    return item instanceof HTMLElement ? [item] : [];
  });
