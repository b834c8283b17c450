import { describe, expect, it } from '@jest/globals';
import { verifyPlan } from '../../src/allocation/verify';
import type { Campaign } from '../../src/domain/campaign';
import type { Plan } from '../../src/domain/plan';
import { aPlan, aSession } from '../support/a-plan';
import { aCampaign, aCandidate, aRequest, aRoom, aSlot, anInvigilator } from '../support/builders';
import { campaign, expectRule, planned, rooms, rulesBroken, slots } from '../support/small-planning';

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

  it('are known people, at their site, when they can', () => {
    expect(rulesBroken(...staffed([['Zoé']]))).toEqual([]);
    expect(rulesBroken(...staffed([['Paul']]))).toEqual(['unknownInvigilator']);
    expect(rulesBroken(...staffed([['Xavier']]))).toEqual(['invigilatorSite']);
    expect(rulesBroken(...staffed([['Zoé'], ['Yann']]))).toEqual(['invigilatorNotAvailable']);
  });

  it('are one per session, or one for k occupants', () => {
    expect(rulesBroken(...staffed([[]]))).toEqual(['tooFewInvigilators']);
    expect(rulesBroken(...staffed([['Zoé']], 2))).toEqual(['tooFewInvigilators']);
    expect(rulesBroken(...staffed([['Zoé', 'Zoé']], 2))).toEqual(['invigilatorTwice', 'tooFewInvigilators']);
    expect(rulesBroken(...staffed([['Yann', 'Zoé']], 2))).toEqual([]);
    expect(rulesBroken(...staffed([['Zoé']], 3))).toEqual([]);
  });

  it('watch one session at a time', () => {
    expect(rulesBroken(...staffed([['Zoé'], ['Zoé']]))).toEqual(['invigilatorOverlap']);
    expect(rulesBroken(...staffed([['Yann'], ['Zoé']]))).toEqual([]);
    expect(rulesBroken(...staffed([['Zoé'], ['Zoé'], []]))).toEqual([]);
  });

  it('are nobody when they do not limit the planning', () => {
    const of = campaign;
    const watched = aPlan(of, [aSession(of, 'C01/R2', ['A', 'B', 'C'], { invigilators: ['Zoé'] })]);
    expect(rulesBroken(of, watched)).toEqual(['unknownInvigilator']);
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
