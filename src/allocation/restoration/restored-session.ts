import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import type { RecordedSession } from '../../domain/planning-record';
import type { Room } from '../../domain/room';
import type { ExistingSession } from '../../domain/session';
import { minutesNeeded } from '../../domain/settings';
import type { Slot } from '../../domain/slot';

export type SessionMisfit =
  | 'slotGone'
  | 'roomGone'
  | 'slotPast'
  | 'cancelled'
  | 'slotElsewhere'
  | 'roomNotFree'
  | 'overlap'
  | 'noInvigilator';

export type SeatMisfit =
  | 'unknown'
  | 'fixedElsewhere'
  | 'sessionClosed'
  | 'siteNotAccepted'
  | 'notAvailable'
  | 'slotTooShort'
  | 'notCertifiable'
  | 'full';

/** What no longer holds of the old planning. */
export type Misfit =
  | { readonly kind: 'session'; readonly session: RecordedSession; readonly why: SessionMisfit }
  | {
      readonly kind: 'seat';
      readonly session: RecordedSession;
      readonly candidate: string;
      readonly why: SeatMisfit;
    }
  /** Seats without a name that are no longer asked for, or have no room any more. */
  | { readonly kind: 'anonymous'; readonly group: string; readonly places: number };

/** A session of the restored planning, while it is being put together. */
export interface RestoredSession {
  readonly slot: Slot;
  readonly room: Room;
  /** The session that stands there today. */
  readonly existing: ExistingSession | null;
  /** What it was; `null` for one that is there only because a lock, a state or the past keeps it. */
  readonly was: RecordedSession | null;
  /** It stays whatever was restored. */
  readonly imposed: boolean;
  readonly seats: Set<string>;
  /** Most people, the seats that a lock imposes included. */
  readonly capacity: number;
  /** Places without a name, by request. */
  readonly anonymous: Map<string, number>;
  invigilators: readonly string[];
}

/** Why this person may not sit there, the number of seats apart. */
export function obstacle(
  settings: Campaign['settings'],
  { slot, room }: Pick<RestoredSession, 'slot' | 'room'>,
  candidate: Candidate,
): SeatMisfit | null {
  if (!candidate.sites.includes(room.site)) return 'siteNotAccepted';
  if (!candidate.availability.possible.includes(slot.code)) return 'notAvailable';
  if (slot.end - slot.start < minutesNeeded(settings, candidate.extraTime)) return 'slotTooShort';
  if (settings.certifiableOnly && candidate.certifiable !== true) return 'notCertifiable';
  return null;
}
