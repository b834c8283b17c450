import { describe, expect, it } from '@jest/globals';
import { verifyPlan } from '../../src/allocation/verify';
import { candidateId, sessionNumber } from '../../src/domain/ids';
import { aCampaign, aCandidate, aRoom, anExistingSession } from '../support/builders';
import { campaign, expectRule, planned, rulesBroken } from '../support/small-planning';

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
    const gone = {
      ...of,
      candidates: [aCandidate('A', ['C01']), aCandidate('B', ['C02']), aCandidate('C', ['C02'])],
    };
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
