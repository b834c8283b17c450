import type { Campaign } from '../domain/campaign';
import { identifierOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable, type Table, type TableRow } from '../workbook/read/table';
import type { TabKey } from '../workbook/schema/tab-schema';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';

/** A tab of the workbook read as a table. Its problems were told when the campaign was read. */
export function tableOf(reading: WorkbookReading, key: TabKey): Table | null {
  const grid = reading.grids[key];
  return grid === null ? null : readTable(grid, TABS[key], new ProblemLog());
}

/** The first row of each identifier, by its key. */
export function rowsByKey(table: Table | null, column: string): ReadonlyMap<string, TableRow> {
  const rows = new Map<string, TableRow>();
  for (const row of table?.rows ?? []) {
    const key = matchKey(identifierOf(row.cell(column), row.shown(column)));
    if (key !== '' && !rows.has(key)) rows.set(key, row);
  }
  return rows;
}

/**
 * Numbers of the students seated in each session, by the key of its number. A row of `Étudiants` that cannot be planned
 * may be seated all the same: its person is expected on the day.
 */
export function seatsBySession(
  reading: WorkbookReading,
  campaign: Campaign,
): ReadonlyMap<string, readonly string[]> {
  const seats = new Map<string, string[]>(
    campaign.existing.map((session) => [
      matchKey(session.number),
      session.seats.map(({ candidate }) => String(candidate)),
    ]),
  );
  const leftOut = new Set(reading.leftOut.map(({ id }) => matchKey(id)));
  for (const row of tableOf(reading, 'assignments')?.rows ?? []) {
    const id = identifierOf(row.cell('id'), row.shown('id'));
    if (!leftOut.has(matchKey(id))) continue;
    const session = seats.get(matchKey(identifierOf(row.cell('session'), row.shown('session'))));
    if (session !== undefined && !session.includes(id)) session.push(id);
  }
  return seats;
}
