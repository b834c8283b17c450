import { describe, expect, it } from '@jest/globals';
import { changedCampaign } from '../../../src/allocation/repair/changed-campaign';
import { compareLists } from '../../../src/allocation/compare-lists';
import { leastOpenings } from '../../../src/allocation/repair/least-openings';
import { type Repair, improving, repairsOf } from '../../../src/allocation/repair/repairs';
import { sceneOf } from '../../../src/allocation/repair/scene';
import { Repairer } from '../../../src/allocation/repair/solutions';
import type { Watching } from '../../../src/allocation/repair/watch';
import { type MilpSolver, SolverFailure } from '../../../src/allocation/solver';
import { verifyPlan } from '../../../src/allocation/verify';
import type { Campaign } from '../../../src/domain/campaign';
import type { Candidate } from '../../../src/domain/candidate';
import type { Change } from '../../../src/domain/change';
import { candidateId, roomCode, sessionNumber } from '../../../src/domain/ids';
import { isPinned } from '../../../src/domain/session';
import { leastRepairs } from '../../support/brute-repairs';
import {
  aCampaign,
  aCandidate,
  aRequest,
  aRoom,
  aSlot,
  anExistingSession,
  anInvigilator,
  codes,
} from '../../support/builders';
import { loadTestSolver as loadSolver } from '../../support/highs';
import { MEDIUM, randomCampaign } from '../../support/random-campaign';
import { randomChange } from '../../support/random-change';
import { seededRandom } from '../../support/seeded-random';

const MOST_ADDED = 3;
/** A campaign whose repairs need the solver. */
const SOLVED = 3;
const NOBODY: Watching = new Map();

const mend = (campaign: Campaign, change: Change, watching: Watching = NOBODY): readonly Repair[] =>
  repairsOf(campaign, change, watching, { loadSolver, elapsed: () => 0, budget: 60_000 });

const people = (prefix: string, count: number, slots: readonly string[]) =>
  Array.from({ length: count }, (_, index) => aCandidate(`${prefix}${index}`, slots));

const idsOf = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** People without a seat, people who move, those of them whose seat was good, sessions added. */
const costs = ({ moves, added }: Repair): readonly number[] => [
  moves.filter(({ to }) => to === null).length,
  moves.filter(({ to }) => to !== null).length,
  moves.filter(({ why }) => why === 'makesRoom').length,
  added.length,
];

const unseatedIn = ({ moves }: Repair): number => moves.filter(({ to }) => to === null).length;

/** People without a seat, and people whose seat is another one or none, with so many sessions added at most. */
const leastFound = (repairs: readonly Repair[], most: number): readonly number[] =>
  repairs
    .filter(({ added }) => added.length <= most)
    .map((repair) => [unseatedIn(repair), repair.moves.length])
    .sort(compareLists)[0] ?? [Infinity, Infinity];

/** Small sessions, many at the same time, and about as many invigilators, each watching one. */
function fewInvigilators(seed: number, apart: boolean): Campaign {
  const random = seededRandom(seed);
  const sites = random.pick([['Caen'], ['Caen'], ['Caen', 'Vire']]);
  const slots = ['C01', 'C02', 'C03'].map((code, at) =>
    aSlot(code, apart ? { on: 11 + at } : { on: 11 + random.integer(0, 1), start: 480 + 60 * at }),
  );
  const codesOfAll = slots.map(({ code }) => code);
  const rooms = ['R1', 'R2', 'R3', 'R4'].map((code) =>
    aRoom(code, random.integer(1, 3), {
      site: random.pick(sites),
      ...(random.chance(0.3) ? { freeAt: random.some(codesOfAll, 0.7) } : {}),
    }),
  );
  const candidates: Candidate[] = [];
  const existing = rooms.flatMap((room, at) => {
    const slot = random.pick(codesOfAll.slice(0, 2));
    if (random.chance(0.15) || (room.freeAt !== 'every' && !room.freeAt.includes(slot))) return [];
    const seats = Array.from({ length: random.integer(0, Math.min(2, room.places)) }, () => {
      const id = `E${candidates.length}`;
      const possible = codesOfAll.filter((code) => code === slot || random.chance(0.4));
      candidates.push(aCandidate(id, possible, { sites: random.chance(0.5) ? [room.site] : sites }));
      return id;
    });
    const state = random.chance(0.2) ? 'convoked' : 'draft';
    return [anExistingSession(`S0${at + 1}`, slot, room.code, seats, { state })];
  });
  const invigilators = Array.from({ length: random.integer(2, 4) }, (_, at) =>
    anInvigilator(
      `Personne ${at}`,
      random.some(codesOfAll, 0.8),
      random.chance(0.3) ? [random.pick(sites)] : sites,
    ),
  );
  return aCampaign({ rooms, slots, candidates, existing, invigilators });
}

