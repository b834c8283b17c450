import type { CalendarDay, Minutes } from '../domain/calendar';
import type { SessionState } from '../domain/session';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { french, shortDay, time } from '../text/format';
import { plannedSentence, type PlannedPart, REQUEST_STATE_LABELS } from '../text/requests';
import { partsOf, textOf } from '../workbook/cells/text';
import { readWholeNumber } from '../workbook/cells/values';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable, type Table } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import type { WorkbookReading } from './read-workbook';
import { writeColumn } from './write-column';

/** What of a session says where a group is. */
export interface SessionOfGroups {
  readonly number: string;
  readonly state: SessionState;
  readonly slot: { readonly code: string; readonly day: CalendarDay; readonly start: Minutes };
  readonly room: { readonly name: string };
  readonly seats: readonly { readonly candidate: { readonly group: string | null } }[];
  readonly anonymous: readonly { readonly group: string; readonly places: number }[];
}

/**
 * After a planning, accepted requests say where their students are: `Planifiée` when all of them have a place, with
 * the sessions in `Suivi`; those that lost theirs are `Acceptée` again. Several requests of one group share its places.
 */
export function followRequests(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  sessions: readonly SessionOfGroups[],
): void {
  const grid = reading.grids.requests;
  if (grid === null || !hasHeaders(grid, TABS.requests)) return;
  const table = readTable(grid, TABS.requests, new ProblemLog());
  if (table === null) return;
  const states = new Map<number, string>();
  const followUps = new Map<number, string>();
  const accepted = acceptedIn(table);
  const shares = sharedOut(accepted, sessions);
  for (const { row, asked } of accepted) {
    const parts = shares.get(row) ?? [];
    const placed = parts.reduce((sum, { people }) => sum + people, 0);
    states.set(
      row,
      placed > 0 && placed >= asked ? REQUEST_STATE_LABELS.planned : REQUEST_STATE_LABELS.accepted,
    );
    followUps.set(row, plannedSentence(parts, asked));
  }
  const [state, followUp] = [table.columns.get('state'), table.columns.get('followUp')];
  if (state !== undefined) writeColumn(book, grid, state, states);
  if (followUp !== undefined) writeColumn(book, grid, followUp, followUps);
}

const COUNTING = [REQUEST_STATE_LABELS.accepted, REQUEST_STATE_LABELS.planned].map(matchKey);

interface AcceptedRequest {
  readonly row: number;
  readonly group: string;
  readonly asked: number;
  /** Codes or labels, folded. */
  readonly ticked: readonly string[];
}

function acceptedIn(table: Table): readonly AcceptedRequest[] {
  return table.rows.flatMap((row) => {
    const asked = readWholeNumber(row.cell('count'));
    const counts = COUNTING.includes(matchKey(textOf(row.cell('state'))));
    if (!counts || asked === null) return [];
    const ticked = partsOf(row.cell('slots'), ',').map(matchKey);
    return [{ row: row.row, group: matchKey(textOf(row.cell('group'))), asked, ticked }];
  });
}

/** The places of a group that no request has yet, in one session. */
interface Stock {
  readonly session: SessionOfGroups;
  left: number;
}

/**
 * The places of each group, shared out among its requests in order: each gets what it asked, at the slots that it ticked
 * first; the last of them what is left. By row.
 */
function sharedOut(
  requests: readonly AcceptedRequest[],
  sessions: readonly SessionOfGroups[],
): ReadonlyMap<number, readonly PlannedPart[]> {
  const stocks = stocksOf(sessions);
  const ofGroup = new Map<string, AcceptedRequest[]>();
  for (const request of requests)
    ofGroup.set(request.group, [...(ofGroup.get(request.group) ?? []), request]);
  const shares = new Map<number, readonly PlannedPart[]>();
  for (const [group, several] of ofGroup) {
    const stock = stocks.get(group) ?? [];
    const taken = new Map(several.map(({ row }) => [row, new Map<Stock, number>()]));
    const take = ({ row }: AcceptedRequest, from: readonly Stock[], most: number): void => {
      const mine = taken.get(row);
      let wanted = most - [...(mine?.values() ?? [])].reduce((sum, people) => sum + people, 0);
      for (const one of from) {
        const people = Math.max(0, Math.min(one.left, wanted));
        if (people === 0) continue;
        mine?.set(one, (mine.get(one) ?? 0) + people);
        one.left -= people;
        wanted -= people;
      }
    };
    for (const request of several)
      take(
        request,
        stock.filter(({ session }) => isTicked(session.slot.code, request)),
        request.asked,
      );
    for (const request of several) take(request, stock, request.asked);
    const last = several[several.length - 1];
    if (last !== undefined) take(last, stock, Infinity);
    for (const [row, mine] of taken)
      shares.set(
        row,
        stock.flatMap((one): PlannedPart[] => {
          const people = mine.get(one);
          return people === undefined ? [] : [partOf(one.session, people)];
        }),
      );
  }
  return shares;
}

function isTicked(code: string, { ticked }: AcceptedRequest): boolean {
  const key = matchKey(code);
  return ticked.some((label) => label === key || label.startsWith(`${key} `));
}

/** How many places each group has in each session, by folded label. */
function stocksOf(sessions: readonly SessionOfGroups[]): ReadonlyMap<string, readonly Stock[]> {
  const stocks = new Map<string, Stock[]>();
  for (const session of sessions) {
    if (session.state === 'cancelled') continue;
    const counts = new Map<string, number>();
    const add = (group: string, people: number): void => {
      const key = matchKey(group);
      if (key !== '' && people > 0) counts.set(key, (counts.get(key) ?? 0) + people);
    };
    for (const { candidate } of session.seats) add(candidate.group ?? '', 1);
    for (const { group, places } of session.anonymous) add(group, places);
    for (const [key, left] of counts) stocks.set(key, [...(stocks.get(key) ?? []), { session, left }]);
  }
  return stocks;
}

function partOf({ number, slot, room }: SessionOfGroups, people: number): PlannedPart {
  return {
    session: number,
    where: french(`${shortDay(slot.day)} à ${time(slot.start)}, ${room.name}`),
    people,
  };
}
