import type { CalendarDay, Minutes } from '../domain/calendar';
import type { SessionState } from '../domain/session';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { french, shortDay, time } from '../text/format';
import { plannedSentence, type PlannedPart, REQUEST_STATE_LABELS } from '../text/requests';
import { textOf } from '../workbook/cells/text';
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
  readonly slot: { readonly day: CalendarDay; readonly start: Minutes };
  readonly room: { readonly name: string };
  readonly seats: readonly { readonly candidate: { readonly group: string | null } }[];
  readonly anonymous: readonly { readonly group: string; readonly places: number }[];
}

/**
 * After a planning, accepted requests say where their students are: `Planifiée` when all of them have a place, with
 * the sessions in `Suivi`; those that lost theirs are `Acceptée` again.
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
  for (const { row, group, asked } of acceptedIn(table)) {
    const parts = partsOf(group, sessions);
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

function acceptedIn(
  table: Table,
): readonly { readonly row: number; readonly group: string; readonly asked: number }[] {
  return table.rows.flatMap((row) => {
    const asked = readWholeNumber(row.cell('count'));
    const counts = COUNTING.includes(matchKey(textOf(row.cell('state'))));
    return counts && asked !== null ? [{ row: row.row, group: textOf(row.cell('group')), asked }] : [];
  });
}

function partsOf(group: string, sessions: readonly SessionOfGroups[]): readonly PlannedPart[] {
  const key = matchKey(group);
  return sessions.flatMap((session): PlannedPart[] => {
    if (session.state === 'cancelled') return [];
    const named = session.seats.filter(({ candidate }) => matchKey(candidate.group ?? '') === key).length;
    const unnamed = session.anonymous
      .filter((seats) => matchKey(seats.group) === key)
      .reduce((sum, { places }) => sum + places, 0);
    if (named + unnamed === 0 || key === '') return [];
    const { slot, room } = session;
    return [
      {
        session: session.number,
        where: french(`${shortDay(slot.day)} à ${time(slot.start)}, ${room.name}`),
        people: named + unnamed,
      },
    ];
  });
}
