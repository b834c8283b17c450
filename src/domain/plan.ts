import type { CandidateId, GroupName, RoomCode, SessionNumber, SiteName, SlotCode } from './ids';

/** The result of a calculation: plain data, complete, in order of date, time, room code. */
export interface Plan {
  readonly sessions: readonly PlannedSession[];
  readonly unseated: readonly Unseated[];
  /** Requests whose seats could not all be reserved. */
  readonly shortRequests: readonly { readonly request: string; readonly missing: number }[];
  /** One per goal, in the order in which they were pursued (the parameter `Priorité` changes it). */
  readonly goals: readonly GoalResult[];
  /** Why not one session fewer; `null` when there is nothing to say: no session, or nobody knows who can be seated. */
  readonly sessionBound: BoundReason | null;
  readonly moved: readonly Move[];
  readonly statistics: EngineStatistics;
}

export interface PlannedSession {
  readonly slot: SlotCode;
  readonly room: RoomCode;
  /** Number of the existing session at the same slot and room that this one continues; `null`: a new session. */
  readonly continues: SessionNumber | null;
  /** Candidates seated, in the order of the campaign's candidates. */
  readonly seats: readonly CandidateId[];
  readonly anonymous: readonly AnonymousSeats[];
  /** Names of the invigilators assigned; empty when they do not limit the planning. */
  readonly invigilators: readonly string[];
}

export interface AnonymousSeats {
  readonly request: string;
  readonly group: GroupName;
  readonly places: number;
}

/** Who changed session compared with the existing planning. `null` in `to`: lost the seat. */
export interface Move {
  readonly candidate: CandidateId;
  readonly from: SessionNumber;
  readonly to: { readonly slot: SlotCode; readonly room: RoomCode } | null;
}

export type GoalName = 'seated' | 'anonymous' | 'sessions' | 'preferred' | 'groupSplits' | 'earliest';

/**
 * `bound`: best bound known, given the goals placed before; equal to `value` when `proven`. Once one of these is not
 * proven it is no more than a hint.
 */
export interface GoalResult {
  readonly goal: GoalName;
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
}

export interface EngineStatistics {
  readonly classes: number;
  readonly nodes: number;
  readonly components: number;
  /** Opening variables of the integer programs. */
  readonly binaries: number;
  /** Whether the exact solver was asked at all, and whether it could be loaded. */
  readonly solver: 'not needed' | 'used' | 'refused';
  readonly milliseconds: number;
}

/** A candidate without a seat, with the true reason. */
export interface Unseated {
  readonly candidate: CandidateId;
  readonly reason: UnseatedReason;
}

/** Reasons from the problem itself; texts are made elsewhere. */
export type UnseatedReason =
  /** Only certifiable candidates are planned, and this one is not (or not known to be). */
  | { readonly kind: 'notCertifiable'; readonly known: boolean }
  /** Nobody said when the candidate can come. */
  | { readonly kind: 'noAvailability' }
  /** The planning was restored as it was, and has no seat for the candidate that still holds. */
  | { readonly kind: 'notRestored' }
  /** The accepted sites have no certified room. */
  | { readonly kind: 'noRoomAtSite'; readonly sites: readonly SiteName[] }
  /** Every possible slot is shorter than needed; `longest` is the longest of them, in minutes. */
  | {
      readonly kind: 'slotsTooShort';
      readonly needed: number;
      readonly longest: number;
      readonly extraTime: number;
    }
  /** The slots that are long enough have begun already. */
  | { readonly kind: 'slotsBegun'; readonly slots: readonly SlotCode[] }
  /** The slots given are for other sites. */
  | { readonly kind: 'otherSites'; readonly slots: readonly SlotCode[] }
  /** No certified room of the accepted sites is free at the slots given. */
  | { readonly kind: 'noRoomFree'; readonly slots: readonly SlotCode[] }
  /** The rooms that are free at the slots given have no more places than those that are kept free in each session. */
  | { readonly kind: 'allKeptFree'; readonly slots: readonly SlotCode[]; readonly kept: number }
  /** The sessions that stand at the slots given are full or closed, or take the rooms: locked, convoked, held, past or kept. */
  | { readonly kind: 'occupied'; readonly slots: readonly SlotCode[] }
  /** The only sessions possible, at the slots given, were cancelled. */
  | { readonly kind: 'cancelled'; readonly slots: readonly SlotCode[] }
  /** No invigilator at the slots given. */
  | { readonly kind: 'noInvigilator'; readonly slots: readonly SlotCode[] }
  /**
   * The sessions that the plan opens where the candidate may sit (at `open`, which may be empty) are full, and it adds no
   * other, as it could at `closed`.
   */
  | {
      readonly kind: 'sessionsFull';
      readonly open: readonly SlotCode[];
      readonly closed: readonly SlotCode[];
    }
  /**
   * The crowd (minimum cut): these `candidates` people can sit only at `slots` of `sites`, which hold `places`.
   * `places < candidates`.
   */
  | {
      readonly kind: 'crowd';
      readonly slots: readonly SlotCode[];
      readonly sites: readonly SiteName[];
      readonly candidates: number;
      readonly places: number;
    }
  /**
   * The rooms would do, but a rule keeps useful sessions closed: for these `candidates` people those that are open hold
   * `places`. `places < candidates`.
   */
  | {
      readonly kind: 'coupling';
      readonly rule: 'overlap' | 'invigilators';
      readonly slots: readonly SlotCode[];
      readonly sites: readonly SiteName[];
      readonly candidates: number;
      readonly places: number;
    };

/**
 * A lower bound on the sessions that a person can check: at the sites of each part `people` have to sit, and the
 * `sessions - 1` largest sessions possible there hold at most `places` of them. The parts add up to `sessions`.
 */
export interface BoundReason {
  readonly sessions: number;
  readonly proven: boolean;
  readonly parts: readonly BoundPart[];
}

export interface BoundPart {
  readonly sites: readonly SiteName[];
  readonly people: number;
  readonly sessions: number;
  /** Of the sessions, those that cannot be closed: locked, convoked, held, past, or kept for those who sit there. */
  readonly standing: number;
  /** Most people that `sessions - 1` sessions can hold there; `null` when the exact search gave the bound. */
  readonly places: number | null;
  /** Of them, those who can come at few slots alone and need sessions of their own: separate slots each. */
  readonly confined: readonly ConfinedPeople[];
}

/** `people` can sit at `slots` of `sites` alone, where they need `sessions` at least, `standing` of which stand anyway. */
export interface ConfinedPeople {
  readonly sites: readonly SiteName[];
  readonly slots: readonly SlotCode[];
  readonly people: number;
  readonly sessions: number;
  readonly standing: number;
}
