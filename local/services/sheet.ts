import type { Rect } from '../model/rect-layer';
import type { SheetModel, Value } from '../model/sheet';
import { EmbeddedChart, EmbeddedChartBuilder } from './chart';
import { colorOf } from './colors';
import { ConditionalFormatRule } from './conditional-format';
import { Filter } from './filter';
import { copySheet } from './copy-cells';
import { DeveloperMetadata } from './metadata';
import { readNotation } from './notation';
import { Protection } from './protection';
import { Range } from './range';
import type { Written } from './range-content';
import { RangeList } from './range-list';
import { SheetGrid } from './sheet-grid';
import type { Spreadsheet } from './spreadsheet';

/** A tab. */
export class Sheet extends SheetGrid {
  readonly serviceName = 'Sheet';

  constructor(
    private readonly spreadsheet: Spreadsheet,
    model: SheetModel,
  ) {
    super(spreadsheet.host, model);
  }

  getName(): string {
    return this.model.name;
  }
  getSheetName(): string {
    return this.model.name;
  }
  getSheetId(): number {
    return this.model.id;
  }
  getIndex(): number {
    return this.host.workbook.sheets.indexOf(this.model) + 1;
  }
  getParent(): Spreadsheet {
    return this.spreadsheet;
  }
  getType(): string {
    return 'GRID';
  }
  /** The address of the form whose answers arrive here. */
  getFormUrl(): string | null {
    return this.model.form?.viewUrl ?? null;
  }

  setName(name: string): this {
    const clash = this.host.workbook.sheets.some(
      (sheet) => sheet !== this.model && sheet.name.toLowerCase() === name.toLowerCase(),
    );
    if (clash) throw new Error(nameTaken(name));
    this.model.name = name;
    return this;
  }

  getRange(row: number | string, column?: number, rows = 1, columns = 1): Range {
    if (typeof row === 'string') return this.rangeFromNotation(row);
    if (typeof row !== 'number' || typeof column !== 'number') {
      throw new Error(
        `The parameters (${[row, column].map(() => 'null').join(',')}) don't match the method signature for SpreadsheetApp.Sheet.getRange.`,
      );
    }
    if (row < 1) throw new Error('The starting row of the range is too small.');
    if (column < 1) throw new Error('The starting column of the range is too small.');
    if (rows < 1) throw new Error('The number of rows in the range must be at least 1.');
    if (columns < 1) throw new Error('The number of columns in the range must be at least 1.');
    if (row + rows - 1 > this.model.maxRows || column + columns - 1 > this.model.maxColumns) {
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    }
    return this.rangeOf({ row, column, rows, columns });
  }

  rangeOf(rect: Rect, open?: { rows: boolean; columns: boolean }): Range {
    return new Range(this, rect, open);
  }

  private rangeFromNotation(notation: string): Range {
    const pointed = readNotation(notation, this.model.maxRows, this.model.maxColumns);
    if (!pointed) throw new Error('Range not found');
    const sheet = pointed.sheet === null ? this : this.spreadsheet.getSheetByName(pointed.sheet);
    if (!sheet) throw new Error('Range not found');
    return sheet.rangeOf(pointed.rect, { rows: pointed.openRows, columns: pointed.openColumns });
  }

  getRangeList(notations: string[]): RangeList {
    return new RangeList(notations.map((notation) => this.rangeFromNotation(notation)));
  }

  getDataRange(): Range {
    const rows = Math.max(1, this.model.lastRow);
    return this.rangeOf({ row: 1, column: 1, rows, columns: Math.max(1, this.model.lastColumn) });
  }
  getLastRow(): number {
    return this.model.lastRow;
  }
  getLastColumn(): number {
    return this.model.lastColumn;
  }
  getMaxRows(): number {
    return this.model.maxRows;
  }
  getMaxColumns(): number {
    return this.model.maxColumns;
  }

  appendRow(values: Written[]): this {
    const row = this.model.lastRow + 1;
    if (row > this.model.maxRows) this.insertRowsAfter(this.model.maxRows, row - this.model.maxRows);
    const missing = values.length - this.model.maxColumns;
    if (missing > 0) this.insertColumnsAfter(this.model.maxColumns, missing);
    this.rangeOf({ row, column: 1, rows: 1, columns: values.length }).setValues([values]);
    return this;
  }

  /** Clears values and formats; notes and validations stay. */
  clear(): this {
    return this.clearContents().clearFormats();
  }
  clearContents(): this {
    this.whole().clearContent();
    return this;
  }
  clearFormats(): this {
    this.whole().clearFormat();
    return this;
  }
  clearNotes(): this {
    this.whole().clearNote();
    return this;
  }

