import type { OpenSpreadsheet } from '../google/spreadsheet';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import type { WorkbookReading } from './read-workbook';

/** Blocks of rows filled at most, so that the calls stay bounded; the next calculation fills the others. */
const MOST_BLOCKS = 5;

/**
 * Writes the codes that were made for slots without one in their blank cells: from then on they belong to the slot,
 * and rows may be added or sorted without its code going to another one.
 */
export function writeSlotCodes(book: OpenSpreadsheet, reading: WorkbookReading): void {
  const grid = reading.grids.slots;
  const sheet = book.sheet(reading.tabs.slots.name);
  if (grid === null || sheet === null || reading.madeSlotCodes.size === 0) return;
  const column = readTable(grid, TABS.slots, new ProblemLog())?.columns.get('code');
  if (column === undefined) return;
  const rows = [...reading.madeSlotCodes].sort(([a], [b]) => a - b);
  const blocks: { readonly first: number; readonly codes: string[] }[] = [];
  for (const [row, code] of rows) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last.first + last.codes.length === row) last.codes.push(code);
    else blocks.push({ first: row, codes: [code] });
  }
  for (const { first, codes } of blocks.slice(0, MOST_BLOCKS)) {
    sheet
      .getRange(first, column, codes.length, 1)
      .setNumberFormat('@')
      .setValues(codes.map((code) => [code]));
  }
}
