import type { Campaign } from '../domain/campaign';
import type { Candidate } from '../domain/candidate';
import type { Invigilator } from '../domain/invigilator';
import type { SeatRequest } from '../domain/request';
import type { Room } from '../domain/room';
import type { ExistingSession } from '../domain/session';
import { isPinned } from '../domain/session';
import { minutesNeeded } from '../domain/settings';
import { type Slot, compareSlots } from '../domain/slot';
import { Staffing } from './staffing';

/** A session that may exist: one room at one slot. Indices are into the sorted lists of the problem. */
export interface Opening {
  readonly index: number;
  readonly slot: number;
  readonly room: number;
  readonly node: number;
  /** Places for people who are not imposed there. */
  readonly capacity: number;
  /** It has to stand: locked, or kept. */
  readonly forced: boolean;
  readonly existing: ExistingSession | null;
  /** Candidates (indices) who have to sit there. */
  readonly imposed: readonly number[];
  /** Position of its slot in order of date and start, from 1. */
  readonly rank: number;
}

/** All rooms of a site at a slot: where exactly somebody sits in it does not matter for the first goals. */
export interface Node {
  readonly site: string;
  readonly slot: number;
  /** Openings, largest capacity first. */
  readonly openings: readonly number[];
}

/** Somebody to seat, or a request for several anonymous seats. */
export interface Demand {
  /** Index of the candidate, or of the request when `anonymous`. */
  readonly who: number;
  readonly anonymous: boolean;
  readonly count: number;
  /** Nodes, ascending. The same object for equal lists. */
  readonly allowed: readonly number[];
  readonly preferred: readonly number[];
}

