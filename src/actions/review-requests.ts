import { now } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { replacedSentence, REQUEST_STATE_LABELS, reviewSentence } from '../text/requests';
import { textOf } from '../workbook/cells/text';
import { groupLikeness } from '../workbook/group-likeness';
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
import { matchKey } from '../workbook/text-match';
import { groupsListed } from './groups-listed';
import { mergedGroups } from './merged-groups';
import type { WorkbookReading } from './read-workbook';
import { rememberSeen, seenAnswers, type Stamp, stampOf, whoOf } from './seen-answers';
import { writeColumn } from './write-column';

/** What a request becomes, and what is said of it. */
interface Verdict {
  readonly request: ReviewedRequest;
  readonly state: string;
  readonly followUp: string;
}

/** What calls for a look at the requests. */
interface Occasion {
  /** Row that was just written by the form. */
  readonly submitted?: number | null;
  /** Whether requests that staff have not decided on are looked at again: slots and places may have changed. */
  readonly again?: boolean;
  /** Rows that were given the group they meant: what is said of them changes, what staff decided does not. */
  readonly renamed?: ReadonlySet<number>;
}

/**
 * Checks the requests that nobody has checked yet, and those that were submitted again: fills `Statut` and `Suivi`,
 * marks what they replace. What staff decided stays. Each answer is checked once, however often the platform tells of it.
 * @returns how many requests were checked for the first time
 */
export function reviewNewRequests(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  { submitted = null, again = false, renamed = new Set() }: Occasion,
): number {
  const grid = reading.grids.requests;
  const table = grid === null ? null : readTable(grid, TABS.requests, new ProblemLog());
  const offer = readOffer(reading.grids, now(book.timeZone));
  if (grid === null || table === null || offer === null) return 0;
  const likeness = groupLikeness([...groupsListed(reading).keys()]);
  const merged = mergedGroups(book);
  const reviewed = reviewRequests(
    table,
    offer,
    reading.settings.planning,
    reading.settings.defaultExtraTime,
    {
      like: likeness.like,
      meant: (label) => merged.get(matchKey(label)) ?? likeness.sameWords(label) ?? label,
    },
  );
  const seen = seenAnswers(book);
  const { fresh, edited } = unseen(reviewed, seen.requests, submitted);
  const checked = reviewed.filter(
    (request) =>
      request.state === 'blank' || edited.has(request.row) || (again && OPEN.includes(request.state)),
  );
  const verdicts = checked.map((request) => verdictOf(request, reviewed, edited.has(request.row)));
  const replaced = replacedBy(checked, reviewed);
  const told = reviewed
    .filter(({ row, state, replacedBy: later }) => state === 'accepted' && renamed.has(row) && later === null)
    .map((request) => ({ ...verdictOf(request, reviewed, false), state: REQUEST_STATE_LABELS.accepted }));
  writeVerdicts(book, table, reading, [...told, ...replaced, ...verdicts]);
  const owing =
    textOf(reading.settings.values.get('receipts')) === 'oui'
      ? verdicts.filter(
          ({ state, request }) => state !== REQUEST_STATE_LABELS.replaced && fresh.has(request.row),
        )
      : [];
  rememberSeen(
    book,
    'requests',
    reviewed.map(stampOfRequest),
    new Set([...seen.owed, ...owing.map(({ request }) => stampOfRequest(request))]),
  );
  return checked.filter(({ row, state }) => state === 'blank' || edited.has(row)).length;
}

/** Whether a look at the requests would find some that nobody has checked. */
export function requestsWait(book: OpenSpreadsheet, table: Table): boolean {
  const seen = seenAnswers(book).requests;
  return table.rows.some((row) => {
    const stamp = stampOf(row.cell('timestamp'), row.cell('email'));
    return textOf(row.cell('state')) === '' || (seen !== null && stamp !== '' && !seen.has(stamp));
  });
}

const stampOfRequest = ({ timestamp, email }: ReviewedRequest): Stamp => stampOf(timestamp, email);

/**
 * The requests whose answer was never looked at, and among them those that were edited: their row has a state already,
 * and it is the one just written, or an answer of the same person is no longer in the tab.
 */
function unseen(
  reviewed: readonly ReviewedRequest[],
  before: ReadonlySet<Stamp> | null,
  submitted: number | null,
): { readonly fresh: ReadonlySet<number>; readonly edited: ReadonlySet<number> } {
  const standing = new Set(reviewed.map(stampOfRequest));
  const known =
    before ??
    new Set(reviewed.filter(({ row, state }) => state !== 'blank' && row !== submitted).map(stampOfRequest));
  const gone = new Set([...known].filter((stamp) => !standing.has(stamp)).map(whoOf));
  const fresh = reviewed.filter((request) => {
    const stamp = stampOfRequest(request);
    return stamp !== '' && !known.has(stamp);
  });
  const edited = fresh.filter(
    (request) =>
      request.state !== 'blank' && (request.row === submitted || gone.has(whoOf(stampOfRequest(request)))),
  );
  const rows = (requests: readonly ReviewedRequest[]): ReadonlySet<number> =>
    new Set(requests.map(({ row }) => row));
  return { fresh: rows(fresh), edited: rows(edited) };
}

/** What nobody has decided on. */
const OPEN: readonly RequestState[] = ['new', 'incomplete'];
const DECIDED: readonly RequestState[] = ['accepted', 'refused', 'planned', 'cancelled'];

function verdictOf(request: ReviewedRequest, all: readonly ReviewedRequest[], again: boolean): Verdict {
  if (request.replacedBy !== null) return replacement(request, all);
  const faulty = request.findings.some(isFault);
  const edited = again && DECIDED.includes(request.state);
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
