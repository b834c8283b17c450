import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import { type SessionNumber, sessionNumber } from '../../domain/ids';
import type { AnonymousSeats, Plan, PlannedSession, Unseated } from '../../domain/plan';
import type { RecordedSession } from '../../domain/planning-record';
import type { Room } from '../../domain/room';
import type { ExistingSession, SessionState } from '../../domain/session';
import { type Slot, compareSlots } from '../../domain/slot';
import { matchKey } from '../text-match';
import type { KeptTable } from './kept-table';
import { orphanCancelled, planningRows, sameMeaning } from './planning-rows';
import { highestOrdinal, newNumber } from './session-numbers';

/** A session as the output tabs show it: its number, and objects instead of codes. */
export interface NumberedSession {
  readonly number: SessionNumber;
  /** Number of the row of `Planning` whose remarks and other cells of the staff's it takes over; `null`: none. */
  readonly keptAs: string | null;
  readonly slot: Slot;
  readonly room: Room;
  readonly state: SessionState;
  /** Tick of `Planning`. */
  readonly locked: boolean;
  /** In alphabetical order. */
  readonly seats: readonly NumberedSeat[];
  readonly anonymous: readonly AnonymousSeats[];
  readonly invigilators: readonly string[];
}

export interface NumberedSeat {
  readonly candidate: Candidate;
  /** Tick of `Affectations`. */
  readonly locked: boolean;
}

/** The plan, ready to be told: sessions in order of date and time, cancelled ones included (without anybody). */
export interface NumberedPlan {
  readonly sessions: readonly NumberedSession[];
  /** In alphabetical order. */
  readonly unseated: readonly { readonly candidate: Candidate; readonly unseated: Unseated }[];
  /** The highest number given in this workbook, the new sessions included. */
  readonly highest: number;
}

/**
 * Gives each session its number: the one that `Planning` gave to the same date, start and room; the next one never
 * given otherwise. A session that staff moved by hand gets a new number too, and keeps what they wrote about it.
 *
 * @param kept `Planning` as it stands
 * @param highest the highest number ever given in this workbook, 0 when none
 * @param returning sessions that come back, by folded number, whose rows `kept` has: they are again what they were
 * @throws when the plan names a slot, room or candidate that the campaign does not have (a defect of the engine)
 */
export function numberSessions(
  campaign: Campaign,
  plan: Plan,
  kept: KeptTable | null,
  highest: number,
  returning: ReadonlyMap<string, RecordedSession> = new Map(),
): NumberedPlan {
  const directory = openDirectory(campaign);
  const existing = new Map(campaign.existing.map((session) => [session.number, session]));
  const rows = planningRows(kept);
  let last = highestOrdinal(highest, [...rows.map(({ number }) => number), ...existing.keys()]);

  const cancelled = campaign.existing
    .filter((session) => session.state === 'cancelled')
    .map((session) => emptied(session, directory));
  const taken = new Set(cancelled.map(({ number }) => matchKey(number)));
  const open = inOrder(plan.sessions, directory).map((planned): NumberedSession => {
    const before = planned.continues === null ? null : (existing.get(planned.continues) ?? null);
    const [slot, room] = [directory.slot(planned.slot), directory.room(planned.room)];
    const kin = before === null ? null : matchKey(before.number);
    const mine = rows
      .filter((row) => !taken.has(matchKey(row.number)) && sameMeaning(row, slot, room, campaign.rooms))
      .sort((a, b) => Number(matchKey(b.number) === kin) - Number(matchKey(a.number) === kin))
      .find((row) => matchKey(row.number) === kin || (row.day !== null && row.start !== null));
    const told = rows.length === 0 || matchKey(mine?.number ?? '') === kin ? before?.number : mine?.number;
    if (told !== undefined) taken.add(matchKey(told));
    else last += 1;
    const number = told === undefined ? newNumber(last) : sessionNumber(told);
    const was: Before | null = before ?? returning.get(matchKey(told ?? '')) ?? null;
    return numbered(planned, number, was, told ?? before?.number ?? null, directory);
  });
  const known = new Set([...existing.keys(), ...taken].map(matchKey));

  return {
    sessions: [...open, ...cancelled, ...orphanCancelled(kept, known)].sort(bySlotThenRoom),
    unseated: plan.unseated
      .map((unseated) => ({ candidate: directory.candidate(unseated.candidate), unseated }))
      .sort((a, b) => byName(a.candidate, b.candidate)),
    highest: last,
  };
}

/** What a session was, state and ticks. */
type Before = Pick<ExistingSession, 'state' | 'locked'> & {
  readonly seats: readonly { readonly candidate: string; readonly locked: boolean }[];
};

interface Directory {
  readonly slot: (code: Slot['code']) => Slot;
  readonly room: (code: Room['code']) => Room;
  readonly candidate: (id: Candidate['id']) => Candidate;
}

function openDirectory(campaign: Campaign): Directory {
  return {
    slot: finder('slot', campaign.slots, (slot) => slot.code),
    room: finder('room', campaign.rooms, (room) => room.code),
    candidate: finder('candidate', campaign.candidates, (candidate) => candidate.id),
  };
}

function finder<Item, Key extends string>(
  kind: string,
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): (key: Key) => Item {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return (key) => {
    const item = byKey.get(key);
    if (item === undefined) throw new Error(`The plan names an unknown ${kind}.`);
    return item;
  };
}

function inOrder(sessions: readonly PlannedSession[], directory: Directory): readonly PlannedSession[] {
  return [...sessions].sort((a, b) =>
    bySlotThenRoom(
      { slot: directory.slot(a.slot), room: directory.room(a.room) },
      { slot: directory.slot(b.slot), room: directory.room(b.room) },
    ),
  );
}

function numbered(
  planned: PlannedSession,
  number: SessionNumber,
  before: Before | null,
  keptAs: string | null,
  directory: Directory,
): NumberedSession {
  const ticked = new Set<string>(before?.seats.filter((seat) => seat.locked).map((seat) => seat.candidate));
  return {
    number,
    keptAs,
    slot: directory.slot(planned.slot),
    room: directory.room(planned.room),
    state: before?.state ?? 'draft',
    locked: before?.locked ?? false,
    seats: planned.seats
      .map((id) => ({ candidate: directory.candidate(id), locked: ticked.has(id) }))
      .sort((a, b) => byName(a.candidate, b.candidate)),
    anonymous: planned.anonymous.filter(({ places }) => places > 0),
    invigilators: planned.invigilators,
  };
}

function emptied(session: ExistingSession, directory: Directory): NumberedSession {
  return {
    number: session.number,
    keptAs: session.number,
    slot: directory.slot(session.slot),
    room: directory.room(session.room),
    state: 'cancelled',
    locked: session.locked,
    seats: [],
    anonymous: [],
    invigilators: [],
  };
}

/** Seats taken, with and without a name. */
export function headcount(session: Pick<NumberedSession, 'seats' | 'anonymous'>): number {
  return session.anonymous.reduce((sum, { places }) => sum + places, session.seats.length);
}

type At = Pick<NumberedSession, 'slot' | 'room'>;

function bySlotThenRoom(a: At, b: At): number {
  return compareSlots(a.slot, b.slot) || compare(a.room.code, b.room.code);
}

/** Alphabetical as in a French list (accents and capitals do not count), then by identifier. */
function byName(a: Candidate, b: Candidate): number {
  return (
    compare(sortKey(a.lastName), sortKey(b.lastName)) ||
    compare(sortKey(a.firstName), sortKey(b.firstName)) ||
    compare(a.id, b.id)
  );
}

const sortKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase();

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
