import type { Campaign } from '../../src/domain/campaign';
import type { Candidate } from '../../src/domain/candidate';
import type { CandidateId } from '../../src/domain/ids';
import type { Room } from '../../src/domain/room';
import type { ExistingSession } from '../../src/domain/session';
import { minutesNeeded } from '../../src/domain/settings';
import type { Slot } from '../../src/domain/slot';
import { anExistingSession, anInvigilator } from './builders';
import { randomCampaign } from './random-campaign';
import { seededRandom } from './seeded-random';

/**
 * A tiny campaign where locked sessions, requests and one or two invigilators who each watch so many people compete.
 * The invigilators may be too few for what is locked: no valid plan is promised.
 */
export function watchedCampaign(seed: number): Campaign {
  const random = seededRandom(seed);
  const base = randomCampaign(seed, { rooms: 2, slots: 4, candidates: 5, places: 3, mixed: true });
  const waiting = random.shuffle(base.candidates);
  const taken: { readonly slot: Slot; readonly room: Room }[] = [];
  const seated = new Set<CandidateId>();
  const existing: ExistingSession[] = [];
  for (let left = random.integer(1, 3); left > 0; left -= 1) {
    const slot = random.pick(base.slots);
    const room = random.pick(base.rooms);
    const clashes = taken.some((one) => one.room === room && meets(base, one.slot, slot));
    if (clashes || !stands(slot, room)) continue;
    taken.push({ slot, room });
    const people = waiting
      .filter((one) => !seated.has(one.id) && maySit(base, one, slot, room))
      .slice(0, Math.min(room.places, random.integer(0, 2)))
      .map(({ id }) => id);
    for (const id of people) seated.add(id);
    const number = `S0${existing.length + 1}`;
    existing.push(anExistingSession(number, slot.code, room.code, people, { locked: random.chance(0.7) }));
  }
  const codes = base.slots.map(({ code }) => code);
  const sites = [...new Set(base.rooms.map(({ site }) => site))];
  return {
    ...base,
    existing,
    invigilators: Array.from({ length: random.integer(1, 2) }, (_, index) =>
      anInvigilator(`Personne ${index}`, random.some(codes, 0.7), sites),
    ),
    settings: {
      ...base.settings,
      candidatesPerInvigilator: random.pick([1, 2, 2, 3]),
      recalculation: random.pick(['improve', 'restart'] as const),
    },
  };
}

const stands = (slot: Slot, room: Room): boolean =>
  !slot.closed &&
  (slot.site === null || slot.site === room.site) &&
  (room.freeAt === 'every' || room.freeAt.includes(slot.code));

const meets = ({ settings }: Campaign, a: Slot, b: Slot): boolean =>
  a.day === b.day && a.start < b.end + settings.gapMinutes && b.start < a.end + settings.gapMinutes;

const maySit = ({ settings }: Campaign, candidate: Candidate, slot: Slot, room: Room): boolean =>
  candidate.sites.includes(room.site) &&
  candidate.availability.possible.includes(slot.code) &&
  slot.end - slot.start >= minutesNeeded(settings, candidate.extraTime) &&
  (!settings.certifiableOnly || candidate.certifiable === true);
