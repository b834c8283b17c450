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
      this.rows.splice(at - 1, 0, ...Array.from({ length: count }, (): (Value | undefined)[] => []));
    }
    this.maxRows += count;
    this.moveSides((row, column) => [row >= at ? row + count : row, column]);
    for (const layer of this.layers()) layer.insertRows(at, count);
  }

  insertColumns(at: number, count: number): void {
    for (const line of this.rows) {
      if (line.length >= at) line.splice(at - 1, 0, ...Array.from({ length: count }, () => undefined));
    }
    this.maxColumns += count;
    this.moveSides((row, column) => [row, column >= at ? column + count : column]);
    shiftKeys(this.columnWidths, at, count);
    for (const layer of this.layers()) layer.insertColumns(at, count);
  }

  deleteRows(at: number, count: number): void {
    this.rows.splice(at - 1, count);
    this.maxRows -= count;
    this.moveSides((row, column) =>
      row >= at && row < at + count ? null : [row >= at ? row - count : row, column],
    );
    for (const layer of this.layers()) layer.deleteRows(at, count);
  }

  deleteColumns(at: number, count: number): void {
    for (const line of this.rows) line.splice(at - 1, count);
    this.maxColumns -= count;
    this.moveSides((row, column) =>
      column >= at && column < at + count ? null : [row, column >= at ? column - count : column],
    );
    for (let column = at; column < at + count; column++) this.columnWidths.delete(column);
    shiftKeys(this.columnWidths, at + count, -count);
    for (const layer of this.layers()) layer.deleteColumns(at, count);
  }

  /** Everything that is kept by cell and moves with rows and columns. */
  private layers(): RectLayer<unknown>[] {
    return [...Object.values(this.styles), this.validations, this.notes, this.links] as RectLayer<unknown>[];
  }

  private moveSides(move: (row: number, column: number) => [number, number] | null): void {
    const formulas = [...this.formulas];
    this.formulas.clear();
    for (const [key, text] of formulas) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const to = move(row, column);
      if (to) this.formulas.set(`${to[0]},${to[1]}`, text);
    }
  }
}

function shiftKeys(map: Map<number, number>, at: number, count: number): void {
  const entries = [...map];
  map.clear();
  for (const [key, value] of entries) map.set(key >= at ? key + count : key, value);
}
