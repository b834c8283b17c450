import type { BoundPart, BoundReason, GoalName, GoalResult } from '../domain/plan';
import type { Component } from './problem/components';
import { GOAL_ORDER } from './seats/evaluation';
import { boundParts } from './help/certificates';
import type { Problem } from './problem/problem';
import type { Solved } from './seats/solved';

/** Each goal in the order of the priority: its value, the best bound known, and whether they meet. */
export function goalsOf(problem: Problem, solved: readonly Solved[]): GoalResult[] {
  let proven = true;
  return GOAL_ORDER[problem.campaign.settings.priority].map((goal): GoalResult => {
    let value = 0;
    let bound = 0;
    for (const one of solved) {
      value += one.values[goal];
      bound += boundOfGoal(one, goal);
    }
    if (goal === 'groupSplits') {
      const apart = value;
      value = splitsAcrossParts(solved);
      // Groups that several parts share are split between them as long as everybody is seated.
      const shared = everybodySeated(solved) ? value - apart : 0;
      bound = Math.min(value, Math.max(bound + shared, fewestSplits(problem, solved)));
    }
    // A bound given the goals before it means nothing once one of these is not proven.
    const exact = value === bound && proven;
    proven = exact;
    return { goal, value, bound: exact ? value : bound, proven: exact };
  });
}

function splitsAcrossParts(solved: readonly Solved[]): number {
  const used = new Map<string, number>();
  for (const { component, choice, seating } of solved) {
    const { problem } = component;
    for (const index of choice.open.keys()) {
      const here = new Set<string>();
      for (const who of [...(problem.openings[index]?.imposed ?? []), ...(seating.seats.get(index) ?? [])]) {
        const group = problem.candidates[who]?.group ?? null;
        if (group !== null) here.add(group);
      }
      for (const group of here) used.set(group, (used.get(group) ?? 0) + 1);
    }
  }
  let splits = 0;
  for (const count of used.values()) splits += count - 1;
  return splits;
}

const everybodySeated = (solved: readonly Solved[]): boolean =>
  solved.every((one) => one.values.seated >= peopleOf(one.component));

/** A group larger than any room has to be split: nothing more is claimed. */
function fewestSplits(problem: Problem, solved: readonly Solved[]): number {
  if (!everybodySeated(solved)) return 0;
  const largest = Math.max(1, ...problem.rooms.map((room) => room.places));
  const sizes = new Map<string, number>();
  for (const { component, choice, seating } of solved) {
    for (const index of choice.open.keys()) {
      for (const who of [...(problem.openings[index]?.imposed ?? []), ...(seating.seats.get(index) ?? [])]) {
        const group = component.problem.candidates[who]?.group ?? null;
        if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
      }
    }
  }
  let splits = 0;
  for (const size of sizes.values()) splits += Math.ceil(size / largest) - 1;
  return splits;
}

function peopleOf(component: Component): number {
  const imposed = component.openings.reduce(
    (sum, index) => sum + (component.problem.openings[index]?.imposed.length ?? 0),
    0,
  );
  return component.classes.reduce((sum, one) => sum + (one.anonymous ? 0 : one.count), imposed);
}

const placesRequested = ({ classes }: Component): number =>
  classes.reduce((sum, one) => sum + (one.anonymous ? one.count : 0), 0);

function boundOfGoal({ component, limits, values }: Solved, goal: GoalName): number {
  const people = peopleOf(component);
  const requested = placesRequested(component);
  switch (goal) {
    case 'seated':
      return Math.max(values.seated, people - limits.leftNamed);
    case 'anonymous':
      return Math.max(values.anonymous, requested - Math.max(0, limits.leftAll - (people - values.seated)));
    case 'sessions':
      return Math.min(values.sessions, limits.sessions);
    case 'preferred':
      return Math.max(values.preferred, limits.preferred + imposedPreferred(component));
    case 'earliest':
      return Math.min(values.earliest, limits.earliest);
    case 'groupSplits':
      return Math.min(values.groupSplits, limits.splits);
  }
}

function imposedPreferred({ problem, openings }: Component): number {
  let count = 0;
  for (const index of openings) {
    const opening = problem.openings[index];
    const code = opening ? problem.slots[opening.slot]?.code : undefined;
    if (!opening || code === undefined) continue;
    for (const who of opening.imposed)
      if (problem.candidates[who]?.availability.preferred.includes(code)) count += 1;
  }
  return count;
}

/**
 * Why not one session fewer, part by part; `null` where the fewest people left out are not known: what so many sessions are
 * needed for is not known either.
 */
export function boundOf(solved: readonly Solved[], goals: readonly GoalResult[]): BoundReason | null {
  if (solved.some((one) => leftOf(one) > one.limits.leftAll)) return null;
  const parts = solved.flatMap(({ component, limits, values }): BoundPart[] => {
    const sessions = Math.min(values.sessions, limits.sessions);
    if (sessions === 0) return [];
    return boundParts(component, limits.leftAll, sessions);
  });
  if (parts.length === 0) return null;
  const sessions = parts.reduce((sum, part) => sum + part.sessions, 0);
  const proven = goals.some((result) => result.goal === 'sessions' && result.proven);
  return { sessions, proven, parts };
}

const leftOf = ({ component, values }: Solved): number =>
  peopleOf(component) + placesRequested(component) - values.seated - values.anonymous;
