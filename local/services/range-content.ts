import { displayOf, isDateFormat } from '../model/display';
import { instantOfSerial, serialOfInstant } from '../model/instants';
import type { Rect } from '../model/rect-layer';
import type { SheetModel } from '../model/sheet';
import { readTyped, type TypedValue } from '../model/typed-text';
import { ServiceObject } from './bridge';
import type { SpreadsheetHost } from './host';
import { letters, notationOf } from './notation';
import { refuseInvalid } from './validation-check';

/** Characters of a cell. */
const LONGEST_TEXT = 50_000;

export type Written = string | number | boolean | Date | null | undefined;

/** Geometry and content of a range: the part where the platform parses what is written as if it were typed. */
export abstract class RangeContent extends ServiceObject {
  readonly serviceName: string = 'Range';

  constructor(
    readonly host: SpreadsheetHost,
    readonly sheetModel: SheetModel,
    readonly rect: Rect,
  ) {
    super();
  }

  getRow(): number {
    return this.rect.row;
  }
  getColumn(): number {
    return this.rect.column;
  }
  getNumRows(): number {
    return this.rect.rows;
  }
  getNumColumns(): number {
    return this.rect.columns;
  }
  getHeight(): number {
    return this.rect.rows;
  }
  getWidth(): number {
    return this.rect.columns;
  }
  getLastRow(): number {
    return this.rect.row + this.rect.rows - 1;
  }
  getLastColumn(): number {
    return this.rect.column + this.rect.columns - 1;
  }
  getRowIndex(): number {
    return this.rect.row;
  }
  getA1Notation(): string {
    return notationOf(this.rect);
  }
  getGridId(): number {
    return this.sheetModel.id;
  }

  /** Whether the user may write in every cell of the range. */
  canEdit(): boolean {
    try {
      this.host.requireUnprotected(this.sheetModel, this.rect);
      return true;
    } catch {
      return false;
    }
  }

  getValue(): Written {
    this.requireInside();
    return this.valueAt(this.rect.row, this.rect.column);
  }

  getValues(): Written[][] {
    this.requireInside();
    return this.map((row, column) => this.valueAt(row, column));
  }

  getDisplayValue(): string {
    this.requireInside();
    return this.displayAt(this.rect.row, this.rect.column);
  }

  getDisplayValues(): string[][] {
    this.requireInside();
    return this.map((row, column) => this.displayAt(row, column));
  }

  getFormula(): string {
    this.requireInside();
    return this.sheetModel.formula(this.rect.row, this.rect.column) ?? '';
  }

  getFormulas(): string[][] {
    this.requireInside();
    return this.map((row, column) => this.sheetModel.formula(row, column) ?? '');
  }

  isBlank(): boolean {
    return this.map((row, column) => this.sheetModel.get(row, column)).every((line) =>
      line.every((value) => value === undefined),
    );
  }

  setValue(value: Written): this {
    this.requireWritable();
    return this.writeAll(() => value);
  }

  setValues(values: Written[][]): this {
    this.requireShape(values, 'setValues', 'data');
    this.requireWritable();
    return this.writeAll((row, column) => values[row - this.rect.row]?.[column - this.rect.column]);
  }

  setFormula(formula: string): this {
    this.requireWritable();
    this.each((row, column) => this.sheetModel.setFormula(row, column, formula, undefined));
    return this;
  }

  setFormulas(formulas: string[][]): this {
    this.requireShape(formulas, 'setFormulas', 'formulas');
    this.requireWritable();
    this.each((row, column) => {
      const formula = formulas[row - this.rect.row]?.[column - this.rect.column] ?? '';
      if (formula === '') this.sheetModel.set(row, column, undefined);
      else this.sheetModel.setFormula(row, column, formula, undefined);
    });
    return this;
  }

  clearContent(): this {
    this.requireWritable();
    this.each((row, column) => this.sheetModel.set(row, column, undefined));
    return this;
  }

  protected valueAt(row: number, column: number): Written {
    const value = this.sheetModel.get(row, column);
    if (value === undefined) return '';
    if (typeof value === 'number' && isDateFormat(this.sheetModel.styles.numberFormat.get(row, column))) {
      return new Date(instantOfSerial(value, this.host.workbook.timeZone));
    }
    return value;
  }

  protected displayAt(row: number, column: number): string {
    const value = this.sheetModel.get(row, column);
    if (value === undefined) return '';
    return displayOf(value, this.sheetModel.styles.numberFormat.get(row, column), this.host.workbook.locale);
  }

