import { describe, expect, it } from '@jest/globals';
import { helpsOf } from '../../../src/allocation/help/helps';
import { withLever } from '../../../src/allocation/help/with-lever';
import type { Campaign } from '../../../src/domain/campaign';
import type { Plan } from '../../../src/domain/plan';
import { aCampaign, aCandidate, aRoom, aSlot, anInvigilator } from '../../support/builders';
import { goalOf, planOf } from '../../support/engine';
import { loadTestSolver as solver } from '../../support/highs';
import { randomCampaign } from '../../support/random-campaign';

/** The first two goals are all that counts here. */
const planned = (campaign: Campaign): Plan => planOf(campaign, solver, { patience: 0 });
const seated = (campaign: Campaign): number => goalOf(planned(campaign), 'seated').value;

describe('what would seat more people', () => {
  it('is true: with the lever the engine seats as many more, or at least as many', () => {
    const wrong: unknown[] = [];
    let exact = 0;
    let least = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const campaign = randomCampaign(seed, { rooms: 2, slots: 4, candidates: 24, places: 5 });
      const plan = planned(campaign);
      const { byCandidate, best } = helpsOf(campaign, plan);
      const today = goalOf(plan, 'seated').value;
      for (const help of new Set([...best, ...[...byCandidate.values()].flat()])) {
        const more = seated(withLever(campaign, help.lever)) - today;
        if (help.exact) exact += 1;
        else least += 1;
        const isAll = best.includes(help) && help.exact;
        if (more < help.seats || (isAll && more !== help.seats && more <= plan.unseated.length))
          wrong.push({ seed, help, more });
      }
    }
    expect(wrong).toEqual([]);
    expect([exact > 12, least > 12]).toEqual([true, true]);
  });

  it('names the room that is not free, rather than one that does not exist, and counts whoever follows', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 2), aRoom('R2', 3, { freeAt: ['C01'] })],
      slots: [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 })],
      candidates: [
        ...['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((id) => aCandidate(id, ['C01'])),
        ...['H', 'I'].map((id) => aCandidate(id, ['C01', 'C02'])),
      ],
    });
    const { best } = helpsOf(campaign, planned(campaign));
    // Five at C01, two at C02: two of the seven who can come at C01 alone are left, and no place at C02 serves them.
    expect(best).toEqual([
      { lever: { kind: 'newRoom', site: 'Caen', slot: 'C01', places: 3 }, seats: 2, exact: true },
    ]);
    const tight = { ...campaign, candidates: campaign.candidates.slice(2) };
    const more = [...tight.candidates, ...['J', 'K'].map((id) => aCandidate(id, ['C01', 'C02']))];
    const found = helpsOf({ ...campaign, candidates: more }, planned({ ...campaign, candidates: more }));
    expect(found.best[0]).toEqual({
      lever: { kind: 'openRoom', room: 'R2', slot: 'C02' },
      seats: 2,
      exact: true,
    });
  });

  it('lengthens the slot of somebody with extra time, and finds somebody to watch', () => {
    const short = aCampaign({
      rooms: [aRoom('R1', 2)],
      slots: [aSlot('C01', { start: 480, end: 600 })],
      candidates: [aCandidate('A', ['C01'], { extraTime: 1 / 3 })],
    });
    expect(helpsOf(short, planned(short)).best).toEqual([
      { lever: { kind: 'lengthenSlot', slot: 'C01', end: 635 }, seats: 1, exact: true },
    ]);
    const unwatched = aCampaign({
      rooms: [aRoom('R1', 2), aRoom('R2', 2)],
      slots: [aSlot('C01')],
      candidates: ['A', 'B', 'C', 'D'].map((id) => aCandidate(id, ['C01'])),
      invigilators: [anInvigilator('Ada', ['C01'])],
    });
    expect(helpsOf(unwatched, planned(unwatched)).best[0]).toEqual({
      lever: { kind: 'invigilator', site: 'Caen', slot: 'C01' },
      seats: 2,
      exact: false,
    });
  });

  it('has nothing to say of those who gave no slot', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 2)],
      slots: [aSlot('C01')],
      candidates: [aCandidate('A', [])],
    });
    expect(helpsOf(campaign, planned(campaign))).toEqual({ byCandidate: new Map(), best: [] });
  });
});
