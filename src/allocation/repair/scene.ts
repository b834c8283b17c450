import type { Campaign } from '../../domain/campaign';
import { type Demand, type Opening, type Problem, buildProblem } from '../problem/problem';
import { Watch, type Watching } from './watch';

/** A planning after a change: what of it stands, who has lost a seat, and what could be opened. */
export interface Scene {
  readonly problem: Problem;
  /** Sessions that go on, in order of their number. */
  readonly standing: readonly Opening[];
  readonly watch: Watch;
  /** Sessions that could be added. */
  readonly fresh: readonly Opening[];
  /** Candidate → opening of the seat that is still good, −1 when there is none. */
  readonly seats: Int32Array;
  /** Candidate → slot of the session where the planning has them, −1 when it has none. */
  readonly slotBefore: Int32Array;
  /** Those who had a seat that is good no longer. */
  readonly displaced: readonly number[];
  /** Candidate → what they may have; candidates whose seat is imposed have none. */
  readonly demands: ReadonlyMap<number, Demand>;
  /** Seats without a name that were reserved: request → places, and where those that stand are. */
  readonly reserved: ReadonlyMap<number, number>;
  readonly reservedAt: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Those of sessions that are held or have begun: they stay where they are. */
  readonly settled: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/**
 * @param changed the campaign once the change is recorded
 * @param before the same before it
 */
export function sceneOf(changed: Campaign, before: Campaign, watching: Watching): Scene {
  const problem = buildProblem({
    ...changed,
    settings: { ...changed.settings, recalculation: 'improve' },
  });
  const standing = standingSessions(problem);
  const taken = new Set(standing.map(({ index }) => index));
  const conflicting = (one: Opening): boolean =>
    (problem.conflicts[one.index] ?? []).some((other) => taken.has(other));
  const demands = new Map(
    problem.demands.filter(({ anonymous }) => !anonymous).map((demand) => [demand.who, demand]),
  );
  const watch = new Watch(problem, standing, watching);
  const seats = goodSeats(problem, standing, watch, demands);
  return {
    problem,
    standing,
    watch,
    fresh: problem.openings.filter(
      (one) => one.existing === null && one.capacity > 0 && !taken.has(one.index) && !conflicting(one),
    ),
    seats,
    ...peopleBefore(problem, before, seats),
    demands,
    ...reservations(problem, standing, before),
  };
}

/** Of two sessions that exclude each other, which only hand edits make, the one that must stay, or came first, stands. */
function standingSessions(problem: Problem): Opening[] {
  const standing: Opening[] = [];
  const taken = new Set<number>();
  const existing = problem.openings.filter((one) => one.existing !== null || one.forced);
  for (const one of existing.sort((a, b) => Number(b.forced) - Number(a.forced) || compareNumbers(a, b))) {
    if (!one.forced && (problem.conflicts[one.index] ?? []).some((other) => taken.has(other))) continue;
    taken.add(one.index);
    standing.push(one);
  }
  return standing.sort(compareNumbers);
}

const compareNumbers = (a: Opening, b: Opening): number => {
  const [one, two] = [a.existing?.number ?? '', b.existing?.number ?? ''];
  return one.length - two.length || (one < two ? -1 : one > two ? 1 : a.index - b.index);
};

function goodSeats(
  problem: Problem,
  standing: readonly Opening[],
  watch: Watch,
  demands: ReadonlyMap<number, Demand>,
): Int32Array {
  const seats = new Int32Array(problem.candidates.length).fill(-1);
  for (const { imposed, index } of standing) for (const who of imposed) seats[who] = index;
  const indexOf = new Map(problem.candidates.map(({ id }, index) => [id, index]));
  for (const opening of standing) {
    let left = watch.places.get(opening.index) ?? 0;
    for (const { candidate } of opening.existing?.seats ?? []) {
      const who = indexOf.get(candidate) ?? -1;
      if (left === 0 || seats[who] !== -1 || demands.get(who)?.allowed.includes(opening.node) !== true)
        continue;
      seats[who] = opening.index;
      left -= 1;
    }
  }
  return seats;
}

/** Whoever the planning gave a seat, that of a session cancelled by hand included, and has none now. */
function peopleBefore(
  problem: Problem,
  before: Campaign,
  seats: Int32Array,
): Pick<Scene, 'displaced' | 'slotBefore'> {
  const indexOf = new Map(problem.candidates.map(({ id }, index) => [id, index]));
  const slotOf = new Map(problem.slots.map(({ code }, index) => [code, index]));
  const slotBefore = new Int32Array(problem.candidates.length).fill(-1);
  const had = new Set<number>();
  for (const session of before.existing)
    for (const { candidate } of session.seats) {
      const who = indexOf.get(candidate);
      if (who === undefined || had.has(who)) continue;
      had.add(who);
      slotBefore[who] = slotOf.get(session.slot) ?? -1;
    }
  return { slotBefore, displaced: [...had].filter((who) => seats[who] === -1).sort((a, b) => a - b) };
}

function reservations(
  problem: Problem,
  standing: readonly Opening[],
  before: Campaign,
): Pick<Scene, 'reserved' | 'reservedAt' | 'settled'> {
  const left = problem.requests.map(({ places }) => places);
  const requestOf = new Map<string, number>(problem.requests.map(({ group }, index) => [group, index]));
  const openingOf = new Map(standing.map((one) => [one.existing?.number, one.index]));
  const reserved = new Map<number, number>();
  const reservedAt = new Map<number, Map<number, number>>();
  const settled = new Map<number, Map<number, number>>();
  const add = (
    map: Map<number, Map<number, number>>,
    opening: number,
    request: number,
    places: number,
  ): void => {
    const here = map.get(opening) ?? new Map<number, number>();
    map.set(opening, here.set(request, (here.get(request) ?? 0) + places));
  };
  for (const session of before.existing) {
    const opening = openingOf.get(session.number);
    for (const { group, places } of session.anonymous) {
      const request = requestOf.get(group) ?? -1;
      const count = Math.min(places, left[request] ?? 0);
      if (count === 0) continue;
      left[request] = (left[request] ?? 0) - count;
      if (session.closed && session.state !== 'cancelled' && opening !== undefined) {
        add(settled, opening, request, count);
        continue;
      }
      reserved.set(request, (reserved.get(request) ?? 0) + count);
      if (opening !== undefined) add(reservedAt, opening, request, count);
    }
  }
  return { reserved, reservedAt, settled };
}
