import type { CalendarSession } from '../../printing/calendar-session';
import { windowPage } from '../window-page';

/** The calendar of the planning: rooms across, days down. */
export interface CalendarWindow {
  readonly sessions: readonly CalendarSession[];
}

export const CALENDAR_WINDOW = windowPage<CalendarWindow>('calendar');
