import type { Priority } from '../domain/settings';
import { lowerBoundOf } from './bounds';
import type { Component } from './components';
import { type Choice, construct, leftBy, openingsOf } from './construction';
import { SeatNetwork } from './network';
import { preferredFlow } from './preferred-flow';
import { MOST_SEAT_COLUMNS, OpeningsModel, type Search } from './openings-model';
import type { Terms } from './program';
import type { MilpSolver } from './solver';

const LATER_SHARE = 0.25;
const LAST_SHARE = 0.05;
/** Measured: 20,000 columns take about 5 s before the first look at the clock. */
const MILLISECONDS_PER_SEAT_COLUMN = 0.2;

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
  /** Milliseconds that all the goals after the first two may take in this component. */
  readonly patience: number;
  readonly priority: Priority;
}

/** Openings for one component: constructed, then improved and proven by the exact solver as far as time goes. */
export function optimise(component: Component, means: Means): ComponentResult {
  if (component.allNeeded) return everythingOpen(component);
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

/** All sessions open, and who sits where is a flow, which is solved exactly. */
function everythingOpen(component: Component): ComponentResult {
  const limits = firstLimits(component);
  const choice: Choice = {
    open: new Map(openingsOf(component).map((one) => [one.index, one.capacity])),
    watchers: new Map(),
  };
  limits.sessions = choice.open.size;
  limits.earliest = ranksOf(component, choice);
  limits.preferred = preferredFlow(component, choice).preferred;
  return { choices: [choice], limits };
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
  model.startFrom(first);
  // Goals after the sessions get a part of the time only: people are waiting.
  const patient = (share = LATER_SHARE): Search => {
    const until =
      search.left() - Math.min(search.left() * share, means.patience * (share / (LATER_SHARE + LAST_SHARE)));
    return { solver: search.solver, left: () => search.left() - until };
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
  // The best choice so far that keeps every goal reached before; what the next search starts from.
  let current = named !== null && all !== null ? first : (choices[choices.length - 1] ?? first);
  const pursue = (
    objective: () => Terms,
    note: (bound: number) => void,
    value: (choice: Choice) => number,
    time: Search,
  ): boolean => {
    const known = value(current);
    model.startFrom(current);
    const step = model.minimise(objective(), time, known);
    note(step.bound);
    if (step.choice && step.objective < known - 0.5) current = step.choice;
    keep(step.choice);
    model.program.row(objective(), -Infinity, Math.min(known, Math.round(step.objective)) + 1e-6);
    return true;
  };
  const sessions = (): boolean =>
    pursue(
      () => model.sessionsTerms(),
      (bound) => (limits.sessions = Math.max(limits.sessions, bound)),
      (choice) => choice.open.size,
      means.priority === 'sessions' ? search : patient(LATER_SHARE),
    );
  const earliest = (): boolean =>
    pursue(
      () => model.ranksTerms(),
      (bound) => (limits.earliest = Math.max(limits.earliest, bound)),
      (choice) => ranksOf(component, choice),
      means.priority === 'earliest' ? search : patient(LAST_SHARE),
    );
  const preferences = (): boolean => {
    if (!component.classes.some((one) => one.preferred.length > 0)) return true;
    const time = means.priority === 'preferences' ? search : patient(LATER_SHARE);
    // The solver looks at its clock only between steps that grow with the columns: do not start what cannot end in time.
    const worthwhile = model.seatColumns() * MILLISECONDS_PER_SEAT_COLUMN <= time.left();
    if (!worthwhile || model.seatColumns() > MOST_SEAT_COLUMNS) return false;
    return pursue(
      () => model.likedTerms(),
      (bound) => (limits.preferred = Math.min(limits.preferred, -bound)),
      (choice) => -preferredFlow(component, choice).preferred,
      time,
    );
  };
  const order: Readonly<Record<Priority, readonly (() => boolean)[]>> = {
    sessions: [sessions, preferences, earliest],
    preferences: [preferences, sessions, earliest],
    earliest: [earliest, sessions, preferences],
  };
  for (const goal of order[means.priority]) if (search.left() <= 0 || !goal()) break;
}
