import { CheapestFlow, dearerThanStaying } from '../flows/cheapest-flow';
import type { Component } from '../problem/components';
import { type Choice, placesOf } from '../openings/construction';
import { type Manner, RoomFilling, type SeatedKind, type Seating } from './room-filling';

interface Kind extends SeatedKind {
  readonly preferred: ReadonlySet<number>;
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
  return new RoomFilling(component, choice, manner, before).fill(kinds, perNode);
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
  const notPreferred = dearerThanStaying(kinds.reduce((sum, { count }) => sum + count, 0));
  const arcs = kinds.map((kind, index) => {
    flow.arc(kind.anonymous ? named + 1 : named, index, kind.count, 0);
    const stay =
      kind.before < 0
        ? -1
        : (component.positions.get(component.problem.openings[kind.before]?.node ?? -1) ?? -1);
    return kind.allowed.map((node) => {
      if (places[node] === 0) return null;
      const disliked = kind.anonymous || kind.preferred.has(node) ? 0 : notPreferred;
      return flow.arc(index, offset + node, kind.count, disliked - (stay === node ? 1 : 0));
    });
  });
  places.forEach((count, node) => flow.arc(offset + node, named + 2, count, 0));
  flow.send(named, named + 2);
  flow.send(named + 1, named + 2);
  return arcs.map((list) => list.map((arc) => (arc === null ? 0 : flow.flowOn(arc))));
}
