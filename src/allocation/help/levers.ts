import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import type { CandidateId, SiteName, SlotCode } from '../../domain/ids';
import type { Lever } from '../../domain/lever';
import type { Plan } from '../../domain/plan';
import { isPinned } from '../../domain/session';
import { minutesNeeded } from '../../domain/settings';
import type { Slot } from '../../domain/slot';

/** A site at a slot, with the people who could sit there now. */
interface Spot {
  readonly slot: SlotCode;
  readonly site: SiteName;
  readonly people: number;
}

/** Places of a room more where the campaign has no room to go by. */
const USUAL_PLACES = 30;

/**
 * Levers that might give some of these people a seat, directly or because others leave them theirs; the most promising
 * first. Without people: all that might serve anybody at all.
 *
 * @param people those who want a seat; `null`: everybody who can come somewhere
 */
export function leversFor(
  campaign: Campaign,
  plan: Plan,
  people: ReadonlySet<CandidateId> | null,
): readonly Lever[] {
  const wanting = campaign.candidates.filter(({ id }) => people === null || people.has(id));
  const spots = people === null ? spotsOf(campaign, wanting) : reachedSpots(campaign, plan, wanting);
  const promise = (lever: Lever, spot: Spot): number =>
    Math.min(spot.people, lever.kind === 'lengthenSlot' ? Infinity : placesOf(campaign, lever, spot));
  return [
    ...spots.flatMap((spot) =>
      leversAt(campaign, spot, people === null).map((lever) => ({ lever, value: promise(lever, spot) })),
    ),
    ...lengthenings(campaign, wanting),
  ]
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => b.value - a.value || a.order - b.order)
    .map(({ lever }) => lever);
}

function leversAt(campaign: Campaign, { slot, site }: Spot, large: boolean): Lever[] {
  const rooms = campaign.rooms.filter((room) => room.site === site);
  const cancelled = new Set<string>(
    campaign.existing.filter((one) => one.slot === slot && one.state === 'cancelled').map(({ room }) => room),
  );
  const closed = rooms.filter(
    (room) => room.freeAt !== 'every' && !room.freeAt.includes(slot) && !cancelled.has(room.code),
  );
  return [
    ...closed.map(({ code }): Lever => ({ kind: 'openRoom', room: code, slot })),
    ...(campaign.invigilators === null || closed.length === rooms.length
      ? []
      : [{ kind: 'invigilator', site, slot } as const]),
    { kind: 'newRoom', site, slot, places: roomSize(campaign, site, large) },
  ];
}

function placesOf(campaign: Campaign, lever: Lever, { site }: Spot): number {
  if (lever.kind === 'newRoom') return lever.places;
  if (lever.kind === 'openRoom') return campaign.rooms.find(({ code }) => code === lever.room)?.places ?? 0;
  return Math.max(0, ...campaign.rooms.filter((room) => room.site === site).map(({ places }) => places));
}

/** A room like the middle one of the site, or of the campaign; a large one is what spares sessions. */
function roomSize({ rooms }: Campaign, site: SiteName, large: boolean): number {
  const here = rooms.filter((room) => room.site === site);
  const sizes = (here.length > 0 ? here : rooms).map(({ places }) => places).sort((a, b) => a - b);
  return sizes[large ? sizes.length - 1 : Math.floor(sizes.length / 2)] ?? USUAL_PLACES;
}

/** Where candidates may sit as far as slots and sites go, whatever the rooms. */
function spotKeys(campaign: Campaign): (candidate: Candidate) => readonly string[] {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const open = (slot: Slot, site: SiteName): boolean =>
    !slot.closed && (slot.site === null || slot.site === site);
  const known = new Map<string, readonly string[]>();
  const numbers = new Map<object, number>();
  return (candidate) => {
    const { settings } = campaign;
    if (settings.certifiableOnly && candidate.certifiable !== true) return [];
    const minutes = minutesNeeded(settings, candidate.extraTime);
    const number = numbers.get(candidate.availability) ?? numbers.size;
    numbers.set(candidate.availability, number);
    const key = `${number} ${minutes} ${candidate.sites.join('\u0000')}`;
    const found =
      known.get(key) ??
      candidate.availability.possible.flatMap((code) => {
        const slot = slots.get(code);
        if (slot === undefined || slot.end - slot.start < minutes) return [];
        return candidate.sites.filter((site) => open(slot, site)).map((site) => `${code}\u0000${site}`);
      });
    known.set(key, found);
    return found;
  };
}

function counted(keys: Iterable<string>, people: ReadonlyMap<string, number>): Spot[] {
  return [...keys].sort().map((key) => {
    const [slot = '', site = ''] = key.split('\u0000');
    return { slot: slot as SlotCode, site: site as SiteName, people: people.get(key) ?? 0 };
  });
}

function spotsOf(campaign: Campaign, candidates: readonly Candidate[]): Spot[] {
  const keysOf = spotKeys(campaign);
  const people = new Map<string, number>();
  for (const candidate of candidates)
    for (const key of keysOf(candidate)) people.set(key, (people.get(key) ?? 0) + 1);
  return counted(people.keys(), people);
}

/** From those who want a seat to where they could sit, to those who sit there and could sit elsewhere, and so on. */
function reachedSpots(campaign: Campaign, plan: Plan, wanting: readonly Candidate[]): Spot[] {
  const keysOf = spotKeys(campaign);
  const direct = new Map<string, number>();
  for (const candidate of wanting)
    for (const key of keysOf(candidate)) direct.set(key, (direct.get(key) ?? 0) + 1);
  const rooms = new Map(campaign.rooms.map(({ code, site }) => [code, site]));
  const byId = new Map(campaign.candidates.map((candidate) => [candidate.id, candidate]));
  const fixed = new Set(
    campaign.existing.flatMap((session) =>
      session.seats
        .filter(({ locked }) => locked || isPinned(session))
        .map(({ candidate }): CandidateId => candidate),
    ),
  );
  const sitting = new Map<string, CandidateId[]>();
  for (const { slot, room, seats } of plan.sessions) {
    const key = `${slot}\u0000${rooms.get(room) ?? ''}`;
    sitting.set(key, [...(sitting.get(key) ?? []), ...seats.filter((id) => !fixed.has(id))]);
  }
  const seen = new Set(direct.keys());
  const visit = [...seen];
  for (let key = visit.pop(); key !== undefined; key = visit.pop())
    for (const id of sitting.get(key) ?? []) {
      const candidate = byId.get(id);
      for (const next of candidate ? keysOf(candidate) : [])
        if (!seen.has(next)) {
          seen.add(next);
          visit.push(next);
        }
    }
  return counted(seen, direct);
}

/** Slots of people with extra time that are too short for them. */
function lengthenings(campaign: Campaign, wanting: readonly Candidate[]): { lever: Lever; value: number }[] {
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const people = new Map<string, { readonly lever: Lever; value: number }>();
  for (const { extraTime, availability } of wanting) {
    const minutes = minutesNeeded(campaign.settings, extraTime);
    for (const code of availability.possible) {
      const slot = slots.get(code);
      if (slot === undefined || slot.closed || slot.end - slot.start >= minutes) continue;
      const end = slot.start + minutes;
      if (end > 24 * 60) continue;
      const known = people.get(`${code} ${end}`);
      if (known) known.value += 1;
      else people.set(`${code} ${end}`, { lever: { kind: 'lengthenSlot', slot: code, end }, value: 1 });
    }
  }
  return [...people.values()];
}
