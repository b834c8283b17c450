import type { Campaign } from '../../src/domain/campaign';
import type { Candidate } from '../../src/domain/candidate';
import type { ExistingSession } from '../../src/domain/session';
import type { Priority, Recalculation } from '../../src/domain/settings';
import type { Slot } from '../../src/domain/slot';
import { aCampaign, aCandidate, aRequest, aRoom, aSlot, anExistingSession, anInvigilator } from './builders';
import { firstFit } from './first-fit';
import { type SeededRandom, seededRandom } from './seeded-random';

/** Greatest sizes of a random campaign; each campaign draws its own below them. */
export interface CampaignSize {
  readonly rooms: number;
  readonly slots: number;
  readonly candidates: number;
  readonly places: number;
  /** What is rare elsewhere (locks, a planning, several sites, invigilators) comes often, and so together. */
  readonly mixed?: true;
}

export const TINIEST: CampaignSize = { rooms: 2, slots: 4, candidates: 6, places: 4, mixed: true };
export const TINY: CampaignSize = { rooms: 3, slots: 4, candidates: 20, places: 6 };
export const MEDIUM: CampaignSize = { rooms: 8, slots: 16, candidates: 240, places: 30 };

const RECALCULATIONS: readonly Recalculation[] = ['improve', 'complete', 'restart'];
const PRIORITIES: readonly Priority[] = ['sessions', 'sessions', 'preferences', 'earliest'];
const EXTRA_TIMES: readonly number[] = [1 / 3, 0.33, 0.5, 1];

/**
 * A campaign with every feature mixed in by chance. Its locks never contradict each other or a hard rule, as the
 * reader guarantees; seats without a lock may have become impossible since they were given.
 */
export function randomCampaign(seed: number, size: CampaignSize): Campaign {
  const random = seededRandom(seed);
  const before = fresh(random, size);
  if (!random.chance(size.mixed ? 0.7 : 0.4)) return before;
  return withExisting(random, before, size);
}

function fresh(random: SeededRandom, size: CampaignSize): Campaign {
  const sites = ['Caen', 'Vire', 'Flers'].slice(0, random.pick(size.mixed ? [1, 2, 2] : [1, 1, 1, 2, 2, 3]));
  const slots = Array.from({ length: drawSize(random, size.slots) }, (_, index) =>
    randomSlot(random, index, size, sites),
  );
  const slotCodes = slots.map((slot) => slot.code);
  const rooms = Array.from({ length: drawSize(random, size.rooms) }, (_, index) =>
    aRoom(`R${index}`, random.integer(1, size.places), {
      site: random.pick(sites),
      ...(random.chance(0.3) ? { freeAt: random.some(slotCodes, 0.7) } : {}),
    }),
  );
  const groups = Array.from({ length: random.integer(1, 4) }, (_, index) => ({
    name: `G${index}`,
    possible: random.some(slotCodes, random.pick([0.3, 0.6, 0.9])),
  }));
  const candidates = Array.from({ length: drawSize(random, size.candidates) }, (_, index) =>
    randomCandidate(random, index, sites, slotCodes, groups),
  );
  const limited = random.chance(size.mixed ? 0.45 : 0.3);
  const staff = Math.max(2, Math.round(size.rooms * 0.7));
  return aCampaign({
    rooms,
    slots,
    candidates,
    requests: random
      .some(groups, random.chance(size.mixed ? 0.6 : 0.4) ? 0.4 : 0)
      .map(({ name }) =>
        aRequest(
          name,
          random.integer(0, Math.ceil(size.places / 2)),
          random.some(slotCodes, 0.6),
          atLeastOne(random, sites),
        ),
      ),
    invigilators: limited
      ? Array.from({ length: random.integer(1, staff) }, (_, index) =>
          anInvigilator(`Personne ${index}`, random.some(slotCodes, 0.7), atLeastOne(random, sites)),
        )
      : null,
    settings: {
      gapMinutes: random.pick([0, 0, 15, 30]),
      keptFree: random.pick([0, 0, 0, 1, 2]),
      candidatesPerInvigilator: random.chance(0.4) ? random.integer(1, Math.ceil(size.places / 2)) : 0,
      priority: random.pick(PRIORITIES),
      recalculation: random.pick(RECALCULATIONS),
      certifiableOnly: random.chance(size.mixed ? 0.2 : 0.1),
    },
  });
}

