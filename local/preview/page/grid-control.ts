import type { CellBlock, CellEdit } from '../protocol';
import { addressOf, readAddress, readLink, type CellPlace, type Target } from './address';
import { CellEditor, type AfterEdit } from './cell-editor';
import { byId, make } from './element';
import type { GridView } from './grid-view';

const STEPS: Readonly<Record<AfterEdit, readonly [rows: number, columns: number]>> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
  stay: [0, 0],
};

export interface GridActions {
  edit(edits: readonly CellEdit[]): void;
  follow(target: Target): void;
  openMenu(): void;
}

/** Mouse and keyboard on the grid: the active cell, the selection, editing, and the two fields above. */
export class GridControl {
  active: CellPlace = { row: 1, column: 1 };
  private anchor: CellPlace = { row: 1, column: 1 };
  private readonly editor: CellEditor;
  private readonly address = byId('address', HTMLInputElement);
  private readonly content = byId('content', HTMLInputElement);
  private readonly bubble = byId('bubble', HTMLElement);
  /** After Escape the next Tab leaves the grid instead of moving in it. */
  /** A box that was to be ticked before it was drawn. */
  private toTick: CellPlace | null = null;
  private mayLeave = false;

  constructor(
    private readonly view: GridView,
    private readonly scroll: HTMLElement,
    private readonly table: HTMLTableElement,
    private readonly actions: GridActions,
  ) {
    this.editor = new CellEditor(
      scroll,
      view,
      (place, text, after) => {
        if (text !== null) this.write([{ ...place, text }]);
        const [rows, columns] = STEPS[after];
        if (after !== 'stay') this.move(rows, columns, false);
      },
      () => this.focus(),
    );
    table.addEventListener('keydown', (event) => this.onKey(event));
    scroll.addEventListener('mousedown', (event) => this.onPress(event));
    scroll.addEventListener('dblclick', (event) => {
      const place = view.placeOf(event.target);
      if (place && view.cell(place)?.box === undefined) this.editor.open(place, null);
    });
    table.addEventListener('change', (event) => this.onTick(event));
    table.addEventListener('click', (event) => this.onClick(event));
    table.addEventListener('mouseover', (event) => this.explain(view.placeOf(event.target)));
    table.addEventListener('mouseleave', () => this.explain(null));
    scroll.addEventListener('scroll', () => this.explain(null), { passive: true });
    document.addEventListener('copy', (event) => this.onCopy(event));
    document.addEventListener('paste', (event) => this.onPaste(event));
    this.listenToFields();
  }

  focus(): void {
    this.table.focus({ preventScroll: true });
  }

  /** Goes to a cell; the selection is that cell. */
  goTo(place: CellPlace, reveal = true): void {
    this.anchor = place;
    this.activate(place, reveal);
  }

  /** The cells were drawn again: the fields above show the active one, but for what is being typed in them. */
  refresh(): void {
    this.view.select(this.active, this.selection(), false);
    if (this.toTick !== null && !this.view.isWaiting) {
      if (this.toTick === this.active) this.toggle(this.active);
      this.toTick = null;
    }
    const cell = this.view.cell(this.active);
    if (document.activeElement !== this.address) this.address.value = addressOf(this.active);
    if (document.activeElement !== this.content) this.content.value = cell?.typed ?? cell?.text ?? '';
  }

  private activate(place: CellPlace, reveal = true): void {
    this.active = place;
    this.view.select(place, this.selection(), reveal);
    this.refresh();
    this.explain(document.activeElement === this.table ? place : null);
  }

  private selection(): CellBlock {
    const row = Math.min(this.anchor.row, this.active.row);
    const column = Math.min(this.anchor.column, this.active.column);
    return {
      row,
      column,
      rows: Math.abs(this.anchor.row - this.active.row) + 1,
      columns: Math.abs(this.anchor.column - this.active.column) + 1,
    };
  }

  private move(rows: number, columns: number, extend: boolean): void {
    const place = {
      row: this.view.rows.step(this.active.row, rows),
      column: this.view.columns.step(this.active.column, columns),
    };
    if (!extend) this.anchor = place;
    this.activate(place);
  }

