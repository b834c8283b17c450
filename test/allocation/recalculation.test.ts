import { describe, expect, it } from '@jest/globals';
import { moveReason } from '../../src/allocation/reasons/move-reasons';
import { verifyPlan } from '../../src/allocation/verify';
import type { Campaign } from '../../src/domain/campaign';
import type { Plan } from '../../src/domain/plan';
import { isPinned } from '../../src/domain/session';
import type { Recalculation } from '../../src/domain/settings';
import { bestOfAll } from '../support/brute-force';
import { planOf } from '../support/engine';
import { loadTestSolver as solver } from '../support/highs';
import { TINIEST, randomCampaign } from '../support/random-campaign';

/** Campaigns with a planning, recalculated in one way. */
function campaigns(
  recalculation: Recalculation,
  count: number,
): { readonly seed: number; readonly campaign: Campaign }[] {
  const found: { seed: number; campaign: Campaign }[] = [];
  for (let seed = 1; found.length < count; seed += 1) {
    const random = randomCampaign(seed, TINIEST);
    if (random.existing.length === 0) continue;
    found.push({ seed, campaign: { ...random, settings: { ...random.settings, recalculation } } });
  }
  return found;
}

/** Moves of those who had a session that was not cancelled. */
function movesOf({ existing }: Campaign, { moved }: Plan): Plan['moved'] {
  const cancelled = new Set(
    existing.filter(({ state }) => state === 'cancelled').map(({ number }) => number),
  );
  return moved.filter(({ from }) => !cancelled.has(from));
}

describe('recalculation', () => {
  it('that improves moves as few people as enumeration does among the best plans', () => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (const { seed, campaign } of campaigns('improve', 50)) {
      const best = bestOfAll(campaign);
      const plan = planOf(campaign, solver);
      if (best === null) throw new Error(`seed ${seed}: the locks leave no plan`);
      if (plan.goals.some(({ goal, value }) => value !== best[goal])) continue;
      compared += 1;
      const moves = movesOf(campaign, plan).length;
      if (moves !== best.moves) wrong.push({ seed, moves, best: best.moves });
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(40);
  });

  it('that completes moves nobody whose seat is still allowed, and says why each of the others has to go', () => {
    const wrong: unknown[] = [];
    let moves = 0;
    for (const { seed, campaign } of campaigns('complete', 80)) {
      const plan = planOf(campaign, solver, { patience: 0 });
      for (const { rule } of verifyPlan(campaign, plan)) wrong.push({ seed, rule });
      for (const move of movesOf(campaign, plan)) {
        moves += 1;
        const reason = moveReason(campaign, plan, move);
        const { existing } = campaign;
        const session = existing.find(({ number }) => number === move.from);
        // What is neither forbidden nor gone may only fall to a clash, a smaller room or too few invigilators.
        if (reason === 'better' && session && isPinned(session)) wrong.push({ seed, move, reason });
      }
    }
    expect(wrong).toEqual([]);
    expect(moves).toBeGreaterThan(0);
  });

  it('that starts anew keeps what is locked, convoked or past, and nothing else for its own sake', () => {
    const wrong: unknown[] = [];
    for (const { seed, campaign } of campaigns('restart', 60)) {
      const plan = planOf(campaign, solver, { patience: 0 });
      for (const { rule } of verifyPlan(campaign, plan)) wrong.push({ seed, rule });
      const loose = campaign.existing.filter((session) => !isPinned(session));
      const free = {
        ...campaign,
        existing: campaign.existing.flatMap((session) => {
          const seats = session.seats.filter(({ locked }) => locked);
          if (!loose.includes(session) || session.state === 'cancelled') return [session];
          return seats.length === 0 ? [] : [{ ...session, seats }];
        }),
      };
      const without = planOf(free, solver, { patience: 0 });
      const values = (one: Plan): string =>
        one.goals
          .slice(0, 3)
          .map(({ value }) => value)
          .join();
      if (values(plan) !== values(without))
        wrong.push({ seed, plan: values(plan), without: values(without) });
    }
    expect(wrong).toEqual([]);
  });
});
