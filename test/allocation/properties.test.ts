import { describe, expect, it } from '@jest/globals';
import { cbc, hasCbc } from '../../bench/cbc';
import type { MilpSolver, ProgramSolver } from '../../src/allocation/solver';
import { verifyPlan } from '../../src/allocation/verify';
import type { Campaign } from '../../src/domain/campaign';
import type { Candidate } from '../../src/domain/candidate';
import { candidateId, groupName, roomCode, sessionNumber, siteName, slotCode } from '../../src/domain/ids';
import type { GoalName, Plan } from '../../src/domain/plan';
import type { ExistingSession } from '../../src/domain/session';
import { aCampaign, aRoom } from '../support/builders';
import { goalOf, planOf } from '../support/engine';
import { loadTestSolver as solver } from '../support/highs';
import { type Grain, plainOptimum } from '../support/plain-model';
import { type CampaignSize, MEDIUM, randomCampaign } from '../support/random-campaign';
import { seededRandom } from '../support/seeded-random';

const SMALL: CampaignSize = { rooms: 4, slots: 8, candidates: 60, places: 12 };
/** For all five goals, whose proof takes most of the time beyond this. */
const SMALLER: CampaignSize = { rooms: 3, slots: 6, candidates: 40, places: 12 };
/** Seats and sessions alone: what comes after them changes nothing of these. */
const QUICK = { patience: 0 };
const values = (plan: Plan): readonly string[] => plan.goals.map(({ goal, value }) => `${goal} ${value}`);

/** One plan per seed; what `check` finds wrong is listed with its seed. */
function forSeeds(
  first: number,
  last: number,
  size: CampaignSize,
  check: (campaign: Campaign, seed: number) => readonly string[],
): void {
  const failures: unknown[] = [];
  for (let seed = first; seed <= last; seed += 1) {
    const found = check(randomCampaign(seed, size), seed);
    if (found.length > 0) failures.push({ seed, found: found.slice(0, 5) });
  }
  expect(failures).toEqual([]);
}

const differences = (label: string, a: readonly string[], b: readonly string[]): readonly string[] =>
  a.join() === b.join() ? [] : [`${label}: ${a.join()} / ${b.join()}`];

const violations = (campaign: Campaign, plan: Plan): readonly string[] =>
  verifyPlan(campaign, plan).map(({ rule, detail }) => `${rule}: ${detail}`);

describe('a plan of a random campaign', () => {
  it('breaks no hard rule, whatever the size', () => {
    forSeeds(1, 7, MEDIUM, (campaign) => violations(campaign, planOf(campaign, solver, QUICK)));
    forSeeds(12, 20, SMALL, (campaign) => violations(campaign, planOf(campaign, solver)));
    forSeeds(25, 60, SMALL, (campaign) => violations(campaign, planOf(campaign, solver, QUICK)));
  });

  it('breaks no hard rule when stopped at once, or without time', () => {
    forSeeds(200, 230, SMALL, (campaign) => [
      ...violations(campaign, planOf(campaign, solver, { shouldStop: () => true })),
      ...violations(campaign, planOf(campaign, solver, { budget: 0 })),
    ]);
  });

  it('breaks no hard rule when the solver cannot be loaded, and is never better than with it', () => {
    const refusing = (): MilpSolver => {
      throw new Error('refused');
    };
    forSeeds(300, 314, SMALLER, (campaign) => {
      const without = planOf(campaign, refusing);
      const exact = planOf(campaign, solver);
      return [...violations(campaign, without), ...betterThan(without, exact)];
    });
  });

  it('is the same each time', () => {
    forSeeds(400, 408, SMALLER, (campaign) =>
      differences(
        'again',
        [JSON.stringify(planOf(campaign, solver))],
        [JSON.stringify(planOf(campaign, solver))],
      ),
    );
  });
});

/** In the order of the goals, the first that differs decides. */
function betterThan(plan: Plan, other: Plan): readonly string[] {
  const most: readonly GoalName[] = ['seated', 'anonymous', 'preferred'];
  for (const { goal, value } of plan.goals) {
    const difference = (value - goalOf(other, goal).value) * (most.includes(goal) ? 1 : -1);
    if (difference > 0) return [`${goal}: ${value} against ${goalOf(other, goal).value}`];
    if (difference < 0) return [];
  }
  return [];
}

