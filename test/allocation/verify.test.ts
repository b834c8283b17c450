import { describe, expect, it } from '@jest/globals';
import { verifyPlan } from '../../src/allocation/verify';
import type { Campaign } from '../../src/domain/campaign';
import { candidateId, sessionNumber } from '../../src/domain/ids';
import type { Plan } from '../../src/domain/plan';
import { aPlan, aSession } from '../support/a-plan';
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
import { MEDIUM, randomCampaign } from '../support/random-campaign';

const rulesBroken = (campaign: Campaign, plan: Plan): readonly string[] => [
  ...new Set(verifyPlan(campaign, plan).map((violation) => violation.rule)),
];

/** The plan with sessions written `C01/R1: A B`. */
function planned(campaign: Campaign, ...sessions: readonly string[]): Plan {
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

const rooms = [aRoom('R1', 2), aRoom('R2', 3)];
const slots = [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 })];
const anna = aCandidate('A', ['C01', 'C02']);
const boris = aCandidate('B', ['C01', 'C02']);
const chloe = aCandidate('C', ['C01', 'C02']);
const campaign = aCampaign({ rooms, slots, candidates: [anna, boris, chloe] });

/** The plan that breaks the rule and no other, and its neighbour that breaks none. */
function expectRule(rule: string, of: Campaign, offender: Plan, bystander: Plan): void {
  expect(rulesBroken(of, offender)).toEqual([rule]);
  expect(verifyPlan(of, bystander)).toEqual([]);
}

describe('people', () => {
  it('sit at most once', () => {
    expectRule(
      'seatedTwice',
      campaign,
      planned(campaign, 'C01/R1:A B', 'C02/R1:A C'),
      planned(campaign, 'C01/R1:A B', 'C02/R1:C'),
    );
  });

  it('are seated or left out, never both, never neither', () => {
    const plan = planned(campaign, 'C01/R1:A B');
    const left = plan.unseated;
    const anna = { candidate: candidateId('A'), reason: { kind: 'noAvailability' } } as const;
    expectRule('forgotten', campaign, { ...plan, unseated: [] }, plan);
    expectRule('seatedAndUnseated', campaign, { ...plan, unseated: [...left, anna] }, plan);
    expectRule('unseatedTwice', campaign, { ...plan, unseated: [...left, ...left] }, plan);
  });

  it('are those of the campaign', () => {
    expectRule(
      'unknownCandidate',
      campaign,
      planned(campaign, 'C01/R1:A Z', 'C01/R2:B C'),
      planned(campaign, 'C01/R1:A', 'C01/R2:B C'),
    );
  });

  it('come only when they can', () => {
    const of = { ...campaign, candidates: [aCandidate('A', ['C02'])] };
    expectRule('candidateNotAvailable', of, planned(of, 'C01/R1:A'), planned(of, 'C02/R1:A'));
  });

  it('come only to sites that they accept', () => {
    const of = { ...campaign, rooms: [...rooms, aRoom('V1', 5, { site: 'Vire' })] };
    expectRule(
      'siteNotAccepted',
      of,
      planned(of, 'C01/R2:A B', 'C01/V1:C'),
      planned(of, 'C01/R1:C', 'C01/R2:A B'),
    );
  });

  it.each([
    [0, 119],
    [1 / 3, 154],
    [0.33, 154],
    [1, 224],
  ])('with extra time %d need one minute more than %d', (extraTime, tooShort) => {
    const of = aCampaign({
      rooms,
      slots: [aSlot('C01', { end: 480 + tooShort }), aSlot('C02', { end: 480 + tooShort + 1, on: 12 })],
      candidates: [aCandidate('A', ['C01', 'C02'], { extraTime })],
    });
    expectRule('slotTooShort', of, planned(of, 'C01/R1:A'), planned(of, 'C02/R1:A'));
  });

  it('have to be certifiable when it is required', () => {
    const of = aCampaign({
      rooms,
      slots,
      candidates: [
        aCandidate('A', ['C01'], { certifiable: true }),
        aCandidate('B', ['C01'], { certifiable: false }),
        aCandidate('C', ['C01']),
      ],
      settings: { certifiableOnly: true },
    });
    expectRule('notCertifiable', of, planned(of, 'C01/R1:A B'), planned(of, 'C01/R1:A'));
    expectRule('notCertifiable', of, planned(of, 'C01/R1:A C'), planned(of, 'C01/R1:A'));
    const free = aCampaign({ ...of, settings: { certifiableOnly: false } });
    expect(verifyPlan(free, planned(free, 'C01/R1:A B', 'C01/R2:C'))).toEqual([]);
  });
});

