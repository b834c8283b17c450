import { describe, expect, it } from '@jest/globals';
import { withLever } from '../../../src/allocation/help/with-lever';
import { editedCampaign } from '../../../src/allocation/simulation/edited-campaign';
import { rankedLevers } from '../../../src/allocation/simulation/answer-question';
import { opportunitiesOf } from '../../../src/allocation/simulation/opportunities';
import { simulate, trialFigures } from '../../../src/allocation/simulation/simulate';
import { sizingOf, slotsPerDay } from '../../../src/allocation/simulation/sizing';
import type { MilpSolver } from '../../../src/allocation/solver';
import type { Campaign } from '../../../src/domain/campaign';
import { groupName, roomCode, siteName, slotCode } from '../../../src/domain/ids';
import { aCampaign, aCandidate, aRoom, aSlot, anExistingSession, codes, day } from '../../support/builders';
import { goalOf, planOf } from '../../support/engine';
import { loadTestSolver as loadSolver } from '../../support/highs';
import { MEDIUM, randomCampaign } from '../../support/random-campaign';
import { seededRandom } from '../../support/seeded-random';

const means = { loadSolver, elapsed: () => 0, budget: 60_000 } as const;
const everybody = (count: number, slots: readonly string[], more: Parameters<typeof aCandidate>[2] = {}) =>
  Array.from({ length: count }, (_, index) => aCandidate(`E${String(index).padStart(3, '0')}`, slots, more));

