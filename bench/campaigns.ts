import { type CalendarDay, addDays, calendarDay } from '../src/domain/calendar';
import type { Campaign } from '../src/domain/campaign';
import type { Availability, Candidate } from '../src/domain/candidate';
import {
  type SiteName,
  type SlotCode,
  candidateId,
  groupName,
  roomCode,
  siteName,
  slotCode,
} from '../src/domain/ids';
import type { Invigilator } from '../src/domain/invigilator';
import type { Room } from '../src/domain/room';
import { DEFAULT_SETTINGS, type PlanningSettings } from '../src/domain/settings';
import type { Slot } from '../src/domain/slot';
import { type SeededRandom, seededRandom } from '../test/support/seeded-random';

/** What a campaign of the benchmark looks like; everything else follows from the seed. */
interface Shape {
  readonly sites: readonly { readonly name: string; readonly rooms: readonly number[] }[];
  readonly candidates: number;
  readonly slots: number;
  /** Students per group, about. */
  readonly groupSize: number;
  /** Share of candidates with an availability of their own: that of the group with some slots changed. */
  readonly individual: number;
  /** Share of the slots at which a group can come. */
  readonly open: number;
  /** Share of candidates accepting a second site (the next one of the list). */
  readonly secondSite: number;
  /** Slots start every so many minutes; below 120 they overlap. */
  readonly every: number;
  readonly invigilators: number | null;
  readonly settings: Partial<PlanningSettings>;
}

const CAMPUS: Shape['sites'] = [
  { name: 'Caen Campus 1', rooms: [37, 80, 50, 18] },
  { name: "Campus d'Alençon", rooms: [30] },
  { name: 'Campus de Saint Lô', rooms: [28, 31] },
];

const ORDINARY: Omit<Shape, 'candidates' | 'slots'> = {
  sites: CAMPUS,
  groupSize: 50,
  individual: 0.2,
  open: 0.22,
  secondSite: 0,
  every: 150,
  invigilators: null,
  settings: {},
};

/** Rooms of usual sizes, spread over `count` sites. */
function manySites(count: number, rooms: number): Shape['sites'] {
  const sizes = [40, 30, 24, 36, 20, 50, 28, 32, 80, 18];
  return Array.from({ length: count }, (_, site) => ({
    name: `Site ${String(site + 1).padStart(2, '0')}`,
    rooms: Array.from(
      { length: Math.floor((rooms + count - 1 - site) / count) },
      (__, room) => sizes[(site * 3 + room) % sizes.length] ?? 30,
    ),
  }));
}

const equal = (count: number, size: number): number[] => Array.from({ length: count }, () => size);

/** Families in the order of the table. Sizes are candidates × slots × rooms. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  small: {
    ...ORDINARY,
    sites: [{ name: 'Caen Campus 1', rooms: [37, 50] }],
    candidates: 120,
    slots: 12,
    open: 0.4,
  },
  campus: { ...ORDINARY, candidates: 3000, slots: 40 },
  large: { ...ORDINARY, candidates: 8000, slots: 90 },
  region: { ...ORDINARY, sites: manySites(6, 40), candidates: 30_000, slots: 90, secondSite: 0.02 },
  nation: { ...ORDINARY, sites: manySites(60, 600), candidates: 300_000, slots: 120, individual: 0 },
  individual: { ...ORDINARY, candidates: 700, slots: 40, individual: 1, groupSize: 700, open: 0.1 },
  tight: {
    ...ORDINARY,
    sites: [{ name: 'Caen Campus 1', rooms: [37, 50, 18] }],
    candidates: 945,
    slots: 9,
    open: 0.6,
  },
  overSubscribed: {
    ...ORDINARY,
    sites: [{ name: 'Caen Campus 1', rooms: [37, 18] }],
    candidates: 1200,
    slots: 16,
    open: 0.3,
  },
  equalRooms: {
    ...ORDINARY,
    sites: [{ name: 'Caen Campus 1', rooms: equal(16, 25) }],
    candidates: 2610,
    slots: 20,
  },
  overlapping: { ...ORDINARY, candidates: 900, slots: 40, every: 60, settings: { gapMinutes: 15 } },
  twoSites: { ...ORDINARY, candidates: 1100, slots: 24, secondSite: 0.33 },
  invigilators: { ...ORDINARY, candidates: 1500, slots: 30, invigilators: 4 },
  byNumber: {
    ...ORDINARY,
    candidates: 1500,
    slots: 30,
    invigilators: 6,
    settings: { candidatesPerInvigilator: 25, keptFree: 2 },
  },
};

const FIRST_DAY = calendarDay(2027, 1, 11);

/** The campaign of a family; the same for the same seed. Throws on an unknown family. */
export function campaignOf(family: string, seed = 1): Campaign {
  const shape = SHAPES[family];
  if (shape === undefined) throw new Error(`no family ${family}: ${Object.keys(SHAPES).join(', ')}`);
  const random = seededRandom(seed);
  const slots = slotsOf(shape);
  return {
    rooms: roomsOf(shape),
    slots,
    candidates: candidatesOf(random, shape, slots),
    requests: [],
    invigilators: shape.invigilators === null ? null : staffOf(random, shape, shape.invigilators, slots),
    existing: [],
    settings: { ...DEFAULT_SETTINGS, ...shape.settings },
  };
}