describe('sessions', () => {
  it('never exceed the places, less those kept free', () => {
    expectRule('places', campaign, planned(campaign, 'C01/R1:A B C'), planned(campaign, 'C01/R2:A B C'));
    const of = aCampaign({ ...campaign, settings: { keptFree: 1 } });
    expectRule('places', of, planned(of, 'C01/R2:A B C'), planned(of, 'C01/R1:C', 'C01/R2:A B'));
  });

  it('count seats without names among the occupants', () => {
    const of = { ...campaign, requests: [aRequest('L1', 2, ['C01'])] };
    const withSeats = (places: number): Plan =>
      aPlan(of, [
        aSession(of, 'C01/R2', ['A', 'B'], { anonymous: [['L1', places]] }),
        aSession(of, 'C02/R1', ['C']),
      ]);
    expectRule('places', of, withSeats(2), withSeats(1));
  });

  it('stand in a known room at a known slot', () => {
    const plan = planned(campaign, 'C01/R2:A B C');
    expectRule('unknownRoom', campaign, planned(campaign, 'C01/R9:A B C'), plan);
    expectRule('unknownSlot', campaign, planned(campaign, 'C09/R2:A B C'), plan);
  });

  it('stand where the room is free', () => {
    const of = { ...campaign, rooms: [aRoom('R2', 3, { freeAt: ['C02'] })] };
    expectRule('roomNotFree', of, planned(of, 'C01/R2:A B C'), planned(of, 'C02/R2:A B C'));
  });

  it('stand at slots of their site', () => {
    const of = { ...campaign, slots: [aSlot('C01', { site: 'Vire' }), aSlot('C02', { site: 'Caen' })] };
    expectRule('slotNotAtSite', of, planned(of, 'C01/R2:A B C'), planned(of, 'C02/R2:A B C'));
  });

  it('do not start at a slot that has begun, but those that exist stay', () => {
    const of = { ...campaign, slots: [aSlot('C01', { closed: true }), aSlot('C02', { on: 12 })] };
    const held = { ...of, existing: [anExistingSession('S01', 'C01', 'R1', ['A'], { closed: true })] };
    expectRule('newSessionOnClosedSlot', of, planned(of, 'C01/R2:A B C'), planned(of, 'C02/R2:A B C'));
    expect(verifyPlan(held, planned(held, 'C01/R1:A', 'C02/R1:B C'))).toEqual([]);
  });

  it('receive nobody new once they are closed', () => {
    const of = { ...campaign, existing: [anExistingSession('S01', 'C01', 'R2', ['A'], { closed: true })] };
    expectRule(
      'joinedClosedSession',
      of,
      planned(of, 'C01/R2:A B', 'C02/R1:C'),
      planned(of, 'C01/R2:A', 'C02/R1:B C'),
    );
    const open = { ...campaign, existing: [anExistingSession('S01', 'C01', 'R2', ['A'], { locked: true })] };
    expect(verifyPlan(open, planned(open, 'C01/R2:A B C'))).toEqual([]);
  });

  it('do not come back where one was cancelled', () => {
    const of = {
      ...campaign,
      existing: [anExistingSession('S01', 'C01', 'R2', ['A'], { state: 'cancelled' })],
    };
    expectRule('cancelledPlaceReused', of, planned(of, 'C01/R2:A B C'), planned(of, 'C02/R2:A B C'));
  });

  it.each([
    ['at the same time', 480, 0, true],
    ['before the first one ends', 599, 0, true],
    ['when the first one ends', 600, 0, false],
    ['within the gap', 614, 15, true],
    ['right after the gap', 615, 15, false],
  ])('overlap in a room when one starts %s', (_when, start, gapMinutes, forbidden) => {
    const of = aCampaign({
      rooms,
      slots: [aSlot('C01', { start: 480 }), aSlot('C02', { start })],
      candidates: campaign.candidates,
      settings: { gapMinutes },
    });
    expect(rulesBroken(of, planned(of, 'C01/R2:A B', 'C02/R2:C'))).toEqual(forbidden ? ['overlap'] : []);
    expect(rulesBroken(of, planned(of, 'C01/R1:A B', 'C02/R2:C'))).toEqual([]);
  });

  it('come in order of date, time and room, their people in the order of the campaign', () => {
    expectRule(
      'order',
      campaign,
      planned(campaign, 'C02/R1:C', 'C01/R1:A B'),
      planned(campaign, 'C01/R1:A B', 'C02/R1:C'),
    );
    expectRule(
      'order',
      campaign,
      planned(campaign, 'C01/R2:B C', 'C01/R1:A'),
      planned(campaign, 'C01/R1:A', 'C01/R2:B C'),
    );
    expectRule('order', campaign, planned(campaign, 'C01/R2:B A C'), planned(campaign, 'C01/R2:A B C'));
  });

  it('keep the number of the session that they continue', () => {
    const of = { ...campaign, existing: [anExistingSession('S07', 'C01', 'R1', ['A'])] };
    const plan = planned(of, 'C01/R1:A B', 'C02/R1:C');
    const numbered = (...numbers: readonly (string | null)[]): Plan => ({
      ...plan,
      sessions: plan.sessions.map((session, index) => {
        const number = numbers[index] ?? null;
        return { ...session, continues: number === null ? null : sessionNumber(number) };
      }),
    });
    expectRule('continues', of, numbered(null, null), plan);
    expectRule('continues', of, numbered('S07', 'S07'), plan);
    expectRule('continues', of, numbered('S08', null), plan);
  });
});

