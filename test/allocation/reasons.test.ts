import { describe, expect, it } from '@jest/globals';
import { minutesFor } from '../../src/allocation/verification/evidence';
import type { Campaign } from '../../src/domain/campaign';
import type { Candidate } from '../../src/domain/candidate';
import type { UnseatedReason } from '../../src/domain/plan';
import { planOf } from '../support/engine';
import { loadTestSolver as solver } from '../support/highs';
import { TINY, randomCampaign } from '../support/random-campaign';
import { type Opening, tinyProblem } from '../support/tiny-problem';

describe('reasons', () => {
  it('say why somebody has no seat, truly', () => {
    const wrong: unknown[] = [];
    for (let seed = 1200; seed < 1500; seed += 1) {
      const campaign = randomCampaign(seed, TINY);
      for (const { candidate: id, reason } of planOf(campaign, solver, { patience: 0 }).unseated) {
        const candidate = campaign.candidates.find((one) => one.id === id);
        if (!candidate || !isTrue(campaign, candidate, reason)) wrong.push({ seed, id, reason });
      }
    }
    expect(wrong).toEqual([]);
  });
});

function isTrue(campaign: Campaign, candidate: Candidate, reason: UnseatedReason): boolean {
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
  if (reason.kind === 'crowd') return own.length > 0 && isCrowd(campaign, reason);
  if (reason.kind === 'coupling') return own.length > 0;
  return own.length > 0 && own.length === reason.slots.length;
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