/** Mostly, somebody is missing. */
function anAbsence(seed: number, campaign: Campaign): Change | null {
  const random = seededRandom(seed);
  const { invigilators, existing } = campaign;
  if (invigilators === null || existing.length === 0 || random.chance(0.25))
    return randomChange(seed, campaign);
  const slots = random.chance(0.3) ? 'every' : [random.pick(existing).slot];
  return { kind: 'invigilatorMissing', invigilator: random.pick(invigilators).name, slots };
}

describe('repairs of random plannings', () => {
  it('leave as few people without a seat, and move as few, as trying everything finds', () => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (let seed = 1; seed <= 700; seed += 1) {
      const campaign = {
        ...randomCampaign(seed, { rooms: 3, slots: 4, candidates: 8, places: 4 }),
        invigilators: null,
        requests: [],
      };
      const change = randomChange(seed, campaign);
      const least = change && leastRepairs(campaign, changedCampaign(campaign, change), MOST_ADDED);
      if (change === null || least === null) continue;
      const repairs = mend(campaign, change);
      compared += 1;
      least.forEach((best, most) => {
        const found = leastFound(repairs, most);
        if (String(found) !== String([best.unseated, best.disturbed]))
          wrong.push({ seed, change, most, best, found });
      });
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });

  it.each(['apart', 'at the same time now and then'])(
    'do so where invigilators are too few, whichever sessions are given up, slots being %s',
    (slots) => {
      const wrong: unknown[] = [];
      let compared = 0;
      let chosen = 0;
      for (let seed = 1; seed <= 600; seed += 1) {
        const campaign = fewInvigilators(seed, slots === 'apart');
        const change = anAbsence(seed, campaign);
        const least = change && leastRepairs(campaign, changedCampaign(campaign, change), MOST_ADDED);
        if (change === null || least === null) continue;
        const repairs = mend(campaign, change);
        compared += 1;
        if (new Set(repairs.map(({ cancelled }) => cancelled.join())).size > 1) chosen += 1;
        least.forEach((best, most) => {
          const found = leastFound(repairs, most);
          const order = compareLists(found, [best.unseated, best.disturbed]);
          if (order < 0 || (order > 0 && slots === 'apart')) wrong.push({ seed, change, most, best, found });
        });
        for (const repair of repairs) {
          const best = least[repair.added.length];
          const claimsMore =
            best !== undefined && best.unseated <= unseatedIn(repair) && best.disturbed < repair.moves.length;
          if (repair.proven && claimsMore) wrong.push({ seed, change, claimed: costs(repair), best });
        }
      }
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(200);
      expect(chosen).toBeGreaterThan(20);
    },
  );

  it('pass the verifier, touch nothing that is pinned beside what is lost, and seat nobody who waited', () => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (let seed = 1; seed <= 130; seed += 1) {
      const size = seed <= 124 ? { rooms: 4, slots: 8, candidates: 60, places: 12 } : MEDIUM;
      const campaign = randomCampaign(seed, size);
      const change = randomChange(seed, campaign);
      if (change === null) continue;
      const repairs = mend(campaign, change);
      if (repairs.length === 0) wrong.push({ seed, change });
      compared += 1;
      for (const repair of repairs)
        for (const fault of faultsOf(campaign, change, repair)) wrong.push({ seed, change, fault });
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(30);
  });

  it('lift the locks that corrections made impossible, and no other', () => {
    const wrong: unknown[] = [];
    let lifted = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const before = randomCampaign(seed, { rooms: 3, slots: 6, candidates: 30, places: 9 });
      if (before.existing.length === 0) continue;
      const random = seededRandom(seed);
      const campaign: Campaign = {
        ...before,
        rooms: before.rooms.map((room) =>
          random.chance(0.2) ? { ...room, freeAt: [], places: Math.max(1, room.places - 2) } : room,
        ),
        candidates: before.candidates.map((candidate) =>
          random.chance(0.1)
            ? { ...candidate, availability: { source: 'own', possible: [], preferred: [] } }
            : candidate,
        ),
      };
      const change: Change = { kind: 'tabsCorrected' };
      const repairs = mend(campaign, change);
      if (repairs.length === 0) wrong.push({ seed });
      for (const repair of repairs) {
        lifted += repair.moves.length;
        for (const fault of faultsOf(campaign, change, repair)) wrong.push({ seed, fault });
      }
    }
    expect(wrong).toEqual([]);
    expect(lifted).toBeGreaterThan(50);
  });

  it('choose sessions by the program as by trying every set of them', () => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (let seed = 1; seed <= 300 && compared < 30; seed += 1) {
      const campaign = randomCampaign(seed, { rooms: 4, slots: 6, candidates: 60, places: 9 });
      const change = randomChange(seed, campaign);
      if (change === null || campaign.settings.candidatesPerInvigilator > 0) continue;
      const scene = sceneOf(changedCampaign(campaign, change), campaign, NOBODY);
      const repairer = new Repairer(scene, seed % 2 === 0 ? 'still' : 'moving');
      const search = { solver: loadSolver(), left: () => 60_000 };
      const find = (mostTried: number) =>
        leastOpenings(scene.problem, repairer.fresh, 2, repairer.weigh, search, { mostTried });
      const [tried, solved] = [find(Infinity), find(0)];
      if (tried === null || tried.added.length === 0) continue;
      compared += 1;
      if (String(tried.costs) !== String(solved?.costs) || solved?.proven !== true)
        wrong.push({ seed, tried: tried.costs, solved: solved?.costs });
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(20);
  });
});

