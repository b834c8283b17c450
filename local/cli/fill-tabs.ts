import { readTyped } from '../model/typed-text';
import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';

/** `null` leaves the cell empty; texts, dates (`JJ/MM/AAAA`) and times (`HH:MM`) are read as if they were typed. */
export type TypedCell =
  string | number | boolean | null | { readonly date: string } | { readonly time: string };

export interface TypedTab {
  readonly tab: string;
  /** The header row first. */
  readonly rows: readonly (readonly TypedCell[])[];
}

/** Types rows in tabs from A1, replacing their content; formats stay, and rules do not refuse what is pasted. */
export function fillTabs(workbook: WorkbookModel, tabs: readonly TypedTab[], year: number): void {
  for (const { tab, rows } of tabs) {
    const sheet = workbook.sheetByName(tab) ?? workbook.addSheet(tab);
    clear(sheet);
    grow(sheet, rows);
    rows.forEach((cells, row) =>
      cells.forEach((cell, column) => type(workbook, sheet, row + 1, column + 1, cell, year)),
    );
  }
}

function clear(sheet: SheetModel): void {
  const { lastRow, lastColumn } = sheet;
  for (let row = 1; row <= lastRow; row++) {
    for (let column = 1; column <= lastColumn; column++) sheet.set(row, column, undefined);
  }
}

function grow(sheet: SheetModel, rows: TypedTab['rows']): void {
  const width = Math.max(...rows.map((row) => row.length));
  if (rows.length > sheet.maxRows) sheet.insertRows(sheet.maxRows + 1, rows.length - sheet.maxRows);
  if (width > sheet.maxColumns) sheet.insertColumns(sheet.maxColumns + 1, width - sheet.maxColumns);
}

function type(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
  cell: TypedCell,
  year: number,
): void {
  if (cell === null) return;
  if (typeof cell === 'number' || typeof cell === 'boolean') {
    sheet.set(row, column, cell);
    return;
  }
  const text = typeof cell === 'string' ? cell : 'date' in cell ? cell.date : cell.time;
  const format = sheet.styles.numberFormat.get(row, column);
  const typed = readTyped(text, workbook.locale, format === '@', year);
  sheet.set(row, column, typed.value);
  if (typed.numberFormat !== undefined && format === undefined) {
    sheet.styles.numberFormat.set({ row, column, rows: 1, columns: 1 }, typed.numberFormat);
  }
}
