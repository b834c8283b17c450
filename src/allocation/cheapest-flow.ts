/**
 * Flow of least cost by phases: shortest distances, then as much flow as fits on shortest paths at once. Costs and
 * capacities are whole numbers; sources may be served one after another, and earlier ones keep their amounts.
 */
export class CheapestFlow {
  private readonly to: number[] = [];
  private readonly capacity: number[] = [];
  private readonly cost: number[] = [];
  private readonly arcs: number[][];
  private distance: Float64Array;
  private next: Int32Array;
  private inPath: Uint8Array;

  constructor(private readonly size: number) {
    this.arcs = Array.from({ length: size }, () => []);
    this.distance = new Float64Array(size);
    this.next = new Int32Array(size);
    this.inPath = new Uint8Array(size);
  }

  /** Returns the arc's number. */
  arc(from: number, to: number, capacity: number, cost: number): number {
    const index = this.to.length;
    this.to.push(to, from);
    this.capacity.push(capacity, 0);
    this.cost.push(cost, -cost);
    this.arcs[from]?.push(index);
    this.arcs[to]?.push(index + 1);
    return index;
  }

  flowOn(arc: number): number {
    return this.capacity[arc + 1] ?? 0;
  }

  /** Sends all it can from one vertex to the other. */
  send(source: number, sink: number): void {
    while (this.measure(source, sink)) {
      this.next.fill(0);
      while (this.push(source, sink, Infinity) > 0);
    }
  }

  /** Shortest distances from a vertex to all along what is left of the arcs; infinite where nothing leads. */
  distancesFrom(vertex: number): Float64Array {
    this.measure(vertex, vertex);
    return this.distance.slice();
  }

  private measure(source: number, sink: number): boolean {
    this.distance.fill(Infinity);
    this.distance[source] = 0;
    const queued = new Uint8Array(this.size);
    let queue = [source];
    while (queue.length > 0) {
      const later: number[] = [];
      for (const vertex of queue) {
        queued[vertex] = 0;
        const base = this.distance[vertex] ?? 0;
        for (const arc of this.arcs[vertex] ?? []) {
          const target = this.to[arc] ?? 0;
          const far = base + (this.cost[arc] ?? 0);
          if ((this.capacity[arc] ?? 0) === 0 || far >= (this.distance[target] ?? 0)) continue;
          this.distance[target] = far;
          if (queued[target] === 1) continue;
          queued[target] = 1;
          later.push(target);
        }
      }
      queue = later;
    }
    return (this.distance[sink] ?? Infinity) < Infinity;
  }

  private push(vertex: number, sink: number, most: number): number {
    if (vertex === sink) return most;
    this.inPath[vertex] = 1;
    const list = this.arcs[vertex] ?? [];
    for (let at = this.next[vertex] ?? 0; at < list.length; at += 1) {
      this.next[vertex] = at;
      const arc = list[at] ?? 0;
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
    this.next[vertex] = list.length;
    this.inPath[vertex] = 0;
    return 0;
  }
}
