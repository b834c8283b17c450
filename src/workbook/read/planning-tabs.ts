import type { Grid } from '../../domain/grid';
import { isBlankCell, textOf } from '../cells/text';
import { readYesNo } from '../cells/values';
import type { ColumnSchema } from '../schema/tab-schema';
import { TABS } from '../schema/tabs';
import type { ProblemLog } from './problem-log';
import { stateOf } from './session-state';
import { hasHeaders, looksLike, readTable, type Table } from './table';

type PlanningKey = 'planning' | 'assignments' | 'anonymousSeats';

/** The tabs that say the planning that exists; `null`: a tab that is missing or empty. */
export type PlanningTables = Readonly<Record<PlanningKey, Table | null>>;

/** Columns that staff change and without which a tab can be read all the same: who may not move is in them. */
const LOCKING: Readonly<Record<PlanningKey, readonly string[]>> = {
  planning: ['state', 'locked'],
  assignments: ['locked'],
  anonymousSeats: [],
};

/** Of the columns of a tab, how many tell that the add-on wrote it. */
const MOSTLY = 0.75;

/**
 * The tabs that a calculation writes over, read before: whatever is in them and cannot be understood blocks, for it would
 * be lost, and with it who must not move. A planning of which one tab cannot be read is not read at all.
 */
export function readPlanningTabs(
  grids: Readonly<Record<PlanningKey, Grid | null>>,
  log: ProblemLog,
): PlanningTables {
  const [planning, assignments, anonymousSeats] = (
    ['planning', 'assignments', 'anonymousSeats'] as const
  ).map((key) => readTab(key, grids[key], log));
  const nothing = { planning: null, assignments: null, anonymousSeats: null };
  if (planning === undefined || assignments === undefined || anonymousSeats === undefined) return nothing;
  if (planning !== null && planning.rows.length > 0) return { planning, assignments, anonymousSeats };
  tellSeatsAlone(assignments, log);
  tellPlacesAlone(anonymousSeats, log);
  return nothing;
}

/** `null` when there is nothing to read; `undefined`, with blocking problems, when it cannot be read. */
function readTab(key: PlanningKey, grid: Grid | null, log: ProblemLog): Table | null | undefined {
  const schema = TABS[key];
  if (grid === null) return null;
  if (!hasHeaders(grid, schema)) {
    if (grid.cells.every((line) => line.every(isBlankCell))) return null;
    const headers = schema.columns.map(({ header }) => header);
    log.blocking('planningTabUnread', { tab: grid.tab }, '', { headers: headers.join(' | ') });
    return undefined;
  }
  const table = readTable(grid, schema, log);
  if (table === null) return undefined;
  const wanted = schema.columns.filter(
    (column) => LOCKING[key].includes(column.key) && !table.columns.has(column.key),
  );
  const lost =
    table.rows.length === 0
      ? []
      : wanted.filter((column) => isLost(column, table, schema.columns.length, grid, log));
  return lost.length > 0 ? undefined : table;
}

/** Tells of a column that is missing; true when one that stands there without its title seems to be it. */
function isLost(
  column: ColumnSchema,
  table: Table,
  tabColumns: number,
  grid: Grid,
  log: ProblemLog,
): boolean {
  const { tab, headerRow: row, others, rows } = table;
  const titles = grid.cells[row - 1] ?? [];
  const says = (at: number): boolean =>
    rows.some((one) => {
      const cell = one.at(at);
      if (isBlankCell(cell)) return false;
      return column.key === 'state' ? stateOf(cell) !== undefined : readYesNo(cell) === true;
    });
  const untitled = titles.findIndex((title, at) => textOf(title) === '' && says(at + 1));
  const renamed = others.find(({ header }) => looksLike(header, column));
  const at = renamed?.column ?? (untitled === -1 ? null : untitled + 1);
  const params = { header: column.header };
  if (at !== null) log.blocking('lockColumnLost', { tab, row, column: at }, renamed?.header ?? '', params);
  // A planning made by hand may do without; one that the add-on wrote has nearly all of its columns.
  else if (isMostlyThere(table, tabColumns)) log.warning('lockColumnMissing', { tab, row }, '', params);
  return at !== null;
}

const isMostlyThere = ({ columns }: Table, tabColumns: number): boolean => columns.size > tabColumns * MOSTLY;

/** Rows of `Affectations` whose `Planning` is gone, or empty: the sessions of these people are unknown. */
function tellSeatsAlone(assignments: Table | null, log: ProblemLog): void {
  const people = (assignments?.rows ?? []).filter((row) => textOf(row.cell('session')) !== '');
  const ticked = people.filter((row) => readYesNo(row.cell('locked')) !== false);
  const [first, firstTicked] = [people[0], ticked[0]];
  if (firstTicked !== undefined)
    log.blocking('seatsWithoutPlanning', firstTicked.spot('locked'), firstTicked.shown('locked'), {
      people: people.length,
      locked: ticked.length,
    });
  else if (first !== undefined)
    log.warning('seatsWithoutPlanning', first.spot('session'), first.shown('session'), {
      people: people.length,
    });
}

function tellPlacesAlone(anonymousSeats: Table | null, log: ProblemLog): void {
  const first = (anonymousSeats?.rows ?? []).find((row) => textOf(row.cell('session')) !== '');
  if (first !== undefined)
    log.warning('placesWithoutPlanning', first.spot('session'), first.shown('session'));
}
