import type { Campaign } from '../../src/domain/campaign';
import type { CandidateId, GroupName } from '../../src/domain/ids';
import type { Room } from '../../src/domain/room';
import type { ExistingSession } from '../../src/domain/session';
import type { Slot } from '../../src/domain/slot';

/**
 * The rules of the contract as plain yes-or-no questions, for enumeration. Readings where the contract is silent:
 * a session with occupants only wants ⌈occupants / k⌉ invigilators, so an empty locked one wants none; seats without
 * names last as long as a test without extra time, never enter a closed session, and are given anew each time; equal
 * times share a rank and the next rank follows without a hole.
 */
export interface TinyProblem {
  readonly openings: readonly Opening[];
  readonly people: readonly Person[];
  readonly requests: readonly Reservation[];
  /** `null`: invigilators do not limit. */
  readonly staff: readonly Watcher[] | null;
  readonly perInvigilator: number;
  /** Two sessions that may not both exist. */
  clash(a: Opening, b: Opening): boolean;
  /** Two sessions that nobody can watch both. */
  atOnce(a: Opening, b: Opening): boolean;
}

/** A session that may exist. */
export interface Opening {
  readonly key: string;
  readonly slot: Slot;
  readonly room: Room;
  readonly places: number;
  readonly rank: number;
  readonly forced: boolean;
  /** Nobody may join. */
  readonly closed: boolean;
}

export interface Person {
  readonly id: CandidateId;
  readonly group: GroupName | null;
  /** Key of the session that this person must keep. */
  readonly seat: string | null;
  /** Key of the session of the existing planning, unless cancelled. */
  readonly before: string | null;
  maySit(opening: Opening): boolean;
  prefers(opening: Opening): boolean;
}

export interface Reservation {
  readonly places: number;
  suits(opening: Opening): boolean;
}

export interface Watcher {
  watches(opening: Opening): boolean;
}

const keyOf = (at: { readonly slot: string; readonly room: string }): string => `${at.slot} ${at.room}`;

export function tinyProblem(campaign: Campaign): TinyProblem {
  const { settings } = campaign;
  const standing = campaign.existing.filter((session) => session.state !== 'cancelled');
  const all = campaign.slots.flatMap((slot) => campaign.rooms.map((room) => ({ slot, room })));
  const seats = keptSeats(campaign, standing);
  const held = new Set(seats.values());
  const openings = all.flatMap(({ slot, room }): Opening[] => {
    const key = keyOf({ slot: slot.code, room: room.code });
    const before = standing.find((session) => keyOf(session) === key);
    const forced = held.has(key) || (before !== undefined && stays(before));
    if (!forced && !mayOpen(campaign, slot, room, before)) return [];
    const people = [...seats.values()].filter((seat) => seat === key).length;
    const usable = Math.max(0, room.places - settings.keptFree, Math.min(people, room.places));
    const rank = 1 + new Set(campaign.slots.filter((other) => isEarlier(other, slot)).map(moment)).size;
    return [{ key, slot, room, places: usable, rank, forced, closed: before?.closed ?? false }];
  });
  return {
    openings,
    people: campaign.candidates.map((candidate): Person => {
      const session = standing.find((one) => one.seats.some((seat) => seat.candidate === candidate.id));
      return {
        id: candidate.id,
        group: candidate.group,
        seat: seats.get(candidate.id) ?? null,
        before: session ? keyOf(session) : null,
        maySit: among(
          openings,
          (opening) => !opening.closed && allows(campaign, candidate, opening.slot, opening.room),
        ),
        prefers: (opening) => candidate.availability.preferred.includes(opening.slot.code),
      };
    }),
    requests: campaign.requests.map((request): Reservation => {
      return {
        places: request.places,
        suits: among(
          openings,
          ({ slot, room, closed }) =>
            !closed &&
            request.sites.includes(room.site) &&
            request.possible.includes(slot.code) &&
            slot.end - slot.start >= settings.setupMinutes + settings.testMinutes,
        ),
      };
    }),
    staff:
      campaign.invigilators?.map((person): Watcher => {
        return {
          watches: among(
            openings,
            ({ slot, room }) => person.sites.includes(room.site) && person.possible.includes(slot.code),
          ),
        };
      }) ?? null,
    perInvigilator: settings.candidatesPerInvigilator,
    clash: amongPairs(openings, (a, b) => a.room === b.room && meets(a.slot, b.slot, settings.gapMinutes)),
    atOnce: amongPairs(openings, (a, b) => meets(a.slot, b.slot, 0)),
  };
}

/** The same question, answered once for each opening: enumeration asks it a thousand times. */
function among(
  openings: readonly Opening[],
  holds: (opening: Opening) => boolean,
): (opening: Opening) => boolean {
  const yes = new Set(openings.filter(holds));
  return (opening) => yes.has(opening);
}

function amongPairs(
  openings: readonly Opening[],
  holds: (a: Opening, b: Opening) => boolean,
): (a: Opening, b: Opening) => boolean {
  const yes = new Map(openings.map((a) => [a, new Set(openings.filter((b) => holds(a, b)))]));
  return (a, b) => yes.get(a)?.has(b) ?? false;
}

function mayOpen(campaign: Campaign, slot: Slot, room: Room, before: ExistingSession | undefined): boolean {
  const key = keyOf({ slot: slot.code, room: room.code });
  if (slot.closed && before === undefined) return false;
  if (campaign.existing.some((session) => session.state === 'cancelled' && keyOf(session) === key))
    return false;
  return stands(slot, room);
}

const stands = (slot: Slot, room: Room): boolean =>
  (slot.site === null || slot.site === room.site) &&
  (room.freeAt === 'every' || room.freeAt.includes(slot.code));

/** Seats that must be kept, by candidate: those of locks and states, and in `complete` all that are still possible. */
function keptSeats(campaign: Campaign, standing: readonly ExistingSession[]): Map<CandidateId, string> {
  const kept = new Map<CandidateId, string>();
  for (const session of standing) {
    const slot = campaign.slots.find((one) => one.code === session.slot);
    const room = campaign.rooms.find((one) => one.code === session.room);
    for (const seat of session.seats) {
      const candidate = campaign.candidates.find((one) => one.id === seat.candidate);
      if (!slot || !room || !candidate) continue;
      const possible = stands(slot, room) && allows(campaign, candidate, slot, room);
      const complete = campaign.settings.recalculation === 'complete' && possible;
      if (stays(session) || seat.locked || complete) kept.set(candidate.id, keyOf(session));
    }
  }
  return kept;
}

const stays = (session: ExistingSession): boolean =>
  session.locked || session.closed || ['convoked', 'held'].includes(session.state);

function allows(
  campaign: Campaign,
  candidate: Campaign['candidates'][number],
  slot: Slot,
  room: Room,
): boolean {
  const { testMinutes, setupMinutes, certifiableOnly } = campaign.settings;
  const lasts = slot.end - slot.start - setupMinutes - testMinutes * (1 + candidate.extraTime);
  return (
    candidate.sites.includes(room.site) &&
    candidate.availability.possible.includes(slot.code) &&
    lasts > -1e-6 &&
    (!certifiableOnly || candidate.certifiable === true)
  );
}

const moment = (slot: Slot): string => `${slot.day} ${String(1000 + slot.start)}`;
const isEarlier = (a: Slot, b: Slot): boolean => moment(a) < moment(b);

const meets = (a: Slot, b: Slot, gap: number): boolean =>
  a.day === b.day && Math.max(a.start, b.start) < Math.min(a.end, b.end) + gap;