describe('invigilators', () => {
  const slotsAtOnce = [aSlot('C01'), aSlot('C02', { start: 540 }), aSlot('C03', { start: 660 })];
  const staffed = (names: readonly (readonly string[])[], k = 0): readonly [Campaign, Plan] => {
    const of = aCampaign({
      ...campaign,
      slots: slotsAtOnce,
      candidates: ['A', 'B', 'C'].map((id) => aCandidate(id, ['C01', 'C02', 'C03'])),
      invigilators: [
        anInvigilator('Zoé', ['C01', 'C02', 'C03']),
        anInvigilator('Yann', ['C01']),
        anInvigilator('Xavier', ['C01', 'C02', 'C03'], ['Vire']),
      ],
      settings: { candidatesPerInvigilator: k },
    });
    const places = names.length === 1 ? ['C01/R2'] : ['C01/R1', names.length === 2 ? 'C02/R2' : 'C03/R2'];
    const seats = names.length === 1 ? [['A', 'B', 'C']] : [['A', 'B'], ['C']];
    return [
      of,
      aPlan(
        of,
        places.map((at, i) => aSession(of, at, seats[i] ?? [], { invigilators: names[i] ?? [] })),
      ),
    ];
  };
  const rules = ([of, plan]: readonly [Campaign, Plan]): readonly string[] => rulesBroken(of, plan);

  it('are known people, at their site, when they can', () => {
    expect(rules(staffed([['Zoé']]))).toEqual([]);
    expect(rules(staffed([['Paul']]))).toEqual(['unknownInvigilator']);
    expect(rules(staffed([['Xavier']]))).toEqual(['invigilatorSite']);
    expect(rules(staffed([['Zoé'], ['Yann']]))).toEqual(['invigilatorNotAvailable']);
  });

  it('are one per session, or one for k occupants', () => {
    expect(rules(staffed([[]]))).toEqual(['tooFewInvigilators']);
    expect(rules(staffed([['Zoé']], 2))).toEqual(['tooFewInvigilators']);
    expect(rules(staffed([['Zoé', 'Zoé']], 2))).toEqual(['invigilatorTwice', 'tooFewInvigilators']);
    expect(rules(staffed([['Yann', 'Zoé']], 2))).toEqual([]);
    expect(rules(staffed([['Zoé']], 3))).toEqual([]);
  });

  it('watch one session at a time', () => {
    expect(rules(staffed([['Zoé'], ['Zoé']]))).toEqual(['invigilatorOverlap']);
    expect(rules(staffed([['Yann'], ['Zoé']]))).toEqual([]);
    expect(rules(staffed([['Zoé'], ['Zoé'], []]))).toEqual([]);
  });

  it('are nobody when they do not limit the planning', () => {
    const of = campaign;
    const watched = aPlan(of, [aSession(of, 'C01/R2', ['A', 'B', 'C'], { invigilators: ['Zoé'] })]);
    expect(rulesBroken(of, watched)).toEqual(['unknownInvigilator']);
  });
});

