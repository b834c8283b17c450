import type { Component } from './components';
import { type Choice, openingsOf, placesOf } from './construction';
import { SeatNetwork } from './network';

/** Arcs looked at before giving up: a tenth of a second or two. */
const MOST_WORK = 10_000_000;

/**
 * Fewer sessions than the choice by opening one and closing two, as long as nobody loses a seat and until `target` is
 * reached. `null` when nothing was gained. Only where sessions neither exclude each other nor share invigilators.
 */
export function exchange(
  component: Component,
  choice: Choice,
  target: number,
  isExpired: () => boolean,
): Choice | null {
  if (component.coupled) return null;
  const openings = openingsOf(component).filter((one) => !one.forced && one.capacity > 0);
  const position = new Map(component.nodes.map((node, index) => [node, index]));
  const open = new Map(choice.open);
  const network = new SeatNetwork(component.classes, placesOf(component, open));
  network.fill();
  const resize = (index: number, capacity: number, step: 1 | -1): boolean => {
    const node = position.get(component.problem.openings[index]?.node ?? -1) ?? 0;
    return network.resize(node, (network.places[node] ?? 0) + step * capacity);
  };
  let gained = true;
  while (gained && open.size > target) {
    gained = false;
    for (const added of openings) {
      if (open.size <= target || network.work > MOST_WORK || isExpired()) break;
      if (open.has(added.index)) continue;
      resize(added.index, added.capacity, 1);
      const closed: [number, number][] = [];
      for (const one of openings) {
        if (network.work > MOST_WORK) break;
        const places = open.get(one.index);
        if (places === undefined || !resize(one.index, places, -1)) continue;
        closed.push([one.index, places]);
        open.delete(one.index);
      }
      open.set(added.index, added.capacity);
      if (closed.length >= 2) gained = true;
      else if (closed.length === 0) {
        open.delete(added.index);
        resize(added.index, added.capacity, -1);
      }
      // One for one changes nothing but where the next one starts from.
    }
  }
  return open.size < choice.open.size ? { open, watchers: choice.watchers } : null;
}