describe('a solver that breaks down', () => {
  const campaign = randomCampaign(SOLVED, MEDIUM);
  const change = randomChange(SOLVED, campaign);
  const mendWith = (error: Error): readonly Repair[] => {
    const solve = (): never => {
      throw error;
    };
    if (change === null) throw new Error('nothing happens');
    const solver: MilpSolver = { solve, relax: () => ({ solve, close: () => undefined }) };
    return repairsOf(campaign, change, NOBODY, {
      loadSolver: () => solver,
      elapsed: () => 0,
      budget: 60_000,
    });
  };

  it('leaves repairs that are good, not proven', () => {
    const repairs = mendWith(new SolverFailure('out of memory'));
    expect(repairs.length).toBeGreaterThan(0);
    expect(repairs.some(({ proven }) => !proven)).toBe(true);
  });

  it('is not what a defect of our own passes for', () => {
    expect(() => mendWith(new TypeError('a defect'))).toThrow('a defect');
  });
});

function faultsOf(campaign: Campaign, change: Change, repair: Repair): readonly string[] {
  const { plan, moves, cancelled } = repair;
  const changed = changedCampaign(campaign, change, cancelled);
  const faults = verifyPlan(improving(changed), plan).map(({ rule, detail }) => `${rule}: ${detail}`);
  const moved = new Map(moves.map((move) => [move.candidate, move]));
  const seated = new Set(plan.sessions.flatMap(({ seats }) => seats));
  const had = new Set(campaign.existing.flatMap(({ seats }) => seats.map(({ candidate }) => candidate)));
  for (const session of changed.existing) {
    if (!isPinned(session)) continue;
    for (const { candidate } of session.seats)
      if (moved.has(candidate)) faults.push(`${candidate} of ${session.number} moves`);
  }
  const reserving =
    plan.sessions.some(({ anonymous }) => anonymous.length > 0) || campaign.requests.length > 0;
  for (const id of seated) if (!had.has(id) && !reserving) faults.push(`${id} waited`);
  const makesRoom = moves.filter(({ why }) => why === 'makesRoom').length;
  const lost = moves.filter(({ why }) => why === 'seatLost').length;
  if (makesRoom > 0 && lost === 0) faults.push('people move for nobody');
  return faults;
}

