import { describe, expect, it } from '@jest/globals';
import { restore } from '../../src/allocation/restoration/restoration';
import type { Misfit } from '../../src/allocation/restoration/restored-session';
import { verifyPlan } from '../../src/allocation/verify';
import type { Campaign } from '../../src/domain/campaign';
import type { PlanningRecord } from '../../src/domain/planning-record';
import { aRecord } from '../support/a-record';
import { firstFit } from '../support/first-fit';
import {
  aCampaign,
  aCandidate,
  aRequest,
  aRoom,
  aSlot,
  anExistingSession,
  anInvigilator,
} from '../support/builders';
import { type CampaignSize, randomCampaign } from '../support/random-campaign';
import { seededRandom } from '../support/seeded-random';
import { planned, rulesBroken } from '../support/small-planning';

const SMALL: CampaignSize = { rooms: 4, slots: 8, candidates: 60, places: 12 };

const restarted = (campaign: Campaign): Campaign => ({
  ...campaign,
  settings: { ...campaign.settings, recalculation: 'restart' },
});

/** A planning that somebody once made: of the same people in another order, when no slot had begun. */
function onceMade(campaign: Campaign, seed: number): PlanningRecord {
  const random = seededRandom(seed);
  const then: Campaign = {
    ...campaign,
    slots: campaign.slots.map((slot) => ({ ...slot, closed: false })),
    candidates: random.shuffle(random.some(campaign.candidates, 0.8)),
    settings: { ...campaign.settings, keptFree: 0, gapMinutes: 0 },
    existing: [],
  };
  return aRecord(then, firstFit(then));
}

const reasons = (misfits: readonly Misfit[]): readonly string[] =>
  misfits.map((misfit) => (misfit.kind === 'anonymous' ? 'anonymous' : misfit.why));

const slots = [aSlot('C01', { on: 11 }), aSlot('C02', { on: 12 })];
const people = ['A', 'B', 'C'].map((id) => aCandidate(id, ['C01', 'C02']));
const then = aCampaign({ rooms: [aRoom('R1', 2), aRoom('R2', 3)], slots, candidates: people });
const record = aRecord(then, planned(then, 'C01/R1: A B', 'C02/R2: C'));
const seatsOf = (campaign: Campaign, of: PlanningRecord = record): readonly string[] =>
  restore(campaign, of).plan.sessions.map(({ slot, room, seats }) => `${slot}/${room}: ${seats.join(' ')}`);

describe('a planning that is restored', () => {
  it('breaks no hard rule, whatever became of the workbook', () => {
    const failures: unknown[] = [];
    let kept = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const campaign = restarted(randomCampaign(seed, SMALL));
      const { plan } = restore(campaign, onceMade(campaign, seed));
      kept += plan.sessions.reduce((sum, { seats }) => sum + seats.length, 0);
      const found = verifyPlan(campaign, plan);
      if (found.length > 0) failures.push({ seed, found: found.slice(0, 3) });
    }
    expect(failures).toEqual([]);
    expect(kept).toBeGreaterThan(2000);
  });

  it('is the same to a seat when nothing changed, and moves who sits elsewhere', () => {
    expect(seatsOf(then)).toEqual(['C01/R1: A B', 'C02/R2: C']);
    const today = aCampaign({
      rooms: then.rooms,
      slots,
      candidates: people,
      existing: [anExistingSession('S09', 'C02', 'R1', ['A', 'B'])],
      settings: { recalculation: 'restart' },
    });
    const { plan, misfits } = restore(today, record);
    expect(misfits).toEqual([]);
    expect(plan.moved.map(({ candidate, from }) => [candidate, from])).toEqual([
      ['A', 'S09'],
      ['B', 'S09'],
    ]);
    expect(rulesBroken(today, plan)).toEqual([]);
  });

  it('leaves where they are those whom a state or a tick keeps, and says so', () => {
    const today = aCampaign({
      rooms: then.rooms,
      slots,
      candidates: people,
      existing: [anExistingSession('S09', 'C02', 'R1', ['A'], { state: 'convoked' })],
      settings: { recalculation: 'restart' },
    });
    const { plan, misfits } = restore(today, record);
    expect(seatsOf(today)).toEqual(['C01/R1: B', 'C02/R1: A', 'C02/R2: C']);
    expect(misfits).toEqual([
      expect.objectContaining({ kind: 'seat', candidate: 'A', why: 'fixedElsewhere' }),
    ]);
    expect(rulesBroken(today, plan)).toEqual([]);
  });

  it('says of each session and person why it no longer holds', () => {
    const without = (more: Partial<Campaign>): Campaign => restarted({ ...then, ...more });
    const why = (more: Partial<Campaign>): readonly string[] =>
      reasons(restore(without(more), record).misfits);
    expect(why({ rooms: [aRoom('R2', 3)] })).toEqual(['roomGone']);
    expect(why({ slots: [aSlot('C01', { on: 13 }), slots[1] ?? aSlot('C02')] })).toEqual(['slotGone']);
    expect(why({ slots: [aSlot('C01', { on: 11, closed: true }), slots[1] ?? aSlot('C02')] })).toEqual([
      'slotPast',
    ]);
    expect(why({ rooms: [aRoom('R1', 2, { freeAt: ['C02'] }), aRoom('R2', 3)] })).toEqual(['roomNotFree']);
    expect(why({ rooms: [aRoom('R1', 1), aRoom('R2', 3)] })).toEqual(['full']);
    expect(why({ candidates: people.slice(1) })).toEqual(['unknown']);
    expect(why({ candidates: [aCandidate('A', ['C02']), ...people.slice(1)] })).toEqual(['notAvailable']);
    expect(why({ candidates: [aCandidate('A', ['C01'], { extraTime: 1 / 3 }), ...people.slice(1)] })).toEqual(
      ['slotTooShort'],
    );
    expect(why({ existing: [anExistingSession('S01', 'C01', 'R1', [], { state: 'cancelled' })] })).toEqual([
      'cancelled',
    ]);
    expect(why({ invigilators: [anInvigilator('Odile', ['C02'])] })).toEqual(['noInvigilator']);
  });

  it('finds the slot again under another code at the same date and time', () => {
    const today = restarted({
      ...then,
      slots: [aSlot('C07', { on: 11 }), aSlot('C02', { on: 12 })],
      candidates: ['A', 'B', 'C'].map((id) => aCandidate(id, ['C07', 'C02'])),
    });
    expect(seatsOf(today)).toEqual(['C07/R1: A B', 'C02/R2: C']);
  });

  it('gives to people listed since the places that were reserved without a name', () => {
    const before = aCampaign({
      rooms: then.rooms,
      slots,
      candidates: people.slice(0, 1),
      requests: [aRequest('L1', 2, ['C02'])],
    });
    const plan = firstFit(before);
    const kept = aRecord(before, plan);
    expect(plan.sessions.flatMap(({ anonymous }) => anonymous)).not.toEqual([]);
    const today = restarted({
      ...before,
      candidates: [aCandidate('A', ['C01', 'C02']), aCandidate('Z', ['C02'], { group: 'L1' })],
      requests: [aRequest('L1', 1, ['C02'])],
    });
    const restored = restore(today, kept);
    expect(restored.plan.sessions.flatMap(({ seats }) => seats)).toContain('Z');
    expect(reasons(restored.misfits)).toEqual(['anonymous']);
    expect(rulesBroken(today, restored.plan)).toEqual([]);
  });
});
