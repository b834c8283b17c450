import type { ClassOfPeople } from '../problem/components';

/** Where a network stood. */
export interface Mark {
  readonly changes: number;
  readonly potential: Int32Array;
}

/**
 * Everybody seated, as many as can be on preferred slots, while places come and go: a flow of least cost between nodes
 * (a seat on a slot that was not preferred costs 1). Only which node can send somebody to which, and at what cost, is
 * kept beside the flow, so that a change is followed by searches among nodes alone.
 */
export class WishNetwork {
  readonly places: Int32Array;
  readonly load: Int32Array;
  /** People who sit on slots that they did not prefer. */
  cost = 0;
  /** Pairs of nodes looked at so far: what the searches cost, on any machine. */
  work = 0;
  private readonly size: number;
  private readonly flow: Int32Array;
  private readonly arcNode: Int32Array;
  private readonly arcClass: Int32Array;
  private readonly arcCost: Int32Array;
  private readonly firstArc: Int32Array;
  /** Arcs into each node; the first `usedCount` are those that somebody sits by. */
  private readonly nodeArcs: readonly Int32Array[];
  private readonly usedCount: Int32Array;
  private readonly placeInNode: Int32Array;
  /** Per pair of nodes, how many classes can step from one to the other at a cost of −1, 0 and 1. */
  private readonly steps: Int32Array;
  /** Per pair of nodes, the cheapest of these steps, `NO_STEP` when there is none. */
  private readonly cheapest: Int8Array;
  private readonly distance: Int32Array;
  private readonly from: Int32Array;
  private readonly settled: Uint8Array;
  /** Nodes to look at, by distance. */
  private readonly waiting: number[][] = [];
  /** No step is cheaper than the difference of the potentials of its nodes; nought outside. */
  private readonly potential: Int32Array;
  private readonly outside: number;
  private journal: number[] | null = null;

  /** `counts`: people per class and position of its allowed nodes, everybody seated at the least cost. */
  constructor(
    readonly classes: readonly ClassOfPeople[],
    places: Int32Array,
    counts: readonly (readonly number[])[],
  ) {
    const total = classes.reduce((sum, one) => sum + one.allowed.length, 0);
    this.size = places.length;
    this.places = Int32Array.from(places);
    this.load = new Int32Array(this.size);
    this.flow = new Int32Array(total);
    this.arcNode = new Int32Array(total);
    this.arcClass = new Int32Array(total);
    this.arcCost = new Int32Array(total);
    this.firstArc = new Int32Array(classes.length + 1);
    const lists: number[][] = Array.from(places, () => []);
    let arc = 0;
    classes.forEach((one, index) => {
      const liked = new Set(one.preferred);
      this.firstArc[index] = arc;
      for (const node of one.allowed) {
        this.arcNode[arc] = node;
        this.arcClass[arc] = index;
        this.arcCost[arc] = one.anonymous || liked.has(node) ? 0 : 1;
        lists[node]?.push(arc);
        arc += 1;
      }
    });
    this.firstArc[classes.length] = arc;
    this.nodeArcs = lists.map((list) => Int32Array.from(list));
    this.usedCount = new Int32Array(this.size);
    this.placeInNode = new Int32Array(total);
    for (const list of this.nodeArcs) list.forEach((one, index) => (this.placeInNode[one] = index));
    this.steps = new Int32Array(this.size * this.size * 3);
    this.outside = this.size;
    this.cheapest = new Int8Array(this.size * this.size).fill(NO_STEP);
    this.distance = new Int32Array(this.size + 1);
    this.from = new Int32Array(this.size + 1);
    this.settled = new Uint8Array(this.size + 1);
    this.potential = new Int32Array(this.size + 1);
    counts.forEach((list, index) =>
      list.forEach((count, position) => {
        if (count > 0) this.shift(at(this.firstArc, index) + position, count);
      }),
    );
    this.settlePotentials();
  }

  /** People of a class at the allowed node of that position. */
  flowAt(index: number, position: number): number {
    return at(this.flow, at(this.firstArc, index) + position);
  }

  /** Where things stand, to come back to. */
  mark(): Mark {
    this.journal ??= [];
    return { changes: this.journal.length, potential: Int32Array.from(this.potential) };
  }

  /** Takes back everything done since. */
  undo({ changes, potential }: Mark): void {
    const journal = this.journal ?? [];
    this.journal = null;
    for (let last = journal.length - 2; last >= changes; last -= 2) {
      const arc = journal[last] ?? 0;
      const amount = journal[last + 1] ?? 0;
      if (arc < 0) this.places[-arc - 1] = at(this.places, -arc - 1) - amount;
      else this.shift(arc, -amount);
    }
    journal.length = changes;
    this.journal = journal;
    this.potential.set(potential);
  }

