import type { Rect } from '../model/rect-layer';
import type { Validation, Value } from '../model/sheet';
import { DataValidation } from './data-validation';
import { copyCells } from './copy-cells';
import { dataRegion, nextDataCell, type Direction } from './data-region';
import { Filter } from './filter';
import { letters } from './notation';
import { Protection } from './protection';
import type { Written } from './range-content';
import { RangeLooks } from './range-looks';
import { RichTextValue } from './rich-text';
import type { Sheet } from './sheet';

interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  validationsOnly?: boolean;
  commentsOnly?: boolean;
  skipFilteredRows?: boolean;
}

/** Sides that follow the grid, as in `D:F` and `5:7`. */
interface OpenSides {
  readonly rows: boolean;
  readonly columns: boolean;
}

const CLOSED: OpenSides = { rows: false, columns: false };

/** A range of cells. */
export class Range extends RangeLooks {
  constructor(
    private readonly sheet: Sheet,
    rect: Rect,
    private readonly open: OpenSides = CLOSED,
  ) {
    super(sheet.host, sheet.model, rect);
  }

  /** `D:F` and `5:7` when a side is open; nothing when both are, as for the protection of a tab. */
  override getA1Notation(): string {
    const { row, column } = this.rect;
    if (this.open.rows && this.open.columns) return '';
    if (this.open.rows) return `${letters(column)}:${letters(this.getLastColumn())}`;
    return this.open.columns ? `${row}:${this.getLastRow()}` : super.getA1Notation();
  }
  isStartRowBounded(): boolean {
    return !this.open.rows;
  }
  isEndRowBounded(): boolean {
    return !this.open.rows;
  }
  isStartColumnBounded(): boolean {
    return !this.open.columns;
  }
  isEndColumnBounded(): boolean {
    return !this.open.columns;
  }

  getDataRegion(): Range {
    return this.sheet.rangeOf(dataRegion(this.sheetModel, this.rect));
  }
  getNextDataCell(direction: unknown): Range {
    const { row, column } = this.rect;
    return this.sheet.rangeOf(nextDataCell(this.sheetModel, row, column, String(direction) as Direction));
  }
  copyTo(destination: Range, options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): void {
    if (options.formatOnly)
      throw new Error('Range.copyTo with formatOnly is not emulated by the local runtime.');
    destination.requireWritable();
    copyCells(
      { sheet: this.sheetModel, rect: this.rect },
      { sheet: destination.sheetModel, rect: destination.rect },
      options.contentsOnly === true,
    );
  }

  getSheet(): Sheet {
    return this.sheet;
  }

