import { logFailure } from '../google/log';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { notify } from '../google/ui';
import { ANSWERS_TEXT } from '../text/answers';
import { FORMS_TEXT } from '../text/forms';
import { MENU_TEXT } from '../text/menu';
import { textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable, type Table } from '../workbook/read/table';
import { formAnswersTabCalled } from '../workbook/schema/form-answers';
import type { TableSchema } from '../workbook/schema/tab-schema';
import { TABS } from '../workbook/schema/tabs';
import { readWorkbook } from './read-workbook';
import { type FormKey, linkedTab, rememberedForms } from './remembered-forms';
import { requestsWait, reviewNewRequests } from './review-requests';
import { seenAnswers, stampOf } from './seen-answers';
import { slotsChanged } from './seen-slots';
import { takeAnswers } from './take-answers';

/**
 * Takes the answers that came to the tabs of the forms without the platform telling of them: its calls are sometimes
 * lost, fail, or end with the account of whoever made the form. Answers are taken again when slots changed since: they may
 * say nothing of the new ones. Needs no authorisation but the workbook's, and stops
 * nothing.
 * @returns whether there were some
 */
export function catchUp(book: OpenSpreadsheet): boolean {
  try {
    const [requests, answers] = [waitingRequests(book), waitingAnswers(book)];
    if (!requests && !answers) return false;
    const checked = requests ? reviewNewRequests(book, readWorkbook(book), {}) : 0;
    const taken = answers ? takeAnswers(book, readWorkbook(book)) : null;
    const [fresh, moved] = [taken?.fresh ?? 0, taken?.moved ?? 0];
    if (checked + fresh > 0) notify(MENU_TEXT.title, FORMS_TEXT.caughtUp(checked, fresh));
    else if (moved > 0) notify(MENU_TEXT.title, ANSWERS_TEXT.moved(moved));
    return true;
  } catch (error) {
    logFailure(error);
    return false;
  }
}

function waitingRequests(book: OpenSpreadsheet): boolean {
  const table = tableOf(book, 'requests', TABS.requests);
  return table !== null && requestsWait(book, table);
}

function waitingAnswers(book: OpenSpreadsheet): boolean {
  const titles = rememberedForms(book).availability?.titles ?? {};
  const table = tableOf(book, 'availability', formAnswersTabCalled(titles));
  const seen = seenAnswers(book).availability;
  return (
    table !== null &&
    table.rows.length > 0 &&
    (slotsChanged(book) ||
      table.rows.some((row) => {
        const stamp = stampOf(row.cell('timestamp'), row.cell('email'));
        return textOf(row.cell('followUp')) === '' || (seen !== null && stamp !== '' && !seen.has(stamp));
      }))
  );
}

function tableOf(book: OpenSpreadsheet, key: FormKey, schema: TableSchema): Table | null {
  const tab = linkedTab(book, key);
  const grid = tab === null ? null : book.read(tab, 'nothing');
  return grid === null ? null : readTable(grid, schema, new ProblemLog());
}
