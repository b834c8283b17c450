import type { CalendarDay, Minutes } from './calendar';
import type { GroupName, RoomCode, SiteName, SlotCode } from './ids';

/** Who can come to what is only imagined: everybody, or those who can come at a slot that exists. */
export type WhoComes = 'everybody' | { readonly like: SlotCode };

/** Something changed for a trial; no tab changes. */
export type TrialEdit =
  | { readonly kind: 'addRoom'; readonly site: SiteName; readonly places: number }
  | { readonly kind: 'removeRoom'; readonly room: RoomCode }
  | { readonly kind: 'openRoom'; readonly room: RoomCode; readonly slot: SlotCode }
  | { readonly kind: 'closeRoom'; readonly room: RoomCode; readonly slot: SlotCode }
  | {
      readonly kind: 'addSlot';
      readonly day: CalendarDay;
      readonly start: Minutes;
      readonly end: Minutes;
      /** `null`: all sites. */
      readonly site: SiteName | null;
      readonly who: WhoComes;
    }
  | { readonly kind: 'removeSlot'; readonly slot: SlotCode }
  /** People like those of a group, or who can come everywhere at a site. */
  | {
      readonly kind: 'addPeople';
      readonly count: number;
      readonly like: { readonly group: GroupName } | { readonly site: SiteName };
    }
  | { readonly kind: 'removePeople'; readonly count: number; readonly group: GroupName };
