import { describe, expect, it } from '@jest/globals';
import { verifyPlan } from '../../src/allocation/verify';
import { candidateId, sessionNumber } from '../../src/domain/ids';
import type { Plan } from '../../src/domain/plan';
import { aPlan, aSession } from '../support/a-plan';
import { aCampaign, aCandidate, aRequest, aRoom, aSlot, anExistingSession } from '../support/builders';
import { firstFit } from '../support/first-fit';
import { MEDIUM, randomCampaign } from '../support/random-campaign';
import { campaign, expectRule, planned, rooms, rulesBroken, slots } from '../support/small-planning';

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
