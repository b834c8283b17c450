import type { Invigilator } from '../../domain/invigilator';
import type { PlannedSession } from '../../domain/plan';
import type { Slot } from '../../domain/slot';
import {
  type Evidence,
  type Report,
  obstacle,
  occupantsOf,
  minutesFor,
  overlap,
  placeKey,
  placeName,
  roomObstacle,
} from './evidence';

/** Rules about a session as such: where it stands, how many sit in it, who watches it. */
export function checkSessions(evidence: Evidence, report: Report): void {
  for (const session of evidence.plan.sessions) {
    checkPlace(evidence, session, report);
    checkOccupants(evidence, session, report);
  }
  checkOverlaps(evidence, report);
  checkOrder(evidence, report);
  checkInvigilators(evidence, report);
}

/**
 * A session that a lock imposes is not judged again for where it stands: contradictory locks are found when the
 * workbook is read.
 */
function checkPlace(evidence: Evidence, session: PlannedSession, report: Report): void {
  const key = placeKey(session);
  const slot = evidence.slots.get(session.slot);
  const room = evidence.rooms.get(session.room);
  if (!slot) report('unknownSlot', placeName(session));
  if (!room) report('unknownRoom', placeName(session));
  if (evidence.cancelled.has(key) && !evidence.existing.has(key))
    report('cancelledPlaceReused', placeName(session));
  const number = evidence.existing.get(key)?.number ?? null;
  if (session.continues !== number)
    report('continues', `${placeName(session)}: ${session.continues}, expected ${number}`);
  if (!slot || !room || evidence.imposedSessions.has(key)) return;
  const reason = roomObstacle(slot, room);
  if (reason !== null) report(reason, placeName(session));
  if (slot.closed && !evidence.existing.has(key)) report('newSessionOnClosedSlot', placeName(session));
}

/**
 * Certified places bind always, but for what is held or has begun, which is a fact; the places kept free yield only to
 * occupants that a lock imposes.
 */
function checkOccupants(evidence: Evidence, session: PlannedSession, report: Report): void {
  const room = evidence.rooms.get(session.room);
  if (!room) return;
  const key = placeKey(session);
  const imposed = session.seats.filter((id) => evidence.imposedSeats.get(id) === key).length;
  const usable = Math.max(0, room.places - evidence.campaign.settings.keptFree);
  const before = evidence.existing.get(key);
  const most = before?.closed === true ? Math.max(room.places, imposed) : room.places;
  const allowed = Math.min(most, Math.max(usable, imposed));
  const occupants = occupantsOf(session);
  if (occupants > allowed) report('places', `${placeName(session)}: ${occupants} for ${allowed}`);
  if (!before?.closed) return;
  const known = new Set(before.seats.map((seat) => seat.candidate));
  for (const id of session.seats)
    if (!known.has(id)) report('joinedClosedSession', `${id} in ${placeName(session)}`);
  for (const reserved of session.anonymous) {
    const had = before.anonymous
      .filter((seats) => seats.group === reserved.group)
      .reduce((sum, seats) => sum + seats.places, 0);
    if (reserved.places > had) report('joinedClosedSession', `${reserved.request} in ${placeName(session)}`);
  }
}

function checkOverlaps(evidence: Evidence, report: Report): void {
  const byRoom = new Map<string, { session: PlannedSession; slot: Slot }[]>();
  for (const session of evidence.plan.sessions) {
    const slot = evidence.slots.get(session.slot);
    if (!slot) continue;
    const key = `${session.room}\u0000${slot.day}`;
    const others = byRoom.get(key) ?? [];
    for (const other of others) {
      const imposed =
        evidence.imposedSessions.has(placeKey(session)) &&
        evidence.imposedSessions.has(placeKey(other.session));
      const same = session.slot === other.session.slot;
      if (same || (!imposed && overlap(slot, other.slot, evidence.campaign.settings.gapMinutes)))
        report('overlap', `${placeName(other.session)} and ${placeName(session)}`);
    }
    others.push({ session, slot });
    byRoom.set(key, others);
  }
}

/** Sessions in order of date, time and room; seats in the order of the campaign. */
function checkOrder(evidence: Evidence, report: Report): void {
  const rank = new Map(evidence.campaign.candidates.map((candidate, index) => [candidate.id, index]));
  let previous: { session: PlannedSession; slot: Slot } | null = null;
  for (const session of evidence.plan.sessions) {
    const slot = evidence.slots.get(session.slot);
    if (!slot) continue;
    if (previous && isBefore(session, slot, previous.session, previous.slot))
      report('order', `${placeName(session)} after ${placeName(previous.session)}`);
    previous = { session, slot };
    let last = -1;
    for (const id of session.seats) {
      const index = rank.get(id) ?? last;
      if (index < last) report('order', `${id} in ${placeName(session)}`);
      last = index;
    }
  }
}