  offset(rows: number, columns: number, height?: number, width?: number): Range {
    return this.sheet.getRange(
      this.rect.row + rows,
      this.rect.column + columns,
      height ?? this.rect.rows,
      width ?? this.rect.columns,
    );
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.rect.rows || column > this.rect.columns) {
      throw new Error('Cell reference out of range');
    }
    return this.sheet.getRange(this.rect.row + row - 1, this.rect.column + column - 1);
  }

  activate(): this {
    this.host.workbook.active = this.sheetModel;
    this.sheetModel.activeRect = this.rect;
    return this;
  }

  clear(options: ClearOptions = {}): this {
    this.requireWritable();
    const all = !Object.values(options).includes(true);
    if (all || options.contentsOnly) this.clearContent();
    if (all || options.formatOnly) this.clearFormat();
    if (options.validationsOnly) this.clearDataValidations();
    if (options.commentsOnly) this.clearNote();
    return this;
  }

  setNote(note: string | null): this {
    this.requireWritable();
    this.sheetModel.notes.set(this.rect, note === null || note === '' ? undefined : note);
    return this;
  }
  setNotes(notes: (string | null)[][]): this {
    this.requireShape(notes, 'setNotes', 'data');
    this.requireWritable();
    this.sheetModel.notes.setEach(
      this.rect,
      notes.map((line) => line.map((note) => (note === null || note === '' ? undefined : note))),
    );
    return this;
  }
  getNote(): string {
    return this.sheetModel.notes.get(this.rect.row, this.rect.column) ?? '';
  }
  getNotes(): string[][] {
    return this.map((row, column) => this.sheetModel.notes.get(row, column) ?? '');
  }
  clearNote(): this {
    return this.setNote(null);
  }

  setDataValidation(rule: DataValidation | null): this {
    this.requireWritable();
    this.sheetModel.validations.set(this.rect, rule === null ? undefined : rule.rule);
    return this;
  }
  setDataValidations(rules: (DataValidation | null)[][]): this {
    this.requireShape(rules, 'setDataValidations', 'data');
    this.requireWritable();
    this.sheetModel.validations.setEach(
      this.rect,
      rules.map((line) => line.map((rule) => rule?.rule)),
    );
    return this;
  }
  getDataValidation(): DataValidation | null {
    return wrapRule(this.sheetModel.validations.get(this.rect.row, this.rect.column), this.sheet);
  }
  getDataValidations(): (DataValidation | null)[][] {
    return this.map((row, column) => wrapRule(this.sheetModel.validations.get(row, column), this.sheet));
  }
  clearDataValidations(): this {
    return this.setDataValidation(null);
  }

  insertCheckboxes(checked?: unknown, unchecked?: unknown): this {
    this.requireWritable();
    const values =
      checked === undefined ? [] : unchecked === undefined ? [checked, ''] : [checked, unchecked];
    this.sheetModel.validations.set(this.rect, {
      criteria: 'CHECKBOX',
      values,
      allowInvalid: true,
      helpText: null,
    });
    return this.writeAll((row, column) => {
      const value = this.sheetModel.get(row, column);
      return value === undefined ? ((values[1] ?? false) as Written) : value;
    });
  }
  removeCheckboxes(): this {
    this.clearDataValidations();
    return this.clearContent();
  }
  check(): this {
    return this.tick(true);
  }
  uncheck(): this {
    return this.tick(false);
  }
  /** `true` or `false` when all cells agree, `null` otherwise. */
  isChecked(): boolean | null {
    const states = new Set(this.map((row, column) => this.sheetModel.get(row, column)).flat());
    const [only] = states;
    return states.size === 1 && typeof only === 'boolean' ? only : null;
  }

  setRichTextValue(text: RichTextValue): this {
    return this.setRichTextValues(this.map(() => text));
  }
  setRichTextValues(texts: RichTextValue[][]): this {
    this.requireShape(texts, 'setRichTextValues', 'data');
    this.requireWritable();
    const at = (row: number, column: number) => texts[row - this.rect.row]?.[column - this.rect.column];
    this.each((row, column) => this.sheetModel.set(row, column, at(row, column)?.getText() || undefined));
    this.sheetModel.links.setEach(
      this.rect,
      this.map((row, column) => at(row, column)?.getLinkUrl() ?? undefined),
    );
    return this;
  }
  getRichTextValue(): RichTextValue {
    const { row, column } = this.rect;
    return new RichTextValue(this.displayAt(row, column), this.sheetModel.links.get(row, column) ?? null);
  }
  getRichTextValues(): RichTextValue[][] {
    return this.map(
      (row, column) =>
        new RichTextValue(this.displayAt(row, column), this.sheetModel.links.get(row, column) ?? null),
    );
  }

  merge(): this {
    this.requireWritable();
    this.sheetModel.merges.push(this.rect);
    this.each((row, column) => {
      if (row !== this.rect.row || column !== this.rect.column) this.sheetModel.set(row, column, undefined);
    });
    return this;
  }
  breakApart(): this {
    const { row, column } = this.rect;
    this.sheetModel.merges = this.sheetModel.merges.filter(
      (merge) =>
        merge.row < row ||
        merge.column < column ||
        merge.row > this.getLastRow() ||
        merge.column > this.getLastColumn(),
    );
    return this;
  }
  isPartOfMerge(): boolean {
    const { row, column } = this.rect;
    return this.sheetModel.merges.some(
      (merge) =>
        row >= merge.row &&
        row < merge.row + merge.rows &&
        column >= merge.column &&
        column < merge.column + merge.columns,
    );
  }

  createFilter(): Filter {
    if (this.sheetModel.filter)
      throw new Error("You can't create a filter in a sheet that already has a filter.");
    this.sheetModel.filter = this.rect;
    return new Filter(this.sheet);
  }
  getFilter(): Filter | null {
    return this.sheetModel.filter ? new Filter(this.sheet) : null;
  }

  protect(): Protection {
    const state = {
      description: '',
      warningOnly: false,
      rect: this.rect,
      unprotected: [],
      editors: null,
    };
    this.sheetModel.protections.push(state);
    return new Protection(this.sheet, state);
  }

  sort(
    spec: number | { column: number; ascending?: boolean } | { column: number; ascending?: boolean }[],
  ): this {
    this.sheet.sortRows(
      this.rect,
      Array.isArray(spec) ? spec : [typeof spec === 'number' ? { column: spec } : spec],
    );
    return this;
  }

  private tick(on: boolean): this {
    this.requireWritable();
    this.each((row, column) => {
      const rule = this.sheetModel.validations.get(row, column);
      if (rule?.criteria !== 'CHECKBOX') return;
      const [checked = true, unchecked = false] = rule.values as readonly Value[];
      const current = this.sheetModel.get(row, column) ?? '';
      if (current === checked || current === unchecked) {
        const wanted = on ? checked : unchecked;
        this.sheetModel.set(row, column, wanted === '' ? undefined : wanted);
      }
    });
    return this;
  }
}

/** A rule on a range of another tab finds that range again. */
const wrapRule = (rule: Validation | undefined, sheet: Sheet): DataValidation | null =>
  rule
    ? new DataValidation(rule, (reference) => {
        const tab = sheet.getParent().getSheetByName(reference.sheet);
        return tab && tab.rangeOf(reference.rect);
      })
    : null;
