import type { GoalName, Plan } from '../../domain/plan';
import type { PlanningFigures } from '../../text/summary';
import type { NumberedPlan } from './numbered-plan';

/**
 * The numbers of a calculation, for the summary and the command line.
 *
 * @param leftOut rows of `Étudiants` with a name that could not be used: they count among the unseated
 */
export function figuresOf(plan: Plan, numbered: NumberedPlan, leftOut: number): PlanningFigures {
  const open = numbered.sessions.filter((session) => session.state !== 'cancelled');
  const seated = open.reduce((sum, session) => sum + session.seats.length, 0);
  const anonymousSeats = open.reduce(
    (sum, session) => sum + session.anonymous.reduce((places, seats) => places + seats.places, 0),
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
    sessions: open.length,
    bound: goal('sessions')?.bound ?? 0,
    proven: (['seated', 'anonymous', 'sessions'] as const).every((name) => goal(name)?.proven ?? true),
    preferred: goal('preferred')?.value ?? 0,
    groupSplits: goal('groupSplits')?.value ?? 0,
    moved: plan.moved.length,
  };
}