/** The campaign in order of ids, so that the order of rows changes nothing. */
export interface Problem {
  readonly campaign: Campaign;
  readonly rooms: readonly Room[];
  readonly slots: readonly Slot[];
  readonly candidates: readonly Candidate[];
  readonly requests: readonly SeatRequest[];
  /** `null`: invigilators do not limit. */
  readonly staff: readonly Invigilator[] | null;
  readonly openings: readonly Opening[];
  readonly nodes: readonly Node[];
  readonly demands: readonly Demand[];
  /** Pairs of openings of one room that cannot both exist: for each opening, the others. */
  readonly conflicts: readonly (readonly number[])[];
  /** Opening of the existing planning where each candidate sits, −1 when none or when all that was is forgotten. */
  readonly before: Int32Array;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function overlaps(a: Slot, b: Slot, gap: number): boolean {
  return a.day === b.day && a.start < b.end + gap && b.start < a.end + gap;
}

interface Draft {
  readonly slot: number;
  readonly room: number;
  readonly existing: ExistingSession | null;
  forced: boolean;
  readonly imposed: number[];
}

export function buildProblem(campaign: Campaign): Problem {
  const rooms = [...campaign.rooms].sort((a, b) => byText(a.code, b.code));
  const slots = [...campaign.slots].sort(compareSlots);
  const candidates = [...campaign.candidates].sort((a, b) => byText(a.id, b.id));
  const requests = [...campaign.requests].sort((a, b) => byText(a.id, b.id));
  const staff = campaign.invigilators
    ? [...campaign.invigilators].sort((a, b) => byText(a.name, b.name))
    : null;
  const sorted = { campaign, rooms, slots, candidates, requests, staff };
  const drafts = draftOpenings(sorted);
  const fixed = imposeSeats(sorted, drafts);
  const { openings, nodes } = settle(sorted, drafts);
  return {
    ...sorted,
    openings,
    nodes,
    demands: demandsOf(sorted, openings, nodes, fixed),
    conflicts: conflictsOf(sorted, openings),
    before: beforeOf(sorted, openings),
  };
}

type Sorted = Pick<Problem, 'campaign' | 'rooms' | 'slots' | 'candidates' | 'requests' | 'staff'>;

function draftOpenings({ campaign, rooms, slots, staff }: Sorted): Draft[] {
  const key = (slot: string, room: string): string => `${slot}\u0000${room}`;
  const standing = new Map<string, ExistingSession>();
  const cancelled = new Set<string>();
  for (const session of campaign.existing) {
    if (session.state === 'cancelled') cancelled.add(key(session.slot, session.room));
    else standing.set(key(session.slot, session.room), session);
  }
  const drafts: Draft[] = [];
  const free = rooms.map((room) => (room.freeAt === 'every' ? null : new Set<string>(room.freeAt)));
  const watched =
    staff === null
      ? null
      : new Set(
          staff.flatMap((one) => one.sites.flatMap((site) => one.possible.map((slot) => key(slot, site)))),
        );
  slots.forEach((slot, s) => {
    rooms.forEach((room, r) => {
      const place = key(slot.code, room.code);
      const existing = standing.get(place) ?? null;
      const forced = existing !== null && (isPinned(existing) || existing.seats.some((seat) => seat.locked));
      const blocked =
        (slot.site !== null && slot.site !== room.site) ||
        (free[r] ?? null)?.has(slot.code) === false ||
        (slot.closed && existing === null) ||
        (watched !== null && !watched.has(key(slot.code, room.site))) ||
        (cancelled.has(place) && existing === null);
      if (forced || !blocked) drafts.push({ slot: s, room: r, existing, forced, imposed: [] });
    });
  });
  return drafts;
}

/** Seats that locks impose, and in `complete` those that are still possible. Returns the candidates concerned. */
function imposeSeats(sorted: Sorted, drafts: readonly Draft[]): Set<number> {
  const { campaign, candidates, rooms, slots } = sorted;
  const indexOf = new Map<string, number>(candidates.map((candidate, index) => [candidate.id, index]));
  const done = new Set<number>();
  const standing = drafts
    .filter((draft) => draft.existing !== null)
    .sort((a, b) => byText(a.existing?.number ?? '', b.existing?.number ?? ''));
  for (const draft of standing) {
    const session = draft.existing;
    if (!session) continue;
    for (const seat of session.seats) {
      const who = indexOf.get(seat.candidate);
      if (who === undefined || done.has(who) || !(isPinned(session) || seat.locked)) continue;
      done.add(who);
      draft.imposed.push(who);
    }
  }
  if (campaign.settings.recalculation !== 'complete') return done;
  const forced = drafts.filter((draft) => draft.forced);
  const k = campaign.settings.candidatesPerInvigilator;
  const staffing = sorted.staff === null ? null : new Staffing(sorted.staff, rooms, slots);
  const watchersFor = (draft: Draft, people: number): number =>
    (k > 0 ? Math.ceil(people / k) : 1) * (draft ? 1 : 1);
  for (const draft of forced)
    staffing?.need(draft.slot, draft.room, watchersFor(draft, draft.imposed.length));
  for (const draft of standing) {
    const session = draft.existing;
    const room = rooms[draft.room];
    const slot = slots[draft.slot];
    if (!session || !room || !slot || isPinned(session)) continue;
    const clash = forced.some((other) => {
      const at = slots[other.slot];
      return (
        other !== draft &&
        other.room === draft.room &&
        at !== undefined &&
        overlaps(slot, at, campaign.settings.gapMinutes)
      );
    });
    if (clash && !draft.forced) continue;
    if (
      (slot.site !== null && slot.site !== room.site) ||
      (room.freeAt !== 'every' && !room.freeAt.includes(slot.code))
    )
      continue;
    const usable = Math.max(0, room.places - campaign.settings.keptFree);
    const may = session.seats
      .map((seat) => indexOf.get(seat.candidate))
      .filter((who): who is number => {
        const candidate = who === undefined ? undefined : candidates[who];
        return (
          who !== undefined &&
          candidate !== undefined &&
          !done.has(who) &&
          maySit(sorted, candidate, slot, room)
        );
      })
      .slice(0, Math.max(0, usable - draft.imposed.length));
    let keep = may.length;
    if (keep === 0) continue;
    if (staffing) {
      const had = draft.forced ? watchersFor(draft, draft.imposed.length) : 0;
      let given = had;
      const wanted = watchersFor(draft, draft.imposed.length + keep);
      while (given < wanted && staffing.need(draft.slot, draft.room, 1)) given += 1;
      if (k > 0) keep = Math.min(keep, Math.max(0, given * k - draft.imposed.length));
      else if (given === 0) keep = 0;
    }
    for (const who of may.slice(0, keep)) {
      done.add(who);
      draft.imposed.push(who);
    }
    if (keep > 0 && !draft.forced) {
      draft.forced = true;
      forced.push(draft);
    }
  }
  return done;
}

function maySit({ campaign }: Sorted, candidate: Candidate, slot: Slot, room: Room): boolean {
  return (
    candidate.sites.includes(room.site) &&
    candidate.availability.possible.includes(slot.code) &&
    slot.end - slot.start >= minutesNeeded(campaign.settings, candidate.extraTime) &&
    (!campaign.settings.certifiableOnly || candidate.certifiable === true)
  );
}

function settle(
  { campaign, rooms, slots }: Sorted,
  drafts: readonly Draft[],
): { openings: Opening[]; nodes: Node[] } {
  const ranks = ranksOf(slots);
  const openings: Opening[] = [];
  const nodeOf = new Map<string, number>();
  const lists: { site: string; slot: number; openings: number[] }[] = [];
  // Two forced sessions may overlap (the reader has refused it as blocking): an unforced one never may with a forced one.
  const forced = drafts.filter((draft) => draft.forced);
  for (const draft of drafts) {
    const room = rooms[draft.room];
    const slot = slots[draft.slot];
    if (!room || !slot) continue;
    const usable = Math.max(0, room.places - campaign.settings.keptFree - draft.imposed.length);
    const capacity = draft.existing?.closed ? 0 : usable;
    if (!draft.forced && capacity === 0) continue;
    if (!draft.forced) {
      const clash = forced.some((other) => {
        const at = slots[other.slot];
        return (
          other.room === draft.room && at !== undefined && overlaps(slot, at, campaign.settings.gapMinutes)
        );
      });
      if (clash) continue;
    }
    const key = `${draft.slot} ${room.site}`;
    const known = nodeOf.get(key);
    const node = known ?? lists.length;
    if (known === undefined) {
      nodeOf.set(key, node);
      lists.push({ site: room.site, slot: draft.slot, openings: [] });
    }
    lists[node]?.openings.push(openings.length);
    openings.push({
      index: openings.length,
      slot: draft.slot,
      room: draft.room,
      node,
      capacity,
      forced: draft.forced,
      existing: draft.existing,
      imposed: draft.imposed,
      rank: ranks[draft.slot] ?? 0,
    });
  }
  const size = (index: number): number => openings[index]?.capacity ?? 0;
  for (const list of lists) list.openings.sort((a, b) => size(b) - size(a) || a - b);
  return { openings, nodes: lists };
}

/** From 1 in order of date and start; equal times share a rank. */
export function ranksOf(slots: readonly Slot[]): readonly number[] {
  let rank = 0;
  return slots.map((slot, index) => {
    const previous = slots[index - 1];
    if (!previous || previous.day !== slot.day || previous.start !== slot.start) rank += 1;
    return rank;
  });
}

function demandsOf(
  sorted: Sorted,
  openings: readonly Opening[],
  nodes: readonly Node[],
  fixed: ReadonlySet<number>,
): Demand[] {
  const { campaign, candidates, requests, slots } = sorted;
  const slotIndex = new Map<string, number>(slots.map((slot, index) => [slot.code, index]));
  const nodeAt = new Map<string, number>();
  nodes.forEach((node, index) => {
    if (node.openings.some((one) => (openings[one]?.capacity ?? 0) > 0))
      nodeAt.set(`${node.slot} ${node.site}`, index);
  });
  const lists = new Map<string, readonly number[]>();
  const unique = (list: number[]): readonly number[] => {
    const key = list.join();
    const known = lists.get(key);
    if (known) return known;
    lists.set(key, list);
    return list;
  };
  const find = (sites: readonly string[], codes: readonly string[], minutes: number): readonly number[] => {
    const found = new Set<number>();
    for (const code of codes) {
      const at = slotIndex.get(code);
      const slot = at === undefined ? undefined : slots[at];
      if (!slot || slot.end - slot.start < minutes) continue;
      for (const site of sites) {
        const node = nodeAt.get(`${at} ${site}`);
        if (node !== undefined) found.add(node);
      }
    }
    return unique([...found].sort((a, b) => a - b));
  };
  const cache = new Map<object, Map<string, { allowed: readonly number[]; preferred: readonly number[] }>>();
  const demands: Demand[] = [];
  candidates.forEach((candidate, who) => {
    if (fixed.has(who)) return;
    if (campaign.settings.certifiableOnly && candidate.certifiable !== true) return;
    const minutes = minutesNeeded(campaign.settings, candidate.extraTime);
    const key = `${minutes} ${[...candidate.sites].sort().join('\u0000')}`;
    const known = cache.get(candidate.availability) ?? new Map();
    cache.set(candidate.availability, known);
    let lists = known.get(key);
    if (!lists) {
      const allowed = find(candidate.sites, candidate.availability.possible, minutes);
      const liked = new Set(find(candidate.sites, candidate.availability.preferred, minutes));
      lists = { allowed, preferred: unique(allowed.filter((node) => liked.has(node))) };
      known.set(key, lists);
    }
    if (lists.allowed.length > 0) demands.push({ who, anonymous: false, count: 1, ...lists });
  });
  const none = unique([]);
  requests.forEach((request, who) => {
    const allowed = find(request.sites, request.possible, minutesNeeded(campaign.settings, 0));
    if (allowed.length > 0 && request.places > 0)
      demands.push({ who, anonymous: true, count: request.places, allowed, preferred: none });
  });
  return demands;
}

function conflictsOf({ campaign, slots }: Sorted, openings: readonly Opening[]): number[][] {
  const conflicts: number[][] = openings.map(() => []);
  const byRoom = new Map<string, Opening[]>();
  for (const opening of openings) {
    const slot = slots[opening.slot];
    if (!slot) continue;
    const key = `${opening.room} ${slot.day}`;
    const others = byRoom.get(key) ?? [];
    byRoom.set(key, others);
    for (const other of others) {
      const at = slots[other.slot];
      if (!at || !overlaps(slot, at, campaign.settings.gapMinutes) || (opening.forced && other.forced))
        continue;
      conflicts[opening.index]?.push(other.index);
      conflicts[other.index]?.push(opening.index);
    }
    others.push(opening);
  }
  return conflicts;
}

function beforeOf({ campaign, candidates }: Sorted, openings: readonly Opening[]): Int32Array {
  const before = new Int32Array(candidates.length).fill(-1);
  if (campaign.settings.recalculation === 'restart') return before;
  const indexOf = new Map<string, number>(candidates.map((candidate, index) => [candidate.id, index]));
  for (const opening of openings) {
    for (const seat of opening.existing?.seats ?? []) {
      const who = indexOf.get(seat.candidate);
      if (who !== undefined && before[who] === -1) before[who] = opening.index;
    }
  }
  return before;
}
