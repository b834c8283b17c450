import type { Campaign } from '../domain/campaign';
import type { Plan } from '../domain/plan';
import { type Violation, gatherEvidence } from './verification/evidence';
import { checkGoals } from './verification/goals';
import { checkSeats } from './verification/seats';
import { checkRequests, checkSessions } from './verification/sessions';

export type { Violation } from './verification/evidence';

/**
 * Every hard rule that `plan` breaks, and every goal value that is not what the seats say; empty when the plan may be
 * written. Shares nothing with the engine. What locks impose is taken as given: contradictory locks are found when
 * the workbook is read. Never throws on a plan of the right type.
 */
export function verifyPlan(campaign: Campaign, plan: Plan): readonly Violation[] {
  const violations: Violation[] = [];
  const report = (rule: string, detail: string): void => {
    violations.push({ rule, detail });
  };
  const evidence = gatherEvidence(campaign, plan);
  checkSessions(evidence, report);
  checkSeats(evidence, report);
  checkRequests(evidence, report);
  checkGoals(evidence, report);
  return violations;
}
