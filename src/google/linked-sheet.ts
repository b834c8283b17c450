import type { ColumnSchema } from '../workbook/schema/tab-schema';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The headers of a tab that a form writes in, columns of ours added at their end: their looks, and the width of the
 * columns that the contract knows. The form goes on writing below.
 */
export function dressHeaders(
  sheet: Sheet,
  headers: readonly string[],
  columns: readonly ColumnSchema[],
): void {
  const spare = headers.length - sheet.getMaxColumns();
  if (spare > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), spare);
  sheet
    .getRange(1, 1, 1, headers.length)
    .setValues([[...headers]])
    .setBackground('#2f5bd7')
    .setFontColor('#ffffff')
    .setFontWeight('bold')
    .setVerticalAlignment('middle')
    .setWrap(true);
  sheet.setFrozenRows(1);
  sheet.setTabColor('#2f5bd7');
  headers.forEach((header, index) => {
    const known = columns.find((column) => column.header === header);
    if (known !== undefined) sheet.setColumnWidth(index + 1, known.width);
  });
}

/** Makes sure that a tab has as many rows. */
export function makeRoom(sheet: Sheet, rows: number): void {
  const present = sheet.getMaxRows();
  if (rows > present) sheet.insertRowsAfter(present, rows - present);
}

/** A column of words to choose from, below the header. */
export function listColumn(sheet: Sheet, column: number, values: readonly string[]): void {
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList([...values], true)
    .setAllowInvalid(true);
  sheet.getRange(2, column, Math.max(1, sheet.getMaxRows() - 1), 1).setDataValidation(rule.build());
}

/** A column that keeps what is typed as it is typed, below the header. */
export function textColumn(sheet: Sheet, column: number): void {
  sheet.getRange(2, column, Math.max(1, sheet.getMaxRows() - 1), 1).setNumberFormat('@');
}
