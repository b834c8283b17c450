import type { CandidateId, RoomCode, SessionNumber, SlotCode } from './ids';

/** Slots that a change is about. */
export type ChangedSlots = 'every' | readonly SlotCode[];

/** Something that happens once a planning is made. */
export type Change =
  /** The room can no longer be used at these slots. */
  | { readonly kind: 'roomLost'; readonly room: RoomCode; readonly slots: ChangedSlots }
  /** The session does not take place, and no other takes its slot and room. */
  | { readonly kind: 'sessionCancelled'; readonly session: SessionNumber }
  | { readonly kind: 'invigilatorMissing'; readonly invigilator: string; readonly slots: ChangedSlots }
  /** The candidates can no longer come at these slots; `every`: they can no longer come at all. */
  | {
      readonly kind: 'candidatesAway';
      readonly candidates: readonly CandidateId[];
      readonly slots: ChangedSlots;
    }
  /** Nothing but what the tabs say already: rooms, availabilities or rows were corrected after the planning was made. */
  | { readonly kind: 'tabsCorrected' };
