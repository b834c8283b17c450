const FIRST_ARCS = 1024;

/**
 * Flow of least cost by phases: shortest distances, then as much flow as fits on shortest paths at once. Costs and
 * capacities are whole numbers; sources may be served one after another, and earlier ones keep their amounts.
 */
export class CheapestFlow {
  /** Each arc is followed by the one back; lists are longer than what they hold. */
  private to = new Int32Array(FIRST_ARCS);
  private capacity = new Int32Array(FIRST_ARCS);
  /** Weighed sums of several counts: beyond 32 bits. */
  private cost = new Float64Array(FIRST_ARCS);
  private arcCount = 0;
  /** Arcs of each vertex, one vertex after another; made when it is first asked for. */
  private arcs = new Int32Array(0);
  private readonly firstArc: Int32Array;
  private readonly distance: Float64Array;
  private readonly next: Int32Array;
  private readonly inPath: Uint8Array;
  private readonly queued: Uint8Array;

  constructor(private readonly size: number) {
    this.firstArc = new Int32Array(size + 1);
    this.distance = new Float64Array(size);
    this.next = new Int32Array(size);
    this.inPath = new Uint8Array(size);
    this.queued = new Uint8Array(size);
  }

  /** Returns the arc's number. */
  arc(from: number, to: number, capacity: number, cost: number): number {
    const index = this.arcCount;
    if (index === this.to.length) {
      this.to = copied(this.to, new Int32Array(index * 2));
      this.capacity = copied(this.capacity, new Int32Array(index * 2));
      this.cost = copied(this.cost, new Float64Array(index * 2));
    }
    this.to[index] = to;
    this.to[index + 1] = from;
    this.capacity[index] = capacity;
    this.cost[index] = cost;
    this.cost[index + 1] = -cost;
    this.arcCount = index + 2;
    return index;
  }

  flowOn(arc: number): number {
    return this.capacity[arc + 1] ?? 0;
  }

  /** Sends all it can from one vertex to the other. */
  send(source: number, sink: number): void {
    this.sortArcs();
    while (this.measure(source, sink)) {
      this.next.set(this.firstArc.subarray(0, this.size));
      while (this.push(source, sink, Infinity) > 0);
    }
  }

  /** Shortest distances from a vertex to all along what is left of the arcs; infinite where nothing leads. */
  distancesFrom(vertex: number): Float64Array {
    this.sortArcs();
    this.measure(vertex, vertex);
    return this.distance.slice();
  }

  /** By the vertex that they leave, in the order in which they came. */
  private sortArcs(): void {
    const { firstArc, to, arcCount } = this;
    if (this.arcs.length === arcCount) return;
    firstArc.fill(0);
    for (let arc = 0; arc < arcCount; arc += 1) bump(firstArc, (to[arc ^ 1] ?? 0) + 1);
    for (let vertex = 1; vertex <= this.size; vertex += 1) bump(firstArc, vertex, firstArc[vertex - 1]);
    const free = firstArc.slice();
    this.arcs = new Int32Array(arcCount);
    for (let arc = 0; arc < arcCount; arc += 1) this.arcs[bump(free, to[arc ^ 1] ?? 0)] = arc;
  }

  private measure(source: number, sink: number): boolean {
    const { distance, queued, arcs, firstArc, capacity, to, cost } = this;
    distance.fill(Infinity);
    distance[source] = 0;
    let queue = [source];
    while (queue.length > 0) {
      const later: number[] = [];
      for (const vertex of queue) {
        queued[vertex] = 0;
        const base = distance[vertex] ?? 0;
        const end = firstArc[vertex + 1] ?? 0;
        for (let at = firstArc[vertex] ?? 0; at < end; at += 1) {
          const arc = arcs[at] ?? 0;
          if (capacity[arc] === 0) continue;
          const target = to[arc] ?? 0;
          const far = base + (cost[arc] ?? 0);
          if (far >= (distance[target] ?? 0)) continue;
          distance[target] = far;
          if (queued[target] === 1) continue;
          queued[target] = 1;
          later.push(target);
        }
      }
      queue = later;
    }
    return (distance[sink] ?? Infinity) < Infinity;
  }

  private push(vertex: number, sink: number, most: number): number {
    if (vertex === sink) return most;
    this.inPath[vertex] = 1;
    const end = this.firstArc[vertex + 1] ?? 0;
    for (let at = this.next[vertex] ?? 0; at < end; at += 1) {
      this.next[vertex] = at;
      const arc = this.arcs[at] ?? 0;
      const target = this.to[arc] ?? 0;
      const room = this.capacity[arc] ?? 0;
      if (room === 0 || this.inPath[target] === 1) continue;
      if ((this.distance[vertex] ?? 0) + (this.cost[arc] ?? 0) !== this.distance[target]) continue;
      const sent = this.push(target, sink, Math.min(most, room));
      if (sent === 0) continue;
      this.capacity[arc] = room - sent;
      this.capacity[arc ^ 1] = (this.capacity[arc ^ 1] ?? 0) + sent;
      this.inPath[vertex] = 0;
      return sent;
    }
    this.next[vertex] = end;
    this.inPath[vertex] = 0;
    return 0;
  }
}

/**
 * What a seat that is not on a preferred slot costs where each of so many people who stays saves one: more than all of them
 * together, so that no chain of people who stay is worth one who is not where they prefer.
 */
export const dearerThanStaying = (people: number): number => people + 1;

function copied<List extends Int32Array | Float64Array>(from: List, to: List): List {
  to.set(from);
  return to;
}

/** Adds to a place of a list. Returns what was there. */
function bump(list: Int32Array, at: number, more = 1): number {
  const before = list[at] ?? 0;
  list[at] = before + more;
  return before;
}
