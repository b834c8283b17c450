import { now } from '../google/clock';
import { sendMail } from '../google/mail';
import { logFailure } from '../google/log';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { isMailAddress, oneLine } from '../messages/plain-words';
import { fillTemplate } from '../messages/template';
import { RECEIPT_FIELDS } from '../text/convocations';
import { replacedSentence, REQUEST_STATE_LABELS, reviewSentence } from '../text/requests';
import { textOf } from '../workbook/cells/text';
import { likeGroup } from '../workbook/group-likeness';
import { ProblemLog } from '../workbook/read/problem-log';
import { readOffer } from '../workbook/read/offer';
import {
  isFault,
  type RequestState,
  reviewRequests,
  type ReviewedRequest,
} from '../workbook/read/review-requests';
import { readTable, type Table } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { groupsListed } from './groups-listed';
import { openTemplates } from './message-desk';
import type { WorkbookReading } from './read-workbook';
import { writeColumn } from './write-column';

/** What a request becomes, and what is said of it. */
interface Verdict {
  readonly request: ReviewedRequest;
  readonly state: string;
  readonly followUp: string;
}

/**
 * Checks the requests that nobody has checked yet, and the one that was just submitted: fills `Statut` and `Suivi`,
 * marks what they replace. What staff decided stays.
 * @param submitted row that was just written by the form; `null`: none in particular
 * @returns how many requests were checked
 */
export function reviewNewRequests(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  submitted: number | null,
): number {
  const grid = reading.grids.requests;
  const table = grid === null ? null : readTable(grid, TABS.requests, new ProblemLog());
  const offer = readOffer(reading.grids, now(book.timeZone));
  if (grid === null || table === null || offer === null) return 0;
  const groups = [...groupsListed(reading).keys()];
  const reviewed = reviewRequests(
    table,
    offer,
    reading.settings.planning,
    reading.settings.defaultExtraTime,
    (label) => likeGroup(label, groups),
  );
  const checked = reviewed.filter(({ row, state }) => state === 'blank' || row === submitted);
  const verdicts = checked.map((request) => verdictOf(request, reviewed, request.row === submitted));
  const replaced = replacedBy(checked, reviewed);
  writeVerdicts(book, table, reading, [...replaced, ...verdicts]);
  if (textOf(reading.settings.values.get('receipts')) === 'oui') sendReceipts(book, reading, verdicts);
  return checked.length;
}

const DECIDED: readonly RequestState[] = ['accepted', 'refused', 'planned', 'cancelled'];

function verdictOf(request: ReviewedRequest, all: readonly ReviewedRequest[], justNow: boolean): Verdict {
  if (request.replacedBy !== null) return replacement(request, all);
  const faulty = request.findings.some(isFault);
  const edited = justNow && DECIDED.includes(request.state);
  return {
    request,
    state: faulty ? REQUEST_STATE_LABELS.incomplete : REQUEST_STATE_LABELS.new,
    followUp: reviewSentence(request.findings, request.asked, request.places, edited),
  };
}

function replacement(request: ReviewedRequest, all: readonly ReviewedRequest[]): Verdict {
  const later = all.find(({ row }) => row === request.replacedBy);
  return {
    request,
    state: REQUEST_STATE_LABELS.replaced,
    followUp: replacedSentence(later?.day ?? null),
  };
}

/**
 * Earlier requests that those just checked replace. One that was accepted keeps its places until the new one can take
 * them: an incomplete request takes nobody's.
 */
function replacedBy(
  checked: readonly ReviewedRequest[],
  all: readonly ReviewedRequest[],
): readonly Verdict[] {
  const rows = new Map(checked.map((request) => [request.row, request]));
  return all.flatMap((request): Verdict[] => {
    const later = request.replacedBy === null ? undefined : rows.get(request.replacedBy);
    if (later === undefined || rows.has(request.row) || request.state === 'replaced') return [];
    if (request.state === 'refused' || request.state === 'cancelled') return [];
    const kept = request.state === 'accepted' || request.state === 'planned';
    return kept && later.findings.some(isFault) ? [] : [replacement(request, all)];
  });
}

function writeVerdicts(
  book: OpenSpreadsheet,
  table: Table,
  reading: WorkbookReading,
  verdicts: readonly Verdict[],
): void {
  const grid = reading.grids.requests;
  const [state, followUp] = [table.columns.get('state'), table.columns.get('followUp')];
  if (grid === null) return;
  if (state !== undefined)
    writeColumn(book, grid, state, new Map(verdicts.map((one) => [one.request.row, one.state])));
  if (followUp !== undefined)
    writeColumn(book, grid, followUp, new Map(verdicts.map((one) => [one.request.row, one.followUp])));
}

/** One message to each requester whose request was just checked, when staff want it. A failure stops nothing. */
function sendReceipts(book: OpenSpreadsheet, reading: WorkbookReading, verdicts: readonly Verdict[]): void {
  book.flush();
  const templates = openTemplates(book);
  if ('status' in templates) {
    logFailure(new Error('The receipts were not sent: a template names an unknown field.'));
    return;
  }
  const { values } = reading.settings;
  for (const { request, state, followUp } of verdicts) {
    if (!isMailAddress(request.email) || state === REQUEST_STATE_LABELS.replaced) continue;
    const message = fillTemplate(
      templates.receipt,
      new Map([
        [RECEIPT_FIELDS.requester, oneLine(request.requester)],
        [RECEIPT_FIELDS.group, oneLine(request.group, 80)],
        [RECEIPT_FIELDS.state, state],
        [RECEIPT_FIELDS.followUp, oneLine(followUp, 600)],
      ]),
    );
    const sending = sendMail({
      to: request.email,
      ...message,
      senderName: textOf(values.get('senderName')),
      replyTo: textOf(values.get('replyTo')),
      attachment: null,
    });
    if (sending === 'quota') return;
  }
}