describe('sizing', () => {
  it('gives the sessions that the engine needs when everybody can come at any slot', () => {
    const random = seededRandom(7);
    const wrong: unknown[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const people = random.integer(1, 60);
      const places = Array.from({ length: random.integer(1, 3) }, () => random.integer(3, 20));
      const { choices } = sizingOf([{ site: 'Caen', people, extraTime: 0, rooms: places }], {
        keptFree: 0,
        atOnce: null,
      });
      for (const { slots, sessions } of choices) {
        const list = Array.from({ length: slots }, (_, at) => aSlot(`C${at}`, { on: 1 + at }));
        const campaign = aCampaign({
          rooms: places.map((count, at) => aRoom(`R${at}`, count)),
          slots: list,
          candidates: everybody(
            people,
            list.map(({ code }) => code),
          ),
        });
        const plan = planOf(campaign, loadSolver, { patience: 0 });
        if (goalOf(plan, 'sessions').value !== sessions || plan.unseated.length > 0)
          wrong.push({ people, places, slots, sessions, found: plan.sessions.length });
        const fewer = { ...campaign, slots: list.slice(1) };
        if (slots === choices[0]?.slots && slots > 1)
          expect(trialFigures(fewer, means).unseated).toBeGreaterThan(0);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('adds the sites up over slots that they share, and counts long slots', () => {
    const sizing = sizingOf(
      [
        { site: 'Caen', people: 300, extraTime: 20, rooms: [37, 80, 50, 18] },
        { site: 'Alençon', people: 100, extraTime: 0, rooms: [30] },
        { site: 'Vire', people: 5, extraTime: 0, rooms: [] },
        { site: 'Flers', people: 0, extraTime: 0, rooms: [30] },
      ],
      { keptFree: 0, atOnce: null },
    );
    expect(sizing.sites[0]).toEqual({
      site: 'Caen',
      people: 300,
      placesPerSlot: 185,
      choices: [
        { slots: 2, sessions: 6 },
        { slots: 3, sessions: 5 },
        { slots: 4, sessions: 4 },
      ],
      longSlots: 1,
    });
    expect(sizing.choices).toEqual([{ slots: 4, sessions: 8 }]);
    expect(sizing.impossible).toEqual(['Vire']);
    const one = sizingOf([{ site: 'Caen', people: 300, extraTime: 0, rooms: [37, 80, 50, 18] }], {
      keptFree: 5,
      atOnce: 1,
    });
    expect(one.choices).toEqual([{ slots: 4, sessions: 4 }]);
    expect(slotsPerDay(510, 1080, 120, 15)).toBe(4);
    expect(slotsPerDay(510, 600, 120, 0)).toBe(0);
  });
});

describe('a trial', () => {
  const campaign = aCampaign({
    rooms: [aRoom('R1', 4), aRoom('R2', 2, { freeAt: ['C01'] })],
    slots: [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 })],
    candidates: [
      ...everybody(6, ['C01'], { group: 'G' }),
      ...['X', 'Y'].map((id) => aCandidate(id, ['C01', 'C02'], { group: 'H' })),
    ],
    existing: [anExistingSession('S01', 'C01', 'R1', ['E000', 'E001'])],
  });
  const figures = (edits: Parameters<typeof simulate>[1]) => {
    const { candidates, seated, sessions } = simulate(campaign, edits, means);
    return [candidates, seated, sessions];
  };

  it('says what rooms, slots and people more or fewer would change', () => {
    const before = JSON.stringify(campaign);
    expect(figures([])).toEqual([8, 8, 3]);
    expect(figures([{ kind: 'addRoom', site: siteName('Caen'), places: 8 }])).toEqual([8, 8, 1]);
    expect(figures([{ kind: 'removeRoom', room: roomCode('R2') }])).toEqual([8, 6, 2]);
    expect(figures([{ kind: 'removeSlot', slot: slotCode('C02') }])).toEqual([8, 6, 2]);
    expect(figures([{ kind: 'closeRoom', room: roomCode('R1'), slot: slotCode('C01') }])).toEqual([8, 4, 2]);
    expect(figures([{ kind: 'openRoom', room: roomCode('R2'), slot: slotCode('C02') }])).toEqual([8, 8, 3]);
    const slot = { kind: 'addSlot', day: day(2027, 1, 20), start: 480, end: 600, site: null } as const;
    expect(
      figures([
        { kind: 'removeRoom', room: roomCode('R2') },
        { ...slot, who: { like: slotCode('C01') } },
      ]),
    ).toEqual([8, 8, 2]);
    expect(figures([{ kind: 'removePeople', group: groupName('G'), count: 4 }])).toEqual([4, 4, 1]);
    expect(figures([{ kind: 'addPeople', count: 3, like: { group: groupName('G') } }])).toEqual([11, 8, 3]);
    expect(figures([{ kind: 'addPeople', count: 2, like: { site: siteName('Caen') } }])).toEqual([10, 10, 3]);
    expect(JSON.stringify(campaign)).toBe(before);
  });

  it('takes away first those who have no seat, and keeps groups in one piece for the engine', () => {
    const fewer = editedCampaign(campaign, [{ kind: 'removePeople', group: groupName('G'), count: 4 }]);
    expect(fewer.candidates.map(({ id }) => id)).toEqual(['E000', 'E001', 'X', 'Y']);
    const shared = {
      ...campaign,
      candidates: campaign.candidates.map((one) => ({
        ...one,
        availability: campaign.candidates[0]?.availability ?? one.availability,
      })),
    };
    const slotLess = editedCampaign(shared, [{ kind: 'removeSlot', slot: slotCode('C02') }]);
    expect(new Set(slotLess.candidates.map(({ availability }) => availability)).size).toBe(1);
  });
});

describe('the ranked list of rooms', () => {
  it('is true: each gives what it says, by a calculation of its own', () => {
    const wrong: unknown[] = [];
    let found = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = randomCampaign(seed, { rooms: 2, slots: 3, candidates: 16, places: 5 });
      const campaign: Campaign = {
        ...random,
        settings: { ...random.settings, recalculation: 'improve', priority: 'sessions' },
      };
      const plan = planOf(campaign, loadSolver, { patience: 0 });
      const { ranked, tried, all } = opportunitiesOf(campaign, plan, means);
      if (tried > all) wrong.push({ seed, tried, all });
      ranked.forEach(({ lever, seats, sessions }, at) => {
        found += 1;
        const more = planOf(withLever(campaign, lever), loadSolver, { patience: 0 });
        const gain = goalOf(more, 'seated').value - goalOf(plan, 'seated').value;
        const saved = goalOf(plan, 'sessions').value - goalOf(more, 'sessions').value;
        if (gain !== seats || (sessions > 0 && saved !== sessions))
          wrong.push({ seed, lever, seats, gain, sessions, saved });
        const before = ranked[at - 1];
        if (before && (before.seats < seats || (before.seats === seats && before.sessions < sessions)))
          wrong.push({ seed, order: at });
      });
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(12);
  });

  it('holds nothing but what is proven when the solver gives up now and then', () => {
    const unknown = { status: 'unknown', objective: Infinity, bound: -Infinity, values: [] } as const;
    const wrong: unknown[] = [];
    let found = 0;
    let untried = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const drawn = randomCampaign(seed, { rooms: 3, slots: 5, candidates: 24, places: 5 });
      const campaign: Campaign = {
        ...drawn,
        settings: { ...drawn.settings, recalculation: 'improve', priority: 'sessions' },
      };
      const mayGiveUp: MilpSolver = {
        solve: (model, limits) => (random.chance(0.5) ? unknown : loadSolver().solve(model, limits)),
        relax: () => ({ solve: () => unknown, close: () => undefined }),
      };
      const { ranked, tried, all } = rankedLevers(campaign, { ...means, loadSolver: () => mayGiveUp });
      untried += Math.min(40, all) - tried;
      const plan = planOf(campaign, loadSolver, { patience: 0 });
      for (const { lever, seats, sessions } of ranked) {
        found += 1;
        const more = planOf(withLever(campaign, lever), loadSolver, { patience: 0 });
        const gain = goalOf(more, 'seated').value - goalOf(plan, 'seated').value;
        const saved = goalOf(plan, 'sessions').value - goalOf(more, 'sessions').value;
        if (gain !== seats || (sessions > 0 && saved !== sessions))
          wrong.push({ seed, lever, seats, gain, sessions, saved });
      }
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(20);
    expect(untried).toBeGreaterThan(20);
  });

  it('stops where it is when asked to, its first calculation included', () => {
    let asked = 0;
    const counting: MilpSolver = {
      solve: (model, limits) => {
        asked += 1;
        return loadSolver().solve(model, limits);
      },
      relax: () => {
        asked += 1;
        return loadSolver().relax();
      },
    };
    const campaign = randomCampaign(4, MEDIUM);
    const stopped = { ...means, loadSolver: () => counting, shouldStop: () => true };
    expect(rankedLevers(campaign, stopped)).toMatchObject({ ranked: [], tried: 0 });
    expect(asked).toBe(0);
  });

  it('finds the room that spares two sessions', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 3), aRoom('R2', 3), aRoom('R3', 3), aRoom('R4', 9, { freeAt: ['C02'] })],
      slots: [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 })],
      candidates: everybody(9, ['C01']),
    });
    const { ranked } = opportunitiesOf(campaign, planOf(campaign, loadSolver, { patience: 0 }), means);
    expect(ranked[0]).toEqual({
      lever: { kind: 'openRoom', room: 'R4', slot: codes(['C01'])[0] },
      seats: 0,
      sessions: 2,
    });
  });
});
