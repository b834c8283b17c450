import { addressOf, type CellPlace } from './address';
import { make } from './element';
import type { GridView } from './grid-view';

export type AfterEdit = 'down' | 'up' | 'right' | 'left' | 'stay';

/** The field that opens over a cell, with the choices of its list when it has one. */
export class CellEditor {
  private field: HTMLInputElement | HTMLTextAreaElement | null = null;
  private list: HTMLUListElement | null = null;
  private place: CellPlace = { row: 1, column: 1 };
  private initial = '';
  private choice = -1;

  /** `commit` receives `null` when nothing changed; `leave` gives the focus back to the grid. */
  constructor(
    private readonly surface: HTMLElement,
    private readonly view: GridView,
    private readonly commit: (place: CellPlace, text: string | null, after: AfterEdit) => void,
    private readonly leave: () => void,
  ) {}

  get isOpen(): boolean {
    return this.field !== null;
  }

  /** `typed` replaces the content, as when someone types over a cell; `null` edits what is there. */
  open(place: CellPlace, typed: string | null): void {
    this.close(false);
    const cell = this.view.cell(place);
    this.place = place;
    this.initial = cell?.typed ?? cell?.text ?? '';
    const choices = cell?.choices ?? null;
    const field = choices ? make('input', { type: 'text' }) : make('textarea', { rows: '1' });
    field.className = 'cell-editor';
    field.setAttribute('aria-label', `Modifier ${addressOf(place)}`);
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.value = typed ?? this.initial;
    const box = this.view.rectOf(place);
    Object.assign(field.style, {
      left: `${box.left - 1}px`,
      top: `${box.top - 1}px`,
      minWidth: `${box.width + 2}px`,
      height: `${Math.max(box.height, 21) + 2}px`,
    });
    this.field = field;
    this.surface.append(field);
    if (choices) this.openList(field, choices);
    this.fit();
    field.addEventListener('keydown', (event) => this.onKey(event as KeyboardEvent));
    field.addEventListener('input', () => {
      this.fit();
      if (choices) this.fillList(choices, field.value);
    });
    field.addEventListener('blur', () => this.finish('stay'));
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** Writes what was typed, if it changed. */
  finish(after: AfterEdit): void {
    const { field } = this;
    if (!field) return;
    const text = field.value;
    this.close(after !== 'stay');
    this.commit(this.place, text === this.initial ? null : text, after);
  }

  private close(focusGrid: boolean): void {
    const { field } = this;
    this.field = null;
    this.list?.remove();
    this.list = null;
    field?.remove();
    if (focusGrid) this.leave();
  }

  private fit(): void {
    const { field } = this;
    if (!field) return;
    const longest = Math.max(...field.value.split('\n').map((line) => line.length));
    field.style.width = `${Math.min(420, 24 + longest * 7.2)}px`;
    field.style.height = 'auto';
    field.style.height = `${Math.max(23, Math.min(200, field.scrollHeight + 2))}px`;
  }

  private openList(field: HTMLElement, choices: readonly string[]): void {
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-expanded', 'true');
    field.setAttribute('aria-controls', 'cell-choices');
    field.setAttribute('aria-autocomplete', 'list');
    const list = make('ul', { id: 'cell-choices', role: 'listbox', class: 'choices', 'aria-label': 'Choix' });
    this.list = list;
    document.body.append(list);
    this.fillList(choices, '');
    const box = field.getBoundingClientRect();
    list.style.left = `${Math.max(4, Math.min(box.left, innerWidth - list.offsetWidth - 8))}px`;
    const below = innerHeight - box.bottom - 8;
    list.style.top =
      list.offsetHeight <= below
        ? `${box.bottom + 2}px`
        : `${Math.max(4, box.top - list.offsetHeight - 2)}px`;
    list.addEventListener('mousedown', (event) => {
      const option = event.target instanceof Element ? event.target.closest('li') : null;
      event.preventDefault();
      if (option && this.field) {
        this.field.value = option.textContent ?? '';
        this.finish('down');
      }
    });
  }

  /** All choices, those that hold what is typed first in mind: when none does, all stay. */
  private fillList(choices: readonly string[], typed: string): void {
    const wanted = typed.trim().toLocaleLowerCase('fr');
    const kept = choices.filter((choice) => choice.toLocaleLowerCase('fr').includes(wanted));
    const shown = kept.length > 0 ? kept : choices;
    this.choice = -1;
    this.list?.replaceChildren(
      ...shown.map((choice, index) =>
        make('li', { role: 'option', id: `choice-${index}`, 'aria-selected': 'false' }, choice),
      ),
    );
    const current = shown.findIndex((choice) => choice === this.initial);
    if (typed === '' && current !== -1) this.choose(current);
    else this.field?.removeAttribute('aria-activedescendant');
  }

  private choose(index: number): void {
    const options = [...(this.list?.children ?? [])];
    if (options.length === 0) return;
    this.choice = (index + options.length) % options.length;
    options.forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === this.choice));
    });
    const option = options[this.choice];
    option?.scrollIntoView({ block: 'nearest' });
    this.field?.setAttribute('aria-activedescendant', option?.id ?? '');
  }

  private onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const { field, list } = this;
    if (list && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.choose(this.choice + (event.key === 'ArrowDown' ? 1 : this.choice === -1 ? 0 : -1));
      const chosen = list.children[this.choice]?.textContent;
      if (field && chosen !== null && chosen !== undefined) field.value = chosen;
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close(true);
    } else if (event.key === 'Enter' && event.altKey && field instanceof HTMLTextAreaElement) {
      event.preventDefault();
      field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
      this.fit();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.finish(event.shiftKey ? 'up' : 'down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      this.finish(event.shiftKey ? 'left' : 'right');
    }
  }
}
