import type { SheetModel } from '../model/sheet';
import { ServiceObject } from './bridge';
import type { SpreadsheetHost } from './host';

const OUT_OF_BOUNDS = 'Those rows are out of bounds.';
const COLUMNS_OUT_OF_BOUNDS = 'Those columns are out of bounds.';
/** Cells of a file, empty ones and hidden tabs included. */
const MOST_CELLS = 10_000_000;

/** The grid of a tab: its rows and columns, their sizes, what is frozen or hidden. */
export abstract class SheetGrid extends ServiceObject {
  constructor(
    readonly host: SpreadsheetHost,
    readonly model: SheetModel,
  ) {
    super();
  }

  insertRows(row: number, count = 1): void {
    this.insertRowsBefore(row, count);
  }
  insertRowsBefore(row: number, count: number): this {
    if (row < 1 || row > this.model.maxRows) throw new Error(OUT_OF_BOUNDS);
    this.requireRoom(count * this.model.maxColumns);
    this.model.insertRows(row, count);
    return this;
  }
  insertRowsAfter(row: number, count: number): this {
    if (row < 1 || row > this.model.maxRows) throw new Error(OUT_OF_BOUNDS);
    this.requireRoom(count * this.model.maxColumns);
    this.model.insertRows(row + 1, count);
    return this;
  }
  insertRowBefore(row: number): this {
    return this.insertRowsBefore(row, 1);
  }
  insertRowAfter(row: number): this {
    return this.insertRowsAfter(row, 1);
  }
  insertColumns(column: number, count = 1): void {
    this.insertColumnsBefore(column, count);
  }
  insertColumnsBefore(column: number, count: number): this {
    if (column < 1 || column > this.model.maxColumns) throw new Error(COLUMNS_OUT_OF_BOUNDS);
    this.requireRoom(count * this.model.maxRows);
    this.model.insertColumns(column, count);
    return this;
  }
  insertColumnsAfter(column: number, count: number): this {
    if (column < 1 || column > this.model.maxColumns) throw new Error(COLUMNS_OUT_OF_BOUNDS);
    this.requireRoom(count * this.model.maxRows);
    this.model.insertColumns(column + 1, count);
    return this;
  }
  insertColumnBefore(column: number): this {
    return this.insertColumnsBefore(column, 1);
  }
  insertColumnAfter(column: number): this {
    return this.insertColumnsAfter(column, 1);
  }
  deleteRow(row: number): this {
    this.deleteRows(row, 1);
    return this;
  }
  deleteRows(row: number, count: number): void {
    if (row < 1 || row + count - 1 > this.model.maxRows) throw new Error(OUT_OF_BOUNDS);
    if (this.model.maxRows - count <= this.model.frozenRows) {
      throw new Error('Sorry, it is not possible to delete all non-frozen rows.');
    }
    this.model.deleteRows(row, count);
  }
  deleteColumn(column: number): this {
    this.deleteColumns(column, 1);
    return this;
  }
  deleteColumns(column: number, count: number): void {
    if (column < 1 || column + count - 1 > this.model.maxColumns) throw new Error(COLUMNS_OUT_OF_BOUNDS);
    if (this.model.maxColumns - count <= this.model.frozenColumns) {
      throw new Error('Sorry, it is not possible to delete all non-frozen columns.');
    }
    this.model.deleteColumns(column, count);
  }

  setFrozenRows(rows: number): void {
    this.model.frozenRows = rows;
  }
  getFrozenRows(): number {
    return this.model.frozenRows;
  }
  setFrozenColumns(columns: number): void {
    this.model.frozenColumns = columns;
  }
  getFrozenColumns(): number {
    return this.model.frozenColumns;
  }
  setColumnWidth(column: number, width: number): this {
    this.model.columnWidths.set(column, width);
    return this;
  }
  setColumnWidths(start: number, count: number, width: number): this {
    for (let column = start; column < start + count; column++) this.model.columnWidths.set(column, width);
    return this;
  }
  getColumnWidth(column: number): number {
    return this.model.columnWidths.get(column) ?? 100;
  }
  setRowHeight(row: number, height: number): this {
    this.model.rowHeights.set(row, height);
    return this;
  }
  setRowHeights(start: number, count: number, height: number): this {
    for (let row = start; row < start + count; row++) this.model.rowHeights.set(row, height);
    return this;
  }
  getRowHeight(row: number): number {
    return this.model.rowHeights.get(row) ?? 21;
  }
  /** Depends on rendered fonts: nothing to do here. */
  autoResizeColumns(): this {
    return this;
  }
  autoResizeColumn(): this {
    return this;
  }
  hideColumns(column: number, count = 1): void {
    for (let at = column; at < column + count; at++) this.model.hiddenColumns.add(at);
  }
  showColumns(column: number, count = 1): void {
    for (let at = column; at < column + count; at++) this.model.hiddenColumns.delete(at);
  }
  hideRows(row: number, count = 1): void {
    for (let at = row; at < row + count; at++) this.model.hiddenRows.add(at);
  }
  showRows(row: number, count = 1): void {
    for (let at = row; at < row + count; at++) this.model.hiddenRows.delete(at);
  }

  private requireRoom(added: number): void {
    const cells = this.host.workbook.sheets.reduce(
      (sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns,
      0,
    );
    if (cells + added > MOST_CELLS) {
      throw new Error(
        `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
      );
    }
  }
}
