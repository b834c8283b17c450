import type { Component } from '../problem/components';

/** How much people would gain by a seat at a node, given what a seat is worth at each (its price). */
export class Eagerness {
  /** Per node and gain, how many people gain so much. */
  private readonly eager: number[][];
  /** Per class and position of its allowed nodes, 1 when the slot is preferred. */
  private readonly liked: readonly (readonly number[])[];

  constructor(
    private readonly component: Component,
    /** Places now at each node. */
    private readonly places: ArrayLike<number>,
  ) {
    this.eager = component.nodes.map(() => []);
    this.liked = component.classes.map((one) => {
      const liked = new Set(one.preferred);
      return one.allowed.map((node) => (one.anonymous || liked.has(node) ? 1 : 0));
    });
  }

  measure(worth: ArrayLike<number>): void {
    for (const list of this.eager) list.length = 0;
    this.component.classes.forEach((one, index) => {
      const wishes = this.liked[index] ?? [];
      let value = -Infinity;
      one.allowed.forEach((node, at) => (value = Math.max(value, (wishes[at] ?? 0) - (worth[node] ?? 0))));
      one.allowed.forEach((node, at) => {
        const gain = Math.min(MOST_GAIN, (wishes[at] ?? 0) - value);
        const list = this.eager[node];
        if (gain <= 0 || !list) return;
        while (list.length <= gain) list.push(0);
        list[gain] = (list[gain] ?? 0) + one.count;
      });
    });
  }

  /** At most so much is gained by more places at a node. */
  gain(node: number, places: number): number {
    const now = this.places[node] ?? 0;
    return this.filled(node, now + places) - this.filled(node, now);
  }

  /** At least so much is lost by fewer places at a node. */
  loss(node: number, places: number): number {
    const now = this.places[node] ?? 0;
    return this.filled(node, now) - this.filled(node, now - places);
  }

  private filled(node: number, places: number): number {
    let left = places;
    let sum = 0;
    const list = this.eager[node] ?? [];
    for (let gain = list.length - 1; gain > 0 && left > 0; gain -= 1) {
      const take = Math.min(left, list[gain] ?? 0);
      sum += take * gain;
      left -= take;
    }
    return sum;
  }
}

/** People who cannot do without a node all count alike. */
const MOST_GAIN = 100;