describe('the order and the names of things', () => {
  it('permuting the rows changes nothing', () => {
    forSeeds(500, 514, SMALLER, (campaign, seed) => {
      const random = seededRandom(seed);
      const shuffled: Campaign = {
        ...campaign,
        rooms: random.shuffle(campaign.rooms),
        slots: random.shuffle(campaign.slots),
        candidates: random.shuffle(campaign.candidates),
        requests: random.shuffle(campaign.requests),
        invigilators: campaign.invigilators && random.shuffle(campaign.invigilators),
      };
      return differences('permuted', seatsOf(planOf(campaign, solver)), seatsOf(planOf(shuffled, solver)));
    });
  });

  it('renaming everything changes no value of a goal that is proven', () => {
    forSeeds(600, 614, SMALLER, (campaign) => {
      const plan = planOf(campaign, solver);
      const renamed = planOf(inOtherWords(campaign), solver);
      const wrong: string[] = [];
      for (const { goal, value, proven } of plan.goals) {
        const other = goalOf(renamed, goal);
        if (proven && other.proven && value !== other.value) wrong.push(`${goal}: ${value} / ${other.value}`);
        if (value !== other.value) break;
      }
      return wrong;
    });
  });
});

/** Who sits where, whatever the order of the lists. */
function seatsOf(plan: Plan): readonly string[] {
  const sessions = plan.sessions.map(
    (session) =>
      `${session.slot}/${session.room}: ${[...session.seats].sort().join(' ')} + ${session.anonymous
        .map((seats) => `${seats.request} ${seats.places}`)
        .sort()
        .join(' ')}`,
  );
  return [...values(plan), ...sessions];
}

/** The same campaign with every code and name turned round: what was first in the alphabet comes last. */
function inOtherWords(campaign: Campaign): Campaign {
  const turned = (text: string): string =>
    text
      .split('')
      .map((letter) => String.fromCharCode(158 - letter.charCodeAt(0)))
      .join('');
  const slotsTurned = (list: readonly string[]) => list.map((code) => slotCode(turned(code)));
  const sitesTurned = (list: readonly string[]) => list.map((name) => siteName(turned(name)));
  const candidateTurned = (candidate: Candidate): Candidate => ({
    ...candidate,
    id: candidateId(turned(candidate.id)),
    group: candidate.group === null ? null : groupName(turned(candidate.group)),
    sites: sitesTurned(candidate.sites),
    availability: {
      source: candidate.availability.source,
      possible: slotsTurned(candidate.availability.possible),
      preferred: slotsTurned(candidate.availability.preferred),
    },
  });
  const sessionTurned = (session: ExistingSession): ExistingSession => ({
    ...session,
    number: sessionNumber(turned(session.number)),
    slot: slotCode(turned(session.slot)),
    room: roomCode(turned(session.room)),
    seats: session.seats.map((seat) => ({ ...seat, candidate: candidateId(turned(seat.candidate)) })),
    anonymous: session.anonymous.map((seats) => ({ ...seats, group: turned(seats.group) })),
  });
  return {
    ...campaign,
    rooms: campaign.rooms.map((room) => ({
      ...room,
      code: roomCode(turned(room.code)),
      site: siteName(turned(room.site)),
      freeAt: room.freeAt === 'every' ? 'every' : slotsTurned(room.freeAt),
    })),
    slots: campaign.slots.map((slot) => ({
      ...slot,
      code: slotCode(turned(slot.code)),
      site: slot.site === null ? null : siteName(turned(slot.site)),
    })),
    candidates: campaign.candidates.map(candidateTurned),
    requests: campaign.requests.map((request) => ({
      ...request,
      id: turned(request.id),
      group: groupName(turned(request.group)),
      sites: sitesTurned(request.sites),
      possible: slotsTurned(request.possible),
    })),
    invigilators:
      campaign.invigilators?.map((person) => ({
        name: turned(person.name),
        sites: sitesTurned(person.sites),
        possible: slotsTurned(person.possible),
      })) ?? null,
    existing: campaign.existing.map(sessionTurned),
  };
}

/**
 * The same goals by the textbook model, which shares nothing with the engine's, and by CBC too where it is installed:
 * HiGHS is what the engine uses.
 */
