import { describe, expect, it } from '@jest/globals';
import { bestOfAll, bestSeats } from '../support/brute-force';
import {
  aCampaign,
  aCandidate,
  aRequest,
  aRoom,
  aSlot,
  anExistingSession,
  anInvigilator,
} from '../support/builders';
import { firstFit } from '../support/first-fit';
import { TINIEST, TINY, randomCampaign } from '../support/random-campaign';

const people = (count: number, slots: readonly string[], group?: string) =>
  Array.from({ length: count }, (_, index) =>
    aCandidate(`${group ?? 'E'}${index}`, slots, {
      preferred: slots.slice(1),
      ...(group ? { group } : {}),
    }),
  );

/** The judge is judged first: instances whose optimum a person sees, and two ways to count that must agree. */
describe('the optimum by enumeration', () => {
  const rooms = [aRoom('R1', 2), aRoom('R2', 3)];
  const apart = [aSlot('C01'), aSlot('C02', { on: 12 })];

  it('takes the smallest number of rooms that hold everybody', () => {
    const campaign = aCampaign({ rooms, slots: apart, candidates: people(3, ['C01', 'C02']) });
    const optimum = {
      seated: 3,
      anonymous: 0,
      sessions: 1,
      preferred: 3,
      groupSplits: 0,
      earliest: 2,
      moves: 0,
    };
    expect(bestOfAll(campaign)).toEqual(optimum);
    const early = aCampaign({ ...campaign, settings: { priority: 'earliest' } });
    expect(bestOfAll(early)).toEqual({ ...optimum, preferred: 0, earliest: 1 });
  });

  it('opens one more session for preferences when they come first', () => {
    const candidates = [aCandidate('A', ['C01', 'C02'], { preferred: ['C02'] }), aCandidate('B', ['C01'])];
    const campaign = aCampaign({ rooms, slots: apart, candidates });
    expect(bestOfAll(campaign)).toMatchObject({ seated: 2, sessions: 1, preferred: 0 });
    const preferring = aCampaign({ ...campaign, settings: { priority: 'preferences' } });
    expect(bestOfAll(preferring)).toMatchObject({ seated: 2, sessions: 2, preferred: 1 });
  });

  it('keeps groups together', () => {
    const candidates = [...people(2, ['C01'], 'G'), ...people(3, ['C01'], 'H')];
    const campaign = aCampaign({ rooms, slots: apart, candidates });
    expect(bestOfAll(campaign)).toMatchObject({ seated: 5, sessions: 2, groupSplits: 0 });
  });

  it('cannot use a room twice at slots that overlap', () => {
    const slots = [aSlot('C01'), aSlot('C02', { start: 540 })];
    const campaign = aCampaign({ rooms: [aRoom('R1', 2)], slots, candidates: people(4, ['C01', 'C02']) });
    expect(bestSeats(campaign)).toMatchObject({ seated: 2, sessions: 1 });
    expect(bestSeats({ ...campaign, slots: apart })).toMatchObject({ seated: 4, sessions: 2 });
  });

  it('needs people to watch, one each, or one for so many', () => {
    const campaign = aCampaign({
      rooms,
      slots: apart,
      candidates: people(5, ['C01']),
      invigilators: [anInvigilator('Zoé', ['C01'])],
    });
    expect(bestSeats(campaign)).toMatchObject({ seated: 3, sessions: 1 });
    const byTwo = aCampaign({ ...campaign, settings: { candidatesPerInvigilator: 2 } });
    expect(bestSeats(byTwo)).toMatchObject({ seated: 2, sessions: 1 });
    const two = { ...byTwo, invigilators: ['Yann', 'Zoé'].map((name) => anInvigilator(name, ['C01'])) };
    expect(bestSeats(two)).toMatchObject({ seated: 4, sessions: 2 });
  });

  it('gives seats without names what is left', () => {
    const requests = [aRequest('L1', 4, ['C01'])];
    const campaign = aCampaign({ rooms, slots: [aSlot('C01')], candidates: people(3, ['C01']), requests });
    expect(bestSeats(campaign)).toMatchObject({ seated: 3, anonymous: 2, sessions: 2 });
  });

  it('seats two people rather than one and two seats without a name', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 3, { freeAt: ['C01'] }), aRoom('R2', 2, { freeAt: ['C02'] })],
      slots: [aSlot('C01'), aSlot('C02', { start: 540 })],
      candidates: [aCandidate('A', ['C01', 'C02']), aCandidate('B', ['C02'])],
      requests: [aRequest('L1', 2, ['C01'])],
      invigilators: [anInvigilator('Zoé', ['C01', 'C02'])],
    });
    expect(bestSeats(campaign)).toMatchObject({ seated: 2, anonymous: 0, sessions: 1 });
  });

  it('respects what exists, and moves nobody without reason', () => {
    const existing = [anExistingSession('S01', 'C02', 'R1', ['E0'])];
    const campaign = aCampaign({
      rooms,
      slots: apart,
      candidates: Array.from({ length: 3 }, (_, index) => aCandidate(`E${index}`, ['C01', 'C02'])),
      existing,
    });
    expect(bestOfAll(campaign)).toMatchObject({ seated: 3, sessions: 1, earliest: 1, moves: 1 });
    const complete = aCampaign({ ...campaign, settings: { recalculation: 'complete' } });
    expect(bestOfAll(complete)).toMatchObject({ seated: 3, sessions: 2, moves: 0 });
    const locked = {
      ...campaign,
      existing: [anExistingSession('S01', 'C02', 'R1', ['E0'], { locked: true })],
    };
    expect(bestOfAll(locked)).toMatchObject({ seated: 3, sessions: 2, moves: 0 });
  });

  it('is the same by matching and by trying every assignment', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const campaign = randomCampaign(seed, TINIEST);
      const all = bestOfAll(campaign);
      const seats = bestSeats(campaign);
      const counted = all && { seed, seated: all.seated, anonymous: all.anonymous };
      expect(counted).toEqual({ seed, seated: seats?.seated, anonymous: seats?.anonymous });
      const { priority } = campaign.settings;
      if (priority === 'sessions') expect([seed, all?.sessions]).toEqual([seed, seats?.sessions]);
      if (priority === 'earliest')
        expect([seed, all?.earliest, all?.sessions]).toEqual([
          seed,
          ...Object.values(seats?.earliestFirst ?? {}),
        ]);
    }
  });

  it('is never beaten by first fit', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const campaign = { ...randomCampaign(seed, TINY), existing: [] };
      const first = firstFit(campaign).goals.map(({ value }) => value);
      const best = bestSeats(campaign);
      const [seated = 0, anonymous = 0, sessions = 0] = first;
      const order = [
        seated - (best?.seated ?? 0),
        anonymous - (best?.anonymous ?? 0),
        (best?.sessions ?? 0) - sessions,
      ];
      expect({ seed, better: (order.find((difference) => difference !== 0) ?? 0) > 0 }).toEqual({
        seed,
        better: false,
      });
    }
  });
});
