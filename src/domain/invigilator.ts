import type { SiteName, SlotCode } from './ids';

/** A person who can watch one session at a time. */
export interface Invigilator {
  /** Unique among invigilators (name, made unique by the reader). */
  readonly name: string;
  readonly sites: readonly SiteName[];
  readonly possible: readonly SlotCode[];
}