  /** What was done cannot be taken back any more. */
  keep(): void {
    this.journal = null;
  }

  /** More places at a node; everybody is seated anew as well as can be. */
  grow(node: number, places: number): void {
    this.places[node] = at(this.places, node) + places;
    this.journal?.push(-node - 1, places);
    while (at(this.load, node) < at(this.places, node)) {
      const far = this.search(this.outside, node);
      if (far === FAR) return;
      for (let other = 0; other < this.size; other += 1)
        this.potential[other] = at(this.potential, other) + Math.min(far, at(this.distance, other));
      if (at(this.potential, node) >= 0) return;
      this.push(node, at(this.places, node) - at(this.load, node));
    }
  }

  /**
   * Fewer places at a node. `false` when somebody would lose the seat, or when the cost would reach `most`: what was
   * done until then has to be taken back.
   */
  shrink(node: number, places: number, most = Infinity): boolean {
    this.places[node] = at(this.places, node) - places;
    this.journal?.push(-node - 1, -places);
    while (at(this.load, node) > at(this.places, node)) {
      const before = at(this.potential, node);
      const leaving = at(this.load, node) - at(this.places, node);
      const far = this.search(node, this.outside, before + Math.ceil((most - this.cost) / leaving) - 1);
      if (far === FAR) return false;
      for (let other = 0; other < this.size; other += 1)
        this.potential[other] = at(this.potential, other) + Math.min(far, at(this.distance, other)) - far;
      this.push(this.outside, leaving);
    }
    return true;
  }

  /** From nothing: ways to each node from those that hold somebody, where a seat left empty costs nothing. */
  private settlePotentials(): void {
    const { potential, cheapest, size } = this;
    for (let node = 0; node < size; node += 1) potential[node] = at(this.load, node) > 0 ? 0 : FAR;
    for (let changed = true; changed;) {
      changed = false;
      for (let node = 0; node < size; node += 1) {
        if (at(this.usedCount, node) === 0) continue;
        for (let other = 0; other < size; other += 1) {
          const step = at(cheapest, node * size + other);
          if (step === NO_STEP || at(potential, node) + step >= at(potential, other)) continue;
          potential[other] = at(potential, node) + step;
          changed = true;
        }
      }
    }
    for (let node = 0; node < size; node += 1) if (potential[node] === FAR) potential[node] = 0;
  }

  /** What losing a place at each node costs; `Infinity` where nobody sits. */
  losses(): Float64Array {
    const { distance, settled, potential, cheapest, size, load, places } = this;
    settled.fill(0);
    for (let node = 0; node < size; node += 1)
      distance[node] = at(load, node) < at(places, node) ? at(potential, node) : FAR;
    for (;;) {
      let node = -1;
      let base = FAR;
      for (let other = 0; other < size; other += 1) {
        if (settled[other] === 1 || at(distance, other) >= base) continue;
        node = other;
        base = at(distance, other);
      }
      this.work += size * 2;
      if (node < 0) break;
      settled[node] = 1;
      for (let other = 0; other < size; other += 1) {
        const step = at(cheapest, other * size + node);
        if (step === NO_STEP) continue;
        const far = base + step + at(potential, other) - at(potential, node);
        if (far < at(distance, other)) distance[other] = far;
      }
    }
    return Float64Array.from(places, (_, node) =>
      at(load, node) === 0 && at(places, node) === 0
        ? Infinity
        : at(distance, node) === FAR
          ? MOST_LOSS
          : Math.max(0, at(distance, node) - at(potential, node)),
    );
  }

  /** What a seat at each node is worth, or a little less. */
  worths(): Int32Array {
    return Int32Array.from(this.places, (_, node) => Math.max(0, -at(this.potential, node)));
  }

