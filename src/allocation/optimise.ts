import type { Priority } from '../domain/settings';
import { lowerBoundOf } from './bounds';
import type { Component } from './components';
import { type Choice, construct, leftBy, openingsOf } from './construction';
import { MOST_SEAT_COLUMNS, addPreferences, seatColumns } from './extended-model';
import { SeatNetwork } from './network';
import { OpeningsModel, type Search } from './openings-model';
import type { Terms } from './program';
import type { MilpSolver } from './solver';

/** Best known limits of the values of one component; infinite when nothing is known. */
export interface Limits {
  leftNamed: number;
  /** People and anonymous seats left out, together. */
  leftAll: number;
  sessions: number;
  preferred: number;
  earliest: number;
}

export interface ComponentResult {
  /** Valid choices of openings, to be compared once people are seated. */
  readonly choices: readonly Choice[];
  readonly limits: Limits;
}

export interface Means {
  /** `null` when the solver is not to be had. */
  readonly solver: () => MilpSolver | null;
  /** Milliseconds left for this component. */
  readonly left: () => number;
  readonly priority: Priority;
}

/** Openings for one component: constructed, then improved and proven by the exact solver as far as time goes. */
export function optimise(component: Component, means: Means): ComponentResult {
  const first = construct(component, () => means.left() <= 0);
  const limits = firstLimits(component);
  const choices = [first];
  const result = { choices, limits };
  if (component.openings.length === 0 || component.classes.length === 0) {
    limits.sessions = Math.max(limits.sessions, first.open.size);
    if (component.classes.length === 0) limits.earliest = ranksOf(component, first);
    return result;
  }
  const left = leftBy(component, first);
  if (!component.coupled) {
    limits.leftNamed = left.named;
    limits.leftAll = left.named + left.anonymous;
  }
  const seatsProven = limits.leftNamed === left.named && limits.leftAll === left.named + left.anonymous;
  if (seatsProven)
    limits.sessions = Math.max(limits.sessions, lowerBoundOf(component, limits.leftAll).sessions);
  const single = seatsProven && component.nodes.length === 1;
  if (single && limits.sessions === first.open.size) {
    limits.earliest = ranksOf(component, first);
    return result;
  }
  const wishes = component.classes.some((one) => one.preferred.length > 0);
  const enough =
    seatsProven && limits.sessions === first.open.size && !wishes && means.priority === 'sessions';
  if (enough && means.left() <= 0) return result;
  const solver = means.solver();
  if (!solver) return result;
  try {
    improve(
      component,
      means,
      { solver, left: means.left },
      result,
      seatsProven ? left.named : null,
      seatsProven ? left.named + left.anonymous : null,
    );
  } catch {
    // An error of the solver leaves what was found before it.
  }
  return result;
}

function firstLimits(component: Component): Limits {
  const everything = new Int32Array(component.nodes.length);
  const position = new Map(component.nodes.map((node, index) => [node, index]));
  for (const opening of openingsOf(component)) {
    const at = position.get(opening.node) ?? 0;
    everything[at] = (everything[at] ?? 0) + opening.capacity;
  }
  const network = new SeatNetwork(component.classes, everything);
  network.fill();
  const wishing = component.classes.reduce((sum, one) => sum + (one.preferred.length > 0 ? one.count : 0), 0);
  const forced = openingsOf(component).filter((one) => one.forced);
  return {
    leftNamed: network.left(false),
    leftAll: network.left(false) + network.left(true),
    sessions: forced.length,
    preferred: wishing,
    earliest: forced.reduce((sum, one) => sum + one.rank, 0),
  };
}

export const ranksOf = (component: Component, choice: Choice): number =>
  openingsOf(component).reduce((sum, one) => sum + (choice.open.has(one.index) ? one.rank : 0), 0);

interface Found {
  readonly choices: Choice[];
  readonly limits: Limits;
}

function improve(
  component: Component,
  means: Means,
  search: Search,
  result: Found,
  named: number | null,
  all: number | null,
): void {
  const { limits, choices } = result;
  const first = choices[0];
  if (!first) return;
  const model = new OpeningsModel(component, first);
  const keep = (choice: Choice | null): Choice | null => {
    if (choice) choices.push(choice);
    return choice;
  };
  const fixLeft = (): boolean => {
    let leftNamed = named;
    let leftAll = all;
    if (leftNamed === null || leftAll === null) {
      const seats = model.minimise([[model.leftNamed, 1]], search);
      limits.leftNamed = Math.max(limits.leftNamed, seats.bound);
      const choice = keep(seats.choice);
      if (!choice) return false;
      leftNamed = leftBy(component, choice).named;
      model.program.row([[model.leftNamed, 1]], -Infinity, leftNamed);
      if (leftNamed > limits.leftNamed) return false;
      if (component.classes.some((one) => one.anonymous)) {
        const more = model.minimise([[model.leftAll, 1]], search);
        limits.leftAll = Math.max(limits.leftAll, more.bound);
        const better = keep(more.choice);
        if (!better) return false;
        const count = leftBy(component, better);
        leftAll = count.named + count.anonymous;
        if (leftAll > limits.leftAll) return false;
      } else {
        leftAll = leftNamed;
        limits.leftAll = leftNamed;
      }
    } else model.program.row([[model.leftNamed, 1]], -Infinity, leftNamed);
    model.program.row([[model.leftAll, 1]], -Infinity, leftAll);
    return true;
  };
  if (!fixLeft()) return;
  limits.sessions = Math.max(limits.sessions, lowerBoundOf(component, limits.leftAll).sessions);
  const pursue = (
    objective: Terms,
    note: (bound: number) => void,
    value: (choice: Choice) => number,
  ): boolean => {
    const step = model.minimise(objective, search);
    note(step.bound);
    const choice = keep(step.choice);
    if (!choice) return false;
    const reached = value(choice);
    model.program.row(objective, -Infinity, reached + 1e-6);
    return true;
  };
  const sessions = (): boolean =>
    pursue(
      model.sessionsTerms(),
      (bound) => (limits.sessions = Math.max(limits.sessions, bound)),
      (choice) => choice.open.size,
    );
  const earliest = (): boolean =>
    pursue(
      model.ranksTerms(),
      (bound) => (limits.earliest = Math.max(limits.earliest, bound)),
      (choice) => ranksOf(component, choice),
    );
  const preferences = (): boolean => {
    if (!component.classes.some((one) => one.preferred.length > 0)) return true;
    if (seatColumns(model) > MOST_SEAT_COLUMNS) return false;
    const liked = addPreferences(model);
    const step = model.minimise(liked, search);
    limits.preferred = Math.min(limits.preferred, -step.bound);
    const choice = keep(step.choice);
    if (!choice) return false;
    model.program.row(liked, -Infinity, Math.round(step.objective) + 1e-6);
    return true;
  };
  const order: Readonly<Record<Priority, readonly (() => boolean)[]>> = {
    sessions: [sessions, preferences, earliest],
    preferences: [preferences, sessions, earliest],
    earliest: [earliest, sessions, preferences],
  };
  for (const goal of order[means.priority]) if (search.left() <= 0 || !goal()) break;
}
