import type { Campaign } from '../../domain/campaign';
import type { ExistingSession } from '../../domain/session';
import { minutesNeeded } from '../../domain/settings';
import { type Slot, overlaps } from '../../domain/slot';
import { type Draft, type Sorted, draftOpenings, sortedLists } from './drafts';
import { imposeSeats } from './imposed-seats';

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

/** The campaign, and what the engine makes of it. */
export interface Problem extends Sorted {
  readonly openings: readonly Opening[];
  readonly nodes: readonly Node[];
  readonly demands: readonly Demand[];
  /** Pairs of openings of one room that cannot both exist: for each opening, the others. */
  readonly conflicts: readonly (readonly number[])[];
  /** Opening of the existing planning where each candidate sits, −1 when none or when all that was is forgotten. */
  readonly before: Int32Array;
}

export function buildProblem(campaign: Campaign): Problem {
  const sorted = sortedLists(campaign);
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

function settle(
  { campaign, rooms, slots }: Sorted,
  drafts: readonly Draft[],
): { openings: Opening[]; nodes: Node[] } {
  const ranks = rankOfEach(slots);
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
export function rankOfEach(slots: readonly Slot[]): readonly number[] {
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

/**
 * Largest sets of these openings that all exclude each other: for each, those of its room under way when it starts, and
 * itself.
 */
export function exclusiveSets({ conflicts, slots, openings }: Problem, among: Iterable<number>): number[][] {
  const known = new Set(among);
  const startOf = (index: number): number => slots[openings[index]?.slot ?? -1]?.start ?? 0;
  return [...known]
    .map((index) => [
      index,
      ...(conflicts[index] ?? []).filter((other) => known.has(other) && startOf(other) <= startOf(index)),
    ])
    .filter((set) => set.length > 1);
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