  /**
   * Shortest way from one node to another, in costs reduced by the potentials, which are whole numbers from nought on;
   * `FAR` when there is none, or none so short as the limit. `outside` is where seats that nobody takes stand: it can be
   * reached from each node with a free place, and leads to each node that holds somebody.
   */
  private search(source: number, target: number, limit = FAR): number {
    const { distance, from, settled, potential, cheapest, size, outside, load, places, waiting } = this;
    distance.fill(FAR);
    settled.fill(0);
    for (const list of waiting) list.length = 0;
    const reach = (node: number, far: number, before: number): void => {
      distance[node] = far;
      from[node] = before;
      while (waiting.length <= far) waiting.push([]);
      waiting[far]?.push(node);
    };
    reach(source, 0, -1);
    for (let base = 0; base <= limit && base < waiting.length; base += 1) {
      const list = waiting[base] ?? [];
      for (let place = 0; place < list.length; place += 1) {
        if (distance[target] === base) return base;
        const node = list[place] ?? 0;
        if (settled[node] === 1 || distance[node] !== base) continue;
        settled[node] = 1;
        if (node === outside) {
          this.work += size;
          for (let other = 0; other < size; other += 1) {
            const far = base - at(potential, other);
            if (far < at(distance, other) && at(load, other) > 0) reach(other, far, node);
          }
          continue;
        }
        const own = base + at(potential, node);
        if (at(this.usedCount, node) > 0) {
          const row = node * size;
          this.work += size;
          for (let other = 0; other < size; other += 1) {
            const step = at(cheapest, row + other);
            const far = own + step - at(potential, other);
            if (far < at(distance, other) && step !== NO_STEP) reach(other, far, node);
          }
        }
        if (at(load, node) < at(places, node) && own < at(distance, outside)) reach(outside, own, node);
      }
      if (distance[target] === base) return base;
    }
    return FAR;
  }

  /** Sends people along the way that the last search found, as many as can go. */
  private push(end: number, most: number): void {
    const arcs: number[] = [];
    let amount = most;
    for (let node = end; at(this.from, node) >= 0; node = at(this.from, node)) {
      const source = at(this.from, node);
      if (node === this.outside) amount = Math.min(amount, at(this.places, source) - at(this.load, source));
      if (node === this.outside || source === this.outside) continue;
      const [out, into] = this.stepBetween(source, node);
      arcs.push(out, into);
      amount = Math.min(amount, at(this.flow, out));
    }
    for (let index = 0; index < arcs.length; index += 2) {
      this.shift(arcs[index] ?? 0, -amount);
      this.shift(arcs[index + 1] ?? 0, amount);
    }
  }

  /** The class with most people that can make this step: its arcs at the one node and at the other. */
  private stepBetween(source: number, target: number): readonly [number, number] {
    const cost = at(this.cheapest, source * this.size + target);
    const list = this.nodeArcs[source] ?? NONE;
    let best: readonly [number, number] = [0, 0];
    let most = 0;
    for (let place = 0; place < at(this.usedCount, source); place += 1) {
      const out = at(list, place);
      if (at(this.flow, out) <= most) continue;
      const group = at(this.arcClass, out);
      for (let arc = at(this.firstArc, group); arc < at(this.firstArc, group + 1); arc += 1) {
        if (at(this.arcNode, arc) !== target || at(this.arcCost, arc) - at(this.arcCost, out) !== cost)
          continue;
        best = [out, arc];
        most = at(this.flow, out);
        break;
      }
    }
    return best;
  }

  /** More (or fewer) of a class at a node. */
  private shift(arc: number, amount: number): void {
    const node = at(this.arcNode, arc);
    const before = at(this.flow, arc);
    this.flow[arc] = before + amount;
    if (before === 0 && amount > 0) {
      this.swap(node, arc, at(this.usedCount, node), 1);
      this.count(node, arc, 1);
    } else if (before > 0 && before + amount === 0) {
      this.swap(node, arc, at(this.usedCount, node) - 1, -1);
      this.count(node, arc, -1);
    }
    this.load[node] = at(this.load, node) + amount;
    this.cost += amount * at(this.arcCost, arc);
    this.journal?.push(arc, amount);
  }

  private count(node: number, arc: number, change: number): void {
    const index = at(this.arcClass, arc);
    const cost = at(this.arcCost, arc);
    for (let other = at(this.firstArc, index); other < at(this.firstArc, index + 1); other += 1) {
      const pair = node * this.size + at(this.arcNode, other);
      const place = pair * 3 + at(this.arcCost, other) - cost + 1;
      this.steps[place] = at(this.steps, place) + change;
      this.cheapest[pair] =
        at(this.steps, pair * 3) > 0
          ? -1
          : at(this.steps, pair * 3 + 1) > 0
            ? 0
            : at(this.steps, pair * 3 + 2) > 0
              ? 1
              : NO_STEP;
    }
  }

  /** Moves an arc to a place of its node's list, and the border of the used ones by one. */
  private swap(node: number, arc: number, place: number, step: number): void {
    const list = this.nodeArcs[node] ?? NONE;
    const other = at(list, place);
    const from = at(this.placeInNode, arc);
    list[place] = arc;
    list[from] = other;
    this.placeInNode[arc] = place;
    this.placeInNode[other] = from;
    this.usedCount[node] = at(this.usedCount, node) + step;
  }
}

const FAR = 1_000_000_000;
const NO_STEP = 2;
const MOST_LOSS = 1000;
const NONE = new Int32Array(0);
const at = (list: Int32Array | Int8Array, index: number): number => list[index] ?? 0;
