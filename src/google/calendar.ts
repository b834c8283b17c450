import { instantOf } from '../domain/instant';
import type { CalendarDay, Minutes } from '../domain/calendar';
import { logFailure } from './log';

type Calendar = GoogleAppsScript.Calendar.Calendar;
type CalendarEvent = GoogleAppsScript.Calendar.CalendarEvent;

/** A calendar that events may be put in: whether one that belongs to somebody else allows it is known by trying. */
export interface OfferedCalendar {
  readonly id: string;
  readonly name: string;
}

/** An event as it should be. */
export interface WantedEvent {
  /** What the house knows it by. */
  readonly key: string;
  readonly day: CalendarDay;
  readonly start: Minutes;
  readonly end: Minutes;
  readonly title: string;
  readonly place: string;
  readonly description: string;
}

/** Calendars that the platform makes by itself, and in which nobody writes. */
const OF_THE_PLATFORM = /#(holiday|contacts|weeknum)@/;

/** The calendars of whoever asks, their own first, then those that a team shares. */
export function offeredCalendars(): readonly OfferedCalendar[] {
  const own = CalendarApp.getAllOwnedCalendars();
  const known = new Set(own.map((calendar) => calendar.getId()));
  const shared = CalendarApp.getAllCalendars().filter((calendar) => {
    const id = calendar.getId();
    return !known.has(id) && !OF_THE_PLATFORM.test(id);
  });
  return [...own, ...shared].map((calendar) => ({ id: calendar.getId(), name: calendar.getName() }));
}

/** Whether the platform refused to write because the calendar may only be read. */
export function isCalendarRefusal(error: unknown): boolean {
  return /not allowed|permission/i.test(String(error));
}

/** Events of the house in one calendar. */
export class HouseCalendar {
  private constructor(
    private readonly calendar: Calendar,
    private readonly timeZone: string,
  ) {}

  /** `null` when the calendar is gone or out of reach. */
  static open(id: string, timeZone: string): HouseCalendar | null {
    try {
      // The platform gives null for a calendar that is not there, whatever its types say.
      const calendar: Calendar | null = CalendarApp.getCalendarById(id);
      return calendar === null ? null : new HouseCalendar(calendar, timeZone);
    } catch (error) {
      logFailure(error);
      return null;
    }
  }

  /** @returns the identifier of the event */
  create(wanted: WantedEvent): string {
    const [start, end] = this.times(wanted);
    const options = { location: wanted.place, description: wanted.description };
    return this.calendar.createEvent(wanted.title, start, end, options).getId();
  }

  /** Identifiers of the events that already stand as wanted: same title, same times. */
  standing(wanted: WantedEvent): readonly string[] {
    const [start, end] = this.times(wanted);
    return this.calendar
      .getEvents(start, end)
      .filter(
        (event) =>
          event.getTitle() === wanted.title &&
          event.getStartTime().getTime() === start.getTime() &&
          event.getEndTime().getTime() === end.getTime(),
      )
      .map((event) => event.getId());
  }

  /** Makes an event as wanted; one that somebody deleted is made again. @returns its identifier */
  update(id: string, wanted: WantedEvent): string {
    const event = this.find(id);
    if (event === null) return this.create(wanted);
    const [start, end] = this.times(wanted);
    event
      .setTitle(wanted.title)
      .setTime(start, end)
      .setLocation(wanted.place)
      .setDescription(wanted.description);
    return id;
  }

  remove(id: string): void {
    try {
      this.find(id)?.deleteEvent();
    } catch (error) {
      // Somebody deleted it before us.
      logFailure(error);
    }
  }

  private find(id: string): CalendarEvent | null {
    try {
      const event: CalendarEvent | null = this.calendar.getEventById(id);
      return event;
    } catch {
      return null;
    }
  }

  private times({ day, start, end }: WantedEvent): readonly [Date, Date] {
    return [new Date(instantOf(day, start, this.timeZone)), new Date(instantOf(day, end, this.timeZone))];
  }
}
