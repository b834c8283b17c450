import type { OpenSpreadsheet } from './spreadsheet';

/** Whether a cell is a box to tick: a word in it would be refused. */
export function isCheckbox(book: OpenSpreadsheet, tab: string, row: number, column: number): boolean {
  const sheet = book.sheet(tab);
  if (sheet === null || row > sheet.getMaxRows() || column > sheet.getMaxColumns()) return false;
  const rule = sheet.getRange(row, column).getDataValidation();
  return rule?.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.CHECKBOX;
}
