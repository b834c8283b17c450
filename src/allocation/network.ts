/** People of one kind: those who may sit at the same nodes. */
export interface SeatClass {
  readonly allowed: readonly number[];
  readonly count: number;
  readonly anonymous: boolean;
}

/**
 * Who sits at which node, by numbers: a flow from classes to nodes that grows by augmenting paths and follows when
 * places come or go. Named classes are seated first; augmenting never takes a class back, so they keep what they have.
 */
export class SeatNetwork {
  readonly flow: Int32Array;
  readonly missing: Int32Array;
  readonly load: Int32Array;
  private readonly arcNode: Int32Array;
  private readonly arcClass: Int32Array;
  private readonly firstArc: Int32Array;
  private readonly nodeArcs: readonly Int32Array[];
  private readonly reachedBy: Int32Array;
  private readonly classBy: Int32Array;
  private readonly classSeen: Uint8Array;
  private readonly queue: Int32Array;

  constructor(
    readonly classes: readonly SeatClass[],
    readonly places: Int32Array,
    scale = 1,
  ) {
    const total = classes.reduce((sum, one) => sum + one.allowed.length, 0);
    this.flow = new Int32Array(total);
    this.arcNode = new Int32Array(total);
    this.arcClass = new Int32Array(total);
    this.firstArc = new Int32Array(classes.length + 1);
    this.missing = Int32Array.from(classes, (one) => one.count * scale);
    this.load = new Int32Array(places.length);
    const lists: number[][] = Array.from(places, () => []);
    let arc = 0;
    classes.forEach((one, index) => {
      this.firstArc[index] = arc;
      for (const node of one.allowed) {
        this.arcNode[arc] = node;
        this.arcClass[arc] = index;
        lists[node]?.push(arc);
        arc += 1;
      }
    });
    this.firstArc[classes.length] = arc;
    this.nodeArcs = lists.map((list) => Int32Array.from(list));
    this.reachedBy = new Int32Array(places.length);
    this.classBy = new Int32Array(classes.length);
    this.classSeen = new Uint8Array(classes.length);
    this.queue = new Int32Array(classes.length);
  }

  /** Seats all who can be, named classes first. */
  fill(): void {
    for (const anonymous of [false, true]) {
      const order = this.classes
        .map((_, index) => index)
        .filter((index) => this.classes[index]?.anonymous === anonymous)
        .sort((a, b) => this.width(a) - this.width(b) || a - b);
      for (const index of order) this.seat(index);
    }
  }

  /** People left out, with a name or without. */
  left(anonymous: boolean): number {
    return this.classes.reduce(
      (sum, one, index) => sum + (one.anonymous === anonymous ? at(this.missing, index) : 0),
      0,
    );
  }

  flowAt(index: number, position: number): number {
    return at(this.flow, at(this.firstArc, index) + position);
  }

  /** Seats as many of the class as augmenting paths allow; how many. */
  seat(index: number): number {
    let seated = 0;
    while (at(this.missing, index) > 0) {
      const step = this.augment(index, at(this.missing, index));
      if (step === 0) break;
      seated += step;
      this.missing[index] = at(this.missing, index) - step;
    }
    return seated;
  }

  /** Changes the places of a node and reseats whoever has to leave; `false` and no change when somebody would lose a seat. */
  resize(node: number, places: number): boolean {
    const before = at(this.places, node);
    if (at(this.load, node) <= places) {
      this.places[node] = places;
      return true;
    }
    const savedFlow = this.flow.slice();
    const savedLoad = this.load.slice();
    const savedMissing = this.missing.slice();
    this.places[node] = places;
    let excess = at(this.load, node) - places;
    const leaving: number[] = [];
    for (const arc of this.nodeArcs[node] ?? []) {
      const take = Math.min(excess, at(this.flow, arc));
      if (take <= 0) continue;
      this.flow[arc] = at(this.flow, arc) - take;
      this.load[node] = at(this.load, node) - take;
      this.missing[at(this.arcClass, arc)] = at(this.missing, at(this.arcClass, arc)) + take;
      leaving.push(at(this.arcClass, arc));
      excess -= take;
      if (excess === 0) break;
    }
    for (const index of leaving) {
      this.seat(index);
      if (at(this.missing, index) <= at(savedMissing, index)) continue;
      this.flow.set(savedFlow);
      this.load.set(savedLoad);
      this.missing.set(savedMissing);
      this.places[node] = before;
      return false;
    }
    return true;
  }

  /** Classes and nodes that an augmenting path from these classes could reach (the minimum cut when none succeeds). */
  closure(from: readonly number[]): { classes: number[]; nodes: number[] } {
    this.search(from, false);
    const classes = this.classes.map((_, index) => index).filter((index) => this.classSeen[index] === 1);
    const nodes = Array.from(this.places, (_, node) => node).filter((node) => at(this.reachedBy, node) >= 0);
    return { classes, nodes };
  }

  private width(index: number): number {
    return at(this.firstArc, index + 1) - at(this.firstArc, index);
  }

  /** Breadth first from the classes; the first node with a free place, or −1. */
  private search(from: readonly number[], stop: boolean): number {
    this.reachedBy.fill(-1);
    this.classSeen.fill(0);
    let head = 0;
    let tail = 0;
    for (const index of from) {
      this.classSeen[index] = 1;
      this.classBy[index] = -1;
      this.queue[tail++] = index;
    }
    while (head < tail) {
      const index = at(this.queue, head++);
      for (let arc = at(this.firstArc, index); arc < at(this.firstArc, index + 1); arc += 1) {
        const node = at(this.arcNode, arc);
        if (at(this.reachedBy, node) >= 0) continue;
        this.reachedBy[node] = arc;
        if (stop && at(this.load, node) < at(this.places, node)) return node;
        for (const back of this.nodeArcs[node] ?? []) {
          const other = at(this.arcClass, back);
          if (at(this.flow, back) === 0 || this.classSeen[other] === 1) continue;
          this.classSeen[other] = 1;
          this.classBy[other] = back;
          this.queue[tail++] = other;
        }
      }
    }
    return -1;
  }

  private augment(index: number, most: number): number {
    const end = this.search([index], true);
    if (end < 0) return 0;
    let amount = Math.min(most, at(this.places, end) - at(this.load, end));
    for (let node = end; ;) {
      const back = at(this.classBy, at(this.arcClass, at(this.reachedBy, node)));
      if (back < 0) break;
      amount = Math.min(amount, at(this.flow, back));
      node = at(this.arcNode, back);
    }
    this.load[end] = at(this.load, end) + amount;
    for (let node = end; ;) {
      const arc = at(this.reachedBy, node);
      this.flow[arc] = at(this.flow, arc) + amount;
      const back = at(this.classBy, at(this.arcClass, arc));
      if (back < 0) break;
      this.flow[back] = at(this.flow, back) - amount;
      node = at(this.arcNode, back);
    }
    return amount;
  }
}

const at = (list: Int32Array, index: number): number => list[index] ?? 0;
