import type { Campaign } from '../../domain/campaign';
import type { Room } from '../../domain/room';
import { isPinned } from '../../domain/session';
import { minutesNeeded } from '../../domain/settings';
import { type Slot, compareSlots } from '../../domain/slot';
import { matchKey } from '../text-match';
import type { ReadSession } from './existing';
import { ProblemLog, type WorkbookProblem } from './problem-log';
import { tooClose } from './too-close';

/** A session that takes place or may still, with what it stands on. */
interface Standing {
  readonly read: ReadSession;
  readonly room: Room;
  readonly slot: Slot;
}

/**
 * What hand edits of the planning break: places, availability, extra time, double use of a room, invigilators. What is
 * locked is left to `checkLocks`, which blocks; what has begun or was held is a fact and is not judged.
 */
export function checkPlanning(read: readonly ReadSession[], campaign: Campaign): readonly WorkbookProblem[] {
  const log = new ProblemLog();
  const rooms = new Map<string, Room>(campaign.rooms.map((room) => [room.code, room]));
  const slots = new Map<string, Slot>(campaign.slots.map((slot) => [slot.code, slot]));
  for (const { session, seatSpots } of read) {
    if (session.state !== 'cancelled') continue;
    for (const { candidate } of session.seats) {
      const spot = seatSpots.get(candidate);
      if (spot !== undefined) log.warning('plannedCancelled', spot, session.number);
    }
  }
  const standing = read.flatMap((item): readonly Standing[] => {
    const room = rooms.get(item.session.room);
    const slot = slots.get(item.session.slot);
    const judged = item.session.state !== 'cancelled' && room !== undefined && slot !== undefined;
    return judged ? [{ read: item, room, slot }] : [];
  });
  const open = standing.filter((one) => !one.read.session.closed);
  for (const one of open) {
    checkPlace(one, log);
    checkPlaces(one, campaign, log);
    checkSeats(one, campaign, log);
  }
  checkOverlaps(standing, campaign.settings.gapMinutes, log);
  checkInvigilators(open, campaign, log);
  return log.all;
}

function checkPlace({ read, room, slot }: Standing, log: ProblemLog): void {
  if (isPinned(read.session) || read.session.seats.some(({ locked }) => locked)) return;
  const params = { session: read.session.number, slot: slot.code };
  if (slot.site !== null && slot.site !== room.site)
    log.warning('plannedSlotElsewhere', read.spot('slot'), slot.code, { ...params, site: slot.site });
  else if (room.freeAt !== 'every' && !room.freeAt.includes(slot.code))
    log.warning('plannedRoomUnavailable', read.spot('code'), room.code, params);
}

function checkPlaces({ read, room }: Standing, { settings }: Campaign, log: ProblemLog): void {
  const { session } = read;
  const seated = occupants(read);
  const params = { session: session.number, seated, places: room.places, kept: settings.keptFree };
  const fixed = isPinned(session) ? session.seats.length : session.seats.filter((s) => s.locked).length;
  // What is locked beyond the places is told as such already.
  if (seated > room.places && fixed <= room.places)
    log.warning('plannedOverfull', read.spot('code'), room.code, params);
  else if (seated <= room.places && seated > Math.max(room.places - settings.keptFree, fixed))
    log.warning('plannedKeptFree', read.spot('code'), room.code, params);
}

const occupants = ({ session }: ReadSession): number =>
  session.anonymous.reduce((sum, { places }) => sum + places, session.seats.length);

function checkSeats({ read, room, slot }: Standing, campaign: Campaign, log: ProblemLog): void {
  const { session, seatSpots } = read;
  if (isPinned(session)) return;
  const { settings } = campaign;
  const seats = new Map(session.seats.map((seat) => [seat.candidate, seat]));
  for (const candidate of campaign.candidates) {
    const spot = seatSpots.get(candidate.id);
    const seat = seats.get(candidate.id);
    if (spot === undefined || seat === undefined || seat.locked) continue;
    const who = `${candidate.firstName} ${candidate.lastName}`;
    const params = { who, session: session.number, slot: slot.code };
    const needed = minutesNeeded(settings, candidate.extraTime);
    const length = slot.end - slot.start;
    if (!candidate.sites.includes(room.site))
      log.warning('plannedSite', spot, session.number, { ...params, site: room.site });
    if (!candidate.availability.possible.includes(slot.code))
      log.warning('plannedUnavailable', spot, session.number, params);
    if (length < needed)
      log.warning('plannedSlotTooShort', spot, session.number, { ...params, needed, length });
    if (settings.certifiableOnly && candidate.certifiable !== true)
      log.warning('plannedNotCertifiable', spot, session.number, params);
  }
}

/** Two sessions of one room that share a moment, the gap counted. Locked against locked is told already. */
function checkOverlaps(standing: readonly Standing[], gap: number, log: ProblemLog): void {
  const isFixed = ({ read }: Standing): boolean =>
    isPinned(read.session) || read.session.seats.some(({ locked }) => locked);
  for (const { earlier, later } of pairsAtOnce(standing, gap)) {
    if (earlier.room.code !== later.room.code) continue;
    if (isFixed(earlier) && isFixed(later)) continue;
    const params = tooClose(
      { session: earlier.read.session, slot: earlier.slot },
      { session: later.read.session, slot: later.slot },
      later.room.code,
      gap,
    );
    log.warning('plannedOverlap', later.read.spot('slot'), later.slot.code, params);
  }
}

function pairsAtOnce(
  standing: readonly Standing[],
  gap: number,
): readonly { readonly earlier: Standing; readonly later: Standing }[] {
  const sorted = [...standing].sort((a, b) => compareSlots(a.slot, b.slot));
  return sorted.flatMap((later, index) =>
    sorted
      .slice(0, index)
      .filter(({ slot }) => slot.day === later.slot.day && slot.end + gap > later.slot.start)
      .map((earlier) => ({ earlier, later })),
  );
}

function checkInvigilators(open: readonly Standing[], campaign: Campaign, log: ProblemLog): void {
  if (campaign.invigilators === null) return;
  const people = new Map(campaign.invigilators.map((person) => [matchKey(person.name), person]));
  const namesOf = new Map(open.map((one) => [one, namesIn(one.read.text('invigilators'))]));
  for (const one of open) {
    const { read, room, slot } = one;
    const { number } = read.session;
    const spot = read.spot('invigilators');
    const names = namesOf.get(one) ?? [];
    for (const name of names) {
      const person = people.get(matchKey(name));
      const params = { session: number, slot: slot.code, site: room.site };
      if (person === undefined) log.warning('plannedInvigilatorUnknown', spot, name, params);
      else if (!person.sites.includes(room.site)) log.warning('plannedInvigilatorSite', spot, name, params);
      else if (!person.possible.includes(slot.code))
        log.warning('plannedInvigilatorUnavailable', spot, name, params);
    }
    const each = campaign.settings.candidatesPerInvigilator;
    const seated = occupants(read);
    const needed = seated === 0 ? 0 : each > 0 ? Math.ceil(seated / each) : 1;
    if (names.length < needed)
      log.warning('plannedTooFewInvigilators', spot, names.join('; '), {
        session: number,
        found: names.length,
        needed,
      });
  }
  for (const { earlier, later } of pairsAtOnce(open, 0)) {
    const others = new Set((namesOf.get(earlier) ?? []).map(matchKey));
    for (const name of namesOf.get(later) ?? [])
      if (others.has(matchKey(name)))
        log.warning('plannedInvigilatorTwice', later.read.spot('invigilators'), name, {
          session: later.read.session.number,
          other: earlier.read.session.number,
        });
  }
}

const namesIn = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
