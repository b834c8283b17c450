import type { Problem } from '../../domain/problem';
import type { RoomCode } from '../../domain/ids';
import type { ExistingSession } from '../../domain/session';
import type { Slot } from '../../domain/slot';

/** A session and its slot. */
interface Placed {
  readonly session: Pick<ExistingSession, 'number'>;
  readonly slot: Slot;
}

/**
 * What the sentence about two sessions of one room says: `apart` and `gap`, in minutes, when they share no moment and
 * follow each other too closely.
 */
export function tooClose(earlier: Placed, later: Placed, room: RoomCode, gap: number): Problem['params'] {
  const params = { session: later.session.number, other: earlier.session.number, room };
  const apart = later.slot.start - earlier.slot.end;
  return apart < 0 ? params : { ...params, apart, gap };
}