describe('locks and what exists', () => {
  it.each([
    ['ticked', { locked: true }],
    ['convoked', { state: 'convoked' }],
    ['held', { state: 'held' }],
    ['begun', { closed: true }],
  ] as const)('a session %s stays with its people', (_what, more) => {
    const of = { ...campaign, existing: [anExistingSession('S01', 'C01', 'R1', ['A'], more)] };
    const kept = planned(of, 'C01/R1:A', 'C02/R1:B C');
    expectRule('lockedSeatLost', of, planned(of, 'C01/R1', 'C02/R2:A B C'), kept);
    const empty = { ...campaign, existing: [anExistingSession('S01', 'C01', 'R1', [], more)] };
    expectRule(
      'lockedSessionGone',
      empty,
      planned(empty, 'C01/R2:A B C'),
      planned(empty, 'C01/R1', 'C01/R2:A B C'),
    );
  });

  it('a draft may go, and so may a cancelled session whatever its locks', () => {
    const draft = { ...campaign, existing: [anExistingSession('S01', 'C01', 'R1', ['A'])] };
    expect(verifyPlan(draft, planned(draft, 'C01/R2:A B C'))).toEqual([]);
    const more = { state: 'cancelled', locked: true, lockedSeats: ['A'] } as const;
    const cancelled = { ...campaign, existing: [anExistingSession('S01', 'C01', 'R1', ['A'], more)] };
    expect(verifyPlan(cancelled, planned(cancelled, 'C01/R2:A B C'))).toEqual([]);
  });

  it('a locked seat stays and its neighbour may move', () => {
    const existing = [anExistingSession('S01', 'C01', 'R1', ['A', 'B'], { lockedSeats: ['A'] })];
    const of = { ...campaign, existing };
    expectRule(
      'lockedSeatLost',
      of,
      planned(of, 'C01/R1:B', 'C02/R2:A C'),
      planned(of, 'C01/R1:A', 'C02/R2:B C'),
    );
  });

  it('what a lock imposes is not judged again, certified places apart', () => {
    const of = aCampaign({
      ...campaign,
      candidates: [aCandidate('A', []), aCandidate('B', []), aCandidate('C', [])],
      existing: [anExistingSession('S01', 'C01', 'R1', ['A', 'B'], { locked: true })],
      settings: { keptFree: 1 },
    });
    expectRule('candidateNotAvailable', of, planned(of, 'C01/R1:A B', 'C02/R1:C'), planned(of, 'C01/R1:A B'));
    const crowded = {
      ...of,
      existing: [anExistingSession('S01', 'C01', 'R1', ['A', 'B', 'C'], { locked: true })],
    };
    expect(rulesBroken(crowded, planned(crowded, 'C01/R1:A B C'))).toEqual(['places']);
  });

  it('completing keeps everyone whose seat is still possible', () => {
    const existing = [anExistingSession('S01', 'C01', 'R1', ['A', 'B'])];
    const of = aCampaign({ ...campaign, existing, settings: { recalculation: 'complete' } });
    const moved = planned(of, 'C01/R1:A', 'C02/R2:B C');
    expectRule('seatNotKept', of, moved, planned(of, 'C01/R1:A B', 'C02/R2:C'));
    const improve = aCampaign({ ...of, settings: { recalculation: 'improve' } });
    expect(verifyPlan(improve, moved)).toEqual([]);
    const gone = { ...of, candidates: [anna, aCandidate('B', ['C02']), chloe] };
    expect(verifyPlan(gone, planned(gone, 'C01/R1:A', 'C02/R2:B C'))).toEqual([]);
    const smaller = { ...of, rooms: [aRoom('R1', 1), aRoom('R2', 3)] };
    expect(verifyPlan(smaller, planned(smaller, 'C01/R1:A', 'C02/R2:B C'))).toEqual([]);
  });

  it('moves are those who changed session', () => {
    const of = { ...campaign, existing: [anExistingSession('S01', 'C01', 'R1', ['A', 'B'])] };
    const plan = planned(of, 'C01/R1:A', 'C02/R1:B C');
    expect(plan.moved).toHaveLength(1);
    expectRule('moves', of, { ...plan, moved: [] }, plan);
    const staying = { candidate: candidateId('A'), from: sessionNumber('S01'), to: null };
    expectRule('moves', of, { ...plan, moved: [...plan.moved, staying] }, plan);
    expectRule('moves', of, { ...plan, moved: plan.moved.map((move) => ({ ...move, to: null })) }, plan);
    const stranger = { ...staying, candidate: candidateId('C') };
    expectRule('moves', of, { ...plan, moved: [...plan.moved, stranger] }, plan);
  });
});

