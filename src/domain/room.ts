import type { RoomCode, SiteName, SlotCode } from './ids';

/** A certified room with at least one place. Rooms that are not certified never reach the domain. */
export interface Room {
  readonly code: RoomCode;
  readonly site: SiteName;
  /** Empty when not given. */
  readonly building: string;
  readonly name: string;
  /** Certified places: a whole number above zero. */
  readonly places: number;
  /** Slots at which the room is free, or `'every'` when `Disponibilités salles` says nothing of it. */
  readonly freeAt: 'every' | readonly SlotCode[];
}
