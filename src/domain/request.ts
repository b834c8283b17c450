import type { GroupName, SiteName, SlotCode } from './ids';

/**
 * Seats without names that an accepted request reserves for students of its group that `Étudiants` does not list yet.
 * They never displace a candidate with a name.
 */
export interface SeatRequest {
  /** Key of the request in this reading: the group label, made unique. */
  readonly id: string;
  readonly group: GroupName;
  readonly sites: readonly SiteName[];
  readonly possible: readonly SlotCode[];
  /** Seats to reserve: number asked less number listed, never below zero. */
  readonly places: number;
}
