import type { Priority } from '../domain/settings';
import { lowerBoundOf } from './openings/bounds';
import type { Component } from './problem/components';
import { type Choice, construct, leftBy, openingsOf } from './openings/construction';
import { SeatNetwork } from './flows/network';
import { preferredOf } from './flows/preferred-flow';
import type { Solved } from './seats/solved';

/** Best known limits of the values of one component; infinite when nothing is known. */
export interface Limits {
  leftNamed: number;
  /** People and anonymous seats left out, together. */
  leftAll: number;
  sessions: number;
  preferred: number;
  splits: number;
  earliest: number;
}

/** Goals that the choice of openings decides. */
export type OpeningGoal = 'sessions' | 'preferred' | 'earliest';

/** A component on its way through the goals. */
export interface Part {
  readonly component: Component;
  /** Valid choices of openings, to be compared once people are seated. */
  readonly choices: Choice[];
  /** The best choice so far: it keeps every goal reached. */
  current: Choice;
  readonly limits: Limits;
  /** People whom every plan that is kept leaves out; `null` while that is not known. */
  left: { readonly named: number; readonly all: number } | null;
  /** Values that later goals must keep. */
  readonly reached: Map<OpeningGoal, number>;
  /** People seated better than the choices alone tell; it keeps every goal reached. */
  arranged: Solved | null;
  /** Nothing is left to choose but who sits where. */
  readonly settled: boolean;
}

/** A valid choice and first limits, without any solver. */
export function beginPart(component: Component, priority: Priority, isExpired: () => boolean): Part {
  if (component.allNeeded) return everythingOpen(component);
  const limits = firstLimits(component);
  const first = construct(component, isExpired);
  const part: Part = {
    component,
    choices: [first],
    current: first,
    limits,
    left: null,
    reached: new Map(),
    arranged: null,
    settled: component.openings.length === 0 || component.classes.length === 0,
  };
  if (part.settled) {
    limits.sessions = Math.max(limits.sessions, first.open.size);
    if (component.classes.length === 0) limits.earliest = sumOfRanks(component, first);
    return part;
  }
  const left = leftBy(component, first);
  const all = left.named + left.anonymous;
  if (!component.coupled) {
    limits.leftNamed = left.named;
    limits.leftAll = all;
  }
  if (limits.leftNamed !== left.named || limits.leftAll !== all) return part;
  part.left = { named: left.named, all };
  if (priority === 'sessions') raiseSessions(part);
  return part;
}

/** What can be said of the sessions, and of their ranks, without any search. */
export function raiseSessions({ component, limits, reached }: Part): void {
  limits.sessions = Math.max(limits.sessions, lowerBoundOf(component, limits.leftAll).sessions);
  if (reached.has('earliest')) return;
  const openings = openingsOf(component);
  const forced = openings.filter((one) => one.forced);
  const others = openings.filter((one) => !one.forced).map((one) => one.rank);
  const ranks = [
    ...forced.map((one) => one.rank),
    ...others.sort((a, b) => a - b).slice(0, Math.max(0, limits.sessions - forced.length)),
  ];
  limits.earliest = Math.max(
    limits.earliest,
    ranks.reduce((sum, rank) => sum + rank, 0),
  );
}

export const sumOfRanks = (component: Component, choice: Choice): number =>
  openingsOf(component).reduce((sum, one) => sum + (choice.open.has(one.index) ? one.rank : 0), 0);

export const hasWishes = (component: Component): boolean =>
  component.classes.some((one) => !one.anonymous && one.preferred.length > 0);

/** All sessions open, and who sits where is a flow, which is solved exactly. */
function everythingOpen(component: Component): Part {
  const limits = firstLimits(component);
  const choice = everyOpening(component);
  limits.sessions = choice.open.size;
  limits.earliest = sumOfRanks(component, choice);
  limits.preferred = preferredOf(component, choice);
  return {
    component,
    choices: [choice],
    current: choice,
    limits,
    left: null,
    reached: new Map(),
    arranged: null,
    settled: true,
  };
}

/** Only where sessions neither exclude each other nor share invigilators. */
export function everyOpening(component: Component): Choice {
  return {
    open: new Map(openingsOf(component).map((one) => [one.index, one.capacity])),
    watchers: new Map(),
  };
}

function firstLimits(component: Component): Limits {
  const everything = new Int32Array(component.nodes.length);
  for (const opening of openingsOf(component)) {
    const at = component.positions.get(opening.node) ?? 0;
    everything[at] = (everything[at] ?? 0) + opening.capacity;
  }
  const network = new SeatNetwork(component.classes, everything);
  network.fill();
  const wishing = component.classes.reduce(
    (sum, one) => sum + (!one.anonymous && one.preferred.length > 0 ? one.count : 0),
    0,
  );
  const forced = openingsOf(component).filter((one) => one.forced);
  return {
    leftNamed: network.left(false),
    leftAll: network.left(false) + network.left(true),
    sessions: forced.length,
    preferred: wishing,
    splits: 0,
    earliest: forced.reduce((sum, one) => sum + one.rank, 0),
  };
}
