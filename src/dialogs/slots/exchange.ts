import type { CalendarDay, Minutes } from '../../domain/calendar';
import type { SlotTime } from '../../domain/slot-series';
import { windowPage } from '../window-page';

/** The window that makes slots: what there is already, and what slots have to be. */
export interface SlotsWindow {
  readonly today: CalendarDay;
  /** Name of the tab of the slots. */
  readonly tab: string;
  readonly existing: readonly StandingSlot[];
  readonly sites: readonly string[];
  readonly needs: SlotNeeds;
  /** Minutes between two sessions of a room. */
  readonly gap: number;
  /** Tabs with a column per slot. */
  readonly matrices: readonly string[];
  readonly defaults: SlotDefaults;
}

/** A slot of the tab. `site` is empty for all sites. */
export interface StandingSlot extends SlotTime {
  readonly code: string;
  readonly site: string;
}

/** Minutes that a slot must last. */
export interface SlotNeeds {
  readonly plain: number;
  /** People with extra time by the minutes that they need, the shortest first. */
  readonly extra: readonly { readonly minutes: number; readonly people: number }[];
  /** What the extra time of the parameters needs, for people who are not listed yet. */
  readonly usual: number;
}

export interface SlotDefaults {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly starts: readonly Minutes[];
  readonly duration: number;
}

/** What staff want added. */
export interface SlotsRequest {
  readonly slots: readonly SlotTime[];
  /** Empty: all sites. */
  readonly site: string;
  /** Whether tabs with a column per slot get the columns that they lack. */
  readonly columns: boolean;
}

export const SLOTS_WINDOW = windowPage<SlotsWindow>('slots');
