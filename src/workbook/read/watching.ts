import type { Grid } from '../../domain/grid';
import { type SessionNumber, sessionNumber } from '../../domain/ids';
import { identifierOf, textOf } from '../cells/text';
import { TABS } from '../schema/tabs';
import { ProblemLog, type Spot } from './problem-log';
import { hasHeaders, readTable } from './table';

/** What the column `Surveillants` of `Planning` says of a session, and where. */
export interface Watching {
  readonly names: readonly string[];
  readonly spot: Spot;
}

/** Who watches each session, as the column `Surveillants` of `Planning` says. */
export function readWatching(planning: Grid | null): ReadonlyMap<SessionNumber, readonly string[]> {
  return new Map([...readWatchingCells(planning)].map(([number, { names }]) => [number, names]));
}

/** The same with the cells. */
export function readWatchingCells(planning: Grid | null): ReadonlyMap<SessionNumber, Watching> {
  const table =
    planning === null || !hasHeaders(planning, TABS.planning)
      ? null
      : readTable(planning, TABS.planning, new ProblemLog());
  return new Map(
    (table?.rows ?? []).flatMap((row): [SessionNumber, Watching][] => {
      const number = identifierOf(row.cell('session'), row.shown('session'));
      const names = textOf(row.cell('invigilators'))
        .split(';')
        .map((name) => name.trim())
        .filter((name) => name !== '');
      return number === '' ? [] : [[sessionNumber(number), { names, spot: row.spot('invigilators') }]];
    }),
  );
}
