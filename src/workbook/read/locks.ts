import type { Candidate } from '../../domain/candidate';
import type { CandidateId, RoomCode, SlotCode } from '../../domain/ids';
import type { Room } from '../../domain/room';
import { isPinned, type ExistingSession } from '../../domain/session';
import { minutesNeeded, type PlanningSettings } from '../../domain/settings';
import type { Slot } from '../../domain/slot';
import type { Invigilator } from '../../domain/invigilator';
import type { ProblemCode } from '../problem-code';
import type { ReadSession } from './existing';
import type { ProblemLog } from './problem-log';
import { tooClose } from './too-close';
import { type StandingLock, unwatched } from './watched-locks';

/** Locks that contradict each other or break a hard rule block: no planning could respect them. */
export function checkLocks(
  read: readonly ReadSession[],
  rooms: readonly Room[],
  slots: readonly Slot[],
  candidates: ReadonlyMap<CandidateId, Candidate>,
  invigilators: readonly Invigilator[] | null,
  settings: PlanningSettings,
  log: ProblemLog,
): void {
  const roomOf = new Map<RoomCode, Room>(rooms.map((room) => [room.code, room]));
  const slotOf = new Map<SlotCode, Slot>(slots.map((slot) => [slot.code, slot]));
  const open: { read: ReadSession; slot: Slot }[] = [];
  const watched: StandingLock<ReadSession>[] = [];
  for (const item of read) {
    const { session } = item;
    const room = roomOf.get(session.room);
    const slot = slotOf.get(session.slot);
    const kept = fixedSeats(session);
    if (room === undefined || slot === undefined || session.state === 'cancelled') continue;
    if (!isPinned(session) && kept.length === 0) continue;
    open.push({ read: item, slot });
    // What has begun or was held is a fact: it is not judged.
    if (session.closed) continue;
    checkSession(item, room, slot, kept.length, log);
    watched.push({ session: item, slot, room, people: kept.length });
    for (const id of kept) checkSeat(item, id, room, slot, candidates, settings, log);
  }
  checkOverlaps(open, settings.gapMinutes, log);
  for (const { session, spot } of unwatched(watched, invigilators ?? [], settings))
    if (invigilators !== null)
      log.blocking('lockedUnwatched', spot('session'), session.number, { slot: session.slot });
}

/** Locks that corrections in other tabs made impossible: mending the planning lifts them. */
export const MENDABLE: readonly ProblemCode[] = [
  'lockedUnavailable',
  'lockedSlotTooShort',
  'lockedSite',
  'lockedRoomUnavailable',
  'lockedNotCertifiable',
  'lockedUnwatched',
  'sessionOverfull',
  'lockedCancelled',
];

function fixedSeats(session: ExistingSession): CandidateId[] {
  const whole = isPinned(session);
  return session.seats.filter((seat) => whole || seat.locked).map(({ candidate }) => candidate);
}

/** What keeps people in a session to come: its state, its own tick, or theirs. */
function lockedBy({ state, locked }: ExistingSession): 'state' | 'session' | 'seat' {
  if (state === 'convoked') return 'state';
  return locked ? 'session' : 'seat';
}

function checkSession(
  { session, spot }: ReadSession,
  room: Room,
  slot: Slot,
  kept: number,
  log: ProblemLog,
): void {
  // Whoever is locked may sit in a place kept free, never beyond the certified ones.
  const { places } = room;
  if (kept > places) {
    log.blocking('sessionOverfull', spot('session'), session.number, {
      session: session.number,
      seated: kept,
      places,
    });
  }
  const free = room.freeAt === 'every' || room.freeAt.includes(slot.code);
  const atSite = slot.site === null || slot.site === room.site;
  if (!free || !atSite) {
    log.blocking('lockedRoomUnavailable', spot('code'), room.code, {
      session: session.number,
      slot: slot.code,
      by: lockedBy(session),
    });
  }
}

function checkSeat(
  { session, seatSpots }: ReadSession,
  id: CandidateId,
  room: Room,
  slot: Slot,
  candidates: ReadonlyMap<CandidateId, Candidate>,
  settings: PlanningSettings,
  log: ProblemLog,
): void {
  const candidate = candidates.get(id);
  const spot = seatSpots.get(id);
  if (candidate === undefined || spot === undefined) return;
  const params = { id, session: session.number, slot: slot.code, by: lockedBy(session) };
  if (!candidate.sites.includes(room.site)) {
    log.blocking('lockedSite', spot, session.number, { ...params, site: room.site });
  }
  if (!candidate.availability.possible.includes(slot.code)) {
    log.blocking('lockedUnavailable', spot, session.number, params);
  }
  const needed = minutesNeeded(settings, candidate.extraTime);
  if (slot.end - slot.start < needed) {
    log.blocking('lockedSlotTooShort', spot, session.number, {
      ...params,
      needed,
      length: slot.end - slot.start,
    });
  }
  if (settings.certifiableOnly && candidate.certifiable !== true) {
    log.blocking('lockedNotCertifiable', spot, session.number, params);
  }
}

function checkOverlaps(
  open: readonly { read: ReadSession; slot: Slot }[],
  gap: number,
  log: ProblemLog,
): void {
  const byRoom = new Map<RoomCode, { read: ReadSession; slot: Slot }[]>();
  for (const item of open) {
    const { room } = item.read.session;
    byRoom.set(room, [...(byRoom.get(room) ?? []), item]);
  }
  for (const sessions of byRoom.values()) {
    const sorted = [...sessions].sort(
      (a, b) =>
        (a.slot.day < b.slot.day ? -1 : 1) * Number(a.slot.day !== b.slot.day) || a.slot.start - b.slot.start,
    );
    sorted.forEach((later, index) => {
      for (const earlier of sorted.slice(0, index)) {
        if (earlier.slot.day !== later.slot.day || earlier.slot.end + gap <= later.slot.start) continue;
        if (earlier.read.session.closed && later.read.session.closed) continue;
        const [{ session }, { session: other }] = [later.read, earlier.read];
        log.blocking('sessionsOverlap', later.read.spot('slot'), later.slot.code, {
          ...tooClose(
            { session: other, slot: earlier.slot },
            { session, slot: later.slot },
            session.room,
            gap,
          ),
          ...(session.locked || other.locked ? { ticked: 'yes' } : {}),
        });
      }
    });
  }
}
