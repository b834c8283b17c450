import type { Component } from '../problem/components';

interface Session {
  readonly opening: number;
  readonly worth: number;
}

/**
 * Lagrange's bound: each class pays the price of its people to be seated, and every node then takes whom it likes. A
 * further session at a node is worth less than the one before, so that the best `sessions` are those worth most. No
 * plan with so many sessions has more people on preferred slots, whatever the prices, where everybody has a seat and
 * sessions neither exclude each other nor share invigilators.
 */
export class SessionWorths {
  /** At most so many people on preferred slots. */
  readonly bound: number;
  /** Sessions that may be chosen, those worth most first. */
  private readonly free: readonly Session[];
  /** How many of them are chosen. */
  private readonly chosen: number;
  private readonly worths: ReadonlyMap<number, number>;
  /** What the bound is without any free session. */
  private readonly fixed: number;

  /** `prices`: one per class. `isShut`: openings out of the question. */
  constructor(
    component: Component,
    prices: ArrayLike<number>,
    sessions: number,
    isShut: (opening: number) => boolean,
  ) {
    const { problem } = component;
    const eager = eagerAt(component, prices);
    let fixed = component.classes.reduce((sum, one, index) => sum + one.count * (prices[index] ?? 0), 0);
    let left = sessions;
    const free: Session[] = [];
    component.nodes.forEach((node, at) => {
      const queue = new Queue(eager[at] ?? []);
      const openings = (problem.nodes[node]?.openings ?? []).flatMap(
        (index) => problem.openings[index] ?? [],
      );
      for (const one of openings) {
        if (!one.forced) continue;
        left -= 1;
        fixed += queue.take(one.capacity);
      }
      for (const one of openings)
        if (!one.forced && !isShut(one.index))
          free.push({ opening: one.index, worth: queue.take(one.capacity) });
    });
    this.free = free.sort((a, b) => b.worth - a.worth || a.opening - b.opening);
    this.chosen = Math.max(0, left);
    this.worths = new Map(free.map(({ opening, worth }) => [opening, worth]));
    this.fixed = fixed;
    this.bound = this.boundOf(this.best().map(({ opening }) => opening));
  }

  /** At most so many people on preferred slots with these sessions. */
  boundOf(openings: Iterable<number>): number {
    let bound = this.fixed;
    for (const opening of openings) bound += this.worthOf(opening);
    return bound;
  }

  /** What an opening adds to the bound; nothing when it is forced. */
  worthOf(opening: number): number {
    return this.worths.get(opening) ?? 0;
  }

  private best(): readonly Session[] {
    return this.free.slice(0, this.chosen);
  }

  /**
   * Free openings that every choice has, or none has, with more people on preferred slots than that, where the sessions of
   * a node are those that come first there.
   */
  settledBeyond(people: number): { readonly open: number[]; readonly shut: number[] } {
    const last = this.free[this.chosen - 1]?.worth ?? 0;
    const next = this.free[this.chosen]?.worth ?? 0;
    const spare = this.bound - (people + 1) + TOLERANCE;
    return {
      open: this.best().flatMap(({ opening, worth }) => (worth - next > spare ? [opening] : [])),
      shut: this.free
        .slice(this.chosen)
        .flatMap(({ opening, worth }) => (last - worth > spare ? [opening] : [])),
    };
  }
}

const TOLERANCE = 1e-6;

/** Per node, what each class brings there beyond its price, the most first, and how many people it has. */
function eagerAt(component: Component, prices: ArrayLike<number>): (readonly [number, number])[][] {
  const eager: [number, number][][] = component.nodes.map(() => []);
  component.classes.forEach((one, index) => {
    const liked = new Set(one.anonymous ? [] : one.preferred);
    for (const node of one.allowed) {
      const gain = (liked.has(node) ? 1 : 0) - (prices[index] ?? 0);
      if (gain > 0) eager[node]?.push([gain, one.count]);
    }
  });
  for (const list of eager) list.sort((a, b) => b[0] - a[0]);
  return eager;
}

/** People in order of what they bring, taken as places come. */
class Queue {
  private next = 0;
  private used = 0;

  constructor(private readonly people: readonly (readonly [number, number])[]) {}

  take(places: number): number {
    let sum = 0;
    let left = places;
    for (
      let first = this.people[this.next];
      first !== undefined && left > 0;
      first = this.people[this.next]
    ) {
      const [gain, count] = first;
      const take = Math.min(left, count - this.used);
      sum += take * gain;
      left -= take;
      this.used += take;
      if (this.used < count) break;
      this.next += 1;
      this.used = 0;
    }
    return sum;
  }
}
