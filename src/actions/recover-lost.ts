import { type AppendedColumn, appendRows } from '../google/append-rows';
import type { SentForm } from '../google/forms';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable } from '../workbook/read/table';
import { formAnswersTabCalled } from '../workbook/schema/form-answers';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { openForm } from './linked-forms';
import { type FormKey, linkedTab, rememberedForms } from './remembered-forms';
import { seenAnswers, stampAt, stampOf } from './seen-answers';

/**
 * Writes in the tab of a form the answers that the form has and that never came there: when many answer at once, the
 * platform loses rows. An answer that was looked at once and whose row is gone was removed by staff: it stays so.
 * @returns how many were found
 */
export function recoverLost(book: OpenSpreadsheet, key: FormKey): number {
  const tab = linkedTab(book, key);
  const form = openForm(book, key);
  const grid = tab === null || form === null ? null : book.read(tab, 'nothing');
  if (tab === null || form === null || grid === null) return 0;
  const titles = rememberedForms(book)[key]?.titles ?? {};
  const schema = key === 'requests' ? TABS.requests : formAnswersTabCalled(titles);
  const table = readTable(grid, schema, new ProblemLog());
  const timestamp = table?.columns.get('timestamp');
  if (table === null || timestamp === undefined) return 0;
  const standing = table.rows
    .map((row) => stampOf(row.cell('timestamp'), row.cell('email')))
    .filter((stamp) => stamp !== '');
  if (form.count() <= standing.length) return 0;
  const known = new Set([...standing, ...(seenAnswers(book)[key] ?? [])]);
  const lost = form.sent(book.timeZone).filter(({ at, email }) => !known.has(stampAt(at, email)));
  if (lost.length === 0) return 0;
  const headers = (grid.cells[table.headerRow - 1] ?? []).map(textOf);
  const email = table.columns.get('email');
  appendRows(
    book,
    tab,
    Math.max(grid.cells.length, table.headerRow) + 1,
    headers.flatMap((header, index): AppendedColumn[] => {
      const column = index + 1;
      if (column === timestamp)
        return [{ column, format: 'dd/mm/yyyy hh:mm:ss', values: lost.map(({ at }) => at) }];
      const value = (one: SentForm): string =>
        column === email ? one.email : (one.answers.get(matchKey(header)) ?? '');
      const values = lost.map(value);
      return values.every((text) => text === '') ? [] : [{ column, format: '@', values }];
    }),
  );
  book.flush();
  return lost.length;
}
