import type { GoalName } from '../../domain/plan';
import type { Priority } from '../../domain/settings';
import type { Component } from '../problem/components';
import type { Choice } from '../openings/construction';
import type { Seating } from './room-filling';

/** Values of the goals, and how many people keep the seat that they have. */
export type Values = Readonly<Record<GoalName, number>> & { readonly stay: number };

/** Goals in the order in which they are pursued. */
export const GOAL_ORDER: Readonly<Record<Priority, readonly GoalName[]>> = {
  sessions: ['seated', 'anonymous', 'sessions', 'preferred', 'groupSplits', 'earliest'],
  preferences: ['seated', 'anonymous', 'preferred', 'sessions', 'groupSplits', 'earliest'],
  earliest: ['seated', 'anonymous', 'earliest', 'sessions', 'preferred', 'groupSplits'],
};

export const isGreatest = (goal: GoalName): boolean =>
  goal === 'seated' || goal === 'anonymous' || goal === 'preferred';

/** Counts what the openings and seats of a component are worth, imposed seats included. */
export function evaluate(component: Component, choice: Choice, seating: Seating): Values {
  const { problem } = component;
  let seated = 0;
  let anonymous = 0;
  let preferred = 0;
  let earliest = 0;
  let stay = 0;
  const groups = new Map<string, Set<number>>();
  for (const index of choice.open.keys()) {
    const opening = problem.openings[index];
    if (!opening) continue;
    earliest += opening.rank;
    const code = problem.slots[opening.slot]?.code;
    for (const count of seating.anonymous.get(index)?.values() ?? []) anonymous += count;
    for (const who of [...opening.imposed, ...(seating.seats.get(index) ?? [])]) {
      const candidate = problem.candidates[who];
      if (!candidate || code === undefined) continue;
      seated += 1;
      if (problem.before[who] === index) stay += 1;
      if (candidate.availability.preferred.includes(code)) preferred += 1;
      if (candidate.group !== null)
        groups.set(candidate.group, (groups.get(candidate.group) ?? new Set()).add(index));
    }
  }
  let groupSplits = 0;
  for (const used of groups.values()) groupSplits += used.size - 1;
  return { seated, anonymous, sessions: choice.open.size, preferred, groupSplits, earliest, stay };
}

/** Below zero when `a` is better. */
export function compareValues(a: Values, b: Values, priority: Priority): number {
  for (const goal of GOAL_ORDER[priority]) {
    const difference = isGreatest(goal) ? b[goal] - a[goal] : a[goal] - b[goal];
    if (difference !== 0) return difference;
  }
  return b.stay - a.stay;
}