describe('other ways to the optimum', () => {
  const judges: readonly ProgramSolver[] = [solver(), ...(hasCbc() ? [cbc] : [])];

  const agree = (campaign: Campaign, grain: Grain): string[] => {
    const plan = planOf(campaign, solver, QUICK);
    const names = ['seated', 'anonymous', 'sessions'] as const;
    return judges.flatMap((judge) => {
      const found = plainOptimum(campaign, judge, 600_000, grain);
      return differences(
        'the textbook model',
        names.map((name) => `${name} ${goalOf(plan, name).value}`),
        names.map((name) => `${name} ${found?.[name]}`),
      );
    });
  };
  const sessionsFirst = (campaign: Campaign): Campaign => ({
    ...campaign,
    settings: { ...campaign.settings, priority: 'sessions' },
  });

  it('agree on people seated and sessions', () => {
    forSeeds(1200, 1209, SMALLER, (campaign) => agree(sessionsFirst(campaign), 'each'));
  });

  it('agree on larger campaigns, where people who may sit in the same sessions are counted together', () => {
    forSeeds(5000, 5004, MEDIUM, (campaign) => agree(sessionsFirst(campaign), 'alike'));
  });
});

describe('more means', () => {
  it('adding a room never seats fewer', () => {
    forSeeds(700, 725, SMALL, (campaign) => {
      const site = campaign.rooms[0]?.site ?? 'Caen';
      const more = { ...campaign, rooms: [...campaign.rooms, aRoom('Nouvelle', 10, { site })] };
      const before = goalOf(planOf(campaign, solver, QUICK), 'seated').value;
      const after = goalOf(planOf(more, solver, QUICK), 'seated').value;
      return after < before ? [`${before} seated, then ${after}`] : [];
    });
  });

  it('a place kept free never seats more', () => {
    forSeeds(800, 825, SMALL, (random) => {
      const campaign = { ...random, existing: [] };
      const keeping = aCampaign({
        ...campaign,
        settings: { ...campaign.settings, keptFree: campaign.settings.keptFree + 1 },
      });
      const before = goalOf(planOf(campaign, solver, QUICK), 'seated').value;
      const after = goalOf(planOf(keeping, solver, QUICK), 'seated').value;
      return after > before ? [`${before} seated, then ${after}`] : [];
    });
  });
});

/** The planning that the plan becomes once it is written and read back. */
function writtenBack(campaign: Campaign, plan: Plan): Campaign {
  const existing = plan.sessions.map((session, index): ExistingSession => {
    const before = campaign.existing.find(
      (one) => one.slot === session.slot && one.room === session.room && one.state !== 'cancelled',
    );
    return {
      number: sessionNumber(`S${String(index + 1).padStart(2, '0')}`),
      slot: session.slot,
      room: session.room,
      state: before?.state ?? 'draft',
      locked: before?.locked ?? false,
      closed: before?.closed ?? false,
      seats: session.seats.map((candidate) => ({ candidate, locked: false })),
      anonymous: session.anonymous.map(({ group, places }) => ({ group, places })),
    };
  });
  return { ...campaign, existing };
}

describe('calculating again', () => {
  it('without any change, improving moves nobody', () => {
    forSeeds(900, 914, SMALLER, (random) => {
      const campaign = improving(random);
      const first = planOf(campaign, solver);
      const again = planOf(writtenBack(campaign, first), solver);
      return [
        ...again.moved.map((move) => `${move.candidate} left ${move.from}`),
        ...differences('goals', values(first), values(again)),
      ];
    });
  });

  it('completing keeps everyone whatever is added', () => {
    forSeeds(1000, 1014, SMALLER, (random, seed) => {
      const half = random.candidates.filter((_, index) => index % 2 === 0);
      const campaign = improving({ ...random, candidates: half });
      const first = planOf(campaign, solver);
      const completing: Campaign = {
        ...writtenBack(campaign, first),
        candidates: seededRandom(seed).shuffle(random.candidates),
        settings: { ...campaign.settings, recalculation: 'complete' },
      };
      const second = planOf(completing, solver);
      return [...violations(completing, second), ...second.moved.map((move) => `${move.candidate} moved`)];
    });
  });

  it('restarting forgets what is not locked', () => {
    forSeeds(1100, 1114, SMALLER, (random) => {
      const free = improving({ ...random, existing: [] });
      const campaign = writtenBack(free, planOf(free, null));
      const restart: Campaign = { ...campaign, settings: { ...free.settings, recalculation: 'restart' } };
      return differences('seats', seatsOf(planOf(free, solver)), seatsOf(planOf(restart, solver)));
    });
  });
});

/** Without an existing planning, in the kind that improves. */
function improving(campaign: Campaign): Campaign {
  return { ...campaign, existing: [], settings: { ...campaign.settings, recalculation: 'improve' } };
}
