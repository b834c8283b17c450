import type { ExistingSession } from '../../domain/session';
import { type Evidence, type Report, obstacle, overlap, placeKey, placeName, roomObstacle } from './evidence';

/** Rules about people: seated once, where they may sit, and where the existing planning keeps them. */
export function checkSeats(evidence: Evidence, report: Report): void {
  checkOnce(evidence, report);
  checkWhereSeated(evidence, report);
  checkLocks(evidence, report);
  if (evidence.campaign.settings.recalculation === 'complete') checkNobodyMoved(evidence, report);
  checkMoves(evidence, report);
}

function checkOnce(evidence: Evidence, report: Report): void {
  const times = new Map<string, number>();
  for (const session of evidence.plan.sessions)
    for (const id of session.seats) times.set(id, (times.get(id) ?? 0) + 1);
  const leftOut = new Set<string>();
  for (const { candidate } of evidence.plan.unseated) {
    if (leftOut.has(candidate)) report('unseatedTwice', candidate);
    if (!evidence.candidates.has(candidate)) report('unknownCandidate', candidate);
    leftOut.add(candidate);
  }
  for (const [id, count] of times) {
    if (count > 1) report('seatedTwice', id);
    if (leftOut.has(id)) report('seatedAndUnseated', id);
  }
  for (const { id } of evidence.campaign.candidates)
    if (!times.has(id) && !leftOut.has(id)) report('forgotten', id);
}

/** A seat that a lock imposes is not judged again: contradictory locks are found when the workbook is read. */
function checkWhereSeated(evidence: Evidence, report: Report): void {
  for (const session of evidence.plan.sessions) {
    const slot = evidence.slots.get(session.slot);
    const room = evidence.rooms.get(session.room);
    const key = placeKey(session);
    for (const id of session.seats) {
      const candidate = evidence.candidates.get(id);
      if (!candidate) {
        report('unknownCandidate', id);
        continue;
      }
      if (!slot || !room || evidence.imposedSeats.get(id) === key) continue;
      const reason = obstacle(evidence, candidate, slot, room);
      if (reason !== null) report(reason, `${id} in ${placeName(session)}`);
    }
  }
}

function checkLocks(evidence: Evidence, report: Report): void {
  for (const [key, number] of evidence.imposedSessions)
    if (!evidence.sessionAt.has(key)) report('lockedSessionGone', number);
  for (const [id, key] of evidence.imposedSeats) {
    if (!evidence.candidates.has(id)) continue;
    const session = evidence.seatedAt.get(id);
    if (session === undefined || placeKey(session) !== key) report('lockedSeatLost', id);
  }
}

/**
 * "Compléter sans déplacer": everyone keeps a seat that the hard rules still allow. Where the rules no longer allow
 * all seats of a session together (fewer places, an overlap, too few invigilators), somebody has to go and this check
 * leaves the session alone.
 */
function checkNobodyMoved(evidence: Evidence, report: Report): void {
  const alive = new Map<ExistingSession, readonly string[]>();
  for (const session of evidence.existing.values()) {
    const seats = seatsStillValid(evidence, session);
    if (seats.length > 0 || evidence.imposedSessions.has(placeKey(session))) alive.set(session, seats);
  }
  for (const [session, seats] of alive) {
    const lost = seats.filter((id) => !isKept(evidence, session, id));
    if (lost.length === 0) continue;
    const clashes = [...alive.keys()].some((other) => other !== session && clash(evidence, session, other));
    if (clashes || !hasRoomFor(evidence, session, seats.length)) continue;
    if (!couldBeWatched(evidence, session)) continue;
    for (const id of lost) report('seatNotKept', `${id} in ${placeName(session)}`);
  }
}

function seatsStillValid(evidence: Evidence, session: ExistingSession): readonly string[] {
  const slot = evidence.slots.get(session.slot);
  const room = evidence.rooms.get(session.room);
  if (!slot || !room || roomObstacle(slot, room) !== null) return [];
  return session.seats.flatMap(({ candidate: id }) => {
    const candidate = evidence.candidates.get(id);
    const elsewhere = evidence.imposedSeats.get(id);
    if (!candidate || (elsewhere !== undefined && elsewhere !== placeKey(session))) return [];
    return obstacle(evidence, candidate, slot, room) === null ? [id] : [];
  });
}

function isKept(evidence: Evidence, session: ExistingSession, id: string): boolean {
  const planned = evidence.sessionAt.get(placeKey(session));
  return planned?.seats.some((seat) => seat === id) ?? false;
}

function hasRoomFor(evidence: Evidence, session: ExistingSession, people: number): boolean {
  const room = evidence.rooms.get(session.room);
  return room !== undefined && people <= room.places - evidence.campaign.settings.keptFree;
}

function clash(evidence: Evidence, a: ExistingSession, b: ExistingSession): boolean {
  const first = evidence.slots.get(a.slot);
  const second = evidence.slots.get(b.slot);
  if (!first || !second || a.room !== b.room) return false;
  return overlap(first, second, evidence.campaign.settings.gapMinutes);
}

/** Whether somebody idle could have watched the session, or one more of its people. */
function couldBeWatched(evidence: Evidence, session: ExistingSession): boolean {
  const { invigilators } = evidence.campaign;
  const slot = evidence.slots.get(session.slot);
  const room = evidence.rooms.get(session.room);
  if (invigilators === null || !slot || !room) return true;
  const busy = new Set<string>();
  for (const planned of evidence.plan.sessions) {
    const other = evidence.slots.get(planned.slot);
    if (other && overlap(slot, other, 0)) for (const name of planned.invigilators) busy.add(name);
  }
  return invigilators.some(
    (person) =>
      person.sites.includes(room.site) && person.possible.includes(slot.code) && !busy.has(person.name),
  );
}

/**
 * `moved` says who changed session. A person whose session was cancelled has to move: listing that move is allowed,
 * and so is leaving it out.
 */
function checkMoves(evidence: Evidence, report: Report): void {
  const listed = new Map(evidence.plan.moved.map((move) => [`${move.candidate}\u0000${move.from}`, move]));
  if (listed.size < evidence.plan.moved.length) report('moves', 'listed twice');
  for (const session of evidence.campaign.existing) {
    for (const { candidate: id } of session.seats) {
      const now = evidence.seatedAt.get(id);
      const key = `${id}\u0000${session.number}`;
      const move = listed.get(key);
      listed.delete(key);
      const stays = now !== undefined && placeKey(now) === placeKey(session) && session.state !== 'cancelled';
      if (stays && move) report('moves', `${id} stays in ${session.number}`);
      if (stays || !evidence.candidates.has(id)) continue;
      if (!move && session.state !== 'cancelled') report('moves', `${id} left ${session.number}`);
      if (move && (now === undefined) !== (move.to === null)) report('moves', `${id} from ${session.number}`);
      if (move?.to && now && placeKey(move.to) !== placeKey(now)) report('moves', `${id} goes elsewhere`);
    }
  }
  for (const move of listed.values()) report('moves', `${move.candidate} was not in ${move.from}`);
}
