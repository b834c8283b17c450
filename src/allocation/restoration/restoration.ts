import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import type { Plan } from '../../domain/plan';
import type { PlanningRecord, RecordedSession } from '../../domain/planning-record';
import type { Room } from '../../domain/room';
import { isPinned } from '../../domain/session';
import { type Slot, compareSlots, overlaps } from '../../domain/slot';
import { reservePlaces } from './restored-places';
import { restoredPlan } from './restored-plan';
import {
  type Misfit,
  type RestoredSession,
  type SeatMisfit,
  type SessionMisfit,
  obstacle,
} from './restored-session';
import { staffRestored } from './restored-staff';

/** An old planning in today's workbook: what still holds of it, and what does not. */
export interface Restoration {
  readonly plan: Plan;
  readonly misfits: readonly Misfit[];
}

/**
 * Puts an old planning in today's workbook: the sessions and seats that the hard rules still allow, and nothing else.
 * What is locked, convoked, held or begun today stays as it is, whatever the old planning said: who was told of a place
 * keeps it. Nobody else is seated, and no session that the old planning did not have is opened.
 */
export function restore(campaign: Campaign, record: PlanningRecord): Restoration {
  const unstaffed = new Set<RecordedSession>();
  for (;;) {
    const attempt = assemble(campaign, record, unstaffed);
    const short = staffRestored(campaign, attempt.sessions);
    const next = short.find(({ was, imposed }) => was !== null && !imposed)?.was ?? null;
    if (next === null || unstaffed.has(next))
      return { plan: restoredPlan(campaign, attempt.sessions), misfits: attempt.misfits };
    unstaffed.add(next);
  }
}

interface Attempt {
  readonly sessions: readonly RestoredSession[];
  readonly misfits: readonly Misfit[];
}

function assemble(
  campaign: Campaign,
  record: PlanningRecord,
  unstaffed: ReadonlySet<RecordedSession>,
): Attempt {
  const misfits: Misfit[] = [];
  const { sessions, fixed } = imposedSessions(campaign);
  for (const was of record.sessions) {
    if (was.state === 'cancelled') continue;
    const found = unstaffed.has(was) ? ('noInvigilator' as const) : placeFor(campaign, was, sessions);
    if (typeof found === 'string') misfits.push({ kind: 'session', session: was, why: found });
    else sessions.set(keyOf(found), { ...found, was });
  }
  const people = new Map<string, Candidate>(
    campaign.candidates.map((candidate) => [candidate.id.toLowerCase(), candidate]),
  );
  for (const session of sessions.values())
    for (const { candidate } of session.was?.seats ?? []) {
      const why = seat(campaign, session, people.get(candidate.toLowerCase()), fixed);
      if (why !== null && session.was !== null)
        misfits.push({ kind: 'seat', session: session.was, candidate, why });
    }
  const ordered = [...sessions.values()].sort(
    (a, b) => compareSlots(a.slot, b.slot) || (a.room.code < b.room.code ? -1 : 1),
  );
  misfits.push(...reservePlaces(campaign, ordered));
  return {
    sessions: ordered.filter(
      ({ imposed, seats, anonymous }) => imposed || seats.size > 0 || anonymous.size > 0,
    ),
    misfits,
  };
}

const keyOf = ({ slot, room }: { readonly slot: Slot; readonly room: Room }): string =>
  `${slot.code}\u0000${room.code}`;

