import {
  candidateId,
  roomCode,
  sessionNumber,
  slotCode,
  type CandidateId,
  type RoomCode,
} from '../../domain/ids';
import type { ExistingSeat, ExistingSession } from '../../domain/session';
import type { Slot } from '../../domain/slot';
import { identifierOf, textOf } from '../cells/text';
import { readWholeNumber, readYesNo } from '../cells/values';
import { Names } from './names';
import type { ProblemLog, Spot } from './problem-log';
import { stateOf } from './session-state';
import type { Table, TableRow } from './table';

/** A session as read back, with the cells that messages about it name. */
export interface ReadSession {
  readonly session: ExistingSession;
  readonly spot: (key: string) => Spot;
  /** Text of a cell of its row in `Planning`. */
  readonly text: (key: string) => string;
  readonly seatSpots: ReadonlyMap<CandidateId, Spot>;
}

interface Draft {
  readonly session: Omit<ExistingSession, 'seats' | 'anonymous'>;
  readonly row: TableRow;
  readonly seats: ExistingSeat[];
  readonly seatSpots: Map<CandidateId, Spot>;
  readonly anonymous: { group: string; places: number }[];
}

/**
 * The planning that exists, hand edits included: in `Planning` the columns `Code` and `Créneau` count, in
 * `Affectations` the column `Session`.
 */
export function readExisting(
  tables: { planning: Table | null; assignments: Table | null; anonymousSeats: Table | null },
  known: {
    slots: Names<Slot>;
    rooms: Names<RoomCode>;
    candidates: Names<{ id: CandidateId }>;
    leftOutIds: ReadonlySet<string>;
  },
  log: ProblemLog,
): readonly ReadSession[] {
  if (tables.planning === null) return [];
  const drafts = readSessions(tables.planning, known, log);
  if (tables.assignments !== null) readSeats(tables.assignments, drafts, known, log);
  if (tables.anonymousSeats !== null) readAnonymous(tables.anonymousSeats, drafts);
  return [...drafts.values()].map(({ session, seats, anonymous, row, seatSpots }) => ({
    session: { ...session, seats, anonymous },
    spot: row.spot,
    text: (key) => textOf(row.cell(key)),
    seatSpots,
  }));
}

function readSessions(
  table: Table,
  known: { slots: Names<Slot>; rooms: Names<RoomCode> },
  log: ProblemLog,
): Names<Draft> {
  const drafts = new Names<Draft>();
  for (const row of table.rows) {
    const number = identifierOf(row.cell('session'), row.shown('session'));
    if (number === '') {
      log.warning('sessionNumberUnreadable', row.spot('session'), row.shown('session'));
      continue;
    }
    if (drafts.has(number)) {
      log.blocking('codeRepeated', row.spot('session'), number, {
        row: drafts.get(number)?.row.row ?? 0,
        header: 'Session',
      });
      continue;
    }
    const state = stateOf(row.cell('state'));
    if (state === undefined) log.warning('stateUnknown', row.spot('state'), row.shown('state'));
    const ticked = readYesNo(row.cell('locked'));
    if (ticked === null) log.warning('lockUnreadable', row.spot('locked'), row.shown('locked'));
    const slotText = identifierOf(row.cell('slot'), row.shown('slot'));
    const roomText = identifierOf(row.cell('code'), row.shown('code'));
    const slot = known.slots.get(slotText);
    const room = known.rooms.get(roomText);
    const pinned = ticked === true || state === 'convoked' || state === 'held';
    if (slot === undefined || room === undefined) {
      const spot = row.spot(slot === undefined ? 'slot' : 'code');
      const params = { session: number, header: slot === undefined ? 'Créneau' : 'Code' };
      const seen = slot === undefined ? slotText : roomText;
      if (pinned) log.blocking('sessionLeftOut', spot, seen, params);
      else if (state !== 'cancelled') log.warning('sessionLeftOut', spot, seen, params);
      continue;
    }
    const session = {
      number: sessionNumber(number),
      slot: slotCode(slot.code),
      room: roomCode(room),
      state: state ?? 'draft',
      locked: ticked === true,
      closed: state === 'held' || slot.closed,
    } as const;
    drafts.add(number, { session, row, seats: [], seatSpots: new Map(), anonymous: [] });
  }
  return drafts;
}

function readSeats(
  table: Table,
  drafts: Names<Draft>,
  known: { candidates: Names<{ id: CandidateId }>; leftOutIds: ReadonlySet<string> },
  log: ProblemLog,
): void {
  const seated = new Map<CandidateId, { draft: Draft; locked: boolean; row: number }>();
  for (const row of table.rows) {
    const id = identifierOf(row.cell('id'), row.shown('id'));
    const number = identifierOf(row.cell('session'), row.shown('session'));
    const ticked = readYesNo(row.cell('locked'));
    if (ticked === null) log.warning('lockUnreadable', row.spot('locked'), row.shown('locked'));
    const locked = ticked === true;
    if (number === '') {
      if (locked) log.warning('valueMissing', row.spot('session'), '', { header: 'Session', what: 'seat' });
      continue;
    }
    const candidate = known.candidates.get(id);
    if (candidate === undefined) {
      if (!known.leftOutIds.has(id)) log.warning('candidateUnknown', row.spot('id'), id);
      continue;
    }
    const draft = drafts.get(number);
    if (draft === undefined) {
      if (locked) log.blocking('sessionUnknown', row.spot('session'), number);
      else log.warning('sessionUnknown', row.spot('session'), number);
      continue;
    }
    const before = seated.get(candidate.id);
    if (before !== undefined) {
      const both =
        (locked || isFixed(draft)) && (before.locked || isFixed(before.draft)) && before.draft !== draft;
      if (both) log.blocking('lockedTwice', row.spot('session'), number, { row: before.row, id });
      else log.warning('rowRepeated', row.spot('id'), id, { row: before.row });
      if (both || before.locked || isFixed(before.draft)) continue;
      const at = before.draft.seats.findIndex((seat) => seat.candidate === candidate.id);
      if (at !== -1) before.draft.seats.splice(at, 1);
    }
    seated.set(candidate.id, { draft, locked, row: row.row });
    draft.seats.push({ candidate: candidateId(candidate.id), locked });
    draft.seatSpots.set(candidate.id, row.spot('session'));
  }
}

const isFixed = ({ session }: Draft): boolean =>
  session.state !== 'cancelled' &&
  (session.locked || session.closed || session.state === 'convoked' || session.state === 'held');

function readAnonymous(table: Table, drafts: Names<Draft>): void {
  for (const row of table.rows) {
    const draft = drafts.get(identifierOf(row.cell('session'), row.shown('session')));
    const places = readWholeNumber(row.cell('places'));
    if (draft !== undefined && places !== null && places > 0) {
      draft.anonymous.push({ group: textOf(row.cell('group')), places });
    }
  }
}
