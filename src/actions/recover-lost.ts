import { type AppendedColumn, appendRows } from '../google/append-rows';
import { nowSerial } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable } from '../workbook/read/table';
import { formAnswersTabCalled } from '../workbook/schema/form-answers';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { openForm } from './linked-forms';
import { type FormKey, linkedTab, rememberedForms } from './remembered-forms';
import { seenAnswers, type Stamp, stampAt, stampOf } from './seen-answers';

const SECONDS_PER_DAY = 86_400;
/** Seconds after which the row of an answer has come, if it ever does. */
const ON_THE_WAY = 120;

/** The form keeps milliseconds that the cell may have cut or rounded: a second apart is the same answer. */
const isKnown = (known: ReadonlySet<Stamp>, at: number, email: string): boolean =>
  [0, -1, 1].some((seconds) => known.has(stampAt(at + seconds / SECONDS_PER_DAY, email)));

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
  // A row that somebody copied is no other answer.
  if (form.count() <= new Set(standing).size) return 0;
  const known = new Set([...standing, ...(seenAnswers(book)[key] ?? [])]);
  const recent = nowSerial(book.timeZone) - ON_THE_WAY / SECONDS_PER_DAY;
  const lost = form
    .sent(book.timeZone)
    .filter(({ at, email }) => at < recent && !isKnown(known, at, email))
    .map(({ at, email, answers }) => ({ at, email, answers: answers() }));
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
      const values = lost.map((one) =>
        column === email ? one.email : (one.answers.get(matchKey(header)) ?? ''),
      );
      return values.every((text) => text === '') ? [] : [{ column, format: '@', values }];
    }),
  );
  book.flush();
  return lost.length;
}
