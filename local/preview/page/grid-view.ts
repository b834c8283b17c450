import type { CellBlock, CellWindow, SheetLayout } from '../protocol';
import { columnName, type CellPlace } from './address';
import { Axis } from './axis';
import { drawChart } from './chart';
import { fillCell, type DrawnCell } from './cell-node';
import { make } from './element';
import { ask } from './server-link';

export const ROW_HEIGHT = 21;
export const COLUMN_WIDTH = 100;
export const HEADING_WIDTH = 46;
export const HEADING_HEIGHT = 24;
/** Lines drawn beyond what is seen, so that small scrolls need nothing. */
const MARGIN_ROWS = 12;
const MARGIN_COLUMNS = 4;

type Span = readonly [from: number, to: number];
const sameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/** The table of one tab: only the lines that are seen, and the frozen ones, exist. */
export class GridView {
  rows = new Axis(1, ROW_HEIGHT, []);
  columns = new Axis(1, COLUMN_WIDTH, []);
  layout: SheetLayout | null = null;
  private readonly cells = new Map<number, DrawnCell>();
  private drawnRows: Span = [0, -1];
  private drawnColumns: Span = [0, -1];
  private asked = 0;
  private answered = 0;
  private nodes = new Map<number, HTMLElement>();
  /** What the lines that are drawn show, as text: the same again is not drawn again. */
  private shown = '';
  private charted = '';
  private active: CellPlace = { row: 1, column: 1 };
  private selection: CellBlock = { row: 1, column: 1, rows: 1, columns: 1 };

  constructor(
    private readonly scroll: HTMLElement,
    private readonly table: HTMLTableElement,
    private readonly charts: HTMLElement,
    private readonly onDrawn: () => void,
  ) {
    let pending = false;
    scroll.addEventListener(
      'scroll',
      () => {
        if (pending) return;
        pending = true;
        requestAnimationFrame(() => {
          pending = false;
          this.follow();
        });
      },
      { passive: true },
    );
    new ResizeObserver(() => this.follow()).observe(scroll);
  }

  /** Shows a tab, or shows it again after a change; `keep` is false for another tab. */
  show(layout: SheetLayout, keep: boolean): void {
    this.layout = layout;
    this.rows = new Axis(layout.rows, ROW_HEIGHT, layout.heights);
    this.columns = new Axis(layout.columns, COLUMN_WIDTH, layout.widths);
    if (!keep) {
      this.cells.clear();
      this.scroll.scrollTo(0, 0);
    }
    this.table.setAttribute('aria-rowcount', String(layout.rows + 1));
    this.table.setAttribute('aria-colcount', String(layout.columns + 1));
    this.table.classList.toggle('no-lines', !layout.gridlines);
    this.drawCharts(layout);
    this.drawnRows = [0, -1];
    this.follow(keep);
  }

  cell(place: CellPlace): DrawnCell | undefined {
    return this.cells.get(key(place.row, place.column));
  }

  node(place: CellPlace): HTMLElement | undefined {
    return this.nodes.get(key(place.row, place.column));
  }

  /** Cells were asked for and are not there yet. */
  get isWaiting(): boolean {
    return this.answered !== this.asked;
  }

  /** Where a click or a key landed. */
  placeOf(target: EventTarget | null): CellPlace | null {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null;
    return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
  }

  /** Marks the active cell and the selected block, and brings the active cell into view. */
  select(active: CellPlace, selection: CellBlock, reveal = true): void {
    this.active = active;
    this.selection = selection;
    if (reveal) this.reveal(active);
    this.mark();
  }

  /** The rectangle of a cell in the scrolled surface. */
  rectOf({ row, column }: CellPlace): { left: number; top: number; width: number; height: number } {
    const frozenRow = row <= (this.layout?.frozenRows ?? 0);
    const frozenColumn = column <= (this.layout?.frozenColumns ?? 0);
    return {
      left: HEADING_WIDTH + this.columns.start(column) + (frozenColumn ? this.scroll.scrollLeft : 0),
      top: HEADING_HEIGHT + this.rows.start(row) + (frozenRow ? this.scroll.scrollTop : 0),
      width: this.columns.size(column),
      height: this.rows.size(row),
    };
  }

