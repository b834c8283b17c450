import { allocate } from '../../src/allocation/allocate';
import type { AllocationOptions } from '../../src/allocation/options';
import type { MilpSolver } from '../../src/allocation/solver';
import type { Campaign } from '../../src/domain/campaign';
import type { GoalName, GoalResult, Plan } from '../../src/domain/plan';

/** The plan when time never passes: limits in milliseconds never play, so that results do not depend on the machine. */
export function planOf(
  campaign: Campaign,
  loadSolver: (() => MilpSolver) | null,
  more: Partial<AllocationOptions> = {},
): Plan {
  return allocate(campaign, { loadSolver, elapsed: () => 0, budget: 60_000, patience: 60_000, ...more });
}

/** Throws when the plan does not speak of the goal, which no plan may. */
export function goalOf(plan: Plan, name: GoalName): GoalResult {
  const found = plan.goals.find((result) => result.goal === name);
  if (found === undefined) throw new Error(`the plan says nothing of the goal ${name}`);
  return found;
}
