import { expect } from '@jest/globals';
import { verifyPlan } from '../../src/allocation/verify';
import type { Campaign } from '../../src/domain/campaign';
import type { Plan } from '../../src/domain/plan';
import { aPlan, aSession } from './a-plan';
import { aCampaign, aCandidate, aRoom, aSlot } from './builders';

/** Names of the rules that the verifier finds broken, each once. */
export const rulesBroken = (campaign: Campaign, plan: Plan): readonly string[] => [
  ...new Set(verifyPlan(campaign, plan).map((violation) => violation.rule)),
];

/** The plan with sessions written `C01/R1: A B`. */
export function planned(campaign: Campaign, ...sessions: readonly string[]): Plan {
  return aPlan(
    campaign,
    sessions.map((text) => {
      const [at = '', seats = ''] = text.split(':');
      return aSession(
        campaign,
        at,
        seats.split(' ').filter((id) => id !== ''),
      );
    }),
  );
}

export const rooms = [aRoom('R1', 2), aRoom('R2', 3)];
export const slots = [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 })];
/** Three people, two rooms of two and three places, two slots at which everybody can come. */
export const campaign = aCampaign({
  rooms,
  slots,
  candidates: ['A', 'B', 'C'].map((id) => aCandidate(id, ['C01', 'C02'])),
});

/** The plan that breaks the rule and no other, and its neighbour that breaks none. */
export function expectRule(rule: string, of: Campaign, offender: Plan, bystander: Plan): void {
  expect(rulesBroken(of, offender)).toEqual([rule]);
  expect(verifyPlan(of, bystander)).toEqual([]);
}
