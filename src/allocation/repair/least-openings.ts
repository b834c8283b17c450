import { compareLists } from '../compare-lists';
import type { Search } from '../search';
import type { Opening, Problem } from '../problem/problem';
import { Program } from '../program';

/** What a set of added sessions amounts to. */
export interface Worth {
  readonly cost: number;
  /** What one more place at each node would save, at most. */
  readonly prices: ReadonlyMap<number, number>;
  /** The cost at these prices if none of the places added were there. */
  readonly without: number;
}

/** Costs in the order in which they are made small; `null` when the sessions cannot all be added. */
export type Weigh = (added: readonly Opening[]) => readonly Worth[] | null;

export interface Found {
  readonly added: readonly Opening[];
  readonly costs: readonly number[];
  /** Nothing better exists among so few sessions. */
  readonly proven: boolean;
}

/** Sets of sessions tried one by one rather than by the solver. */
const MOST_TRIED = 400;
const MOST_ROUNDS = 300;

/**
 * The sessions to add, at most so many, whose costs are least, the first cost first. Costs fall as places are added and
 * are convex in them: each set that is weighed gives a row that all others obey, and an integer program over these rows
 * proposes the next set until it can promise nothing better.
 *
 * @param known a set that serves well, to start from
 */
export function leastOpenings(
  problem: Problem,
  fresh: readonly Opening[],
  most: number,
  weigh: Weigh,
  search: Search | null,
  {
    known,
    mostTried = MOST_TRIED,
  }: { readonly known?: readonly Opening[]; readonly mostTried?: number } = {},
): Found | null {
  const none = weigh([]);
  if (none === null) return null;
  const start: Found = { added: [], costs: none.map(({ cost }) => cost), proven: most === 0 };
  if (most === 0 || fresh.length === 0 || start.costs.every((cost) => cost === 0))
    return { ...start, proven: true };
  if (combinations(fresh.length, most) <= mostTried) return byTrying(problem, fresh, most, weigh, start);
  const grown = withKnown(weigh, start, known) ?? byGrowing(problem, fresh, most, weigh, start);
  return search === null ? grown : byRows(problem, fresh, most, weigh, search, grown);
}

/** A good set that is known already spares the search for a first one. */
function withKnown(weigh: Weigh, start: Found, known: readonly Opening[] | undefined): Found | null {
  const costs = known === undefined ? undefined : weigh(known)?.map(({ cost }) => cost);
  if (known === undefined || costs === undefined) return null;
  return compareLists(costs, start.costs) < 0 ? { added: known, costs, proven: false } : start;
}

function combinations(count: number, most: number): number {
  let all = 1;
  let these = 1;
  for (let size = 1; size <= Math.min(most, count); size += 1) {
    these = (these * (count - size + 1)) / size;
    all += these;
  }
  return all;
}

const excludes = (problem: Problem, one: Opening, others: readonly Opening[]): boolean =>
  others.some((other) => (problem.conflicts[one.index] ?? []).includes(other.index));

function byTrying(
  problem: Problem,
  fresh: readonly Opening[],
  most: number,
  weigh: Weigh,
  start: Found,
): Found {
  let best = start;
  const extend = (from: number, added: readonly Opening[]): void => {
    for (let at = from; at < fresh.length; at += 1) {
      const one = fresh[at];
      if (!one || excludes(problem, one, added)) continue;
      const set = [...added, one];
      const worth = weigh(set);
      if (worth === null) continue;
      const costs = worth.map(({ cost }) => cost);
      if (compareLists(costs, best.costs) < 0) best = { added: set, costs, proven: true };
      if (set.length < most) extend(at + 1, set);
    }
  };
  extend(0, []);
  return { ...best, proven: true };
}

/** One session at a time, each the best beside those before it. */
function byGrowing(
  problem: Problem,
  fresh: readonly Opening[],
  most: number,
  weigh: Weigh,
  start: Found,
): Found {
  let best = start;
  while (best.added.length < most) {
    let next = best;
    for (const one of fresh) {
      if (best.added.includes(one) || excludes(problem, one, best.added)) continue;
      const costs = weigh([...best.added, one])?.map(({ cost }) => cost);
      if (costs && compareLists(costs, next.costs) < 0)
        next = { added: [...best.added, one], costs, proven: false };
    }
    if (next === best) break;
    best = next;
  }
  return best;
}

