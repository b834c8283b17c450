import type { Minutes } from './calendar';
import type { CandidateId, RoomCode, SiteName, SlotCode } from './ids';

/** Something that staff could obtain, and that lets more people sit or fewer sessions do. */
export type Lever =
  /** A certified room that is not free at the slot today. */
  | { readonly kind: 'openRoom'; readonly room: RoomCode; readonly slot: SlotCode }
  /** Somebody more who can watch there. */
  | { readonly kind: 'invigilator'; readonly site: SiteName; readonly slot: SlotCode }
  /** The slot ends later, for extra time. */
  | { readonly kind: 'lengthenSlot'; readonly slot: SlotCode; readonly end: Minutes }
  /** People who can come at these slots alone give all the others too. */
  | {
      readonly kind: 'moreSlots';
      readonly candidates: readonly CandidateId[];
      readonly slots: readonly SlotCode[];
    }
  /** A certified room more. */
  | { readonly kind: 'newRoom'; readonly site: SiteName; readonly slot: SlotCode; readonly places: number };

/** What a lever is worth, by calculation. */
export interface Help {
  readonly lever: Lever;
  /** People who would have a seat, and have none without it. */
  readonly seats: number;
  /** Whether no more than these would have one. */
  readonly exact: boolean;
}
