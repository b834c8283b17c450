import {
  candidateId,
  groupName,
  roomCode,
  sessionNumber,
  siteName,
  slotCode,
  type SiteName,
  type SlotCode,
} from '../domain/ids';
import type {
  AnonymousSeats,
  BoundPart,
  BoundReason,
  EngineStatistics,
  GoalResult,
  Move,
  Plan,
  PlannedSession,
  Unseated,
  UnseatedReason,
} from '../domain/plan';

/**
 * Reads a plan that another program sends, piece by piece: nothing passes that is not of the plan's shape. What it says
 * of the campaign is the verifier's affair.
 * @returns `null` when it is no plan
 */
export function readPlan(value: unknown): Plan | null {
  try {
    return planOf(value);
  } catch (error) {
    if (error instanceof NotAPlan) return null;
    throw error;
  }
}

class NotAPlan extends Error {}

function planOf(value: unknown): Plan {
  const plan = fields(value);
  return {
    sessions: list(plan('sessions'), session),
    unseated: list(plan('unseated'), unseated),
    shortRequests: list(plan('shortRequests'), (item) => {
      const short = fields(item);
      return { request: text(short('request')), missing: count(short('missing')) };
    }),
    goals: list(plan('goals'), goal),
    sessionBound: orNull(plan('sessionBound'), bound),
    moved: list(plan('moved'), move),
    statistics: statistics(plan('statistics')),
  };
}

function session(value: unknown): PlannedSession {
  const given = fields(value);
  return {
    slot: slotCode(text(given('slot'))),
    room: roomCode(text(given('room'))),
    continues: orNull(given('continues'), (number) => sessionNumber(text(number))),
    seats: list(given('seats'), (id) => candidateId(text(id))),
    anonymous: list(given('anonymous'), anonymous),
    invigilators: list(given('invigilators'), text),
  };
}

function anonymous(value: unknown): AnonymousSeats {
  const given = fields(value);
  return {
    request: text(given('request')),
    group: groupName(text(given('group'))),
    places: count(given('places')),
  };
}

function move(value: unknown): Move {
  const given = fields(value);
  return {
    candidate: candidateId(text(given('candidate'))),
    from: sessionNumber(text(given('from'))),
    to: orNull(given('to'), (item) => {
      const at = fields(item);
      return { slot: slotCode(text(at('slot'))), room: roomCode(text(at('room'))) };
    }),
  };
}

function goal(value: unknown): GoalResult {
  const given = fields(value);
  return {
    goal: oneOf(given('goal'), [
      'seated',
      'anonymous',
      'sessions',
      'preferred',
      'groupSplits',
      'earliest',
    ] as const),
    value: count(given('value')),
    bound: amount(given('bound')),
    proven: yesOrNo(given('proven')),
  };
}

function bound(value: unknown): BoundReason {
  const given = fields(value);
  return {
    sessions: count(given('sessions')),
    proven: yesOrNo(given('proven')),
    parts: list(given('parts'), (item): BoundPart => {
      const part = fields(item);
      return {
        sites: sites(part('sites')),
        people: count(part('people')),
        sessions: count(part('sessions')),
        standing: count(part('standing')),
        places: orNull(part('places'), count),
        confined: list(part('confined'), (one) => {
          const confined = fields(one);
          return {
            sites: sites(confined('sites')),
            slots: slots(confined('slots')),
            people: count(confined('people')),
            sessions: count(confined('sessions')),
            standing: count(confined('standing')),
          };
        }),
      };
    }),
  };
}

function statistics(value: unknown): EngineStatistics {
  const given = fields(value);
  return {
    classes: count(given('classes')),
    nodes: count(given('nodes')),
    components: count(given('components')),
    binaries: count(given('binaries')),
    solver: oneOf(given('solver'), ['not needed', 'used', 'refused'] as const),
    milliseconds: amount(given('milliseconds')),
  };
}

function unseated(value: unknown): Unseated {
  const given = fields(value);
  return { candidate: candidateId(text(given('candidate'))), reason: reason(given('reason')) };
}

function reason(value: unknown): UnseatedReason {
  const given = fields(value);
  const kind = text(given('kind'));
  switch (kind) {
    case 'notCertifiable':
      return { kind, known: yesOrNo(given('known')) };
    case 'noAvailability':
    case 'notRestored':
      return { kind };
    case 'noRoomAtSite':
      return { kind, sites: sites(given('sites')) };
    case 'slotsTooShort':
      return {
        kind,
        needed: amount(given('needed')),
        longest: amount(given('longest')),
        extraTime: amount(given('extraTime')),
      };
    case 'slotsBegun':
    case 'otherSites':
    case 'noRoomFree':
    case 'occupied':
    case 'cancelled':
    case 'noInvigilator':
      return { kind, slots: slots(given('slots')) };
    case 'allKeptFree':
      return { kind, slots: slots(given('slots')), kept: count(given('kept')) };
    case 'sessionsFull':
      return { kind, open: slots(given('open')), closed: slots(given('closed')) };
    case 'crowd':
      return { kind, ...crowd(given) };
    case 'coupling':
      return {
        kind,
        rule: oneOf(given('rule'), ['overlap', 'invigilators'] as const),
        ...crowd(given),
      };
    default:
      throw new NotAPlan();
  }
}

type Fields = (name: string) => unknown;

function crowd(given: Fields) {
  return {
    slots: slots(given('slots')),
    sites: sites(given('sites')),
    candidates: count(given('candidates')),
    places: count(given('places')),
  };
}

const slots = (value: unknown): readonly SlotCode[] => list(value, (item) => slotCode(text(item)));
const sites = (value: unknown): readonly SiteName[] => list(value, (item) => siteName(text(item)));

function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotAPlan();
  const own = new Map<string, unknown>(Object.entries(value));
  return (name) => own.get(name);
}

function list<Item>(value: unknown, read: (item: unknown) => Item): readonly Item[] {
  if (!Array.isArray(value)) throw new NotAPlan();
  return value.map((item: unknown) => read(item));
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new NotAPlan();
  return value;
}

function amount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw new NotAPlan();
  return value;
}

function count(value: unknown): number {
  const found = amount(value);
  if (!Number.isInteger(found)) throw new NotAPlan();
  return found;
}

function yesOrNo(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new NotAPlan();
  return value;
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new NotAPlan();
  return found;
}

/** What the platform gives for nothing is `null`; a field that is not there is nothing too. */
function orNull<Item>(value: unknown, read: (item: unknown) => Item): Item | null {
  return value === null || value === undefined ? null : read(value);
}
