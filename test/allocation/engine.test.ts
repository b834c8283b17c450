import { describe, expect, it } from '@jest/globals';
import { allocate } from '../../src/allocation/allocate';
import { verifyPlan } from '../../src/allocation/verify';
import { bestSeats } from '../support/brute-force';
import { loadTestSolver } from '../support/highs';
import { TINY, randomCampaign } from '../support/random-campaign';

const COUNT = Number(process.env['ENGINE_CASES'] ?? 150);

describe('the engine on tiny campaigns', () => {
  it.each([true, false])('obeys every rule, and finds the optimum with the solver (%s)', (withSolver) => {
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const campaign = randomCampaign(seed, TINY);
      const plan = allocate(campaign, {
        loadSolver: withSolver ? loadTestSolver : null,
        elapsed: () => 0,
        budget: 10_000,
        patience: 0,
      });
      expect({ seed, violations: verifyPlan(campaign, plan) }).toEqual({ seed, violations: [] });
      const best = bestSeats(campaign);
      if (best === null) continue;
      const value = (goal: string) => plan.goals.find((one) => one.goal === goal);
      for (const goal of ['seated', 'anonymous', 'sessions'] as const) {
        const found = value(goal);
        if (goal === 'sessions' && campaign.settings.priority !== 'sessions') continue;
        if (withSolver || found?.proven) expect([seed, goal, found?.value]).toEqual([seed, goal, best[goal]]);
        if (withSolver) expect([seed, goal, found?.proven]).toEqual([seed, goal, true]);
      }
      if (withSolver && campaign.settings.priority === 'earliest')
        expect([seed, value('earliest')?.value, value('sessions')?.value]).toEqual([
          seed,
          best.earliestFirst.earliest,
          best.earliestFirst.sessions,
        ]);
    }
  });
});
