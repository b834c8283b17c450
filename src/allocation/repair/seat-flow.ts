import { CheapestFlow } from '../flows/cheapest-flow';
import type { Opening } from '../problem/problem';
import type { Scene } from './scene';

/** Whether people whose seat is good may be moved to make room for those who lost theirs. */
export type Mode = 'still' | 'moving';

/** People who are alike: the same possibilities, and the same session so far. */
export interface Kind {
  readonly allowed: readonly number[];
  readonly preferred: readonly number[];
  /** Opening of the seat that is still good, −1 for those who lost theirs. */
  readonly before: number;
  /** Slot of the session of before, good or lost; −1 when there is none. */
  readonly slot: number;
  readonly members: readonly number[];
  readonly count: number;
  /** Index of the request whose seats without a name these are; `null` for people. */
  readonly request: number | null;
}

/** What a seat costs, in whole numbers. */
export interface Costs {
  readonly unseated: (kind: Kind) => number;
  readonly moved: (kind: Kind, node: number) => number;
  readonly counts: (kind: Kind) => boolean;
}

export interface Shared {
  readonly cost: number;
  /** What one more place at each node would save, at most. */
  readonly prices: ReadonlyMap<number, number>;
  /** Places at each node that are there for the taking. */
  readonly offered: ReadonlyMap<number, number>;
  readonly seats: readonly KindSeats[];
}

export interface KindSeats {
  readonly kind: Kind;
  readonly stay: number;
  readonly unseated: number;
  /** How many go to each node, in the order of `kind.allowed`. */
  readonly at: readonly number[];
}

/** Who sits where at the least cost, for any choice of sessions added. */
export class SeatFlow {
  readonly kinds: readonly Kind[];
  /** People who stay, whatever happens, by opening. */
  private readonly stayers: ReadonlyMap<number, number>;
  private readonly nodes: readonly number[];
  private readonly positions: ReadonlyMap<number, number>;

  constructor(
    private readonly scene: Scene,
    mode: Mode,
  ) {
    const movers = mode === 'moving' ? reachable(scene) : new Set<number>();
    this.kinds = kindsOf(scene, movers);
    this.stayers = stayersOf(scene, movers);
    const nodes = new Set<number>();
    for (const kind of this.kinds) {
      for (const node of kind.allowed) nodes.add(node);
      const opening = scene.problem.openings[kind.before];
      if (opening) nodes.add(opening.node);
    }
    this.nodes = [...nodes].sort((a, b) => a - b);
    this.positions = new Map(this.nodes.map((node, at) => [node, at]));
  }

  /** Number of nodes, which no path through the flow passes twice. */
  get size(): number {
    return this.nodes.length;
  }

  /** People who may be moved although their seat is good. */
  get movers(): number {
    return this.kinds.reduce((sum, { before, count }) => sum + (before < 0 ? 0 : count), 0);
  }

  /** Whether somebody could make use of the opening. */
  reaches(opening: Opening): boolean {
    return this.positions.has(opening.node);
  }

  /** @param places of each session that is open, for people whose seat is not imposed; `null`: somebody who has to stay cannot */
  share(places: ReadonlyMap<number, number>, costs: Costs): Shared | null {
    const { problem } = this.scene;
    const offered = this.nodes.map(() => 0);
    for (const [index, count] of places) {
      const free = count - (this.stayers.get(index) ?? 0);
      if (free < 0) return null;
      const at = this.positions.get(problem.openings[index]?.node ?? -1);
      if (at !== undefined) offered[at] = (offered[at] ?? 0) + free;
    }
    const kinds = this.kinds.filter(costs.counts);
    const origins = [...new Set(kinds.map(({ before }) => before).filter((before) => before >= 0))];
    const source = 0;
    const sink = 1;
    const firstKind = 2;
    const firstNode = firstKind + kinds.length;
    const firstOrigin = firstNode + this.nodes.length;
    const originAt = new Map(origins.map((index, at) => [index, firstOrigin + at]));
    const flow = new CheapestFlow(firstOrigin + origins.length);
    const arcs = kinds.map((kind, index) => {
      const vertex = firstKind + index;
      flow.arc(source, vertex, kind.count, 0);
      const origin = originAt.get(kind.before);
      return {
        stay: origin === undefined ? null : flow.arc(vertex, origin, kind.count, 0),
        unseated: flow.arc(vertex, sink, kind.count, costs.unseated(kind)),
        at: kind.allowed.map((node) =>
          flow.arc(vertex, firstNode + (this.positions.get(node) ?? 0), kind.count, costs.moved(kind, node)),
        ),
      };
    });
    for (const [index, vertex] of originAt) {
      const at = this.positions.get(problem.openings[index]?.node ?? -1) ?? 0;
      flow.arc(vertex, firstNode + at, Math.max(0, places.get(index) ?? 0), 0);
    }
    offered.forEach((count, at) => flow.arc(firstNode + at, sink, count, 0));
    flow.send(source, sink);
    let cost = 0;
    const seats = kinds.map((kind, index): KindSeats => {
      const arc = arcs[index];
      const at = (arc?.at ?? []).map((one) => flow.flowOn(one));
      const unseated = arc ? flow.flowOn(arc.unseated) : 0;
      kind.allowed.forEach((node, place) => {
        const count = at[place] ?? 0;
        if (count > 0) cost += count * costs.moved(kind, node);
      });
      cost += unseated * costs.unseated(kind);
      const stay = arc?.stay ?? null;
      return { kind, stay: stay === null ? 0 : flow.flowOn(stay), unseated, at };
    });
    const distances = flow.distancesFrom(sink);
    const prices = new Map(
      this.nodes.map((node, at) => {
        const back = distances[firstNode + at] ?? Infinity;
        return [node, back < 0 ? -back : 0];
      }),
    );
    return { cost, prices, offered: new Map(this.nodes.map((node, at) => [node, offered[at] ?? 0])), seats };
  }
}

