import { describe, expect, it } from '@jest/globals';
import { allocate } from '../../src/allocation/allocate';
import { repairsOf } from '../../src/allocation/repair/repairs';
import { compareTrial, rankedLevers } from '../../src/allocation/simulation/answer-question';
import type { MilpLimits, MilpSolver } from '../../src/allocation/solver';
import { campaignOf } from '../../bench/campaigns';
import type { Campaign } from '../../src/domain/campaign';
import { loadTestSolver } from '../support/highs';
import { MEDIUM, randomCampaign } from '../support/random-campaign';
import { randomChange } from '../support/random-change';

const BUDGET = 10_000;
/** The solver looks at the clock now and then only. */
const LATE = 300;

interface Means {
  readonly loadSolver: () => MilpSolver;
  readonly elapsed: () => number;
  readonly budget: number;
}

const CALCULATIONS: Readonly<Record<string, (campaign: Campaign, means: Means, seed: number) => unknown>> = {
  'a calculation': (campaign, means) => allocate(campaign, { ...means, patience: BUDGET / 2 }),
  'a search for repairs': (campaign, means, seed) => {
    const change = randomChange(seed, campaign);
    return change && repairsOf(campaign, change, new Map(), means);
  },
  'a trial': (campaign, means) => compareTrial(campaign, [], means),
  'a ranking of levers': (campaign, means) => rankedLevers(campaign, means),
};

/** A clock that only the solver moves: it takes all the time that it is given, and a little more. */
function spendthrift(answers: boolean): Means & { readonly askedInVain: () => number } {
  let now = 0;
  let inVain = 0;
  const spend = <Answer>(limits: MilpLimits, answer: () => Answer): Answer => {
    if (limits.milliseconds <= 0) inVain += 1;
    now += Math.max(0, limits.milliseconds) + LATE;
    return answer();
  };
  const unknown = { status: 'unknown', objective: Infinity, bound: -Infinity, values: [] } as const;
  const unhurried = { milliseconds: 60_000 };
  const solver: MilpSolver = {
    solve: (model, limits) =>
      spend(limits, () =>
        answers
          ? loadTestSolver().solve(model, { ...limits, ...unhurried, shouldStop: () => false })
          : unknown,
      ),
    relax: () => {
      const relaxations = answers ? loadTestSolver().relax() : null;
      return {
        solve: (model, limits) =>
          spend(
            limits,
            () => relaxations?.solve(model, { ...limits, ...unhurried, shouldStop: () => false }) ?? unknown,
          ),
        close: () => relaxations?.close(),
      };
    },
  };
  return { loadSolver: () => solver, elapsed: () => now, budget: BUDGET, askedInVain: () => inVain };
}

describe('by a clock that only the solver moves', () => {
  it.each(Object.keys(CALCULATIONS))('%s keeps within its budget, but for one step', (name) => {
    const late: unknown[] = [];
    let asked = 0;
    const run = (label: string, campaign: Campaign, seed: number, answers: boolean): void => {
      const means = spendthrift(answers);
      CALCULATIONS[name]?.(campaign, means, seed);
      if (means.elapsed() > 0) asked += 1;
      if (means.elapsed() > BUDGET + LATE || means.askedInVain() > 0)
        late.push({ label, answers, time: means.elapsed(), inVain: means.askedInVain() });
    };
    for (let seed = 1; seed <= 24; seed += 1) {
      const campaign = randomCampaign(seed, MEDIUM);
      run(`seed ${seed}`, campaign, seed, false);
      if (seed <= 6) run(`seed ${seed}`, campaign, seed, true);
    }
    run('byNumber', campaignOf('byNumber'), 1, false);
    expect(late).toEqual([]);
    expect(asked).toBeGreaterThan(3);
  });
});