  private reveal({ row, column }: CellPlace): void {
    const { frozenRows = 0, frozenColumns = 0 } = this.layout ?? {};
    const headTop = HEADING_HEIGHT + this.rows.start(frozenRows + 1);
    const headLeft = HEADING_WIDTH + this.columns.start(frozenColumns + 1);
    const { scroll } = this;
    if (row > frozenRows) {
      const top = HEADING_HEIGHT + this.rows.start(row);
      const bottom = top + this.rows.size(row);
      if (top - scroll.scrollTop < headTop) scroll.scrollTop = top - headTop;
      else if (bottom > scroll.scrollTop + scroll.clientHeight)
        scroll.scrollTop = bottom - scroll.clientHeight + 2;
    }
    if (column > frozenColumns) {
      const left = HEADING_WIDTH + this.columns.start(column);
      const right = left + this.columns.size(column);
      if (left - scroll.scrollLeft < headLeft) scroll.scrollLeft = left - headLeft;
      else if (right > scroll.scrollLeft + scroll.clientWidth)
        scroll.scrollLeft = right - scroll.clientWidth + 2;
    }
    this.follow();
  }

  /** Draws the lines that are seen when they are not yet; `stale` asks for the cells again. */
  private follow(stale = false): void {
    const { layout } = this;
    if (!layout) return;
    const top = this.scroll.scrollTop + this.rows.start(layout.frozenRows + 1);
    const left = this.scroll.scrollLeft + this.columns.start(layout.frozenColumns + 1);
    const seenRows: Span = [
      this.rows.at(top),
      this.rows.at(this.scroll.scrollTop + this.scroll.clientHeight),
    ];
    const seenColumns: Span = [
      this.columns.at(left),
      this.columns.at(this.scroll.scrollLeft + this.scroll.clientWidth),
    ];
    const inside =
      seenRows[0] >= this.drawnRows[0] &&
      seenRows[1] <= this.drawnRows[1] &&
      seenColumns[0] >= this.drawnColumns[0] &&
      seenColumns[1] <= this.drawnColumns[1];
    if (inside && !stale) return;
    this.drawnRows = [
      Math.max(layout.frozenRows + 1, seenRows[0] - MARGIN_ROWS),
      Math.min(layout.rows, seenRows[1] + MARGIN_ROWS),
    ];
    this.drawnColumns = [
      Math.max(layout.frozenColumns + 1, seenColumns[0] - MARGIN_COLUMNS),
      Math.min(layout.columns, seenColumns[1] + MARGIN_COLUMNS),
    ];
    if (!stale) {
      this.shown = '';
      this.draw();
    }
    void this.fetch(layout, this.drawnRows, this.drawnColumns);
  }

  private async fetch(layout: SheetLayout, rows: Span, columns: Span): Promise<void> {
    const number = ++this.asked;
    const answer = await ask('cells', {
      sheet: layout.id,
      rows: layout.frozenRows > 0 ? [[1, layout.frozenRows], rows] : [rows],
      columns: layout.frozenColumns > 0 ? [[1, layout.frozenColumns], columns] : [columns],
    }).catch(() => null);
    // A late answer would put old rows in a new place.
    if (!answer || number !== this.asked || this.layout?.id !== layout.id) return;
    if (!sameSpan(rows, this.drawnRows) || !sameSpan(columns, this.drawnColumns)) return;
    this.answered = number;
    const { revision: _told, ...content } = answer;
    const shown = JSON.stringify([layout, rows, columns, content]);
    if (shown !== this.shown) {
      this.keep(answer);
      this.draw();
      this.shown = shown;
    }
    this.onDrawn();
  }

  private keep(answer: CellWindow): void {
    this.cells.clear();
    for (const cell of answer.cells) {
      this.cells.set(key(cell.row, cell.column), {
        ...cell,
        css: answer.styles[cell.style] ?? '',
        choices: cell.list === undefined ? null : (answer.lists[cell.list] ?? []),
      });
    }
  }

