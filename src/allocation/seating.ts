import { CheapestFlow } from './cheapest-flow';
import type { Component } from './components';
import { type Choice, placesOf } from './construction';

/** Who sits where: opening → candidates (indices), and → request index → places. */
export interface Seating {
  readonly seats: Map<number, number[]>;
  readonly anonymous: Map<number, Map<number, number>>;
}

/** Among equal seats, what decides: groups together, or nobody moved without need. */
export type Manner = 'groups' | 'stay';

/** Dearer than any number of people who stay is worth. */
const NOT_PREFERRED = 1_000_000;

interface Kind {
  readonly allowed: readonly number[];
  readonly preferred: ReadonlySet<number>;
  readonly anonymous: boolean;
  /** Opening of the existing planning that still stands, −1 when none. */
  readonly before: number;
  readonly members: number[];
  count: number;
}

/**
 * Seats the most people that the openings hold, named ones first, then on preferred slots; the few who move and the
 * groups that stay whole come from the manner. `before`: opening where each candidate sat, for those who stay.
 */
export function seatPeople(
  component: Component,
  choice: Choice,
  manner: Manner,
  before: ArrayLike<number> = component.problem.before,
): Seating {
  const kinds = kindsOf(component, choice, manner, before);
  const perNode = flowOf(component, choice, kinds);
  return fillRooms(component, choice, manner, before, kinds, perNode);
}

function kindsOf(component: Component, choice: Choice, manner: Manner, before: ArrayLike<number>): Kind[] {
  const { problem } = component;
  const kinds: Kind[] = [];
  for (const one of component.classes) {
    const byBefore = new Map<number, Kind>();
    for (const index of one.members) {
      const demand = problem.demands[index];
      if (!demand) continue;
      const free = demand.anonymous || manner === 'groups';
      const last = free ? -1 : (before[demand.who] ?? -1);
      const seat = choice.open.has(last) ? last : -1;
      const kind = byBefore.get(seat) ?? {
        allowed: one.allowed,
        preferred: new Set(one.preferred),
        anonymous: one.anonymous,
        before: seat,
        members: [],
        count: 0,
      };
      if (!byBefore.has(seat)) {
        byBefore.set(seat, kind);
        kinds.push(kind);
      }
      kind.members.push(index);
      kind.count += demand.count;
    }
  }
  return kinds;
}

/** For each kind, how many at each of its nodes. */
function flowOf(component: Component, choice: Choice, kinds: readonly Kind[]): number[][] {
  const places = placesOf(component, choice.open);
  const offset = kinds.length;
  const named = offset + places.length;
  const flow = new CheapestFlow(named + 3);
  const position = new Map(component.nodes.map((node, index) => [node, index]));
  const arcs = kinds.map((kind, index) => {
    flow.arc(kind.anonymous ? named + 1 : named, index, kind.count, 0);
    const stay =
      kind.before < 0 ? -1 : (position.get(component.problem.openings[kind.before]?.node ?? -1) ?? -1);
    return kind.allowed.map((node) => {
      if (places[node] === 0) return null;
      const disliked = kind.anonymous || kind.preferred.has(node) ? 0 : NOT_PREFERRED;
      return flow.arc(index, offset + node, kind.count, disliked - (stay === node ? 1 : 0));
    });
  });
  places.forEach((count, node) => flow.arc(offset + node, named + 2, count, 0));
  flow.send(named, named + 2);
  flow.send(named + 1, named + 2);
  return arcs.map((list) => list.map((arc) => (arc === null ? 0 : flow.flowOn(arc))));
}