describe('a room that is lost', () => {
  const slots = [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 }), aSlot('C03', { on: 13 })];
  const rooms = [aRoom('R1', 4), aRoom('R2', 4), aRoom('R3', 8)];
  const change: Change = { kind: 'roomLost', room: roomCode('R1'), slots: codes(['C01']) };
  const campaign = aCampaign({
    rooms,
    slots,
    candidates: [
      ...people('A', 4, ['C01', 'C02']),
      ...people('B', 2, ['C01', 'C03']),
      ...people('W', 1, ['C01']),
    ],
    existing: [
      anExistingSession('S01', 'C01', 'R1', idsOf('A', 4), { state: 'convoked' }),
      anExistingSession('S02', 'C01', 'R2', idsOf('B', 2)),
    ],
  });

  it('is mended at the same time where that can be, by a session more or by others who make room', () => {
    const repairs = mend(campaign, change);
    expect(repairs.map(costs)).toEqual([
      [0, 4, 0, 1],
      [2, 2, 0, 0],
    ]);
    expect(repairs[0]?.added).toEqual([{ slot: 'C01', room: 'R3' }]);
    expect(repairs[0]?.cancelled).toEqual(['S01']);
    expect(repairs.every(({ proven }) => proven)).toBe(true);
    const back = { ...campaign, existing: [...campaign.existing, anExistingSession('S03', 'C03', 'R2', [])] };
    expect(mend(back, change).map(costs)).toEqual([
      [0, 4, 0, 1],
      [0, 6, 2, 0],
      [2, 2, 0, 0],
    ]);
  });

  it('changes nothing when nobody is there, and leaves those who waited where they are', () => {
    const elsewhere: Change = { kind: 'roomLost', room: roomCode('R3'), slots: 'every' };
    const [only, ...more] = mend(campaign, elsewhere);
    expect(more).toEqual([]);
    expect(only && costs(only)).toEqual([0, 0, 0, 0]);
    expect(only?.plan.unseated.map(({ candidate }) => candidate)).toEqual(['W0']);
  });

  it('says of whom no seat was found that the sessions are full, and where another could be opened', () => {
    const [, without] = mend(campaign, change);
    expect(without?.plan.unseated.find(({ candidate }) => candidate.startsWith('A'))?.reason).toEqual({
      kind: 'sessionsFull',
      open: ['C01'],
      closed: ['C01', 'C02'],
    });
  });
});

describe('a session that is cancelled', () => {
  it('keeps the seats without a name, after those with one, and never reopens', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 3), aRoom('R2', 3)],
      slots: [aSlot('C01')],
      candidates: people('A', 2, ['C01']),
      requests: [aRequest('L1', 4, ['C01'])],
      existing: [
        anExistingSession('S01', 'C01', 'R1', ['A0', 'A1'], { anonymous: [{ group: 'L1', places: 1 }] }),
        anExistingSession('S02', 'C01', 'R2', [], { anonymous: [{ group: 'L1', places: 3 }] }),
      ],
    });
    const [only] = mend(campaign, { kind: 'sessionCancelled', session: sessionNumber('S01') });
    expect(only?.added).toEqual([]);
    expect(only?.placesLost).toBe(3);
    expect(only?.plan.sessions).toMatchObject([
      { continues: 'S02', seats: ['A0', 'A1'], anonymous: [{ request: 'L1', places: 1 }] },
    ]);
  });
});

