import type { CalendarModel, Calendars } from '../../model/calendars';
import { WEEK_DAYS } from '../enums';
import { Calendar, EventHolder } from './calendar';
import * as enums from './enums';

/** `CalendarApp`: the calendars of the account; its own one when none is named. */
export class CalendarApps extends EventHolder {
  readonly serviceName = 'CalendarApp';
  readonly EventColor = enums.EVENT_COLORS;
  readonly EventTransparency = enums.EVENT_TRANSPARENCIES;
  readonly Visibility = enums.VISIBILITIES;
  readonly Weekday = WEEK_DAYS;

  constructor(calendars: Calendars, now: () => number) {
    super(calendars, calendars.primary, now);
  }

  getDefaultCalendar(): Calendar {
    return this.#wrap(EventHolder.partsOf(this).calendar);
  }
  getAllCalendars(): Calendar[] {
    return this.#those(() => true);
  }
  getAllOwnedCalendars(): Calendar[] {
    return this.#those(({ owned }) => owned);
  }
  /** `null` when this account has no such calendar. */
  getCalendarById(id: string): Calendar | null {
    return this.#those((calendar) => calendar.id === id)[0] ?? null;
  }
  getOwnedCalendarById(id: string): Calendar | null {
    return this.#those((calendar) => calendar.id === id && calendar.owned)[0] ?? null;
  }
  getCalendarsByName(name: string): Calendar[] {
    return this.#those((calendar) => calendar.name === name);
  }
  getOwnedCalendarsByName(name: string): Calendar[] {
    return this.#those((calendar) => calendar.name === name && calendar.owned);
  }
  createCalendar(name: string, options: { timeZone?: unknown } = {}): Calendar {
    const timeZone = typeof options.timeZone === 'string' ? { timeZone: options.timeZone } : {};
    return this.#wrap(EventHolder.partsOf(this).calendars.add(name, timeZone));
  }

  #those(wanted: (calendar: CalendarModel) => boolean): Calendar[] {
    return EventHolder.partsOf(this)
      .calendars.list.filter(wanted)
      .map((calendar) => this.#wrap(calendar));
  }

  #wrap(calendar: CalendarModel): Calendar {
    const { calendars, now } = EventHolder.partsOf(this);
    return new Calendar(calendars, calendar, now);
  }
}
