import type { Campaign } from '../../src/domain/campaign';
import type { CandidateId, GroupName } from '../../src/domain/ids';
import type { Priority } from '../../src/domain/settings';
import { type Opening, type Person, type TinyProblem, tinyProblem } from './tiny-problem';

/**
 * The optimum by trying everything: every set of openings that the rules allow, every way to share out the
 * invigilators, then seats by augmenting paths, or every assignment. For instances with a dozen openings at most.
 */
export interface SeatOptimum {
  readonly seated: number;
  readonly anonymous: number;
  /** Fewest sessions among plans with those seats. */
  readonly sessions: number;
  /** Smallest sum of ranks among plans with those seats, and the fewest sessions among these. */
  readonly earliestFirst: { readonly earliest: number; readonly sessions: number };
}

/** Values of every goal in the campaign's priority, then the fewest moves among equal plans. */
export interface FullOptimum {
  readonly seated: number;
  readonly anonymous: number;
  readonly sessions: number;
  readonly preferred: number;
  readonly groupSplits: number;
  readonly earliest: number;
  readonly moves: number;
}

/** Sessions open, with the places that the invigilators allow in each. */
interface Choice {
  readonly openings: readonly Opening[];
  readonly places: readonly number[];
}

/** `null` when the locks leave no valid plan. */
export function bestSeats(campaign: Campaign): SeatOptimum | null {
  const problem = tinyProblem(campaign);
  return bestSeatsAmong(problem, choices(problem));
}

function bestSeatsAmong(problem: TinyProblem, all: readonly Choice[]): SeatOptimum | null {
  const most = mostSeats(problem, everythingAtOnce(problem));
  let best: { seated: number; anonymous: number } | null = null;
  let sessions = Infinity;
  let earliest: readonly number[] = [];
  for (const choice of [...all].sort((a, b) => placesOf(b) - placesOf(a))) {
    const count = choice.openings.length;
    const ranks = choice.openings.reduce((sum, opening) => sum + opening.rank, 0);
    if (best !== null) {
      // Named people come first: fewer places may seat more of them, beside fewer seats without a name.
      if (placesOf(choice) < best.seated) break;
      const seatsMore = best.seated !== most?.seated || best.anonymous !== most.anonymous;
      if (!seatsMore && count >= sessions && compare([ranks, count], earliest) >= 0) continue;
    }
    const seats = mostSeats(problem, choice);
    if (seats === null) continue;
    const better = best === null ? 1 : seats.seated - best.seated || seats.anonymous - best.anonymous;
    if (better < 0) continue;
    if (better > 0) {
      best = seats;
      sessions = count;
      earliest = [ranks, count];
    } else {
      sessions = Math.min(sessions, count);
      if (compare([ranks, count], earliest) < 0) earliest = [ranks, count];
    }
  }
  if (best === null) return null;
  return {
    ...best,
    sessions,
    earliestFirst: { earliest: earliest[0] ?? 0, sessions: earliest[1] ?? 0 },
  };
}

const placesOf = ({ places }: Choice): number => places.reduce((sum, count) => sum + count, 0);

/** Every session open whatever excludes them, and watched: no plan seats more. */
function everythingAtOnce({ openings }: TinyProblem): Choice {
  return { openings, places: openings.map(({ places }) => places) };
}

/** All goals, by enumeration of the assignments too: for half a dozen candidates. */
export function bestOfAll(campaign: Campaign): FullOptimum | null {
  const problem = tinyProblem(campaign);
  const all = choices(problem);
  const seats = bestSeatsAmong(problem, all);
  if (seats === null) return null;
  let best: FullOptimum | null = null;
  for (const choice of all) {
    if (placesOf(choice) < seats.seated + seats.anonymous) continue;
    if (campaign.settings.priority === 'sessions' && choice.openings.length > seats.sessions) continue;
    for (const assignment of assignments(problem, choice, seats.seated)) {
      const anonymous = anonymousLeft(problem, choice, assignment);
      if (anonymous < seats.anonymous) continue;
      const found = valued(problem, choice, assignment, seats);
      if (best === null || compare(inOrder(campaign, found), inOrder(campaign, best)) < 0) best = found;
    }
  }
  return best;
}