  private draw(): void {
    const { layout } = this;
    if (!layout) return;
    const frozenRows = lines([1, layout.frozenRows], this.rows);
    const frozenColumns = lines([1, layout.frozenColumns], this.columns);
    const rows = lines(this.drawnRows, this.rows);
    const columns = lines(this.drawnColumns, this.columns);
    const before = this.columns.start(this.drawnColumns[0]) - this.columns.start(layout.frozenColumns + 1);
    const after = this.columns.total - this.columns.start(this.drawnColumns[1] + 1);
    const spans = { frozen: frozenColumns, before, shown: columns, after };
    this.nodes = new Map();
    const body = make('tbody');
    for (const row of frozenRows)
      body.append(this.rowNode(row, spans, HEADING_HEIGHT + this.rows.start(row)));
    const above = this.rows.start(this.drawnRows[0]) - this.rows.start(layout.frozenRows + 1);
    if (above > 0) body.append(spacer(above));
    for (const row of rows) body.append(this.rowNode(row, spans, null));
    const below = this.rows.total - this.rows.start(this.drawnRows[1] + 1);
    if (below > 0) body.append(spacer(below));
    this.table.style.width = `${HEADING_WIDTH + this.columns.total}px`;
    this.table.replaceChildren(this.columnGroup(spans), this.headingRow(spans), body);
    this.mark();
  }

  private columnGroup(spans: ColumnSpans): HTMLElement {
    const group = make('colgroup');
    const add = (pixels: number): void => {
      const column = make('col');
      column.style.width = `${pixels}px`;
      group.append(column);
    };
    add(HEADING_WIDTH);
    for (const column of spans.frozen) add(this.columns.size(column));
    if (spans.before > 0) add(spans.before);
    for (const column of spans.shown) add(this.columns.size(column));
    if (spans.after > 0) add(spans.after);
    return group;
  }

  private headingRow(spans: ColumnSpans): HTMLElement {
    const head = make('thead');
    const row = make('tr', { 'aria-rowindex': '1' });
    const corner = make('th', { class: 'corner', scope: 'col' });
    corner.append(make('span', { class: 'unseen' }, 'Lignes'));
    row.append(corner);
    this.eachColumn(
      row,
      spans,
      (column, left) => {
        const heading = make(
          'th',
          { scope: 'col', 'aria-colindex': String(column + 1), 'data-heading': String(column) },
          columnName(column),
        );
        if (left !== null) {
          heading.classList.add('frozen');
          heading.style.left = `${left}px`;
          if (column === this.layout?.frozenColumns) heading.classList.add('last-frozen-column');
        }
        return heading;
      },
      'th',
    );
    head.append(row);
    return head;
  }

  private rowNode(row: number, spans: ColumnSpans, top: number | null): HTMLElement {
    const node = make('tr', { 'aria-rowindex': String(row + 1) });
    node.style.height = `${this.rows.size(row)}px`;
    const heading = make(
      'th',
      { scope: 'row', class: 'row-heading', 'data-row-heading': String(row) },
      String(row),
    );
    if (top !== null) {
      heading.classList.add('frozen-row');
      heading.style.top = `${top}px`;
    }
    node.append(heading);
    this.eachColumn(node, spans, (column, left) => this.cellNode(row, column, top, left), 'td');
    return node;
  }

  private eachColumn(
    row: HTMLElement,
    spans: ColumnSpans,
    build: (column: number, left: number | null) => HTMLElement,
    blank: 'td' | 'th',
  ): void {
    for (const column of spans.frozen) row.append(build(column, HEADING_WIDTH + this.columns.start(column)));
    if (spans.before > 0)
      row.append(make(blank === 'th' ? 'td' : blank, { role: 'presentation', class: 'void' }));
    for (const column of spans.shown) row.append(build(column, null));
    if (spans.after > 0) row.append(make('td', { role: 'presentation', class: 'void' }));
  }