/** Sessions that stay, with the people who stay in them, and where each of these is. */
function imposedSessions(campaign: Campaign): {
  readonly sessions: Map<string, RestoredSession>;
  readonly fixed: ReadonlyMap<string, string>;
} {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  const sessions = new Map<string, RestoredSession>();
  const fixed = new Map<string, string>();
  for (const existing of campaign.existing) {
    const [slot, room] = [slots.get(existing.slot), rooms.get(existing.room)];
    if (existing.state === 'cancelled' || slot === undefined || room === undefined) continue;
    const staying = isPinned(existing) ? existing.seats : existing.seats.filter(({ locked }) => locked);
    if (!isPinned(existing) && staying.length === 0) continue;
    const key = keyOf({ slot, room });
    for (const { candidate } of staying) fixed.set(candidate, key);
    const seats = new Set<string>(staying.map(({ candidate }) => candidate));
    sessions.set(key, {
      slot,
      room,
      existing,
      was: null,
      imposed: true,
      seats,
      capacity: capacityOf(campaign, room, seats.size),
      anonymous: new Map(),
      invigilators: [],
    });
  }
  return { sessions, fixed };
}

/** Certified places bind always; those kept free yield only to people whom a lock imposes. */
const capacityOf = ({ settings }: Campaign, room: Room, imposed: number): number =>
  Math.min(room.places, Math.max(room.places - settings.keptFree, imposed, 0));

/** Where an old session stands today: in one that stays, in a new one without anybody, or why nowhere. */
function placeFor(
  campaign: Campaign,
  was: RecordedSession,
  sessions: ReadonlyMap<string, RestoredSession>,
): RestoredSession | SessionMisfit {
  const room = campaign.rooms.find(({ code }) => code.toLowerCase() === was.room.code.toLowerCase());
  if (room === undefined) return 'roomGone';
  const slot = slotFor(campaign, was, room);
  if (slot === undefined) return 'slotGone';
  const there = sessions.get(keyOf({ slot, room }));
  if (there !== undefined) return there.was === null ? there : 'overlap';
  const here = campaign.existing.filter((one) => one.slot === slot.code && one.room === room.code);
  const existing = here.find(({ state }) => state !== 'cancelled') ?? null;
  if (existing === null && here.length > 0) return 'cancelled';
  if (slot.site !== null && slot.site !== room.site) return 'slotElsewhere';
  if (room.freeAt !== 'every' && !room.freeAt.includes(slot.code)) return 'roomNotFree';
  if (slot.closed && existing === null) return 'slotPast';
  const gap = campaign.settings.gapMinutes;
  const clash = [...sessions.values()].some(
    (other) => other.room.code === room.code && overlaps(other.slot, slot, gap),
  );
  if (clash) return 'overlap';
  return {
    slot,
    room,
    existing,
    was,
    imposed: false,
    seats: new Set(),
    capacity: capacityOf(campaign, room, 0),
    anonymous: new Map(),
    invigilators: [],
  };
}

/** The slot of the same code that is still at its date and time; else one that is. */
function slotFor(campaign: Campaign, { slot: was }: RecordedSession, room: Room): Slot | undefined {
  const same = (slot: Slot): boolean =>
    was.day === null || (slot.day === was.day && slot.start === was.start);
  const named = campaign.slots.find(
    (slot) => slot.code.toLowerCase() === was.code.toLowerCase() && same(slot),
  );
  if (named !== undefined || was.day === null) return named;
  return [...campaign.slots]
    .filter((slot) => same(slot) && (slot.site === null || slot.site === room.site))
    .sort(compareSlots)[0];
}

/** Seats somebody where she sat; `null` when that holds. */
function seat(
  { settings }: Campaign,
  session: RestoredSession,
  candidate: Candidate | undefined,
  fixed: ReadonlyMap<string, string>,
): SeatMisfit | null {
  if (candidate === undefined) return 'unknown';
  const elsewhere = fixed.get(candidate.id);
  if (elsewhere !== undefined) return elsewhere === keyOf(session) ? null : 'fixedElsewhere';
  const { existing } = session;
  if (existing?.closed === true && !existing.seats.some((one) => one.candidate === candidate.id))
    return 'sessionClosed';
  const why = obstacle(settings, session, candidate);
  if (why !== null) return why;
  if (session.seats.size >= session.capacity) return 'full';
  session.seats.add(candidate.id);
  return null;
}