function isBefore(a: PlannedSession, at: Slot, b: PlannedSession, bt: Slot): boolean {
  if (at.day !== bt.day) return at.day < bt.day;
  if (at.start !== bt.start) return at.start < bt.start;
  return a.slot === b.slot && a.room < b.room;
}

function checkInvigilators(evidence: Evidence, report: Report): void {
  const { invigilators, settings } = evidence.campaign;
  const people = new Map((invigilators ?? []).map((person) => [person.name, person]));
  const watched = new Map<string, PlannedSession[]>();
  for (const session of evidence.plan.sessions) {
    const names = new Set(session.invigilators);
    if (names.size < session.invigilators.length) report('invigilatorTwice', placeName(session));
    for (const name of names) {
      const reason = invigilatorObstacle(evidence, session, people.get(name));
      if (reason !== null) report(reason, `${name} at ${placeName(session)}`);
      for (const other of watched.get(name) ?? [])
        if (atOnce(evidence, session, other))
          report('invigilatorOverlap', `${name} at ${placeName(session)}`);
      watched.set(name, [...(watched.get(name) ?? []), session]);
    }
    const k = settings.candidatesPerInvigilator;
    const needed = k > 0 ? Math.ceil(occupantsOf(session) / k) : 1;
    const past = evidence.existing.get(placeKey(session))?.closed ?? false;
    if (invigilators !== null && !past && names.size < needed)
      report('tooFewInvigilators', `${placeName(session)}: ${names.size} for ${needed}`);
  }
}

function invigilatorObstacle(
  evidence: Evidence,
  session: PlannedSession,
  person: Invigilator | undefined,
): string | null {
  if (!person) return 'unknownInvigilator';
  const room = evidence.rooms.get(session.room);
  if (room && !person.sites.includes(room.site)) return 'invigilatorSite';
  return person.possible.includes(session.slot) ? null : 'invigilatorNotAvailable';
}

function atOnce(evidence: Evidence, a: PlannedSession, b: PlannedSession): boolean {
  const first = evidence.slots.get(a.slot);
  const second = evidence.slots.get(b.slot);
  return first !== undefined && second !== undefined && overlap(first, second, 0);
}

/** Seats without names: of a known request, for its group, on its slots and sites, no more than it asks. */
export function checkRequests(evidence: Evidence, report: Report): void {
  const reserved = new Map<string, number>();
  for (const session of evidence.plan.sessions) {
    for (const seats of session.anonymous) {
      const where = `${seats.request} at ${placeName(session)}`;
      const request = evidence.requests.get(seats.request);
      if (!request) {
        report('unknownRequest', where);
        continue;
      }
      reserved.set(request.id, (reserved.get(request.id) ?? 0) + seats.places);
      const room = evidence.rooms.get(session.room);
      const slot = evidence.slots.get(session.slot);
      if (!Number.isInteger(seats.places) || seats.places < 1) report('requestPlaces', where);
      if (seats.group !== request.group) report('requestGroup', where);
      if (!request.possible.includes(session.slot)) report('requestSlot', where);
      if (room && !request.sites.includes(room.site)) report('requestSite', where);
      if (slot && slot.end - slot.start < minutesFor(evidence.campaign.settings, 0))
        report('requestSlotTooShort', where);
    }
  }
  const short = new Map(evidence.plan.shortRequests.map((entry) => [entry.request, entry.missing]));
  for (const request of evidence.campaign.requests) {
    const missing = request.places - (reserved.get(request.id) ?? 0);
    if (missing < 0) report('requestPlaces', `${request.id}: ${-missing} too many`);
    if ((short.get(request.id) ?? 0) !== Math.max(0, missing))
      report('shortRequests', `${request.id}: ${missing} missing`);
  }
  checkNamedFirst(evidence, report);
}

/** A seat without a name never displaces a candidate with one: nobody left out could take such a seat. */
function checkNamedFirst(evidence: Evidence, report: Report): void {
  for (const session of evidence.plan.sessions) {
    const room = evidence.rooms.get(session.room);
    const slot = evidence.slots.get(session.slot);
    const closed = evidence.existing.get(placeKey(session))?.closed ?? false;
    if (session.anonymous.length === 0 || closed || !room || !slot) continue;
    for (const { candidate: id } of evidence.plan.unseated) {
      const candidate = evidence.candidates.get(id);
      if (candidate && !evidence.seatedAt.has(id) && obstacle(evidence, candidate, slot, room) === null)
        report('anonymousBeforeNamed', `${id} could sit in ${placeName(session)}`);
    }
  }
}
