import type { Candidate } from './candidate';
import type { Invigilator } from './invigilator';
import type { SeatRequest } from './request';
import type { Room } from './room';
import type { ExistingSession } from './session';
import type { PlanningSettings } from './settings';
import type { Slot } from './slot';

/**
 * Everything that a planning depends on: plain data, JSON-able, without text for users. This is what goes through the
 * engine's door, on the server, in a worker and in Node.
 */
export interface Campaign {
  readonly rooms: readonly Room[];
  readonly slots: readonly Slot[];
  readonly candidates: readonly Candidate[];
  readonly requests: readonly SeatRequest[];
  /** `null`: invigilators do not limit the planning (the tab has no row). */
  readonly invigilators: readonly Invigilator[] | null;
  /** The planning read back, in order of number; empty the first time. */
  readonly existing: readonly ExistingSession[];
  readonly settings: PlanningSettings;
}
