import { textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';

/** The groups of `Étudiants` in the spelling met first, with how many rows name each. */
export function groupsListed({ grids }: WorkbookReading): ReadonlyMap<string, number> {
  const grid = grids.students;
  if (grid === null || !hasHeaders(grid, TABS.students)) return new Map();
  const spelling = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const row of readTable(grid, TABS.students, new ProblemLog())?.rows ?? []) {
    const label = textOf(row.cell('group'));
    if (label === '') continue;
    const name = spelling.get(matchKey(label)) ?? label;
    spelling.set(matchKey(label), name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
