import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import { candidateId, roomCode, slotCode, type SlotCode } from '../../domain/ids';
import type { TrialEdit } from '../../domain/trial';

/** What a trial adds has a name that nothing in a workbook has. */
const added = (number: number): string => `\u0000${number}`;

/** The campaign with the changes of a trial, one after another. Sessions whose room or slot is gone are forgotten. */
export function editedCampaign(campaign: Campaign, edits: readonly TrialEdit[]): Campaign {
  return edits.reduce((now, edit, at) => withEdit(now, edit, at), campaign);
}

function withEdit(campaign: Campaign, edit: TrialEdit, number: number): Campaign {
  switch (edit.kind) {
    case 'addRoom': {
      const { site, places } = edit;
      const room = {
        code: roomCode(added(number)),
        site,
        building: '',
        name: '',
        places,
        freeAt: 'every' as const,
      };
      return { ...campaign, rooms: [...campaign.rooms, room] };
    }
    case 'removeRoom':
      return standing({ ...campaign, rooms: campaign.rooms.filter(({ code }) => code !== edit.room) });
    case 'openRoom':
    case 'closeRoom':
      return standing(withRoomFree(campaign, edit));
    case 'addSlot':
      return withSlot(campaign, edit, number);
    case 'removeSlot':
      return standing(withoutSlot(campaign, edit.slot));
    case 'addPeople':
      return { ...campaign, candidates: [...campaign.candidates, ...newPeople(campaign, edit, number)] };
    case 'removePeople':
      return standing(withoutPeople(campaign, edit));
  }
}

type Edit<Kind extends TrialEdit['kind']> = Extract<TrialEdit, { readonly kind: Kind }>;

function withRoomFree(campaign: Campaign, { kind, room, slot }: Edit<'openRoom' | 'closeRoom'>): Campaign {
  const all = campaign.slots.map(({ code }) => code);
  return {
    ...campaign,
    rooms: campaign.rooms.map((one) => {
      if (one.code !== room) return one;
      const free = (one.freeAt === 'every' ? all : one.freeAt).filter((code) => code !== slot);
      return { ...one, freeAt: kind === 'openRoom' ? [...free, slot] : free };
    }),
  };
}

function withSlot(campaign: Campaign, edit: Edit<'addSlot'>, number: number): Campaign {
  const code = slotCode(added(number));
  const { day, start, end, site, who } = edit;
  const comes = (slots: readonly SlotCode[]): boolean => who === 'everybody' || slots.includes(who.like);
  return {
    ...campaign,
    slots: [...campaign.slots, { code, day, start, end, site, closed: false }],
    rooms: campaign.rooms.map((room) =>
      room.freeAt === 'every' ? room : { ...room, freeAt: [...room.freeAt, code] },
    ),
    candidates: sharingAvailability(campaign.candidates, (availability) =>
      comes(availability.possible)
        ? { ...availability, possible: [...availability.possible, code] }
        : availability,
    ),
    requests: campaign.requests.map((request) =>
      comes(request.possible) ? { ...request, possible: [...request.possible, code] } : request,
    ),
    // Whoever would watch at a time that does not exist yet has not been asked.
    invigilators:
      campaign.invigilators?.map((one) => ({ ...one, possible: [...one.possible, code] })) ?? null,
  };
}

/** Candidates of one group go on sharing one object: the engine knows them by it. */
function sharingAvailability(
  candidates: readonly Candidate[],
  change: (availability: Candidate['availability']) => Candidate['availability'],
): readonly Candidate[] {
  const changed = new Map<Candidate['availability'], Candidate['availability']>();
  return candidates.map((candidate) => {
    const { availability } = candidate;
    const known = changed.get(availability) ?? change(availability);
    changed.set(availability, known);
    return { ...candidate, availability: known };
  });
}

function withoutSlot(campaign: Campaign, gone: SlotCode): Campaign {
  const keep = (slots: readonly SlotCode[]): readonly SlotCode[] => slots.filter((slot) => slot !== gone);
  return {
    ...campaign,
    slots: campaign.slots.filter(({ code }) => code !== gone),
    candidates: sharingAvailability(campaign.candidates, (availability) => ({
      ...availability,
      possible: keep(availability.possible),
      preferred: keep(availability.preferred),
    })),
    requests: campaign.requests.map((request) => ({ ...request, possible: keep(request.possible) })),
  };
}

function newPeople(
  campaign: Campaign,
  { count, like }: Edit<'addPeople'>,
  number: number,
): readonly Candidate[] {
  const model =
    'group' in like
      ? campaign.candidates.find(({ group, extraTime }) => group === like.group && extraTime === 0)
      : undefined;
  const everywhere: Candidate['availability'] = {
    source: 'default',
    possible: campaign.slots.map(({ code }) => code),
    preferred: [],
  };
  return Array.from({ length: count }, (_, index): Candidate => ({
    id: candidateId(`${added(number)} ${String(index).padStart(6, '0')}`),
    lastName: '',
    firstName: '',
    group: model?.group ?? null,
    sites: 'site' in like ? [like.site] : (model?.sites ?? []),
    extraTime: 0,
    certifiable: true,
    availability: model?.availability ?? everywhere,
  }));
}

/** Those who have no seat go first: what is asked is what fewer people would take. */
function withoutPeople(campaign: Campaign, { count, group }: Edit<'removePeople'>): Campaign {
  const seated = new Set(campaign.existing.flatMap(({ seats }) => seats.map(({ candidate }) => candidate)));
  const members = campaign.candidates.filter((candidate) => candidate.group === group);
  const order = [...members].sort((a, b) => Number(seated.has(a.id)) - Number(seated.has(b.id)));
  const gone = new Set(order.slice(0, count).map(({ id }) => id));
  return { ...campaign, candidates: campaign.candidates.filter(({ id }) => !gone.has(id)) };
}

function standing(campaign: Campaign): Campaign {
  const slots = new Set(campaign.slots.map(({ code }) => code));
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  const people = new Set(campaign.candidates.map(({ id }) => id));
  return {
    ...campaign,
    existing: campaign.existing.flatMap((session) => {
      const room = rooms.get(session.room);
      const free = room?.freeAt === 'every' || room?.freeAt.includes(session.slot) === true;
      if (!slots.has(session.slot) || (!free && !session.closed) || room === undefined) return [];
      return [{ ...session, seats: session.seats.filter(({ candidate }) => people.has(candidate)) }];
    }),
  };
}