/** Those whose seat somebody without one might take, directly or by way of others. */
function reachable({ problem, standing, seats, displaced, demands }: Scene): Set<number> {
  const sitting = new Map<number, number[]>();
  const open = new Set(standing.map(({ index }) => index));
  for (const [who, demand] of demands) {
    const index = seats[who] ?? -1;
    const opening = problem.openings[index];
    if (!opening || !open.has(index) || demand.allowed.length === 0) continue;
    sitting.set(opening.node, [...(sitting.get(opening.node) ?? []), who]);
  }
  const found = new Set<number>();
  const seen = new Set<number>();
  const visit = displaced.flatMap((who) => demands.get(who)?.allowed ?? []);
  for (let node = visit.pop(); node !== undefined; node = visit.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const who of sitting.get(node) ?? []) {
      found.add(who);
      for (const next of demands.get(who)?.allowed ?? []) if (!seen.has(next)) visit.push(next);
    }
  }
  return found;
}

function kindsOf(scene: Scene, movers: ReadonlySet<number>): Kind[] {
  const drafts = new Map<readonly number[], Map<string, { members: number[]; who: number }>>();
  for (const who of [...scene.displaced, ...[...movers].sort((a, b) => a - b)]) {
    const demand = scene.demands.get(who);
    if (!demand) continue;
    const alike = drafts.get(demand.allowed) ?? new Map<string, { members: number[]; who: number }>();
    drafts.set(demand.allowed, alike);
    const key = `${scene.seats[who] ?? -1} ${scene.slotBefore[who] ?? -1} ${demand.preferred.join()}`;
    const draft = alike.get(key);
    if (draft) draft.members.push(who);
    else alike.set(key, { members: [who], who });
  }
  const people = [...drafts.values()].flatMap((alike) =>
    [...alike.values()].flatMap(({ members, who }): Kind[] => {
      const demand = scene.demands.get(who);
      if (!demand) return [];
      const { allowed, preferred } = demand;
      const [before, slot] = [scene.seats[who] ?? -1, scene.slotBefore[who] ?? -1];
      return [{ allowed, preferred, before, slot, members, count: members.length, request: null }];
    }),
  );
  const anonymous = scene.problem.demands.flatMap((demand): Kind[] => {
    const count = demand.anonymous ? (scene.reserved.get(demand.who) ?? 0) : 0;
    if (count === 0) return [];
    const preferred = [...scene.reservedAt.keys()].flatMap((index) =>
      scene.reservedAt.get(index)?.has(demand.who) === true
        ? (scene.problem.openings[index]?.node ?? -1)
        : [],
    );
    return [
      { allowed: demand.allowed, preferred, before: -1, slot: -1, members: [], count, request: demand.who },
    ];
  });
  return [...people, ...anonymous];
}

function stayersOf({ problem, standing, seats }: Scene, movers: ReadonlySet<number>): Map<number, number> {
  const stayers = new Map<number, number>();
  const imposed = new Set(standing.flatMap((one) => one.imposed));
  problem.candidates.forEach((_, who) => {
    const index = seats[who] ?? -1;
    if (index < 0 || movers.has(who) || imposed.has(who)) return;
    stayers.set(index, (stayers.get(index) ?? 0) + 1);
  });
  return stayers;
}
