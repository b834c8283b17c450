import type { FormLink } from './forms/link';
import { movedLine, movedRect, moveLines, moveMarks, moveNumbers, type LineChange } from './line-change';
import { RectLayer, type Rect } from './rect-layer';
import { createStyles, type StyleLayers } from './style';

/** A cell's content: dates are serial numbers with a date format; `undefined` is empty. */
export type Value = string | number | boolean;

/** A rule of data validation, as the platform describes it. */
export interface Validation {
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

export interface SheetProtection {
  description: string;
  warningOnly: boolean;
  /** `null`: the whole sheet. */
  rect: Rect | null;
  unprotected: Rect[];
  editors: string[] | null;
}

export interface ChartModel {
  id: number;
  type: string;
  ranges: { sheet: string; rect: Rect }[];
  options: Record<string, unknown>;
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
  headers: number;
}

export interface ConditionalFormat {
  readonly rects: readonly Rect[];
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
}

export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;

/** One tab: dense rows of values, and beside them everything else. Rows and columns start at 1. */
export class SheetModel {
  name: string;
  readonly id: number;
  maxRows: number;
  maxColumns: number;
  private rows: (Value | undefined)[][] = [];
  /** Text of formulas by `row,column`; the value is the cached result. */
  readonly formulas = new Map<string, string>();
  styles: StyleLayers = createStyles();
  validations = new RectLayer<Validation>();
  notes = new RectLayer<string>();
  links = new RectLayer<string>();
  merges: Rect[] = [];
  protections: SheetProtection[] = [];
  charts: ChartModel[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  filter: Rect | null = null;
  /** What is selected; `null`: the first cell. */
  activeRect: Rect | null = null;
  frozenRows = 0;
  frozenColumns = 0;
  hidden = false;
  tabColor: string | null = null;
  gridlinesHidden = false;
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly metadata = new Map<string, string>();
  /** The form whose answers arrive here. */
  form: FormLink | null = null;
  /** Called when rows or columns were put in or taken out: what points to this sheet from elsewhere must follow. */
  onChange: (change: LineChange) => void = () => undefined;

  constructor(name: string, id: number, maxRows = DEFAULT_ROWS, maxColumns = DEFAULT_COLUMNS) {
    this.name = name;
    this.id = id;
    this.maxRows = maxRows;
    this.maxColumns = maxColumns;
  }

  get(row: number, column: number): Value | undefined {
    return this.rows[row - 1]?.[column - 1];
  }

  set(row: number, column: number, value: Value | undefined): void {
    let line = this.rows[row - 1];
    if (!line) {
      if (value === undefined) return;
      line = [];
      while (this.rows.length < row - 1) this.rows.push([]);
      this.rows[row - 1] = line;
    }
    while (line.length < column - 1) line.push(undefined);
    line[column - 1] = value;
    if (this.formulas.size > 0) this.formulas.delete(`${row},${column}`);
  }

  setFormula(row: number, column: number, formula: string, cached: Value | undefined): void {
    this.set(row, column, cached ?? '');
    this.formulas.set(`${row},${column}`, formula);
  }

  formula(row: number, column: number): string | undefined {
    return this.formulas.get(`${row},${column}`);
  }

  /** The last row with content; 0 when there is none. */
  get lastRow(): number {
    for (let row = this.rows.length; row > 0; row--) {
      if (this.rows[row - 1]?.some((value) => value !== undefined)) return row;
    }
    return 0;
  }

  get lastColumn(): number {
    let last = 0;
    for (const line of this.rows) {
      let column = line.length;
      while (column > last && line[column - 1] === undefined) column--;
      last = Math.max(last, column);
    }
    return last;
  }

  insertRows(at: number, count: number): void {
    if (this.rows.length >= at) {
      const added = Array.from({ length: count }, (): (Value | undefined)[] => []);
      this.rows = [...this.rows.slice(0, at - 1), ...added, ...this.rows.slice(at - 1)];
    }
    this.maxRows += count;
    for (const layer of this.layers()) layer.insertRows(at, count);
    this.moveSides({ axis: 'row', at, count });
  }

  insertColumns(at: number, count: number): void {
    for (const line of this.rows) {
      if (line.length >= at) line.splice(at - 1, 0, ...Array.from({ length: count }, () => undefined));
    }
    this.maxColumns += count;
    for (const layer of this.layers()) layer.insertColumns(at, count);
    this.moveSides({ axis: 'column', at, count });
  }

  deleteRows(at: number, count: number): void {
    this.rows.splice(at - 1, count);
    this.maxRows -= count;
    for (const layer of this.layers()) layer.deleteRows(at, count);
    this.moveSides({ axis: 'row', at, count: -count });
  }

  deleteColumns(at: number, count: number): void {
    for (const line of this.rows) line.splice(at - 1, count);
    this.maxColumns -= count;
    for (const layer of this.layers()) layer.deleteColumns(at, count);
    this.moveSides({ axis: 'column', at, count: -count });
  }

  /** Everything that is kept by cell and moves with rows and columns. */
  private layers(): RectLayer<unknown>[] {
    return [...Object.values(this.styles), this.validations, this.notes, this.links] as RectLayer<unknown>[];
  }

  /** Everything else that stands somewhere on the sheet. */
  private moveSides(change: LineChange): void {
    this.moveFormulas(change);
    const all = (rects: readonly Rect[]): Rect[] => rects.flatMap((rect) => movedRect(rect, change) ?? []);
    this.merges = all(this.merges);
    this.filter = this.filter && movedRect(this.filter, change);
    this.conditionalFormats = this.conditionalFormats
      .map((format) => ({ ...format, rects: all(format.rects) }))
      .filter((format) => format.rects.length > 0);
    this.protections = this.protections.filter((protection) => {
      protection.unprotected = all(protection.unprotected);
      if (protection.rect === null) return true;
      protection.rect = movedRect(protection.rect, change);
      return protection.rect !== null;
    });
    for (const chart of this.charts) {
      chart[change.axis] = movedLine(chart[change.axis], change) ?? change.at;
      chart.ranges = chart.ranges.flatMap((range) => {
        const rect = range.sheet === this.name ? movedRect(range.rect, change) : range.rect;
        return rect ? [{ ...range, rect }] : [];
      });
    }
    if (change.axis === 'row') this.frozenRows = frozenAfter(this.frozenRows, change);
    else this.frozenColumns = frozenAfter(this.frozenColumns, change);
    moveLines(change.axis === 'row' ? this.rowHeights : this.columnWidths, change);
    moveMarks(change.axis === 'row' ? this.hiddenRows : this.hiddenColumns, change);
    if (this.form) moveNumbers(change.axis === 'row' ? this.form.rows : this.form.columns, change);
    this.onChange(change);
  }

  private moveFormulas(change: LineChange): void {
    const formulas = [...this.formulas];
    this.formulas.clear();
    for (const [key, text] of formulas) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const to = movedLine(change.axis === 'row' ? row : column, change);
      if (to !== null) this.formulas.set(change.axis === 'row' ? `${to},${column}` : `${row},${to}`, text);
    }
  }
}

/** Frozen lines stay frozen: those put in among them join, those taken out leave. */
function frozenAfter(frozen: number, { at, count }: LineChange): number {
  if (at > frozen) return frozen;
  return count > 0 ? frozen + count : Math.max(at - 1, frozen + count);
}
