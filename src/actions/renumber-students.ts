import type { OpenSpreadsheet } from '../google/spreadsheet';
import { identifierOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { messagesTab } from '../workbook/schema/messages';
import type { TabKey, TableSchema } from '../workbook/schema/tab-schema';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { findTab, type FoundTab } from './find-tabs';
import { writeColumn } from './write-column';

/**
 * Gives students their new number wherever another tab names them, so that nobody loses a seat, an answer or the record
 * of a message.
 * @returns how many numbers changed
 */
export function renumberStudents(
  book: OpenSpreadsheet,
  tabs: Readonly<Record<TabKey, FoundTab>>,
  renumbered: readonly { readonly from: string; readonly to: string }[],
): number {
  if (renumbered.length === 0) return 0;
  const numbers = new Map(renumbered.map(({ from, to }) => [matchKey(from), to]));
  const follow = ({ name, exists }: FoundTab, schema: TableSchema, key: string): void => {
    const grid = exists ? book.read(name, 'first column') : null;
    if (grid === null || !hasHeaders(grid, schema)) return;
    const table = readTable(grid, schema, new ProblemLog());
    const column = table?.columns.get(key);
    if (table === null || column === undefined) return;
    const changes = table.rows.flatMap((row): [number, string][] => {
      const to = numbers.get(matchKey(identifierOf(row.cell(key), row.shown(key))));
      return to === undefined ? [] : [[row.row, to]];
    });
    writeColumn(book, grid, column, new Map(changes));
  };
  follow(tabs.assignments, TABS.assignments, 'id');
  follow(tabs.availability, TABS.availability, 'who');
  follow(findTab(book, messagesTab.name), messagesTab, 'who');
  return renumbered.length;
}
