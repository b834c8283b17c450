import type { Component } from './components';

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
export function priceSessions(
  component: Component,
  prices: ArrayLike<number>,
  sessions: number,
  isShut: (opening: number) => boolean,
): { readonly bound: number } {
  const { problem } = component;
  const eager = eagerAt(component, prices);
  let bound = component.classes.reduce((sum, one, index) => sum + one.count * (prices[index] ?? 0), 0);
  let left = sessions;
  const free: Session[] = [];
  component.nodes.forEach((node, at) => {
    const queue = new Queue(eager[at] ?? []);
    const openings = (problem.nodes[node]?.openings ?? []).flatMap((index) => problem.openings[index] ?? []);
    for (const one of openings) {
      if (!one.forced) continue;
      left -= 1;
      bound += queue.take(one.capacity);
    }
    for (const one of openings)
      if (!one.forced && !isShut(one.index))
        free.push({ opening: one.index, worth: queue.take(one.capacity) });
  });
  free.sort((a, b) => b.worth - a.worth || a.opening - b.opening);
  bound += free.slice(0, Math.max(0, left)).reduce((sum, { worth }) => sum + worth, 0);
  return { bound };
}

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