  private cellNode(row: number, column: number, top: number | null, left: number | null): HTMLElement {
    const cell = this.cells.get(key(row, column));
    const node = make('td', {
      role: 'gridcell',
      id: `cell-${row}-${column}`,
      'data-row': String(row),
      'data-column': String(column),
      'aria-colindex': String(column + 1),
    });
    this.nodes.set(key(row, column), node);
    if (top !== null) {
      node.classList.add('frozen-row');
      node.style.top = `${top}px`;
      if (row === this.layout?.frozenRows) node.classList.add('last-frozen-row');
    }
    if (left !== null) {
      node.classList.add('frozen');
      node.style.left = `${left}px`;
      if (column === this.layout?.frozenColumns) node.classList.add('last-frozen-column');
    }
    if (cell) fillCell(node, cell, this.room(cell), this.mergeAt(row, column));
    return node;
  }

  /** Whether the text may run over the next cell, as it does when that one is empty. */
  private room(cell: DrawnCell): boolean {
    if (cell.wrap !== undefined || (cell.align ?? 'left') !== 'left') return false;
    if (cell.column === this.layout?.frozenColumns) return false;
    const next = this.cells.get(key(cell.row, cell.column + 1));
    return next === undefined || (next.text === '' && next.box === undefined && next.choices === null);
  }

  private mergeAt(row: number, column: number): { width: number; height: number } | null {
    const merge = this.layout?.merges.find((block) => block.row === row && block.column === column);
    if (!merge) return null;
    return {
      width: this.columns.start(column + merge.columns) - this.columns.start(column),
      height: this.rows.start(row + merge.rows) - this.rows.start(row),
    };
  }

  private mark(): void {
    const { row, column, rows, columns } = this.selection;
    const many = rows * columns > 1;
    for (const [at, node] of this.nodes) {
      const [nodeRow, nodeColumn] = [Math.floor(at / 100_000), at % 100_000];
      const isActive = nodeRow === this.active.row && nodeColumn === this.active.column;
      const inside =
        nodeRow >= row && nodeRow < row + rows && nodeColumn >= column && nodeColumn < column + columns;
      node.classList.toggle('active', isActive);
      node.classList.toggle('selected', many && inside);
      if (isActive || (many && inside)) node.setAttribute('aria-selected', 'true');
      else node.removeAttribute('aria-selected');
    }
    for (const heading of this.table.querySelectorAll<HTMLElement>(
      'th[data-heading], th[data-row-heading]',
    )) {
      const ofColumn = Number(heading.dataset['heading'] ?? -1);
      const ofRow = Number(heading.dataset['rowHeading'] ?? -1);
      heading.classList.toggle(
        'current',
        (ofColumn >= column && ofColumn < column + columns) || (ofRow >= row && ofRow < row + rows),
      );
    }
    const node = this.node(this.active);
    if (node) this.table.setAttribute('aria-activedescendant', node.id);
    else this.table.removeAttribute('aria-activedescendant');
  }

  private drawCharts({ charts, widths, heights }: SheetLayout): void {
    const charted = JSON.stringify([charts, widths, heights]);
    if (charted === this.charted) return;
    this.charts.replaceChildren(...charts.map((chart) => this.placedChart(chart)));
    this.charted = charted;
  }

  private placedChart(chart: SheetLayout['charts'][number]): HTMLElement {
    const figure = drawChart(chart);
    figure.style.left = `${HEADING_WIDTH + this.columns.start(chart.column) + chart.offsetX}px`;
    figure.style.top = `${HEADING_HEIGHT + this.rows.start(chart.row) + chart.offsetY}px`;
    return figure;
  }
}

interface ColumnSpans {
  readonly frozen: readonly number[];
  /** Pixels of the columns left out before and after the shown ones. */
  readonly before: number;
  readonly shown: readonly number[];
  readonly after: number;
}

const key = (row: number, column: number): number => row * 100_000 + column;

function lines([from, to]: Span, axis: Axis): number[] {
  const list: number[] = [];
  for (let line = from; line <= to; line++) if (axis.size(line) > 0) list.push(line);
  return list;
}

function spacer(pixels: number): HTMLElement {
  const row = make('tr', { role: 'presentation', class: 'void' });
  row.style.height = `${pixels}px`;
  return row;
}
