import { TightSets } from './tight-sets';

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
  /** Arcs into each node; the first `usedCount` are those that somebody sits by. */
  private readonly nodeArcs: readonly Int32Array[];
  private readonly usedCount: Int32Array;
  /** Place of each arc in the list of its node. */
  private readonly placeInNode: Int32Array;
  private readonly reachedBy: Int32Array;
  private readonly classBy: Int32Array;
  /** Number of the search that last reached a node, or a class. */
  private readonly nodeSeen: Int32Array;
  private readonly classSeen: Int32Array;
  private searches = 0;
  /** Change of places since which no free place can be reached from a node. */
  private readonly deadSince: Int32Array;
  private changes = 1;
  private readonly tight = new TightSets();
  /** Arcs looked at so far: what the searches cost, on any machine. */
  work = 0;
  private readonly queue: Int32Array;
  /** Changes that can be taken back: arc and people, or a node (as −1 − node) and places. */
  private readonly trail: number[] = [];
  private isMarked = false;
  private seatsChanged = false;

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
    this.usedCount = new Int32Array(places.length);
    this.placeInNode = new Int32Array(total);
    for (const list of this.nodeArcs) list.forEach((one, index) => (this.placeInNode[one] = index));
    this.reachedBy = new Int32Array(places.length);
    this.classBy = new Int32Array(classes.length);
    this.nodeSeen = new Int32Array(places.length);
    this.deadSince = new Int32Array(places.length);
    this.classSeen = new Int32Array(classes.length);
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

  /** One person of the class sits at an allowed node, wherever a path would lead. */
  seatAt(index: number, node: number): void {
    for (let arc = at(this.firstArc, index); arc < at(this.firstArc, index + 1); arc += 1)
      if (at(this.arcNode, arc) === node) this.shift(arc, 1);
    this.settle();
  }

  /** Seats as many of the class as augmenting paths allow; how many. */
  seat(index: number): number {
    const seated = this.seatMissing(index, 0);
    if (seated > 0) this.forget();
    this.settle();
    if (at(this.missing, index) > 0)
      this.nodeSeen.forEach((search, node) => {
        if (search === this.searches) this.deadSince[node] = this.changes;
      });
    return seated;
  }

  /** Changes the places of a node and reseats whoever has to leave; `false` and no change when somebody would lose a seat. */
  resize(node: number, places: number): boolean {
    const before = at(this.places, node);
    if (this.tight.forbids(node, before - places)) return false;
    const start = this.trail.length;
    this.offer(node, places - before);
    const kept = this.reseat(this.takeOut(node));
    if (!kept) {
      this.unwind(start);
      this.learn();
    }
    this.settle();
    return kept;
  }

  /** Fewer places at a node, though those who are too many there have no seat then. */
  shrink(node: number, places: number): void {
    this.offer(node, places - at(this.places, node));
    if (this.takeOut(node).size > 0) this.forget();
    this.settle();
  }

  /** From here on changes can be taken back. */
  mark(): number {
    if (!this.isMarked) this.seatsChanged = false;
    this.isMarked = true;
    return this.trail.length;
  }

  undo(mark: number): void {
    this.unwind(mark);
    if (this.seatsChanged) this.forget();
  }

  /** What was changed since the first mark is there to stay. */
  keep(): void {
    this.isMarked = false;
    this.settle();
  }

  /** Classes and nodes that an augmenting path from these classes could reach (the minimum cut when none succeeds). */
  closure(from: readonly number[]): { classes: number[]; nodes: number[] } {
    this.search(from, false);
    const classes = this.classes
      .map((_, index) => index)
      .filter((index) => this.classSeen[index] === this.searches);
    const nodes = Array.from(this.places, (_, node) => node).filter(
      (node) => this.nodeSeen[node] === this.searches,
    );
    return { classes, nodes };
  }

  /** Seats people of the class until only so many are missing, or no path is left; how many. */
  private seatMissing(index: number, enough: number): number {
    let seated = 0;
    while (at(this.missing, index) > enough) {
      const step = this.augment(index, at(this.missing, index) - enough);
      if (step === 0) break;
      seated += step;
    }
    return seated;
  }

  private offer(node: number, more: number): void {
    this.changes += 1;
    this.places[node] = at(this.places, node) + more;
    this.tight.change(node, more);
    this.trail.push(-1 - node, more);
  }

  /** Takes the seats of those who are too many at a node. @returns classes, with how many of each had none before */
  private takeOut(node: number): Map<number, number> {
    const places = at(this.places, node);
    const leaving = new Map<number, number>();
    if (at(this.load, node) <= places) return leaving;
    for (const arc of (this.nodeArcs[node] ?? NONE).slice(0, at(this.usedCount, node))) {
      const take = Math.min(at(this.load, node) - places, at(this.flow, arc));
      const index = at(this.arcClass, arc);
      leaving.set(index, leaving.get(index) ?? at(this.missing, index));
      this.shift(arc, -take);
      if (at(this.load, node) === places) break;
    }
    return leaving;
  }

  /** `false` as soon as more of a class are left out than before. */
  private reseat(leaving: ReadonlyMap<number, number>): boolean {
    for (const [index, missing] of leaving) {
      this.seatMissing(index, missing);
      if (at(this.missing, index) > missing) return false;
    }
    return true;
  }

  private unwind(start: number): void {
    for (let last = this.trail.length - 2; last >= start; last -= 2) {
      const what = this.trail[last] ?? 0;
      const amount = this.trail[last + 1] ?? 0;
      if (what < 0) this.offer(-1 - what, -amount);
      else this.shift(what, -amount);
    }
    this.trail.length = start;
  }

  private settle(): void {
    if (!this.isMarked) this.trail.length = 0;
  }

  private forget(): void {
    this.seatsChanged = true;
    this.tight.forget();
  }

  /** What the last search reached before it failed: those confined there use all its places but these. */
  private learn(): void {
    const nodes = Uint8Array.from(this.nodeSeen, (search) => Number(search === this.searches));
    let spare = 0;
    nodes.forEach((member, node) => (spare += member * at(this.places, node)));
    for (let index = 0; index < this.classes.length; index += 1) {
      if (this.classSeen[index] !== this.searches) continue;
      for (let arc = at(this.firstArc, index); arc < at(this.firstArc, index + 1); arc += 1)
        spare -= at(this.flow, arc);
    }
    this.tight.learn(nodes, spare);
  }

  private width(index: number): number {
    return at(this.firstArc, index + 1) - at(this.firstArc, index);
  }

  /**
   * Breadth first from the classes; the first node with a free place, or −1. With `stop` it leaves out nodes from which
   * none is known to be within reach.
   */
  private search(from: readonly number[], stop: boolean): number {
    this.searches += 1;
    const search = this.searches;
    let head = 0;
    let tail = 0;
    for (const index of from) {
      this.classSeen[index] = search;
      this.classBy[index] = -1;
      this.queue[tail++] = index;
    }
    while (head < tail) {
      const index = at(this.queue, head++);
      this.work += this.width(index);
      for (let arc = at(this.firstArc, index); arc < at(this.firstArc, index + 1); arc += 1) {
        const node = at(this.arcNode, arc);
        if (this.nodeSeen[node] === search || (stop && this.deadSince[node] === this.changes)) continue;
        this.nodeSeen[node] = search;
        this.reachedBy[node] = arc;
        if (stop && at(this.load, node) < at(this.places, node)) return node;
        const list = this.nodeArcs[node] ?? NONE;
        for (let place = 0; place < at(this.usedCount, node); place += 1) {
          const back = at(list, place);
          const other = at(this.arcClass, back);
          if (this.classSeen[other] === search) continue;
          this.classSeen[other] = search;
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
    for (let node = end; ;) {
      const arc = at(this.reachedBy, node);
      this.shift(arc, amount);
      const back = at(this.classBy, at(this.arcClass, arc));
      if (back < 0) break;
      this.shift(back, -amount);
      node = at(this.arcNode, back);
    }
    return amount;
  }

  /** More (or fewer) of a class at a node. */
  private shift(arc: number, amount: number): void {
    const node = at(this.arcNode, arc);
    const index = at(this.arcClass, arc);
    const before = at(this.flow, arc);
    this.flow[arc] = before + amount;
    if (before === 0 && amount > 0) this.swap(node, arc, at(this.usedCount, node), 1);
    else if (before > 0 && before + amount === 0) this.swap(node, arc, at(this.usedCount, node) - 1, -1);
    this.load[node] = at(this.load, node) + amount;
    this.missing[index] = at(this.missing, index) - amount;
    this.trail.push(arc, amount);
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

const NONE = new Int32Array(0);
const at = (list: Int32Array, index: number): number => list[index] ?? 0;
