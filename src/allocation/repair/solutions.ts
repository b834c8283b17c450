import { overlaps } from '../../domain/slot';
import type { Search } from '../search';
import type { Opening } from '../problem/problem';
import { compareLists } from '../compare-lists';
import { type Found, type Weigh, type Worth, leastOpenings } from './least-openings';
import type { Scene } from './scene';
import { type Costs, type Kind, type Mode, SeatFlow, type Shared } from './seat-flow';

/** Sessions added, and who sits where then. */
export interface Solution {
  readonly added: readonly Opening[];
  readonly places: ReadonlyMap<number, number>;
  readonly watchers: ReadonlyMap<number, readonly string[]>;
  readonly shared: Shared;
  /** Nobody less is left without a seat, or moved, with so few sessions added. */
  readonly proven: boolean;
}

/** Numbers of sessions added that are looked at one by one. */
const MOST_ADDED = 3;
/** Sets of sessions weighed to make people comfortable, once it is known who moves. */
const MOST_SWAPS: Readonly<Record<Mode, number>> = { still: 1200, moving: 80 };

/**
 * Ways to seat those who lost their seat: first without any session added, then with one, two…; each once with everybody
 * else where they are, and once with as few others moved as it takes. Where that takes many sessions, `fewest` says which.
 *
 * @param fewest the sessions to add so that as many as possible of them sit, nobody else moving; `null`: not known
 */
export function solutionsOf(
  scene: Scene,
  search: Search | null,
  fewest: () => readonly Opening[] | null,
): Solution[] {
  const solutions: Solution[] = [];
  const still = new Repairer(scene, 'still');
  const found = still.pursue(search, []);
  solutions.push(...found.map(({ solution }) => solution));
  const last = found[found.length - 1];
  if (last === undefined) return solutions;
  const enough = last.costs.every((cost) => cost === 0);
  if (enough && last.added.length === 0) return solutions;
  const whole = enough || (last.added.length < MOST_ADDED && !still.needsMany) ? null : fewest();
  if (whole !== null) solutions.push(...still.with(whole));
  const moving = new Repairer(scene, 'moving');
  if (!moving.hasMovers) return solutions;
  const moved = moving.pursue(
    search,
    found.map(({ added }) => added),
    enough ? last.added.length - 1 : MOST_ADDED,
  );
  return [...solutions, ...moved.map(({ solution }) => solution)];
}

/**
 * People without a seat, and people whose seat is another one or none: no solution is below that, whatever sessions are
 * added. `null` when nothing is known.
 */
export function leastDisturbed(scene: Scene): readonly number[] | null {
  const flow = new SeatFlow(scene, 'moving');
  const standing = scene.watch.withAdded([])?.places;
  if (!standing) return null;
  const everything = new Map([
    ...standing,
    ...scene.fresh.map(({ index, capacity }): [number, number] => [index, capacity]),
  ]);
  const people = flow.share(everything, peopleCosts(flow))?.seats.filter(({ kind }) => kind.request === null);
  if (!people) return null;
  const unseated = people.reduce((sum, one) => sum + one.unseated, 0);
  const leaving = people.reduce((sum, { kind, stay }) => sum + (kind.before < 0 ? 0 : kind.count - stay), 0);
  return [unseated, scene.displaced.length + leaving];
}

/** A solution, with the sessions added and what it costs. */
interface Reached {
  readonly solution: Solution;
  readonly added: readonly Opening[];
  readonly costs: readonly number[];
}

/** Looks for sessions to add, nobody else moving or as few as possible. */
export class Repairer {
  private readonly flow: SeatFlow;
  /** Sessions that somebody could make use of, and that can be watched. */
  readonly fresh: readonly Opening[];
  private readonly seats: Costs;
  private readonly people: Costs;
  private readonly comfort: Costs;
  private readonly none: readonly ReadonlyMap<number, number>[] | null;

  constructor(
    private readonly scene: Scene,
    private readonly mode: Mode,
  ) {
    this.flow = new SeatFlow(scene, mode);
    this.fresh = scene.fresh.filter((one) => this.flow.reaches(one) && scene.watch.withAdded([one]) !== null);
    this.seats = SEATS;
    this.people = peopleCosts(this.flow);
    this.comfort = comfortCosts(scene, this.flow, this.people);
    const places = scene.watch.withAdded([])?.places;
    const shared = places ? this.share(places) : null;
    this.none = shared?.map(({ offered }) => offered) ?? null;
  }

  /** So many people are left without a seat that a few sessions more would not do. */
  needsMany = false;

  private leavesMany([unseated = 0]: readonly number[]): boolean {
    const largest = Math.max(0, ...this.fresh.map(({ capacity }) => capacity));
    return unseated > MOST_ADDED * largest;
  }

  get hasMovers(): boolean {
    return this.flow.movers > 0;
  }

  /**
   * One solution for each number of sessions added, until more of them are of no use.
   *
   * @param known for each number, sessions that serve well
   */
  pursue(search: Search | null, known: readonly (readonly Opening[])[], mostAdded = MOST_ADDED): Reached[] {
    const all: Reached[] = [];
    for (let most = 0; most <= mostAdded; most += 1) {
      const before = all[all.length - 1];
      if (before && this.leavesMany(before.costs)) {
        this.needsMany = true;
        break;
      }
      const start = known[most];
      const found = leastOpenings(
        this.scene.problem,
        this.fresh,
        most,
        this.weigh,
        search,
        start ? { known: start } : {},
      );
      if (found === null || (before && compareLists(found.costs, before.costs) >= 0)) break;
      const needed = this.needed(found);
      const solution = this.solved(needed, search);
      if (solution) all.push({ solution, added: needed.added, costs: found.costs });
      if (found.costs.every((cost) => cost === 0)) break;
    }
    return all;
  }