  private write(edits: readonly CellEdit[]): void {
    this.actions.edit(edits);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(this.scroll.clientHeight / 21) - 3);
    const layout = this.view.layout;
    const leaving = this.mayLeave;
    this.mayLeave = key === 'Escape' || (leaving && key === 'Shift');
    if (key === 'Tab' && leaving) return;
    const far = control ? 10_000_000 : 1;
    const handled = ((): boolean => {
      switch (key) {
        case 'ArrowDown':
          this.move(control ? this.jump('row') : 1, 0, shiftKey);
          return true;
        case 'ArrowUp':
          this.move(-far, 0, shiftKey);
          return true;
        case 'ArrowRight':
          this.move(0, control ? this.jump('column') : 1, shiftKey);
          return true;
        case 'ArrowLeft':
          this.move(0, -far, shiftKey);
          return true;
        case 'PageDown':
          this.move(page, 0, shiftKey);
          return true;
        case 'PageUp':
          this.move(-page, 0, shiftKey);
          return true;
        case 'Home':
          // Frozen cells are always in view: going to them must still go back to the beginning.
          this.scroll.scrollTo(0, control ? 0 : this.scroll.scrollTop);
          this.goTo({ row: control ? 1 : this.active.row, column: 1 });
          return true;
        case 'End':
          this.goTo({
            row: control ? Math.max(1, layout?.lastRow ?? 1) : this.active.row,
            column: Math.max(1, layout?.lastColumn ?? 1),
          });
          return true;
        case 'Tab':
          this.move(0, shiftKey ? -1 : 1, false);
          return true;
        case 'Enter':
          if (event.altKey) this.followLink();
          else if (this.view.cell(this.active)?.box !== undefined) this.move(shiftKey ? -1 : 1, 0, false);
          else this.editor.open(this.active, null);
          return true;
        case 'F2':
          this.editor.open(this.active, null);
          return true;
        case 'F10':
          this.actions.openMenu();
          return true;
        case 'Escape':
          this.explain(null);
          return true;
        case 'Delete':
        case 'Backspace':
          this.clear();
          return true;
        case ' ':
          if (this.toggle(this.active)) return true;
          if (!this.view.isWaiting) break;
          // What the cell holds is not known yet: it is ticked when it comes, if it is a box.
          this.toTick = this.active;
          return true;
        default:
      }
      if (key.length !== 1 || control || event.altKey) return false;
      this.editor.open(this.active, key);
      return true;
    })();
    if (handled) event.preventDefault();
  }

  /** As far as the data go, then as far as the tab goes. */
  private jump(side: 'row' | 'column'): number {
    const layout = this.view.layout;
    const last = (side === 'row' ? layout?.lastRow : layout?.lastColumn) ?? 1;
    return this.active[side] < last ? last - this.active[side] : 10_000_000;
  }

  private clear(): void {
    const { row, column, rows, columns } = this.selection();
    const edits: CellEdit[] = [];
    for (let at = row; at < row + rows; at++)
      for (let across = column; across < column + columns; across++)
        edits.push({ row: at, column: across, text: '' });
    this.write(edits);
  }

  private toggle(place: CellPlace): boolean {
    // The box on the page, not the cell as last received: it may have been ticked since.
    const box = this.view.node(place)?.querySelector<HTMLInputElement>('input[type="checkbox"]');
    if (!box) return false;
    box.checked = !box.checked;
    this.write([{ ...place, text: box.checked ? 'TRUE' : 'FALSE' }]);
    return true;
  }

  private onPress(event: MouseEvent): void {
    const place = this.view.placeOf(event.target);
    if (!place || event.button !== 0) return;
    if (this.editor.isOpen) this.editor.finish('stay');
    if (event.shiftKey) this.activate(place, false);
    else this.goTo(place, false);
    // The grid keeps the focus: what is in a cell is drawn anew after each change, and would lose it.
    event.preventDefault();
    this.focus();
  }

  private onClick(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const place = this.view.placeOf(target);
    if (!place) return;
    if (target.closest('a.link')) {
      event.preventDefault();
      this.followLink();
    } else if (target.closest('.chevron')) this.editor.open(place, null);
  }

  private onTick(event: Event): void {
    const place = this.view.placeOf(event.target);
    if (place && event.target instanceof HTMLInputElement)
      this.write([{ ...place, text: event.target.checked ? 'TRUE' : 'FALSE' }]);
  }

  private followLink(): void {
    const link = this.view.cell(this.active)?.link;
    const target = link === undefined ? null : readLink(link);
    if (target) this.actions.follow(target);
  }

  /** The note of a cell, its link, or the choice it should have held, in a bubble beside it. */
  private explain(place: CellPlace | null): void {
    const cell = place ? this.view.cell(place) : undefined;
    const node = place ? this.view.node(place) : undefined;
    const lines = [
      cell?.note,
      cell?.invalid === true
        ? 'Cette valeur ne fait pas partie de celles qui sont attendues ici.'
        : undefined,
      cell?.link === undefined ? undefined : 'Lien : cliquez, ou Alt + Entrée.',
    ].filter((line) => line !== undefined);
    this.bubble.hidden = lines.length === 0 || !node;
    if (this.bubble.hidden || !node) return;
    this.bubble.replaceChildren(...lines.map((line) => make('p', {}, line)));
    const box = node.getBoundingClientRect();
    const room = this.scroll.getBoundingClientRect();
    const right = box.right + 6 + this.bubble.offsetWidth <= room.right;
    this.bubble.style.left = `${right ? box.right + 6 : Math.max(room.left, box.left - this.bubble.offsetWidth - 6)}px`;
    this.bubble.style.top = `${Math.min(box.top, innerHeight - this.bubble.offsetHeight - 48)}px`;
  }

  private onCopy(event: ClipboardEvent): void {
    if (document.activeElement !== this.table) return;
    const { row, column, rows, columns } = this.selection();
    const lines = Array.from({ length: rows }, (_, i) =>
      Array.from(
        { length: columns },
        (__, j) => this.view.cell({ row: row + i, column: column + j })?.text ?? '',
      ).join('\t'),
    );
    event.clipboardData?.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  }

  private onPaste(event: ClipboardEvent): void {
    if (document.activeElement !== this.table) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    const { row, column } = this.active;
    this.write(
      text
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
        .flatMap((line, i) =>
          line.split('\t').map((value, j) => ({ row: row + i, column: column + j, text: value })),
        ),
    );
  }

  private listenToFields(): void {
    this.address.addEventListener('focus', () => this.address.select());
    this.address.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      const place = event.key === 'Enter' ? readAddress(this.address.value) : null;
      const layout = this.view.layout;
      this.focus();
      if (place && layout && place.row <= layout.rows && place.column <= layout.columns) this.goTo(place);
      else this.refresh();
    });
    this.address.addEventListener('blur', () => this.refresh());
    this.content.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      const text = this.content.value;
      const cell = this.view.cell(this.active);
      this.focus();
      if (event.key === 'Enter' && text !== (cell?.typed ?? cell?.text ?? ''))
        this.write([{ ...this.active, text }]);
      if (event.key === 'Enter') this.move(1, 0, false);
      else this.refresh();
    });
    this.content.addEventListener('blur', () => this.refresh());
  }
}
