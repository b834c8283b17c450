import type { Component } from '../problem/components';
import { type Choice, placesOf } from '../openings/construction';
import { Ladders } from '../openings/ladders';
import { SeatNetwork } from '../flows/network';
import type { SessionWorths } from './session-worths';

/**
 * As many sessions that are worth more: those worth most are opened, one after another, for those worth least that nobody
 * needs. Only where sessions neither exclude each other nor share invigilators, and where everybody has a seat.
 */
export function worthier(component: Component, choice: Choice, worths: SessionWorths): Choice {
  const ladders = new Ladders(component, choice);
  const network = new SeatNetwork(component.classes, placesOf(component, ladders.choice().open));
  network.fill();
  const worthOfNext = (node: number): number => worths.worthOf(ladders.opening(node)?.index ?? -1);
  const worthOfLast = (node: number): number => worths.worthOf(ladders.closing(node)?.index ?? -1);
  const places = (node: number): number => network.places[node] ?? 0;
  const opening = ladders.growing().sort((a, b) => worthOfNext(b) - worthOfNext(a) || a - b);
  for (const node of opening) {
    const worth = worthOfNext(node);
    const mark = network.mark();
    network.resize(node, places(node) + ladders.next(node));
    const closing = ladders
      .shrinking()
      .filter((other) => other !== node && worthOfLast(other) < worth)
      .sort((a, b) => worthOfLast(a) - worthOfLast(b) || a - b)
      .find((other) => network.resize(other, places(other) - ladders.last(other)));
    if (closing === undefined) network.undo(mark);
    else {
      ladders.open(node);
      ladders.close(closing);
    }
    network.keep();
  }
  return ladders.choice();
}
