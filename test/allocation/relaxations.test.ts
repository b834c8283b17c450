import { describe, expect, it } from '@jest/globals';
import type { MilpAnswer, MilpSolver } from '../../src/allocation/solver';
import { planOf } from '../support/engine';
import { loadTestSolver } from '../support/highs';
import { randomCampaign } from '../support/random-campaign';

const SIZE = { rooms: 6, slots: 10, candidates: 100, places: 16 };

const told = ({ status, objective }: MilpAnswer): string =>
  status === 'infeasible' ? status : `${status} ${objective.toFixed(6)}`;

describe('relaxations solved one from the other', () => {
  it('are worth what they are when solved from nothing, as rows come and limits change', () => {
    const solver = loadTestSolver();
    const wrong: string[] = [];
    let [solved, limited] = [0, 0];
    const watched: MilpSolver = {
      solve: (model, limits) => solver.solve(model, limits),
      relax: () => {
        const series = solver.relax();
        return {
          solve: (model, limits) => {
            const answer = series.solve(model, limits);
            const anew = solver.solve(model, limits);
            if (told(answer) !== told(anew)) wrong.push(`${told(answer)}, from nothing ${told(anew)}`);
            solved += 1;
            if (answer.status === 'infeasible') limited += 1;
            return answer;
          },
          close: () => series.close(),
        };
      },
    };
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = randomCampaign(seed, SIZE);
      const settings = { ...random.settings, priority: 'sessions' as const };
      planOf({ ...random, settings }, () => watched, { patience: 0 });
    }
    expect(wrong).toEqual([]);
    expect({ solved: solved > 50, limited: limited > 0 }).toEqual({ solved: true, limited: true });
  });
});
