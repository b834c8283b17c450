import type { Grid } from '../domain/grid';
import { GROUPS_WINDOW, type GroupPair } from '../dialogs/groups/exchange';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { showWindow } from '../google/page-window';
import { GROUPS_TEXT } from '../text/requests';
import { identifierOf, textOf } from '../workbook/cells/text';
import { groupLikeness } from '../workbook/group-likeness';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { act, aloneInWords } from './act';
import { type Answer, done, type WindowOpened } from './answer';
import { groupsListed } from './groups-listed';
import { rememberMerged } from './merged-groups';
import { readWorkbook, type WorkbookReading } from './read-workbook';
import { linkedTab } from './remembered-forms';
import { reviewNewRequests } from './review-requests';
import { writeColumn } from './write-column';

const WINDOW = { width: 620, height: 420 } as const;

/** Where a group is named by people who do not look at `Étudiants`. */
const NAMED = [
  { key: 'requests', column: 'group' },
  { key: 'availability', column: 'who' },
] as const;

/** *Rapprocher les groupes*: shows the groups asked for under one label and listed under another. Changes nothing. */
export function proposeGroups(): Answer | WindowOpened {
  const shown: GroupPair[] = [];
  const answer = aloneInWords((book) => {
    const reading = readWorkbook(book);
    const groups = groupsListed(reading);
    for (const pair of pairsOf(reading)) {
      const tab = NAMED.find(({ key }) => key === pair.tab)?.key ?? 'requests';
      shown.push({
        seen: pair.seen,
        label: GROUPS_TEXT.row(
          pair.seen,
          reading.tabs[tab].name,
          pair.rows.length,
          pair.group,
          groups.get(pair.group) ?? 0,
        ),
      });
    }
    return done([shown.length === 0 ? GROUPS_TEXT.none : GROUPS_TEXT.intro]);
  });
  if (answer.status !== 'done' || shown.length === 0) return act(GROUPS_TEXT.title, () => answer);
  showWindow(GROUPS_WINDOW, { title: GROUPS_TEXT.title, data: { pairs: shown }, ...WINDOW });
  return { defaultCall: 'mergeGroups' };
}

/**
 * Gives the groups that were confirmed the name that `Étudiants` gives them, where they are named otherwise.
 * @param confirmed labels as they are seen; `undefined`: all that were proposed
 */
export function mergeGroups(confirmed: readonly string[] | undefined): Answer {
  return aloneInWords((book) => {
    const reading = readWorkbook(book);
    const pairs = pairsOf(reading).filter(
      ({ seen }) => confirmed === undefined || confirmed.some((label) => matchKey(label) === matchKey(seen)),
    );
    for (const { key, column } of NAMED) {
      const grid = reading.grids[key];
      const mine = pairs.filter(({ tab }) => tab === key);
      if (grid === null || mine.length === 0) continue;
      rename(book, grid, mine, column);
    }
    if (pairs.length > 0) {
      rememberMerged(book, pairs);
      const renamed = new Set(pairs.flatMap(({ tab, rows }) => (tab === 'requests' ? rows : [])));
      // Requests that staff type themselves have nothing said of them.
      if (renamed.size > 0 && linkedTab(book, 'requests') !== null)
        reviewNewRequests(book, readWorkbook(book), { again: true, renamed });
    }
    const cells = pairs.reduce((sum, { rows }) => sum + rows.length, 0);
    return done([GROUPS_TEXT.done(new Set(pairs.map(({ seen }) => matchKey(seen))).size, cells)]);
  });
}

interface Pair {
  readonly tab: (typeof NAMED)[number]['key'];
  readonly seen: string;
  readonly group: string;
  readonly rows: readonly number[];
}

function pairsOf(reading: WorkbookReading): readonly Pair[] {
  const likeness = groupLikeness([...groupsListed(reading).keys()]);
  return NAMED.flatMap(({ key, column }): Pair[] => {
    const grid = reading.grids[key];
    if (grid === null || !hasHeaders(grid, TABS[key])) return [];
    const rows = new Map<string, { seen: string; rows: number[] }>();
    for (const row of readTable(grid, TABS[key], new ProblemLog())?.rows ?? []) {
      const seen = textOf(row.cell(column));
      // A student number is no group.
      if (seen === '' || /^\d+$/.test(identifierOf(row.cell(column), row.shown(column)))) continue;
      const entry = rows.get(matchKey(seen)) ?? { seen, rows: [] };
      entry.rows.push(row.row);
      rows.set(matchKey(seen), entry);
    }
    return [...rows.values()].flatMap((entry): Pair[] => {
      const group = likeness.like(entry.seen);
      return group === null ? [] : [{ tab: key, seen: entry.seen, group, rows: entry.rows }];
    });
  });
}

function rename(book: OpenSpreadsheet, grid: Grid, pairs: readonly Pair[], key: string): void {
  const schema = TABS[pairs[0]?.tab ?? 'requests'];
  const column = readTable(grid, schema, new ProblemLog())?.columns.get(key);
  if (column === undefined) return;
  writeColumn(
    book,
    grid,
    column,
    new Map(pairs.flatMap(({ rows, group }) => rows.map((row) => [row, group] as const))),
  );
}
