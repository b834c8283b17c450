import type { CalendarDay, Minutes } from './calendar';
import type { SiteName, SlotCode } from './ids';

/** A possible time for sessions. `start < end`, same day. */
export interface Slot {
  readonly code: SlotCode;
  readonly day: CalendarDay;
  readonly start: Minutes;
  readonly end: Minutes;
  /** The only site at which the slot exists; `null`: all sites. */
  readonly site: SiteName | null;
  /** No new session may be opened here (it has begun already); sessions that exist stay. */
  readonly closed: boolean;
}

/** Orders slots by date, start, end, then code: the order in which every list of slots is shown. */
export function compareSlots(a: Slot, b: Slot): number {
  return compareText(a.day, b.day) || a.start - b.start || a.end - b.end || compareText(a.code, b.code);
}

/** Whether sessions of one room cannot take place at both, `gap` minutes being needed between them. */
export function overlaps(a: Slot, b: Slot, gap: number): boolean {
  return a.day === b.day && a.start < b.end + gap && b.start < a.end + gap;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
