import type { OpenSpreadsheet } from '../google/spreadsheet';
import { identifierOf } from '../workbook/cells/text';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';
import { tableOf } from './seated-students';
import { writeColumn } from './write-column';

/**
 * Writes `N° session Pix` in `Planning`, in one write.
 * @param numbers by number of the session in the workbook
 * @returns how many sessions got one
 */
export function writePixNumbers(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  numbers: ReadonlyMap<string, string>,
): number {
  const grid = reading.grids.planning;
  const table = tableOf(reading, 'planning');
  const column = table?.columns.get('pixNumber');
  if (grid === null || table === null || column === undefined) return 0;
  const wanted = new Map([...numbers].map(([session, number]) => [matchKey(session), number]));
  const changes = new Map<number, string>();
  for (const row of table.rows) {
    const number = wanted.get(matchKey(identifierOf(row.cell('session'), row.shown('session'))));
    if (number !== undefined) changes.set(row.row, number);
  }
  writeColumn(book, grid, column, changes);
  return changes.size;
}
