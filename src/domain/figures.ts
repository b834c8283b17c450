import type { GoalName, Plan } from './plan';

/** What a calculation gave, in numbers. `candidates = seated + unseated`. */
export interface PlanningFigures {
  readonly candidates: number;
  readonly seated: number;
  readonly unseated: number;
  readonly anonymousSeats: number;
  /** Seats without a name that were asked for and could not be reserved. */
  readonly anonymousMissing: number;
  /** Sessions that take place; cancelled ones do not count. */
  readonly sessions: number;
  readonly bound: number;
  /** Both seats and sessions are proven best. */
  readonly proven: boolean;
  readonly preferred: number;
  readonly groupSplits: number;
  readonly moved: number;
}

/** The numbers of data that were read and not planned: everybody is still without a seat. */
export const figuresBeforePlan = (candidates: number): PlanningFigures => ({
  candidates,
  seated: 0,
  unseated: candidates,
  anonymousSeats: 0,
  anonymousMissing: 0,
  sessions: 0,
  bound: 0,
  proven: false,
  preferred: 0,
  groupSplits: 0,
  moved: 0,
});

/**
 * The numbers of a calculation, for the window, the summary and the command line.
 *
 * @param leftOut rows of `Étudiants` with a name that could not be used: they count among the unseated
 */
export function figuresOf(plan: Plan, leftOut: number): PlanningFigures {
  const seated = plan.sessions.reduce((sum, { seats }) => sum + seats.length, 0);
  const anonymousSeats = plan.sessions.reduce(
    (sum, { anonymous }) => sum + anonymous.reduce((places, seats) => places + seats.places, 0),
    0,
  );
  const unseated = plan.unseated.length + leftOut;
  const goal = (name: GoalName) => plan.goals.find((result) => result.goal === name);
  return {
    candidates: seated + unseated,
    seated,
    unseated,
    anonymousSeats,
    anonymousMissing: plan.shortRequests.reduce((sum, { missing }) => sum + missing, 0),
    sessions: plan.sessions.length,
    bound: goal('sessions')?.bound ?? 0,
    proven: (['seated', 'anonymous', 'sessions'] as const).every((name) => goal(name)?.proven ?? true),
    preferred: goal('preferred')?.value ?? 0,
    groupSplits: goal('groupSplits')?.value ?? 0,
    moved: plan.moved.length,
  };
}