describe('requests', () => {
  const of = aCampaign({
    ...campaign,
    rooms: [...rooms, aRoom('V1', 5, { site: 'Vire' })],
    slots: [...slots, aSlot('C03', { on: 13, end: 599 })],
    candidates: [aCandidate('A', ['C01'])],
    requests: [aRequest('L1', 2, ['C01', 'C03']), aRequest('L2', 0, ['C01'])],
  });
  const reserving = (at: string, seats: readonly (readonly [string, number])[]): Plan => {
    const named = aSession(of, 'C01/R1', ['A']);
    if (at === 'C01/R1') return aPlan(of, [{ ...aSession(of, at, ['A'], { anonymous: seats }) }]);
    return aPlan(of, [named, aSession(of, at, [], { anonymous: seats })]);
  };
  const good = reserving('C01/R2', [['L1', 2]]);

  it('get seats on their slots and sites, long enough for the test', () => {
    expectRule('requestSlot', of, reserving('C02/R2', [['L1', 2]]), good);
    expectRule('requestSite', of, reserving('C01/V1', [['L1', 2]]), good);
    expectRule('requestSlotTooShort', of, reserving('C03/R2', [['L1', 2]]), good);
    expectRule(
      'unknownRequest',
      of,
      reserving('C01/R2', [
        ['L1', 2],
        ['L9', 1],
      ]),
      good,
    );
  });

  it('get no more than they ask, for their group', () => {
    expectRule('requestPlaces', of, reserving('C01/R2', [['L1', 3]]), good);
    expectRule(
      'requestPlaces',
      of,
      reserving('C01/R2', [
        ['L1', 2],
        ['L2', 1],
      ]),
      good,
    );
    const other = good.sessions.map((session) => ({
      ...session,
      anonymous: session.anonymous.map((seats) => ({ ...seats, group: aRequest('L2', 1, []).group })),
    }));
    expectRule('requestGroup', of, { ...good, sessions: other }, good);
  });

  it('are told how many seats are missing', () => {
    const less = reserving('C01/R1', [['L1', 1]]);
    expect(verifyPlan(of, less)).toEqual([]);
    expectRule('shortRequests', of, { ...less, shortRequests: [] }, less);
  });

  it('never take the place of somebody with a name', () => {
    const tight = {
      ...of,
      rooms: [aRoom('R1', 2)],
      candidates: ['A', 'B'].map((id) => aCandidate(id, ['C01'])),
    };
    const offender = aPlan(tight, [aSession(tight, 'C01/R1', ['A'], { anonymous: [['L1', 1]] })]);
    expectRule('anonymousBeforeNamed', tight, offender, planned(tight, 'C01/R1:A B'));
  });
});