function byRows(
  problem: Problem,
  fresh: readonly Opening[],
  most: number,
  weigh: Weigh,
  search: Search,
  start: Found,
): Found {
  let best = start;
  let proven = true;
  const lessons = new Map<string, Lesson>();
  const weighed = (added: readonly Opening[]): Lesson => {
    const lesson = { added, worth: weigh(added) };
    lessons.set(keyOf(added), lesson);
    return lesson;
  };
  weighed([]);
  weighed(start.added);
  for (let goal = 0; goal < start.costs.length && proven; goal += 1) {
    const rows = new Rows(problem, fresh, most, goal);
    for (const lesson of lessons.values()) rows.learn(lesson, best);
    proven = false;
    for (let round = 0; round < MOST_ROUNDS && search.left() > 0; round += 1) {
      const proposed = rows.propose(search);
      if (proposed === null) break;
      if (proposed.bound >= (best.costs[goal] ?? 0)) {
        proven = true;
        break;
      }
      if (lessons.has(keyOf(proposed.added))) {
        rows.exclude(proposed.added);
        continue;
      }
      const lesson = weighed(proposed.added);
      rows.learn(lesson, best);
      const costs = lesson.worth?.map(({ cost }) => cost);
      if (costs && compareLists(costs, best.costs) < 0)
        best = { added: proposed.added, costs, proven: false };
    }
  }
  return { ...best, proven };
}

interface Lesson {
  readonly added: readonly Opening[];
  readonly worth: readonly Worth[] | null;
}

const keyOf = (added: readonly Opening[]): string =>
  added
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .join();

/** The integer program of one cost, those before it being kept. */
class Rows {
  private readonly program = new Program();
  private readonly columns: ReadonlyMap<number, number>;
  private readonly theta: number;

  constructor(
    problem: Problem,
    private readonly fresh: readonly Opening[],
    most: number,
    private readonly goal: number,
  ) {
    this.theta = this.program.column(0, Infinity, false);
    this.columns = new Map(fresh.map(({ index }) => [index, this.program.column(0, 1, true)]));
    this.program.row(
      [...this.columns.values()].map((column) => [column, 1]),
      -Infinity,
      most,
    );
    for (const one of fresh)
      for (const other of problem.conflicts[one.index] ?? []) {
        const [a, b] = [this.columns.get(one.index), this.columns.get(other)];
        if (a === undefined || b === undefined || other < one.index) continue;
        this.program.row(
          [
            [a, 1],
            [b, 1],
          ],
          -Infinity,
          1,
        );
      }
  }

  /** Adds what a set tells of all others. */
  learn({ added, worth }: Lesson, best: Found): void {
    if (worth === null) {
      // More sessions are no easier to watch.
      this.program.row(
        this.terms(added, () => 1),
        -Infinity,
        added.length - 1,
      );
      return;
    }
    worth.slice(0, this.goal + 1).forEach((one, at) => {
      const saved = (opening: Opening): number => (one.prices.get(opening.node) ?? 0) * opening.capacity;
      const kept = at < this.goal;
      const excess = one.without - (kept ? (best.costs[at] ?? 0) : 0);
      if (excess <= 0) return;
      // No session saves more than all that there is to save.
      const terms = this.terms(this.fresh, (opening) => Math.min(saved(opening), excess));
      this.program.row(kept ? terms : [...terms, [this.theta, 1]], excess, Infinity);
    });
  }

  /** Leaves out one set whose cost is known. */
  exclude(added: readonly Opening[]): void {
    const inside = new Set(added);
    const terms = this.terms(this.fresh, (opening) => (inside.has(opening) ? -1 : 1));
    this.program.row(terms, 1 - added.length, Infinity);
  }

  /** The next set to weigh, and a cost that no set left is below. */
  propose(search: Search): { readonly added: readonly Opening[]; readonly bound: number } | null {
    const answer = search.solver.solve(this.program.model([[this.theta, 1]], false), {
      milliseconds: search.left(),
      absoluteGap: 0.99,
      ...(search.shouldStop ? { shouldStop: search.shouldStop } : {}),
    });
    if (answer.status === 'infeasible') return { added: [], bound: Infinity };
    if (answer.values.length === 0) return null;
    const added = this.fresh.filter(
      ({ index }) => Math.round(answer.values[this.columns.get(index) ?? 0] ?? 0) === 1,
    );
    return { added, bound: Math.ceil(answer.bound - 1e-6) };
  }

  private terms(openings: readonly Opening[], value: (opening: Opening) => number): [number, number][] {
    return openings.flatMap((one): [number, number][] => {
      const column = this.columns.get(one.index);
      return column === undefined ? [] : [[column, value(one)]];
    });
  }
}