function roomsOf(shape: Shape): Room[] {
  return shape.sites.flatMap((site, at) =>
    site.rooms.map((places, index) => {
      const code = `${String(at + 1).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`;
      return {
        code: roomCode(code),
        site: siteName(site.name),
        building: '',
        name: code,
        places,
        freeAt: 'every',
      };
    }),
  );
}

/** From 8:00, as many as end before 19:00, Monday to Friday. Every third lasts long enough for a third more time. */
function slotsOf(shape: Shape): Slot[] {
  const perDay = Math.floor((1140 - 480 - 120) / shape.every) + 1;
  return Array.from({ length: shape.slots }, (_, index) => {
    const dayIndex = Math.floor(index / perDay);
    const start = 480 + shape.every * (index % perDay);
    const length = index % 3 === 0 ? 155 : 120;
    return {
      code: slotCode(`C${String(index + 1).padStart(3, '0')}`),
      day: workingDay(dayIndex),
      start,
      end: start + Math.min(length, Math.max(120, shape.every)),
      site: null,
      closed: false,
    };
  });
}

function workingDay(index: number): CalendarDay {
  if (FIRST_DAY === null) throw new Error('the first day does not exist');
  return addDays(FIRST_DAY, Math.floor(index / 5) * 7 + (index % 5));
}

/** Groups of unequal sizes, each at one site in proportion to its places, with a weekly timetable. */
function candidatesOf(random: SeededRandom, shape: Shape, slots: readonly Slot[]): Candidate[] {
  const weights = shape.sites.flatMap((site, index) =>
    Array.from({ length: Math.ceil(site.rooms.reduce((sum, places) => sum + places, 0) / 5) }, () => index),
  );
  const candidates: Candidate[] = [];
  for (let group = 1; candidates.length < shape.candidates; group += 1) {
    const home = random.pick(weights);
    const availability = availabilityOf(random, slots, weekly(random, shape, slots));
    const size = random.integer(Math.ceil(shape.groupSize / 2), Math.ceil(shape.groupSize * 1.5));
    for (let member = 0; member < size && candidates.length < shape.candidates; member += 1) {
      const own = random.chance(shape.individual);
      candidates.push({
        id: candidateId(String(20_000_000 + candidates.length)),
        lastName: 'Nom',
        firstName: 'Prénom',
        group: groupName(`Groupe ${group}`),
        sites: sitesOf(random, shape, home),
        extraTime: random.chance(0.03) ? 1 / 3 : 0,
        certifiable: null,
        availability: own ? changed(random, shape, slots, availability) : availability,
      });
    }
  }
  return candidates;
}

/** The same hours every week: a share of the hours of the week, then of the slots at them. */
function weekly(random: SeededRandom, shape: Shape, slots: readonly Slot[]): readonly SlotCode[] {
  const perDay = Math.floor((1140 - 480 - 120) / shape.every) + 1;
  const hours = Array.from({ length: Math.min(slots.length, perDay * 5) }, (_, index) => index);
  const free = new Set(random.some(hours, shape.open));
  if (free.size === 0) free.add(random.pick(hours));
  return slots.filter((_, index) => free.has(index % (perDay * 5))).map((slot) => slot.code);
}

function availabilityOf(
  random: SeededRandom,
  slots: readonly Slot[],
  possible: readonly SlotCode[],
): Availability {
  const usable = possible.length > 0 ? possible : [random.pick(slots).code];
  return { source: 'group', possible: usable, preferred: random.some(usable, 0.2) };
}

function changed(
  random: SeededRandom,
  shape: Shape,
  slots: readonly Slot[],
  group: Availability,
): Availability {
  if (shape.individual === 1) {
    return {
      ...availabilityOf(
        random,
        slots,
        random.some(slots, shape.open).map((slot) => slot.code),
      ),
      source: 'own',
    };
  }
  const kept = random.some(group.possible, 0.7);
  const more = random.some(slots, 0.03).map((slot) => slot.code);
  return { ...availabilityOf(random, slots, [...new Set([...kept, ...more])]), source: 'own' };
}

function sitesOf(random: SeededRandom, shape: Shape, home: number): SiteName[] {
  const second = shape.sites[(home + 1) % shape.sites.length];
  const both = random.chance(shape.secondSite) && shape.sites.length > 1;
  return [shape.sites[home], both ? second : undefined].flatMap((site) =>
    site ? [siteName(site.name)] : [],
  );
}

function staffOf(random: SeededRandom, shape: Shape, perSite: number, slots: readonly Slot[]): Invigilator[] {
  return shape.sites.flatMap((site) =>
    Array.from({ length: perSite }, (_, index) => ({
      name: `${site.name} ${index + 1}`,
      sites: [siteName(site.name)],
      possible: random.some(slots, 0.6).map((slot) => slot.code),
    })),
  );
}
