import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import type { CandidateId, RoomCode, SessionNumber, SlotCode } from '../../domain/ids';
import type { Plan, PlannedSession } from '../../domain/plan';
import type { SeatRequest } from '../../domain/request';
import type { Room } from '../../domain/room';
import type { ExistingSession } from '../../domain/session';
import type { PlanningSettings } from '../../domain/settings';
import type { Slot } from '../../domain/slot';

/** A hard rule that a plan breaks; a bug of the engine if it ever happens. `detail` is for the log, not for users. */
export interface Violation {
  readonly rule: string;
  readonly detail: string;
}

/** Notes a broken rule. */
export type Report = (rule: string, detail: string) => void;

/**
 * The campaign and the plan, indexed for checking. Written apart from the engine on purpose, down to the minutes
 * needed: a mistake there must not be repeated here.
 */
export interface Evidence {
  readonly campaign: Campaign;
  readonly plan: Plan;
  readonly rooms: ReadonlyMap<RoomCode, Room>;
  readonly slots: ReadonlyMap<SlotCode, Slot>;
  readonly candidates: ReadonlyMap<CandidateId, Candidate>;
  readonly requests: ReadonlyMap<string, SeatRequest>;
  /** Existing sessions that were not cancelled, by `placeKey`. */
  readonly existing: ReadonlyMap<string, ExistingSession>;
  readonly cancelled: ReadonlySet<string>;
  /** Place at which the plan seats each candidate; the first one when there are several. */
  readonly seatedAt: ReadonlyMap<CandidateId, PlannedSession>;
  readonly sessionAt: ReadonlyMap<string, PlannedSession>;
  /** Seats that a lock, a state or the past imposes: candidate to place. */
  readonly imposedSeats: ReadonlyMap<CandidateId, string>;
  /** Places of sessions that must stay, with the number of each. */
  readonly imposedSessions: ReadonlyMap<string, SessionNumber>;
}

export interface At {
  readonly slot: SlotCode;
  readonly room: RoomCode;
}

/** One text per slot and room. */
export const placeKey = (at: At): string => `${at.slot}\u0000${at.room}`;
/** For people who read the log. */
export const placeName = (at: At): string => `${at.slot}/${at.room}`;

export function gatherEvidence(campaign: Campaign, plan: Plan): Evidence {
  const kept = campaign.existing.filter((session) => session.state !== 'cancelled');
  const seatedAt = new Map<CandidateId, PlannedSession>();
  for (const session of plan.sessions) {
    for (const id of session.seats) if (!seatedAt.has(id)) seatedAt.set(id, session);
  }
  const imposedSeats = new Map<CandidateId, string>();
  const imposedSessions = new Map<string, SessionNumber>();
  for (const session of kept) {
    const stays = mustStay(session);
    if (stays) imposedSessions.set(placeKey(session), session.number);
    for (const seat of session.seats) {
      if (!stays && !seat.locked) continue;
      imposedSeats.set(seat.candidate, placeKey(session));
      if (seat.locked) imposedSessions.set(placeKey(session), session.number);
    }
  }
  return {
    campaign,
    plan,
    rooms: new Map(campaign.rooms.map((room) => [room.code, room])),
    slots: new Map(campaign.slots.map((slot) => [slot.code, slot])),
    candidates: new Map(campaign.candidates.map((candidate) => [candidate.id, candidate])),
    requests: new Map(campaign.requests.map((request) => [request.id, request])),
    existing: new Map(kept.map((session) => [placeKey(session), session])),
    cancelled: new Set(campaign.existing.filter((s) => s.state === 'cancelled').map(placeKey)),
    seatedAt,
    sessionAt: new Map(plan.sessions.map((session) => [placeKey(session), session])),
    imposedSeats,
    imposedSessions,
  };
}

/** Slot, room and occupants stay: ticked, convoked, held, or begun. */
function mustStay(session: ExistingSession): boolean {
  return session.locked || session.closed || session.state === 'convoked' || session.state === 'held';
}

/** Whole minutes for installation and test. A millionth of a minute is noise of fractions such as 1/3. */
export function minutesFor(settings: PlanningSettings, extraTime: number): number {
  const exact = settings.setupMinutes + settings.testMinutes + settings.testMinutes * extraTime;
  return Math.ceil(Math.round(exact * 1e6) / 1e6);
}

export const occupantsOf = (session: PlannedSession): number =>
  session.anonymous.reduce((sum, reserved) => sum + reserved.places, session.seats.length);

/** Whether two slots share a moment once each is followed by `gap` minutes. */
export const overlap = (a: Slot, b: Slot, gap: number): boolean =>
  a.day === b.day && a.start < b.end + gap && b.start < a.end + gap;

/** Why this candidate may not sit there, or `null`. `slot` and `room` are known to the campaign. */
export function obstacle(evidence: Evidence, candidate: Candidate, slot: Slot, room: Room): string | null {
  const { settings } = evidence.campaign;
  if (!candidate.sites.includes(room.site)) return 'siteNotAccepted';
  if (!candidate.availability.possible.includes(slot.code)) return 'candidateNotAvailable';
  if (slot.end - slot.start < minutesFor(settings, candidate.extraTime)) return 'slotTooShort';
  if (settings.certifiableOnly && candidate.certifiable !== true) return 'notCertifiable';
  return null;
}

/** Why a session may not stand there, or `null`: apart from the other sessions. */
export function roomObstacle(slot: Slot, room: Room): string | null {
  if (slot.site !== null && slot.site !== room.site) return 'slotNotAtSite';
  if (room.freeAt !== 'every' && !room.freeAt.includes(slot.code)) return 'roomNotFree';
  return null;
}
