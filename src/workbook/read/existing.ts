import { roomCode, sessionNumber, slotCode, type CandidateId, type RoomCode } from '../../domain/ids';
import type { ExistingSession } from '../../domain/session';
import type { Slot } from '../../domain/slot';
import { identifierOf, textOf } from '../cells/text';
import { readWholeNumber } from '../cells/values';
import { readAnonymous, readSeats, sessionsTicked } from './existing-seats';
import { Names } from './names';
import type { PlanningTables } from './planning-tabs';
import type { ProblemLog, Spot } from './problem-log';
import {
  isFixed,
  isLocked,
  type KnownNames,
  type RowLeftOut,
  type SessionDraft,
  type SessionsRead,
} from './session-draft';
import { stateMeant, stateOf } from './session-state';
import type { Table, TableRow } from './table';
import type { UnusableCodes } from './unusable';

/** A session as read back, with the cells that messages about it name. */
export interface ReadSession {
  readonly session: ExistingSession;
  readonly spot: (key: string) => Spot;
  /** Text of a cell of its row in `Planning`. */
  readonly text: (key: string) => string;
  readonly seatSpots: ReadonlyMap<CandidateId, Spot>;
}

/**
 * The planning that exists, hand edits included: in `Planning` the columns `Code` and `Créneau` count, in
 * `Affectations` the column `Session`.
 */
export function readExisting(
  tables: PlanningTables,
  known: KnownNames,
  log: ProblemLog,
): readonly ReadSession[] {
  if (tables.planning === null) return [];
  const sessions = readSessions(tables.planning, sessionsTicked(tables.assignments), known, log);
  if (tables.assignments !== null) readSeats(tables.assignments, sessions, known, log);
  if (tables.anonymousSeats !== null) readAnonymous(tables.anonymousSeats, sessions, log);
  const drafts = [...sessions.drafts.values()];
  if ((tables.assignments?.rows ?? []).length === 0) tellSeatsGone(drafts, log);
  return drafts.map(({ session, seats, anonymous, row, seatSpots }) => ({
    session: { ...session, seats, anonymous },
    spot: row.spot,
    text: (key) => textOf(row.cell(key)),
    seatSpots,
  }));
}

/** @param ticked sessions in which someone is ticked `Verrouillée` */
function readSessions(table: Table, ticked: Names<true>, known: KnownNames, log: ProblemLog): SessionsRead {
  const drafts = new Names<SessionDraft>();
  const leftOut = new Names<RowLeftOut>();
  for (const row of table.rows) {
    const number = identifierOf(row.cell('session'), row.shown('session'));
    const { kept, ...session } = readRow(row, ticked.has(number), known, log);
    if (number === '') {
      if (kept === null) log.warning('sessionNumberUnreadable', row.spot('session'));
      else log.blocking('sessionNumberUnreadable', row.spot('session'), '', { kept });
      continue;
    }
    if (drafts.has(number)) {
      log.blocking('codeRepeated', row.spot('session'), number, {
        row: drafts.get(number)?.row.row ?? 0,
        header: 'Session',
      });
      continue;
    }
    const { slot, room, state } = session;
    if (slot !== undefined && room !== undefined) {
      const closed = state === 'held' || slot.closed;
      const read = { number: sessionNumber(number), slot: slotCode(slot.code), room: roomCode(room) };
      const draft = { ...read, state, locked: session.locked, closed };
      drafts.add(number, { session: draft, row, seats: [], seatSpots: new Map(), anonymous: [] });
      continue;
    }
    leftOut.add(number, state === 'cancelled' ? 'cancelled' : kept === null ? 'left out' : 'blocking');
    if (state !== 'cancelled') tellLeftOut(row, number, session, kept, known.unusable, log);
  }
  return { drafts, leftOut };
}

interface RowRead {
  readonly state: ExistingSession['state'];
  readonly locked: boolean;
  readonly slot: Slot | undefined;
  readonly room: RoomCode | undefined;
  /** What keeps the session or people in it where they are; `null`: nothing. */
  readonly kept: 'convoked' | 'held' | 'begun' | 'ticked' | 'people' | null;
}

function readRow(row: TableRow, peopleTicked: boolean, known: KnownNames, log: ProblemLog): RowRead {
  const state = stateOf(row.cell('state'));
  // Read as a draft it would free people who were told where to come, and the word would be lost.
  if (state === undefined) {
    const close = stateMeant(row.cell('state'));
    const params = close === null ? {} : { close };
    log.blocking('sessionStateUnknown', row.spot('state'), row.shown('state'), params);
  }
  const locked = isLocked(row, log);
  const slot = known.slots.get(identifierOf(row.cell('slot'), row.shown('slot')));
  const room = known.rooms.get(identifierOf(row.cell('code'), row.shown('code')));
  const kept =
    state === 'cancelled'
      ? null
      : state === 'convoked' || state === 'held'
        ? state
        : locked
          ? 'ticked'
          : slot?.closed === true
            ? 'begun'
            : peopleTicked
              ? 'people'
              : null;
  return { state: state ?? 'draft', locked, slot, room, kept };
}

function tellLeftOut(
  row: TableRow,
  number: string,
  { slot }: Pick<RowRead, 'slot'>,
  kept: RowRead['kept'],
  unusable: UnusableCodes,
  log: ProblemLog,
): void {
  const key = slot === undefined ? 'slot' : 'code';
  const seen = identifierOf(row.cell(key), row.shown(key));
  const why = slot === undefined ? unusable.slot(seen) : unusable.room(seen);
  const params = { session: number, header: slot === undefined ? 'Créneau' : 'Code', why };
  if (kept === null) log.warning('sessionLeftOut', row.spot(key), seen, params);
  else log.blocking('sessionLeftOut', row.spot(key), seen, { ...params, kept });
}

/** `Planning` counts people, and `Affectations` has nobody left: who sat in a session that must stay is lost. */
function tellSeatsGone(drafts: readonly SessionDraft[], log: ProblemLog): void {
  const counted = drafts.flatMap((draft) => {
    const places = draft.anonymous.reduce((sum, one) => sum + one.places, 0);
    const people = (readWholeNumber(draft.row.cell('enrolled')) ?? 0) - places;
    return draft.session.state === 'cancelled' || people <= 0 ? [] : [{ draft, people }];
  });
  const kept = counted.filter(({ draft }) => isFixed(draft));
  const [first] = kept.length > 0 ? kept : counted;
  if (first === undefined) return;
  const { session, row } = first.draft;
  const spot = row.spot('enrolled');
  const params = { session: session.number, people: first.people };
  if (kept.length > 0) log.blocking('seatsGone', spot, row.shown('enrolled'), params);
  else log.warning('seatsGone', spot, row.shown('enrolled'), params);
}