  setTabColor(color: string | null): this {
    this.model.tabColor = colorOf(color) ?? null;
    return this;
  }
  getTabColor(): string | null {
    return this.model.tabColor;
  }
  setHiddenGridlines(hidden: boolean): this {
    this.model.gridlinesHidden = hidden;
    return this;
  }
  hasHiddenGridlines(): boolean {
    return this.model.gridlinesHidden;
  }

  isSheetHidden(): boolean {
    return this.model.hidden;
  }
  hideSheet(): this {
    const others = this.host.workbook.sheets.filter((sheet) => sheet !== this.model && !sheet.hidden);
    if (others.length === 0) throw new Error("You can't hide all the sheets in a document.");
    this.model.hidden = true;
    if (this.host.workbook.active === this.model) this.host.workbook.active = others[0] ?? null;
    return this;
  }
  showSheet(): this {
    this.model.hidden = false;
    return this;
  }
  activate(): this {
    this.host.workbook.active = this.model;
    return this;
  }

  getFilter(): Filter | null {
    return this.model.filter ? new Filter(this) : null;
  }
  /** The copy comes last. */
  copyTo(spreadsheet: Spreadsheet): Sheet {
    const { name } = copySheet(spreadsheet.host.workbook, this.model);
    const copy = spreadsheet.getSheetByName(name);
    if (!copy) throw new Error(`The copy "${name}" was lost.`);
    return copy;
  }

  protect(): Protection {
    const state = { description: '', warningOnly: false, rect: null, unprotected: [], editors: null };
    this.model.protections.push(state);
    return new Protection(this, state);
  }
  getProtections(type: unknown): Protection[] {
    return this.model.protections
      .filter((state) => (state.rect === null) === (String(type) === 'SHEET'))
      .map((state) => new Protection(this, state));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.model.conditionalFormats.map((state) => new ConditionalFormatRule(this, state));
  }
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    this.model.conditionalFormats = rules.map((rule) => rule.state);
  }
  clearConditionalFormatRules(): void {
    this.model.conditionalFormats = [];
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this);
  }
  getCharts(): EmbeddedChart[] {
    return this.model.charts.map((state) => new EmbeddedChart(this, state));
  }
  insertChart(chart: EmbeddedChart): void {
    const id = Math.max(0, ...this.model.charts.map((state) => state.id)) + 1;
    this.model.charts.push({ ...chart.state, id });
  }
  updateChart(chart: EmbeddedChart): void {
    this.model.charts = this.model.charts.map((state) => (state.id === chart.state.id ? chart.state : state));
  }
  removeChart(chart: EmbeddedChart): void {
    this.model.charts = this.model.charts.filter((state) => state.id !== chart.state.id);
  }

  addDeveloperMetadata(key: string, value: string): this {
    this.model.metadata.set(key, value);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return [...this.model.metadata.keys()].map((key) => new DeveloperMetadata(this.model.metadata, key));
  }

  sort(column: number, ascending = true): this {
    const first = this.model.frozenRows + 1;
    const rows = this.model.lastRow - first + 1;
    if (rows > 0) {
      this.sortRows({ row: first, column: 1, rows, columns: this.model.lastColumn }, [{ column, ascending }]);
    }
    return this;
  }

  /** Numbers, then text, then booleans, blanks last; `column` counts from the first of the sheet. */
  sortRows(rect: Rect, specs: { column: number; ascending?: boolean }[]): void {
    const lines = Array.from({ length: rect.rows }, (_, i) =>
      Array.from({ length: rect.columns }, (__, j) => this.model.get(rect.row + i, rect.column + j)),
    );
    lines.sort((a, b) => {
      for (const { column, ascending = true } of specs) {
        const order = compareCells(a[column - rect.column], b[column - rect.column], ascending);
        if (order !== 0) return order;
      }
      return 0;
    });
    lines.forEach((line, i) =>
      line.forEach((value, j) => this.model.set(rect.row + i, rect.column + j, value)),
    );
  }

  private whole(): Range {
    return this.rangeOf({ row: 1, column: 1, rows: this.model.maxRows, columns: this.model.maxColumns });
  }
}

export const nameTaken = (name: string): string =>
  `A sheet with the name "${name}" already exists. Please enter another name.`;

function compareCells(a: Value | undefined, b: Value | undefined, ascending: boolean): number {
  const rank = (value: Value | undefined): number =>
    value === undefined || value === ''
      ? 3
      : typeof value === 'number'
        ? 0
        : typeof value === 'string'
          ? 1
          : 2;
  if (rank(a) === 3 || rank(b) === 3) return rank(a) - rank(b);
  const order =
    rank(a) - rank(b) ||
    (typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b));
  return ascending ? order : -order;
}
