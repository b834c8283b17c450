import type { Grid } from '../../domain/grid';
import { type SessionNumber, sessionNumber } from '../../domain/ids';
import { identifierOf, textOf } from '../cells/text';
import { TABS } from '../schema/tabs';
import { ProblemLog } from './problem-log';
import { hasHeaders, readTable } from './table';

/** Who watches each session, as the column `Surveillants` of `Planning` says. */
export function readWatching(planning: Grid | null): ReadonlyMap<SessionNumber, readonly string[]> {
  const table =
    planning === null || !hasHeaders(planning, TABS.planning)
      ? null
      : readTable(planning, TABS.planning, new ProblemLog());
  return new Map(
    (table?.rows ?? []).flatMap((row): [SessionNumber, readonly string[]][] => {
      const number = identifierOf(row.cell('session'), row.shown('session'));
      const names = textOf(row.cell('invigilators'))
        .split(';')
        .map((name) => name.trim())
        .filter((name) => name !== '');
      return number === '' ? [] : [[sessionNumber(number), names]];
    }),
  );
}