function fillRooms(
  component: Component,
  choice: Choice,
  manner: Manner,
  before: ArrayLike<number>,
  kinds: readonly Kind[],
  perNode: readonly (readonly number[])[],
): Seating {
  const { problem } = component;
  const here = new Map<number, number[]>();
  const groupAt = new Map<string, number>();
  const requests = new Map<number, Map<number, number>>();
  const groupOf = (who: number): string => problem.candidates[who]?.group ?? `\u0000${who}`;
  const order = kinds
    .map((_, index) => index)
    .sort((a, b) => (kinds[a]?.allowed.length ?? 0) - (kinds[b]?.allowed.length ?? 0) || a - b);
  for (const index of order) {
    const kind = kinds[index];
    const counts = [...(perNode[index] ?? [])];
    if (!kind) continue;
    if (kind.anonymous) {
      const asked = kind.members.map((member) => ({
        request: problem.demands[member]?.who ?? 0,
        left: problem.demands[member]?.count ?? 0,
      }));
      kind.allowed.forEach((node, at) => {
        for (const one of asked) {
          const take = Math.min(one.left, counts[at] ?? 0);
          if (take === 0) continue;
          one.left -= take;
          counts[at] = (counts[at] ?? 0) - take;
          const list = requests.get(node) ?? new Map<number, number>();
          requests.set(node, list.set(one.request, (list.get(one.request) ?? 0) + take));
        }
      });
      continue;
    }
    const seated = counts.reduce((sum, count) => sum + count, 0);
    const groups = new Map<string, number[]>();
    for (const member of kind.members.slice(0, seated)) {
      const who = problem.demands[member]?.who ?? 0;
      groups.set(groupOf(who), [...(groups.get(groupOf(who)) ?? []), who]);
    }
    const queue = [...groups.entries()].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    for (const [group, people] of queue) {
      while (people.length > 0) {
        let best = -1;
        let score = -1;
        kind.allowed.forEach((node, at) => {
          const room = counts[at] ?? 0;
          if (room === 0) return;
          const value =
            ((groupAt.get(`${group} ${node}`) ?? 0) > 0 ? 1e6 : 0) +
            Math.min(room, people.length) * 1000 -
            Math.abs(room - people.length) / 10;
          if (value > score) [best, score] = [at, value];
        });
        const node = kind.allowed[best];
        if (node === undefined) break;
        const moved = people.splice(0, counts[best] ?? 0);
        counts[best] = (counts[best] ?? 0) - moved.length;
        here.set(node, [...(here.get(node) ?? []), ...moved]);
        groupAt.set(`${group} ${node}`, (groupAt.get(`${group} ${node}`) ?? 0) + moved.length);
      }
    }
  }
  const seating: Seating = { seats: new Map(), anonymous: new Map() };
  component.nodes.forEach((node, position) => {
    const rooms = (problem.nodes[node]?.openings ?? []).filter((one) => choice.open.has(one));
    fillNode(
      component,
      choice,
      manner,
      before,
      rooms,
      here.get(position) ?? [],
      requests.get(position) ?? new Map(),
      seating,
    );
  });
  return seating;
}

/** The largest group that is left goes to the room where it is already, else to the tightest room that holds it whole. */
function fillNode(
  component: Component,
  choice: Choice,
  manner: Manner,
  before: ArrayLike<number>,
  rooms: readonly number[],
  people: readonly number[],
  requests: ReadonlyMap<number, number>,
  seating: Seating,
): void {
  const { problem } = component;
  const left = new Map(rooms.map((room) => [room, choice.open.get(room) ?? 0]));
  const groupIn = new Set<string>();
  const groupOf = (who: number): string => problem.candidates[who]?.group ?? `\u0000${who}`;
  const put = (room: number, who: readonly number[]): void => {
    left.set(room, (left.get(room) ?? 0) - who.length);
    seating.seats.set(room, [...(seating.seats.get(room) ?? []), ...who]);
    for (const one of who) groupIn.add(`${room} ${groupOf(one)}`);
  };
  for (const room of rooms)
    for (const who of problem.openings[room]?.imposed ?? []) groupIn.add(`${room} ${groupOf(who)}`);
  const groups = new Map<string, number[]>();
  for (const who of [...people].sort((a, b) => a - b)) {
    const seat = before[who] ?? -1;
    if (manner === 'stay' && (left.get(seat) ?? 0) > 0) put(seat, [who]);
    else groups.set(groupOf(who), [...(groups.get(groupOf(who)) ?? []), who]);
  }
  const queue = [...groups.entries()].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  for (const [group, members] of queue) {
    while (members.length > 0) {
      let best = -1;
      let score = -Infinity;
      for (const room of rooms) {
        const free = left.get(room) ?? 0;
        if (free === 0) continue;
        const fits = free >= members.length;
        const stays = manner === 'groups' ? 0 : members.filter((who) => before[who] === room).length;
        const value = (groupIn.has(`${room} ${group}`) ? 1e9 : 0) + (fits ? 1e6 + stays * 1000 - free : free);
        if (value > score) [best, score] = [room, value];
      }
      if (best < 0) break;
      put(best, members.splice(0, left.get(best) ?? 0));
    }
  }
  for (const [request, count] of requests) {
    let rest = count;
    for (const room of rooms) {
      const take = Math.min(rest, left.get(room) ?? 0);
      if (take === 0) continue;
      left.set(room, (left.get(room) ?? 0) - take);
      const list = seating.anonymous.get(room) ?? new Map<number, number>();
      seating.anonymous.set(room, list.set(request, (list.get(request) ?? 0) + take));
      rest -= take;
    }
  }
}
