import type { SessionState } from '../domain/session';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { STATE_LABELS } from '../text/states';
import { identifierOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { stateOf } from '../workbook/read/session-state';
import { readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';
import { writeColumn } from './write-column';

/**
 * Gives sessions a new state in `Planning`, when their state is one of `from`. One write.
 * @returns how many changed
 */
export function setSessionStates(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  numbers: ReadonlySet<string>,
  from: readonly SessionState[],
  to: SessionState,
): number {
  const grid = reading.grids.planning;
  const table = grid === null ? null : readTable(grid, TABS.planning, new ProblemLog());
  const column = table?.columns.get('state');
  if (grid === null || table === null || column === undefined) return 0;
  const wanted = new Set([...numbers].map(matchKey));
  const changes = new Map<number, string>();
  for (const row of table.rows) {
    const number = matchKey(identifierOf(row.cell('session'), row.shown('session')));
    const state = stateOf(row.cell('state'));
    if (wanted.has(number) && state !== undefined && from.includes(state))
      changes.set(row.row, STATE_LABELS[to]);
  }
  writeColumn(book, grid, column, changes);
  return changes.size;
}
