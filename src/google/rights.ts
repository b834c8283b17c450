import type { OpenSpreadsheet } from './spreadsheet';

/** Whether whoever runs the script may write in every cell of a tab. */
export function canWriteIn(book: OpenSpreadsheet, tab: string): boolean {
  const sheet = book.sheet(tab);
  return sheet === null || sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).canEdit();
}

/** More protections than anybody reads. */
const READ = 60;

/**
 * Tabs in which a protection lets only some of the editors of the file write: the menu fails for the others. Those that
 * only warn stop nobody.
 */
export function tabsThatStopColleagues(book: OpenSpreadsheet): readonly string[] {
  const editors = book.file.getEditors().length;
  const protections = [
    ...book.file.getProtections(SpreadsheetApp.ProtectionType.SHEET),
    ...book.file.getProtections(SpreadsheetApp.ProtectionType.RANGE),
  ].slice(0, READ);
  const tabs = protections
    .filter((one) => !one.isWarningOnly() && !one.canDomainEdit() && one.getEditors().length < editors)
    .map((one) => one.getRange().getSheet().getName());
  return [...new Set(tabs)];
}

/** Cells of all the tabs, empty ones included: the platform has a limit for a file. */
export function cellsOf(book: OpenSpreadsheet): number {
  return book.tabs().reduce((sum, tab) => {
    const sheet = book.sheet(tab);
    return sheet === null ? sum : sum + sheet.getMaxRows() * sheet.getMaxColumns();
  }, 0);
}
