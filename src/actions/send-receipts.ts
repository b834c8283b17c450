import { logFailure } from '../google/log';
import { sendMail } from '../google/mail';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { isMailAddress, oneLine } from '../messages/plain-words';
import { fillTemplate } from '../messages/template';
import { RECEIPT_FIELDS } from '../text/convocations';
import { textOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { openTemplates, wrongReplyTo } from './message-desk';
import { readWorkbook } from './read-workbook';
import { rememberSeen, seenAnswers, type Stamp, stampOf } from './seen-answers';

/**
 * One message to each requester whose request was checked and who has not been told so, when staff want it. What the
 * day's quota does not let leave waits for the next occasion; a failure stops nothing.
 */
export function sendReceipts(book: OpenSpreadsheet): void {
  const { owed } = seenAnswers(book);
  if (owed.size === 0) return;
  const reading = readWorkbook(book);
  const grid = reading.grids.requests;
  const table = grid === null ? null : readTable(grid, TABS.requests, new ProblemLog());
  const templates = openTemplates(book);
  if (table === null || 'status' in templates || wrongReplyTo(reading) !== null) {
    logFailure(new Error('The receipts were not sent: a template or the address of replies cannot be used.'));
    return;
  }
  const { values } = reading.settings;
  const rows = table.rows.filter((row) => owed.has(stampOf(row.cell('timestamp'), row.cell('email'))));
  // Whatever stops the script from here on, nobody is told twice.
  rememberSeen(book, 'requests', [], new Set());
  book.flush();
  const left = new Set<Stamp>();
  for (const row of rows) {
    const email = textOf(row.cell('email'));
    if (!isMailAddress(email)) continue;
    const stamp = stampOf(row.cell('timestamp'), row.cell('email'));
    if (left.size > 0) {
      left.add(stamp);
      continue;
    }
    const message = fillTemplate(
      templates.receipt,
      new Map([
        [RECEIPT_FIELDS.requester, oneLine(textOf(row.cell('requester')))],
        [RECEIPT_FIELDS.group, oneLine(textOf(row.cell('group')), 80)],
        [RECEIPT_FIELDS.state, oneLine(textOf(row.cell('state')), 80)],
        [RECEIPT_FIELDS.followUp, oneLine(textOf(row.cell('followUp')), 600)],
      ]),
    );
    const sending = sendMail({
      to: email,
      ...message,
      senderName: oneLine(textOf(values.get('senderName'))),
      replyTo: textOf(values.get('replyTo')),
      attachment: null,
    });
    if (sending === 'quota') left.add(stamp);
  }
  if (left.size > 0) rememberSeen(book, 'requests', [], left);
}
