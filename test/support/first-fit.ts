import {
  gatherEvidence,
  minutesFor,
  overlap,
  roomObstacle,
} from '../../src/allocation/verification/evidence';
import { recount } from '../../src/allocation/verification/goals';
import type { Campaign } from '../../src/domain/campaign';
import type { Candidate } from '../../src/domain/candidate';
import type { CandidateId } from '../../src/domain/ids';
import type { AnonymousSeats, GoalName, Plan } from '../../src/domain/plan';
import type { Room } from '../../src/domain/room';
import type { Slot } from '../../src/domain/slot';

/** What a person would do: one candidate after another, in the first session with a place, else in a new one. */
interface OpenSession {
  readonly slot: Slot;
  readonly room: Room;
  readonly seats: CandidateId[];
  readonly anonymous: AnonymousSeats[];
  readonly invigilators: string[];
}

const GOALS: readonly GoalName[] = [
  'seated',
  'anonymous',
  'sessions',
  'preferred',
  'groupSplits',
  'earliest',
];

/** A valid plan of a campaign without existing planning, in the priority `sessions`. */
export function firstFit(campaign: Campaign): Plan {
  const open: OpenSession[] = [];
  const unseated: CandidateId[] = [];
  for (const candidate of campaign.candidates) {
    const session = seatFor(campaign, open, (slot, room) => mayCome(campaign, candidate, slot, room));
    if (session) session.seats.push(candidate.id);
    else unseated.push(candidate.id);
  }
  const shortRequests = reserve(campaign, open);
  return finished(campaign, open, unseated, shortRequests);
}

function mayCome(campaign: Campaign, candidate: Candidate, slot: Slot, room: Room): boolean {
  const { settings } = campaign;
  if (settings.certifiableOnly && candidate.certifiable !== true) return false;
  return (
    candidate.sites.includes(room.site) &&
    candidate.availability.possible.includes(slot.code) &&
    slot.end - slot.start >= minutesFor(settings, candidate.extraTime)
  );
}

function reserve(campaign: Campaign, open: OpenSession[]): Plan['shortRequests'] {
  return campaign.requests.flatMap((request) => {
    const suits = (slot: Slot, room: Room): boolean =>
      request.sites.includes(room.site) &&
      request.possible.includes(slot.code) &&
      slot.end - slot.start >= minutesFor(campaign.settings, 0);
    for (let count = 0; count < request.places; count += 1) {
      const session = seatFor(campaign, open, suits);
      if (!session) return [{ request: request.id, missing: request.places - count }];
      const index = session.anonymous.findIndex((seats) => seats.request === request.id);
      const places = (session.anonymous[index]?.places ?? 0) + 1;
      const seats = { request: request.id, group: request.group, places };
      session.anonymous.splice(index < 0 ? session.anonymous.length : index, 1, seats);
    }
    return [];
  });
}

function seatFor(
  campaign: Campaign,
  open: OpenSession[],
  suits: (slot: Slot, room: Room) => boolean,
): OpenSession | null {
  const usable = open.find(
    (session) => suits(session.slot, session.room) && hasPlace(campaign, open, session),
  );
  if (usable) return usable;
  for (const slot of campaign.slots) {
    for (const room of campaign.rooms) {
      if (slot.closed || roomObstacle(slot, room) !== null || !suits(slot, room)) continue;
      const clash = open.some(
        (other) => other.room === room && overlap(slot, other.slot, campaign.settings.gapMinutes),
      );
      const session: OpenSession = { slot, room, seats: [], anonymous: [], invigilators: [] };
      if (clash || !hasPlace(campaign, open, session)) continue;
      open.push(session);
      return session;
    }
  }
  return null;
}

/** Whether one more person fits; calls one more invigilator when that is what it takes. */
function hasPlace(campaign: Campaign, open: readonly OpenSession[], session: OpenSession): boolean {
  const { settings, invigilators } = campaign;
  const people = occupants(session) + 1;
  if (people > session.room.places - settings.keptFree) return false;
  const k = settings.candidatesPerInvigilator;
  const needed = k > 0 ? Math.ceil(people / k) : 1;
  if (invigilators === null || session.invigilators.length >= needed) return true;
  const busy = new Set(
    open.filter((other) => overlap(other.slot, session.slot, 0)).flatMap((other) => other.invigilators),
  );
  const idle = invigilators.find(
    ({ name, sites, possible }) =>
      !busy.has(name) &&
      !session.invigilators.includes(name) &&
      sites.includes(session.room.site) &&
      possible.includes(session.slot.code),
  );
  if (idle) session.invigilators.push(idle.name);
  return idle !== undefined;
}

const occupants = (session: OpenSession): number =>
  session.anonymous.reduce((sum, seats) => sum + seats.places, session.seats.length);

function finished(
  campaign: Campaign,
  open: readonly OpenSession[],
  unseated: readonly CandidateId[],
  shortRequests: Plan['shortRequests'],
): Plan {
  const sessions = [...open]
    .sort((a, b) => (byTime(a) < byTime(b) ? -1 : 1))
    .map(({ slot, room, seats, anonymous, invigilators }) => {
      return { slot: slot.code, room: room.code, continues: null, seats, anonymous, invigilators };
    });
  const plan: Plan = {
    sessions,
    unseated: unseated.map((candidate) => ({ candidate, reason: { kind: 'noAvailability' } })),
    shortRequests,
    goals: [],
    sessionBound: null,
    moved: [],
    statistics: {
      classes: 0,
      nodes: 0,
      components: 0,
      binaries: 0,
      solver: 'not needed',
      milliseconds: 0,
    },
  };
  const values = recount(gatherEvidence(campaign, plan));
  return {
    ...plan,
    goals: GOALS.map((goal) => ({ goal, value: values[goal], bound: values[goal], proven: false })),
  };
}

const byTime = ({ slot, room }: OpenSession): string =>
  `${slot.day} ${String(slot.start).padStart(4, '0')} ${slot.code} ${room.code}`;
