import type { TabView } from '../protocol';
import { make } from './element';

/** The tabs at the bottom, and the list of all of them. */
export class TabBar {
  constructor(
    private readonly bar: HTMLElement,
    private readonly list: HTMLSelectElement,
    private readonly onChoose: (id: number, focusGrid: boolean) => void,
  ) {
    bar.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const tabs = [...bar.querySelectorAll<HTMLElement>('[role=tab]')];
      const at = tabs.findIndex((tab) => tab === document.activeElement);
      const wanted =
        event.key === 'Home'
          ? tabs[0]
          : event.key === 'End'
            ? tabs[tabs.length - 1]
            : step === undefined
              ? undefined
              : tabs[(at + step + tabs.length) % tabs.length];
      if (!wanted) return;
      event.preventDefault();
      wanted.focus();
      wanted.click();
    });
    list.addEventListener('change', () => onChoose(Number(list.value), false));
  }

  show(tabs: readonly TabView[], active: number): void {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : '';
    this.bar.replaceChildren(
      ...tabs.map((tab) => {
        const chosen = tab.id === active;
        const button = make(
          'button',
          {
            type: 'button',
            role: 'tab',
            id: `tab-${tab.id}`,
            class: 'tab',
            'aria-selected': String(chosen),
            'aria-controls': 'panel',
            tabindex: chosen ? '0' : '-1',
          },
          tab.name,
        );
        if (tab.color !== null && /^#[0-9a-f]{6}$/i.test(tab.color))
          button.style.setProperty('--tab-color', tab.color);
        // Arrows walk from tab to tab; a press of the mouse or of Enter goes on to the grid.
        button.addEventListener('click', (event) => this.onChoose(tab.id, event.isTrusted));
        return button;
      }),
    );
    this.list.replaceChildren(...tabs.map((tab) => make('option', { value: String(tab.id) }, tab.name)));
    this.list.value = String(active);
    if (focused.startsWith('tab-')) document.getElementById(focused)?.focus();
    document.getElementById(`tab-${active}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
