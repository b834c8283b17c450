import type { CandidateId, RoomCode, SessionNumber, SlotCode } from './ids';

/** `État` in `Planning`: Brouillon, Publiée, Convoquée, Tenue, Annulée. */
export type SessionState = 'draft' | 'published' | 'convoked' | 'held' | 'cancelled';

/** A session of the planning that exists already, as read back from `Planning` and `Affectations`. */
export interface ExistingSession {
  readonly number: SessionNumber;
  readonly slot: SlotCode;
  readonly room: RoomCode;
  readonly state: SessionState;
  /** Column `Verrouillée` of `Planning`: slot, room and occupants stay; others may join. */
  readonly locked: boolean;
  /** Nobody may join: the session is held, or has begun. Occupants stay. */
  readonly closed: boolean;
  readonly seats: readonly ExistingSeat[];
  /** Seats without names, by group label. */
  readonly anonymous: readonly { readonly group: string; readonly places: number }[];
}

export interface ExistingSeat {
  readonly candidate: CandidateId;
  /** Column `Verrouillée` of `Affectations`: the assignment stays, and so does its session. */
  readonly locked: boolean;
}

/** True when slot, room and occupants must stay: ticked, convoked, held or begun. A cancelled session never stays. */
export function isPinned(session: ExistingSession): boolean {
  if (session.state === 'cancelled') return false;
  return session.locked || session.closed || session.state === 'convoked' || session.state === 'held';
}