describe('goals', () => {
  const of = aCampaign({
    rooms,
    slots: [aSlot('C01'), aSlot('C02'), aSlot('C03', { on: 12 })],
    candidates: [
      aCandidate('A', ['C01', 'C02'], { group: 'G', preferred: ['C02'] }),
      aCandidate('B', ['C01', 'C02'], { group: 'G', preferred: ['C02'] }),
      aCandidate('C', ['C03'], { group: 'G' }),
      aCandidate('D', ['C01']),
      aCandidate('E', []),
    ],
    requests: [aRequest('L1', 3, ['C03'])],
  });
  const plan = aPlan(of, [
    aSession(of, 'C01/R1', ['A', 'D']),
    aSession(of, 'C02/R2', ['B']),
    aSession(of, 'C03/R1', ['C'], { anonymous: [['L1', 1]] }),
  ]);
  const values = { seated: 4, anonymous: 1, sessions: 3, preferred: 1, groupSplits: 2, earliest: 4 };

  it('are counted from the seats; slots at the same time share a rank', () => {
    expect(Object.fromEntries(plan.goals.map(({ goal, value }) => [goal, value]))).toEqual(values);
    expect(verifyPlan(of, plan)).toEqual([]);
    for (const wrong of plan.goals) {
      const goals = plan.goals.map((goal) =>
        goal === wrong ? { ...goal, value: goal.value + 1, bound: goal.value + 1 } : goal,
      );
      expectRule('goalValue', of, { ...plan, goals }, plan);
    }
  });

  it('have bounds on the right side, equal to the value when proven', () => {
    for (const wrong of plan.goals) {
      const most = ['seated', 'anonymous', 'preferred'].includes(wrong.goal);
      const withBound = (bound: number, proven: boolean): Plan => ({
        ...plan,
        goals: plan.goals.map((goal) => (goal === wrong ? { ...goal, bound, proven } : goal)),
      });
      const beyond = wrong.value + (most ? 1 : -1);
      expectRule('goalBound', of, withBound(wrong.value + (most ? -1 : 1), false), withBound(beyond, false));
      expectRule('goalBound', of, withBound(beyond, true), withBound(wrong.value, true));
    }
  });

  it.each([
    ['preferences', 'preferred'],
    ['earliest', 'earliest'],
  ] as const)('come in the order of the priority %s', (priority, moved) => {
    const other = aCampaign({ ...of, settings: { priority } });
    const first = plan.goals.filter(({ goal }) => ['seated', 'anonymous'].includes(goal));
    const own = plan.goals.filter(({ goal }) => goal === moved);
    const rest = plan.goals.filter((goal) => !first.includes(goal) && !own.includes(goal));
    expectRule('goals', other, plan, { ...plan, goals: [...first, ...own, ...rest] });
  });
});

describe('on random campaigns', () => {
  it('finds nothing in what a careful person would plan', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = randomCampaign(seed, MEDIUM);
      const fresh = aCampaign({
        ...random,
        existing: [],
        settings: { ...random.settings, priority: 'sessions' },
      });
      expect({ seed, violations: verifyPlan(fresh, firstFit(fresh)) }).toEqual({ seed, violations: [] });
    }
  });
});