  /** Every cell as if typed; one that a rule refuses leaves all of them as they were. */
  protected writeAll(written: (row: number, column: number) => Written): this {
    const { host, sheetModel } = this;
    if (sheetModel.validations.isEmpty) {
      this.each((row, column) => this.write(row, column, this.stored(row, column, written(row, column))));
      return this;
    }
    const cells = this.map((row, column) => {
      const cell = this.stored(row, column, written(row, column));
      if (cell.formula === undefined) refuseInvalid(host.workbook, sheetModel, row, column, cell.value);
      return cell;
    });
    this.each((row, column) => {
      const cell = cells[row - this.rect.row]?.[column - this.rect.column];
      if (cell) this.write(row, column, cell);
    });
    return this;
  }

  private write(row: number, column: number, cell: TypedValue): void {
    if (cell.formula === undefined) this.sheetModel.set(row, column, cell.value);
    else this.sheetModel.setFormula(row, column, cell.formula, undefined);
    if (cell.numberFormat === undefined) return;
    const formats = this.sheetModel.styles.numberFormat;
    const current = formats.get(row, column);
    if (current === undefined || /^general$/i.test(current)) {
      formats.set({ row, column, rows: 1, columns: 1 }, cell.numberFormat);
    }
  }

  private stored(row: number, column: number, written: Written): TypedValue {
    if (written === null || written === undefined) return { value: undefined };
    if (typeof written === 'string') {
      const isText = this.sheetModel.styles.numberFormat.get(row, column) === '@';
      if (written.length > LONGEST_TEXT) {
        throw new Error(
          `Your input contains more than the maximum of ${LONGEST_TEXT} characters in a single cell.`,
        );
      }
      return readTyped(written, this.host.workbook.locale, isText, this.host.year());
    }
    if (typeof written === 'number' || typeof written === 'boolean') return { value: written };
    if (typeof written.getTime === 'function') {
      const serial = serialOfInstant(written.getTime(), this.host.workbook.timeZone);
      const french = this.host.workbook.locale.startsWith('fr');
      const day = french ? 'dd/mm/yyyy' : 'm/d/yyyy';
      return { value: serial, numberFormat: Number.isInteger(serial) ? day : `${day} h:mm:ss` };
    }
    return { value: String(written) };
  }

  protected requireShape(values: unknown, method: string, what: 'data' | 'formulas'): void {
    if (!Array.isArray(values) || !values.every(Array.isArray)) {
      throw new Error(
        `The parameters (${parameterKind(values)}) don't match the method signature for SpreadsheetApp.Range.${method}.`,
      );
    }
    if (values.length !== this.rect.rows) {
      throw new Error(
        `The number of rows in the ${what} does not match the number of rows in the range. ` +
          `The ${what} has ${values.length} but the range has ${this.rect.rows}.`,
      );
    }
    const wrong = (values as unknown[][]).find((line) => line.length !== this.rect.columns);
    if (wrong) {
      throw new Error(
        `The number of columns in the ${what} does not match the number of columns in the range. ` +
          `The ${what} has ${wrong.length} but the range has ${this.rect.columns}.`,
      );
    }
  }

  protected requireInside(): void {
    if (this.getLastRow() > this.sheetModel.maxRows || this.getLastColumn() > this.sheetModel.maxColumns) {
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    }
  }

  protected requireWritable(): void {
    this.requireInside();
    this.host.requireUnprotected(this.sheetModel, this.rect);
  }

  protected map<T>(read: (row: number, column: number) => T): T[][] {
    const { row: top, column: left, rows, columns } = this.rect;
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => read(top + i, left + j)),
    );
  }

  protected each(run: (row: number, column: number) => void): void {
    const { row: top, column: left, rows, columns } = this.rect;
    for (let row = top; row < top + rows; row++) {
      for (let column = left; column < left + columns; column++) run(row, column);
    }
  }
}

/** The type names that the platform puts in its messages about signatures. */
export function parameterKind(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value))
    return `${value.length > 0 ? parameterKind(value[0]) : 'Object'}[]`.replace('[][]', '[]');
  if (typeof value === 'object') return '(class)';
  return typeof value === 'string' ? 'String' : typeof value;
}

export const cellAddress = (row: number, column: number): string => `${letters(column)}${row}`;
