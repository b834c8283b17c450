import { describe, expect, it } from '@jest/globals';
import { minutesFor } from '../../src/allocation/verification/evidence';
import type { Campaign } from '../../src/domain/campaign';
import type { Candidate } from '../../src/domain/candidate';
import type { Plan, UnseatedReason } from '../../src/domain/plan';
import type { Room } from '../../src/domain/room';
import type { Slot } from '../../src/domain/slot';
import { planOf } from '../support/engine';
import { loadTestSolver as solver } from '../support/highs';
import { TINY, randomCampaign } from '../support/random-campaign';
import { type Opening, tinyProblem } from '../support/tiny-problem';

/** Those that a calculation gives: not those of repairs and of a planning that was restored. */
const EVERY_KIND = 13;

describe('reasons', () => {
  it('say why somebody has no seat, truly', () => {
    const wrong: unknown[] = [];
    const met = new Set<UnseatedReason['kind']>();
    for (let seed = 1200; seed < 1500; seed += 1) {
      const campaign = randomCampaign(seed, TINY);
      const plan = planOf(campaign, solver, { patience: 0 });
      for (const { candidate: id, reason } of plan.unseated) {
        met.add(reason.kind);
        const candidate = campaign.candidates.find((one) => one.id === id);
        if (!candidate || !isTrue(campaign, plan, candidate, reason)) wrong.push({ seed, id, reason });
      }
    }
    expect(wrong).toEqual([]);
    expect(met.size).toBe(EVERY_KIND);
  });
});

function isTrue(campaign: Campaign, plan: Plan, candidate: Candidate, reason: UnseatedReason): boolean {
  const needed = minutesFor(campaign.settings, candidate.extraTime);
  const slots = campaign.slots.filter((slot) => candidate.availability.possible.includes(slot.code));
  if (reason.kind === 'notCertifiable') {
    const { certifiable } = candidate;
    return (
      campaign.settings.certifiableOnly && certifiable !== true && reason.known === (certifiable !== null)
    );
  }
  if (reason.kind === 'noAvailability') return candidate.availability.possible.length === 0;
  // The engine restores nothing.
  if (reason.kind === 'notRestored') return false;
  if (reason.kind === 'noRoomAtSite')
    return !campaign.rooms.some((room) => candidate.sites.includes(room.site));
  if (reason.kind === 'slotsTooShort') {
    const longest = Math.max(...slots.map((slot) => slot.end - slot.start));
    return reason.needed === needed && reason.longest === longest && longest < needed;
  }
  // The engine opens what helps: only repairs leave somebody out because they add no session.
  if (reason.kind === 'sessionsFull') return false;
  const own = slots.filter((slot) => reason.slots.includes(slot.code));
  if (own.length === 0) return false;
  if (reason.kind === 'crowd') return isCrowd(campaign, reason);
  if (reason.kind === 'coupling') return isCoupling(campaign, plan, reason);
  if (own.length < reason.slots.length) return false;
  const long = own.filter((slot) => slot.end - slot.start >= needed);
  return long.length === own.length && blockedBy(campaign, candidate, long).has(reason.kind);
}

/** What stands in the way of a session at these slots for the candidate, counted apart from the engine. */
function blockedBy(
  campaign: Campaign,
  candidate: Candidate,
  slots: readonly Slot[],
): ReadonlySet<UnseatedReason['kind']> {
  const { openings, people } = tinyProblem(campaign);
  const forced = openings.filter((one) => one.forced);
  const obstacle = (slot: Slot, room: Room): UnseatedReason['kind'] | null => {
    const standing = forced.find((one) => one.slot === slot && one.room === room);
    if (standing !== undefined) {
      const inside = people.filter(({ seat }) => seat === standing.key).length;
      return standing.closed || inside >= standing.places ? 'occupied' : null;
    }
    if (slot.closed) return 'slotsBegun';
    if (slot.site !== null && slot.site !== room.site) return 'otherSites';
    if (room.freeAt !== 'every' && !room.freeAt.includes(slot.code)) return 'noRoomFree';
    if (room.places <= campaign.settings.keptFree) return 'allKeptFree';
    const was = campaign.existing.find((one) => one.slot === slot.code && one.room === room.code);
    if (was?.state === 'cancelled') return 'cancelled';
    if (forced.some((one) => one.room === room && meets(one.slot, slot, campaign.settings.gapMinutes)))
      return 'occupied';
    const watched = campaign.invigilators?.some(
      (one) => one.sites.includes(room.site) && one.possible.includes(slot.code),
    );
    return watched === false ? 'noInvigilator' : null;
  };
  const met = slots.flatMap((slot) =>
    campaign.rooms.filter(({ site }) => candidate.sites.includes(site)).map((room) => obstacle(slot, room)),
  );
  if (met.includes(null)) return new Set();
  return new Set(met.flatMap((one) => one ?? []));
}

const meets = (a: Slot, b: Slot, gap: number): boolean =>
  a.day === b.day && Math.max(a.start, b.start) < Math.min(a.end, b.end) + gap;

/** More people than places in the sessions that the plan opens there, and a rule that has a cause. */
function isCoupling(
  campaign: Campaign,
  plan: Plan,
  { rule, slots, sites, candidates, places }: Extract<UnseatedReason, { readonly kind: 'coupling' }>,
): boolean {
  if (places >= candidates) return false;
  const there = plan.sessions.filter(({ slot, room }) => {
    const site = campaign.rooms.find(({ code }) => code === room)?.site;
    return slots.includes(slot) && site !== undefined && sites.includes(site);
  });
  const open = there.reduce(
    (sum, { room }) => sum + (campaign.rooms.find(({ code }) => code === room)?.places ?? 0),
    0,
  );
  if (places > open) return false;
  if (rule === 'invigilators') return campaign.invigilators !== null;
  const problem = tinyProblem(campaign);
  const { openings } = problem;
  const isOpen = openings.filter((one) =>
    plan.sessions.some(({ slot, room }) => slot === one.slot.code && room === one.room.code),
  );
  return openings.some((one) => !isOpen.includes(one) && isOpen.some((other) => problem.clash(one, other)));
}

/** Counted apart from the engine: as many people at least can sit nowhere else, and there are no more places for them. */
function isCrowd(campaign: Campaign, crowd: Extract<UnseatedReason, { readonly kind: 'crowd' }>): boolean {
  const problem = tinyProblem(campaign);
  const { openings, people, staff } = problem;
  const forced = openings.filter((one) => one.forced);
  const free = (one: Opening): number => one.places - people.filter(({ seat }) => seat === one.key).length;
  const usable = openings.filter(
    (one) =>
      !one.closed &&
      free(one) > 0 &&
      (one.forced || !forced.some((other) => problem.clash(one, other))) &&
      (one.forced || staff === null || staff.some((person) => person.watches(one))),
  );
  const inside = ({ slot, room }: Opening): boolean =>
    crowd.slots.some((code) => code === slot.code) && crowd.sites.some((site) => site === room.site);
  const confined = people.filter((person) => {
    if (person.seat !== null) return false;
    const sessions = usable.filter((one) => person.maySit(one));
    return sessions.length > 0 && sessions.every(inside);
  });
  const open = usable.filter((one) => confined.some((person) => person.maySit(one)));
  const places = open.reduce((sum, one) => sum + free(one), 0);
  return crowd.places < crowd.candidates && confined.length >= crowd.candidates && places >= crowd.places;
}