describe('an invigilator who is missing', () => {
  const campaign = aCampaign({
    rooms: [aRoom('R1', 4), aRoom('R2', 4)],
    slots: [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 })],
    candidates: [...people('A', 3, ['C01', 'C02']), ...people('B', 1, ['C01', 'C02'])],
    invigilators: [
      anInvigilator('Ada', ['C01', 'C02']),
      anInvigilator('Bob', ['C01']),
      anInvigilator('Cid', ['C02']),
    ],
    existing: [
      anExistingSession('S01', 'C01', 'R1', idsOf('A', 3)),
      anExistingSession('S02', 'C01', 'R2', ['B0']),
    ],
  });
  const watching: Watching = new Map([
    [sessionNumber('S01'), ['Ada']],
    [sessionNumber('S02'), ['Bob']],
  ]);
  const missing: Change = { kind: 'invigilatorMissing', invigilator: 'Ada', slots: codes(['C01']) };

  it('is replaced by somebody free, and nobody moves', () => {
    const staff = [...(campaign.invigilators ?? []), anInvigilator('Dan', ['C01'])];
    const [only, ...more] = mend({ ...campaign, invigilators: staff }, missing, watching);
    expect(more).toEqual([]);
    expect(only && costs(only)).toEqual([0, 0, 0, 0]);
    expect(only?.watchers).toEqual([{ session: 'S01', before: ['Ada'], after: ['Dan'] }]);
  });

  it('costs the session that fewest people have to leave, whoever watched it', () => {
    const repairs = mend(campaign, missing, watching);
    expect(repairs.map(costs)).toEqual([[0, 1, 0, 0]]);
    expect(repairs[0]?.cancelled).toEqual(['S02']);
    expect(repairs[0]?.watchers).toEqual([{ session: 'S01', before: ['Ada'], after: ['Bob'] }]);
  });

  /** Sessions of two people at C01, one too many; only the people of one can also come at C02. */
  const crowded = (sessions: number, free: number): Campaign => {
    const all = Array.from({ length: sessions }, (_, at) => String(at).padStart(2, '0'));
    const possible = (at: number): readonly string[] => (at === free ? ['C01', 'C02'] : ['C01']);
    return aCampaign({
      rooms: all.map((name, at) => aRoom(`R${name}`, 2, { freeAt: at === 0 ? ['C01', 'C02'] : ['C01'] })),
      slots: [aSlot('C01'), aSlot('C02', { on: 12 })],
      candidates: all.flatMap((name, at) => people(`E${name}`, 2, possible(at))),
      invigilators: all.map((name) => anInvigilator(`P${name}`, ['C01', 'C02'])),
      existing: all.map((name) => anExistingSession(`S${name}`, 'C01', `R${name}`, idsOf(`E${name}`, 2))),
    });
  };
  const oneMissing: Change = { kind: 'invigilatorMissing', invigilator: 'P03', slots: codes(['C01']) };

  it.each([1, 9, 16])('costs the session whose people can go elsewhere, of any number (%d)', (free) => {
    const [first] = mend(crowded(17, free), oneMissing);
    expect(first && costs(first)).toEqual([0, 2, 0, 1]);
    expect(first?.proven).toBe(true);
  });

  it('claims no proof where choices are left, for lack of time or because they are too many', () => {
    const hasNoTime = { loadSolver, elapsed: () => 0, budget: 0 };
    const hurried = repairsOf(crowded(17, 9), oneMissing, NOBODY, hasNoTime);
    expect(hurried.length).toBeGreaterThan(0);
    expect(hurried.filter(({ proven }) => proven)).toEqual([]);
    const campaign = crowded(13, 9);
    const threeMissing = { ...campaign, invigilators: (campaign.invigilators ?? []).slice(2) };
    const repairs = mend(threeMissing, oneMissing);
    expect(repairs[0] && costs(repairs[0])).toEqual([4, 2, 0, 1]);
    expect(repairs.filter(({ proven }) => proven)).toEqual([]);
  });

  it('never costs a session whose people were convoked when another will do', () => {
    const [first, second] = campaign.existing;
    if (!first || !second) throw new Error('two sessions');
    const convoked = { ...campaign, existing: [first, { ...second, state: 'convoked' as const }] };
    for (const { cancelled } of mend(convoked, missing, watching)) expect(cancelled).toEqual(['S01']);
  });
});

describe('candidates who cannot come any more', () => {
  it('leave even a session to which they were convoked, and the others stay', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 4)],
      slots: [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 })],
      candidates: people('A', 3, ['C01', 'C02']),
      existing: [anExistingSession('S01', 'C01', 'R1', idsOf('A', 3), { state: 'convoked' })],
    });
    const away = { kind: 'candidatesAway', candidates: [candidateId('A0')] } as const;
    const [moved, left] = mend(campaign, { ...away, slots: codes(['C01']) });
    expect(moved && costs(moved)).toEqual([0, 1, 0, 1]);
    expect(left && costs(left)).toEqual([1, 0, 0, 0]);
    const [gone] = mend(campaign, { ...away, slots: 'every' });
    expect(gone?.moves).toEqual([{ candidate: 'A0', from: 'S01', to: null, why: 'seatLost' }]);
    expect(gone?.plan.unseated).toEqual([{ candidate: 'A0', reason: { kind: 'noAvailability' } }]);
  });

  it('take a session that nobody is left in with them', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 4)],
      slots: [aSlot('C01')],
      candidates: people('A', 1, ['C01']),
      existing: [anExistingSession('S01', 'C01', 'R1', ['A0'])],
    });
    const [only] = mend(campaign, {
      kind: 'candidatesAway',
      candidates: [candidateId('A0')],
      slots: 'every',
    });
    expect(only?.emptied).toEqual(['S01']);
    expect(only?.plan.sessions).toEqual([]);
  });
});