  /** With these very sessions. */
  with(added: readonly Opening[]): Solution[] {
    const costs = this.weigh(added)?.map(({ cost }) => cost);
    const solution = costs ? this.solved({ added, costs, proven: true }, null, 0) : null;
    return solution ? [solution] : [];
  }

  readonly weigh: Weigh = (added) => {
    const watched = this.scene.watch.withAdded(added);
    const shared = watched ? this.share(watched.places) : null;
    if (shared === null) return null;
    return shared.map(({ cost, prices, offered }, at): Worth => {
      let without = cost;
      for (const [node, price] of prices)
        without += price * ((offered.get(node) ?? 0) - (this.none?.[at]?.get(node) ?? 0));
      return { cost, prices, without };
    });
  };

  private share(places: ReadonlyMap<number, number>): Shared[] | null {
    const seats = this.flow.share(places, this.seats);
    const people = this.flow.share(places, this.people);
    return seats === null || people === null ? null : [seats, people];
  }

  /** Without the sessions that are of no use. */
  private needed(found: Found): Found {
    let added = found.added;
    for (const one of found.added) {
      const fewer = added.filter((other) => other !== one);
      const costs = this.weigh(fewer)?.map(({ cost }) => cost);
      if (costs && compareLists(costs, found.costs) <= 0) added = fewer;
    }
    return { ...found, added };
  }

  /** Among the sessions that serve as well, those which suit people best, then the smallest rooms. */
  private solved(found: Found, search: Search | null, swaps = MOST_SWAPS[this.mode]): Solution | null {
    let added = found.added;
    let cost = this.comfortOf(added);
    let left = swaps;
    for (let again = added.length > 0; again;) {
      again = false;
      for (const one of added) {
        const others = added.filter((other) => other !== one);
        for (const instead of this.fresh) {
          if (left <= 0 || (search !== null && search.left() <= 0)) break;
          if (others.includes(instead) || instead === one || this.excluded(instead, others)) continue;
          left -= 1;
          const swapped = [...others, instead];
          const swappedCost = this.comfortOf(swapped);
          if (swappedCost === null || (cost !== null && compareLists(swappedCost, cost) >= 0)) continue;
          if (!this.serves(swapped, found.costs)) continue;
          [added, cost, again] = [swapped, swappedCost, true];
          break;
        }
        if (again) break;
      }
    }
    const watched = this.scene.watch.withAdded(added);
    const shared = watched ? this.flow.share(watched.places, this.comfort) : null;
    if (!watched || shared === null) return null;
    return {
      added,
      places: watched.places,
      watchers: watched.names,
      shared,
      proven: found.proven && isExact(this.scene),
    };
  }

  /** One person without a seat is not the price of fewer moves. */
  private serves(added: readonly Opening[], costs: readonly number[]): boolean {
    const own = this.weigh(added)?.map(({ cost }) => cost);
    return own !== undefined && compareLists(own, costs) <= 0;
  }

  private comfortOf(added: readonly Opening[]): readonly number[] | null {
    const places = this.scene.watch.withAdded(added)?.places;
    const shared = places ? this.flow.share(places, this.comfort) : null;
    if (shared === null) return null;
    const sum = (value: (one: Opening) => number): number => added.reduce((all, one) => all + value(one), 0);
    return [shared.cost, sum(({ capacity }) => capacity), sum(({ rank }) => rank), sum(({ index }) => index)];
  }

  private excluded(one: Opening, others: readonly Opening[]): boolean {
    return others.some((other) => (this.scene.problem.conflicts[one.index] ?? []).includes(other.index));
  }
}

/** People without a seat; whoever moves does not count. */
const SEATS: Costs = {
  unseated: () => 1,
  moved: () => 0,
  counts: ({ request }) => request === null,
};

/**
 * People without a seat, then people moved, then seats without a name lost. A weight is greater than all that a chain
 * of people, each taking the place of the next, can change of what comes after it.
 */
function peopleCosts(flow: SeatFlow): Costs {
  const anonymous = flow.kinds.reduce((sum, { request, count }) => sum + (request === null ? 0 : count), 0);
  const move = anonymous + 1;
  const seat = (flow.size + 2) * move;
  return {
    unseated: ({ request, before }) => (request !== null ? 1 : before < 0 ? seat : seat + move),
    moved: ({ before }) => (before < 0 ? 0 : move),
    counts: () => true,
  };
}

/** The same, then how far from what they had people are sent: another time that day, another day, no preferred slot. */
function comfortCosts({ problem }: Scene, flow: SeatFlow, people: Costs): Costs {
  const scale = 8 * (flow.size + 2);
  const discomfort = (kind: Kind, node: number): number => {
    const slot = problem.nodes[node]?.slot ?? -1;
    const liked = kind.preferred.length === 0 || kind.preferred.includes(node) ? 0 : 1;
    if (kind.slot < 0 || slot === kind.slot) return liked;
    return liked + (problem.slots[slot]?.day === problem.slots[kind.slot]?.day ? 1 : 2);
  };
  return {
    unseated: (kind) => people.unseated(kind) * scale,
    moved: (kind, node) => people.moved(kind, node) * scale + discomfort(kind, node),
    counts: () => true,
  };
}

/** Who can watch what is known for sure where each watches one session whatever its size, and no two slots overlap. */
function isExact({ problem }: Scene): boolean {
  if (problem.staff === null) return true;
  if (problem.campaign.settings.candidatesPerInvigilator > 0) return false;
  return problem.slots.every((slot, at) =>
    problem.slots.slice(at + 1).every((other) => !overlaps(slot, other, 0)),
  );
}
