import { describe, expect, it } from '@jest/globals';
import { seatsWanted, splitComponents } from '../../src/allocation/problem/components';
import { Ladders } from '../../src/allocation/openings/ladders';
import { OpeningsModel } from '../../src/allocation/openings/openings-model';
import { mainGoals } from '../../src/allocation/openings/main-goals';
import { beginPart, hasWishes } from '../../src/allocation/part';
import { preferredFlow } from '../../src/allocation/flows/preferred-flow';
import { preferredGoal } from '../../src/allocation/preferences/preferred-goal';
import { buildProblem } from '../../src/allocation/problem/problem';
import { SessionWorths } from '../../src/allocation/preferences/session-worths';
import type { Campaign } from '../../src/domain/campaign';
import { day } from '../support/builders';
import { loadTestSolver } from '../support/highs';
import { randomCampaign } from '../support/random-campaign';
import { seededRandom } from '../support/seeded-random';

const SIZE = { rooms: 5, slots: 10, candidates: 90, places: 14 };

const SEARCH = { solver: loadTestSolver(), left: (): number => 60_000 };

/** A campaign whose sessions neither exclude each other nor share invigilators. */
function freeCampaign(seed: number): Campaign {
  const campaign = randomCampaign(seed, SIZE);
  const slots = campaign.slots.map((slot, index) => ({ ...slot, day: day(2027, 1, index + 4) }));
  return { ...campaign, slots, invigilators: null, existing: [] };
}

/** Parts with the best choice that the engine finds for each, at each node the sessions that come first, as in programs. */
function* solvedParts(seeds: number) {
  for (let seed = 1; seed <= seeds; seed += 1) {
    for (const component of splitComponents(buildProblem(freeCampaign(seed)))) {
      if (component.coupled || component.allNeeded || !hasWishes(component)) continue;
      const part = beginPart(component, 'sessions', () => false);
      mainGoals(part, 'sessions', SEARCH);
      preferredGoal(part, 'sessions', SEARCH);
      if (part.left?.all === 0)
        yield { seed, component, choice: new Ladders(component, part.current).choice() };
    }
  }
}

describe('what sessions are worth at given prices', () => {
  it('bounds the people on preferred slots, and settles no session otherwise than a better plan has it', () => {
    let [parts, settled] = [0, 0];
    for (const { seed, component, choice } of solvedParts(25)) {
      const random = seededRandom(seed);
      const { preferred } = preferredFlow(component, choice);
      const model = new OpeningsModel(component, choice, 'seats', true);
      model.limitSessions(choice.open.size, seatsWanted(component));
      const best = model.seatPrices(model.likedTerms(), SEARCH) ?? [];
      parts += 1;
      for (let trial = 0; trial < 12; trial += 1) {
        // The bound holds with any prices, those of the relaxation or others.
        const prices = best.map((price) => price + random.integer(-trial, trial) / 40);
        const worths = new SessionWorths(component, prices, choice.open.size, () => false);
        expect({ seed, most: worths.bound >= preferred - 1e-6 }).toEqual({ seed, most: true });
        expect(worths.boundOf(choice.open.keys())).toBeLessThanOrEqual(worths.bound + 1e-6);
        const { open, shut } = worths.settledBeyond(preferred - 1);
        settled += open.length + shut.length;
        expect({ seed, open: open.filter((one) => !choice.open.has(one)) }).toEqual({ seed, open: [] });
        expect({ seed, shut: shut.filter((one) => choice.open.has(one)) }).toEqual({ seed, shut: [] });
      }
    }
    expect({ parts: parts > 15, settled: settled > 300 }).toEqual({ parts: true, settled: true });
  });
});