/** Mostly in the upper half; now and then next to nothing, which is where the odd cases are. */
function drawSize(random: SeededRandom, most: number): number {
  return random.chance(0.1) ? random.integer(1, most) : random.integer(Math.ceil(most / 2), most);
}

/** Days and hours are few, so that slots overlap, touch, or begin at the same time. */
function randomSlot(random: SeededRandom, index: number, size: CampaignSize, sites: readonly string[]): Slot {
  const start = 480 + 60 * random.integer(0, 4) + random.pick([0, 0, 15]);
  return aSlot(`C${String(index).padStart(2, '0')}`, {
    on: 11 + random.integer(0, Math.max(0, Math.floor(size.slots / 4))),
    start,
    end: start + random.pick([120, 120, 120, 155, 160, 180, 90]),
    ...(random.chance(0.15) ? { site: random.pick(sites) } : {}),
    closed: random.chance(0.07),
  });
}

function randomCandidate(
  random: SeededRandom,
  index: number,
  sites: readonly string[],
  slotCodes: readonly string[],
  groups: readonly { readonly name: string; readonly possible: readonly string[] }[],
): Candidate {
  const group = random.pick(groups);
  const possible = random.chance(0.6)
    ? group.possible
    : random.some(slotCodes, random.pick([0, 0.3, 0.5, 0.9]));
  return aCandidate(`E${String(index).padStart(3, '0')}`, possible, {
    preferred: random.some(possible, random.pick([0, 0, 0.4])),
    sites: random.chance(0.25) ? atLeastOne(random, sites) : [random.pick(sites)],
    extraTime: random.chance(0.12) ? random.pick(EXTRA_TIMES) : 0,
    ...(random.chance(0.85) ? { group: group.name } : {}),
    ...(random.chance(0.7) ? { certifiable: random.chance(0.8) } : {}),
  });
}

function atLeastOne(random: SeededRandom, list: readonly string[]): string[] {
  const some = random.some(list, 0.5);
  return some.length > 0 ? some : [random.pick(list)];
}

/** Plans half of the candidates by first fit, gives the sessions states and locks, then changes what is not locked. */
function withExisting(random: SeededRandom, campaign: Campaign, size: CampaignSize): Campaign {
  const open = { ...campaign, slots: campaign.slots.map((slot) => ({ ...slot, closed: false })) };
  const first = firstFit({ ...open, candidates: random.shuffle(random.some(campaign.candidates, 0.6)) });
  const existing = first.sessions.map((session, index): ExistingSession => {
    const slotClosed = campaign.slots.some((slot) => slot.code === session.slot && slot.closed);
    const closed = slotClosed || random.chance(0.05);
    return anExistingSession(
      `S${String(index + 1).padStart(2, '0')}`,
      session.slot,
      session.room,
      session.seats,
      {
        state: random.pick([
          'draft',
          'draft',
          'draft',
          'draft',
          'published',
          'convoked',
          'held',
          'cancelled',
        ]),
        locked: random.chance(0.15),
        closed,
        lockedSeats: random.some(
          session.seats,
          size.mixed ? random.pick([0, 0.4]) : random.pick([0, 0, 0.2]),
        ),
        anonymous: closed ? [] : session.anonymous.map(({ group, places }) => ({ group, places })),
      },
    );
  });
  const bound = new Set(
    existing.flatMap((session) => {
      const stays = session.locked || session.closed || ['convoked', 'held'].includes(session.state);
      return session.seats.filter((seat) => stays || seat.locked).map((seat) => seat.candidate);
    }),
  );
  const candidates = campaign.candidates.map((candidate) => {
    if (bound.has(candidate.id) || !random.chance(0.15)) return candidate;
    const possible = random.some(candidate.availability.possible, 0.5);
    const preferred = candidate.availability.preferred.filter((code) => possible.includes(code));
    return { ...candidate, availability: { source: 'own' as const, possible, preferred } };
  });
  return { ...campaign, candidates, existing };
}
