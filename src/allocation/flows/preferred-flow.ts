import { CheapestFlow } from './cheapest-flow';
import type { Component } from '../problem/components';
import { type Choice, placesOf } from '../openings/construction';

/** Most people, then most of them on preferred slots, for given openings: per class and allowed node, how many. */
export function preferredFlow(
  component: Component,
  choice: Choice,
): { readonly preferred: number; readonly counts: readonly (readonly number[])[] } {
  const places = placesOf(component, choice.open);
  const offset = component.classes.length;
  const named = offset + places.length;
  const flow = new CheapestFlow(named + 3);
  const arcs = component.classes.map((one, index) => {
    const liked = new Set(one.preferred);
    flow.arc(one.anonymous ? named + 1 : named, index, one.count, 0);
    return one.allowed.map((node) =>
      places[node] === 0
        ? null
        : flow.arc(index, offset + node, one.count, one.anonymous || liked.has(node) ? 0 : 1),
    );
  });
  places.forEach((count, node) => flow.arc(offset + node, named + 2, count, 0));
  flow.send(named, named + 2);
  flow.send(named + 1, named + 2);
  const counts = arcs.map((list) => list.map((arc) => (arc === null ? 0 : flow.flowOn(arc))));
  const preferred = component.classes.reduce((sum, one, index) => {
    const liked = new Set(one.anonymous ? [] : one.preferred);
    return (
      sum +
      one.allowed.reduce((here, node, at) => here + (liked.has(node) ? (counts[index]?.[at] ?? 0) : 0), 0)
    );
  }, 0);
  return { preferred, counts };
}

const known = new WeakMap<Choice, number>();

/** Most people on preferred slots when as many as can be are seated; a choice, which never changes, is looked at once. */
export function preferredOf(component: Component, choice: Choice): number {
  const before = known.get(choice);
  if (before !== undefined) return before;
  const { preferred } = preferredFlow(component, choice);
  known.set(choice, preferred);
  return preferred;
}
