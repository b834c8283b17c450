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
  /** Arcs looked at so far: what the searches cost, on any machine. */
  work = 0;
  private readonly queue: Int32Array;
  /** Changes since a resize began, arc and amount, to be taken back. */
  private journal: number[] | null = null;

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

  /** Seats as many of the class as augmenting paths allow; how many. */
  seat(index: number): number {
    let seated = 0;
    while (at(this.missing, index) > 0) {
      const step = this.augment(index, at(this.missing, index));
      if (step === 0) break;
      seated += step;
    }
    return seated;
  }

  /** Changes the places of a node and reseats whoever has to leave; `false` and no change when somebody would lose a seat. */
  resize(node: number, places: number): boolean {
    const before = at(this.places, node);
    this.places[node] = places;
    if (at(this.load, node) <= places) return true;
    this.journal = [];
    const leaving = new Map<number, number>();
    for (const arc of (this.nodeArcs[node] ?? NONE).slice(0, at(this.usedCount, node))) {
      const take = Math.min(at(this.load, node) - places, at(this.flow, arc));
      const index = at(this.arcClass, arc);
      leaving.set(index, leaving.get(index) ?? at(this.missing, index));
      this.shift(arc, -take);
      if (at(this.load, node) === places) break;
    }
    let kept = true;
    for (const [index, missing] of leaving) {
      this.seat(index);
      if (at(this.missing, index) <= missing) continue;
      kept = false;
      break;
    }
    const changes = this.journal;
    this.journal = null;
    if (kept) return true;
    for (let last = changes.length - 2; last >= 0; last -= 2)
      this.shift(changes[last] ?? 0, -(changes[last + 1] ?? 0));
    this.places[node] = before;
    return false;
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

  private width(index: number): number {
    return at(this.firstArc, index + 1) - at(this.firstArc, index);
  }

  /** Breadth first from the classes; the first node with a free place, or −1. */
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
        if (this.nodeSeen[node] === search) continue;
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
    this.journal?.push(arc, amount);
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
