import type { Slot } from '../domain/slot';
import { slotHeader } from '../workbook/write/slot-header';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Adds a column for each slot after everything that the tab holds, under its header. @returns the first one's number */
export function addSlotColumns(
  sheet: Sheet,
  width: number,
  headerRow: number,
  slots: readonly Pick<Slot, 'code' | 'day' | 'start'>[],
): number {
  const first = width + 1;
  const missing = width + slots.length - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  const headers = sheet.getRange(headerRow, first, 1, slots.length);
  headers.setNumberFormat('@').setValues([slots.map(slotHeader)]);
  headers.clearNote();
  headers.setBackground('#2f5bd7').setFontColor('#ffffff').setFontWeight('bold').setWrap(true);
  return first;
}

/** Gives columns the boxes to tick, or the lists, that another one has in the same rows. */
export function likeColumn(sheet: Sheet, model: number, first: number, count: number, fromRow: number): void {
  const rows = sheet.getMaxRows() - fromRow + 1;
  if (rows < 1) return;
  const rules = sheet.getRange(fromRow, model, rows, 1).getDataValidations();
  if (rules.every(([rule]) => rule === null || rule === undefined)) return;
  sheet
    .getRange(fromRow, first, rows, count)
    .setDataValidations(rules.map(([rule]) => Array.from({ length: count }, () => rule ?? null)));
}