/** Smaller is better, most important first. */
function inOrder(campaign: Campaign, value: FullOptimum): readonly number[] {
  const { sessions, groupSplits, earliest, moves } = value;
  const disliked = -value.preferred;
  const disturbed = campaign.settings.recalculation === 'improve' ? moves : 0;
  const orders: Readonly<Record<Priority, readonly number[]>> = {
    sessions: [sessions, disliked, groupSplits, earliest, disturbed],
    preferences: [disliked, sessions, groupSplits, earliest, disturbed],
    earliest: [earliest, sessions, disliked, groupSplits, disturbed],
  };
  return orders[campaign.settings.priority];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** Every valid set of openings, with every useful way to share out the invigilators. */
function choices(problem: TinyProblem): readonly Choice[] {
  const found: Choice[] = [];
  const extend = (index: number, openings: readonly Opening[]): void => {
    const next = problem.openings[index];
    if (next === undefined) {
      for (const places of staffings(problem, openings)) found.push({ openings, places });
      return;
    }
    if (!next.forced) extend(index + 1, openings);
    if (!openings.some((other) => problem.clash(next, other))) extend(index + 1, [...openings, next]);
  };
  extend(0, []);
  return found;
}

/** For each way to give people to sessions (a person may take several that do not overlap), the places of each. */
function staffings(problem: TinyProblem, openings: readonly Opening[]): readonly (readonly number[])[] {
  const { staff, perInvigilator } = problem;
  if (staff === null) return [openings.map((opening) => opening.places)];
  const found = new Map<string, readonly number[]>();
  const give = (person: number, watchers: readonly number[]): void => {
    const who = staff[person];
    if (who === undefined) {
      if (perInvigilator === 0 && watchers.some((count) => count === 0)) return;
      const places = openings.map(({ places: certified }, at) =>
        perInvigilator === 0 ? certified : Math.min(certified, perInvigilator * (watchers[at] ?? 0)),
      );
      found.set(places.join(), places);
      return;
    }
    const take = (at: number, taken: readonly number[]): void => {
      const opening = openings[at];
      if (opening === undefined) {
        give(
          person + 1,
          watchers.map((count, index) => count + (taken.includes(index) ? 1 : 0)),
        );
        return;
      }
      const busy = taken.some((other) => {
        const session = openings[other];
        return session !== undefined && problem.atOnce(opening, session);
      });
      if (!busy && who.watches(opening)) take(at + 1, [...taken, at]);
      take(at + 1, taken);
    };
    take(0, []);
  };
  give(
    0,
    openings.map(() => 0),
  );
  return withoutDominated([...found.values()]);
}

function withoutDominated(vectors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return vectors.filter(
    (vector) =>
      !vectors.some((other) => other !== vector && other.every((places, at) => places >= (vector[at] ?? 0))),
  );
}

/** Most candidates, then most seats without names: the second never take back what the first have. */
function mostSeats(problem: TinyProblem, choice: Choice): { seated: number; anonymous: number } | null {
  const seating = new Seating(choice.places);
  for (const person of problem.people) {
    if (person.seat === null) continue;
    const at = choice.openings.findIndex((opening) => opening.key === person.seat);
    if (at < 0 || !seating.fix(at)) return null;
  }
  const free = problem.people.filter((person) => person.seat === null);
  const fixed = problem.people.length - free.length;
  const named = free.filter((person) => seating.add(sessionsOpenTo(person, choice))).length;
  return { seated: fixed + named, anonymous: addRequests(problem, choice, seating) };
}

function sessionsOpenTo(person: Person, choice: Choice): readonly number[] {
  return choice.openings.flatMap((opening, at) => (person.maySit(opening) ? [at] : []));
}

function addRequests(problem: TinyProblem, choice: Choice, seating: Seating): number {
  let added = 0;
  for (const request of problem.requests) {
    const sessions = choice.openings.flatMap((opening, at) => (request.suits(opening) ? [at] : []));
    for (let place = 0; place < request.places; place += 1) if (seating.add(sessions)) added += 1;
  }
  return added;
}

function anonymousLeft(
  problem: TinyProblem,
  choice: Choice,
  assignment: ReadonlyMap<CandidateId, number>,
): number {
  const seating = new Seating(choice.places);
  for (const at of assignment.values()) seating.fix(at);
  return addRequests(problem, choice, seating);
}

/** A matching of people to places, grown one augmenting path at a time. */
class Seating {
  private readonly occupants: number[][];
  private readonly wishes: (readonly number[])[] = [];

  constructor(private readonly places: readonly number[]) {
    this.occupants = places.map(() => []);
  }

  /** Seats somebody who cannot be moved. */
  fix(at: number): boolean {
    return this.add([at]);
  }

  add(wish: readonly number[]): boolean {
    this.wishes.push(wish);
    return this.augment(this.wishes.length - 1, new Set());
  }

  private augment(person: number, tried: Set<number>): boolean {
    for (const at of this.wishes[person] ?? []) {
      if (tried.has(at)) continue;
      tried.add(at);
      const seated = this.occupants[at] ?? [];
      if (seated.length < (this.places[at] ?? 0)) {
        seated.push(person);
        return true;
      }
      for (const [index, other] of seated.entries()) {
        if (!this.augment(other, tried)) continue;
        seated[index] = person;
        return true;
      }
    }
    return false;
  }
}

/** Every assignment that seats that many candidates. */
function assignments(
  problem: TinyProblem,
  choice: Choice,
  seated: number,
): readonly ReadonlyMap<CandidateId, number>[] {
  const found: ReadonlyMap<CandidateId, number>[] = [];
  const left = [...choice.places];
  const seats = new Map<CandidateId, number>();
  const place = (index: number, mayMiss: number): void => {
    const person = problem.people[index];
    if (person === undefined) {
      found.push(new Map(seats));
      return;
    }
    for (const [at, opening] of choice.openings.entries()) {
      if (person.seat === null ? !person.maySit(opening) : person.seat !== opening.key) continue;
      if ((left[at] ?? 0) < 1) continue;
      left[at] = (left[at] ?? 0) - 1;
      seats.set(person.id, at);
      place(index + 1, mayMiss);
      seats.delete(person.id);
      left[at] = (left[at] ?? 0) + 1;
    }
    if (person.seat === null && mayMiss > 0) place(index + 1, mayMiss - 1);
  };
  place(0, problem.people.length - seated);
  return found;
}

function valued(
  problem: TinyProblem,
  choice: Choice,
  assignment: ReadonlyMap<CandidateId, number>,
  seats: SeatOptimum,
): FullOptimum {
  let preferred = 0;
  let moves = 0;
  const used = new Map<GroupName, Set<number>>();
  for (const person of problem.people) {
    const at = assignment.get(person.id);
    const opening = at === undefined ? undefined : choice.openings[at];
    if (person.before !== null && opening?.key !== person.before) moves += 1;
    if (at === undefined || opening === undefined) continue;
    if (person.prefers(opening)) preferred += 1;
    if (person.group !== null) used.set(person.group, (used.get(person.group) ?? new Set()).add(at));
  }
  return {
    seated: assignment.size,
    anonymous: seats.anonymous,
    sessions: choice.openings.length,
    preferred,
    groupSplits: [...used.values()].reduce((sum, set) => sum + set.size - 1, 0),
    earliest: choice.openings.reduce((sum, opening) => sum + opening.rank, 0),
    moves,
  };
}
