import type { CalendarModel, Calendars, EventModel } from '../../model/calendars';
import { isEmail } from '../../model/forms/rules';
import { ServiceObject } from '../bridge';
import { CalendarEvent } from './event';

/** Options of an event that the emulation keeps; `sendInvites` sends nothing here. */
interface EventOptions {
  readonly description?: string;
  readonly location?: string;
  readonly guests?: string;
  readonly sendInvites?: boolean;
}
const OPTIONS: readonly string[] = ['description', 'location', 'guests', 'sendInvites'];
const DAY = 86_400_000;

/** What a calendar and `CalendarApp`, which stands for the calendar of the account, both do. */
export abstract class EventHolder extends ServiceObject {
  readonly #calendars: Calendars;
  readonly #calendar: CalendarModel;
  readonly #now: () => number;

  constructor(calendars: Calendars, calendar: CalendarModel, now: () => number) {
    super();
    this.#calendars = calendars;
    this.#calendar = calendar;
    this.#now = now;
  }

  getId(): string {
    return this.#calendar.id;
  }
  getName(): string {
    return this.#calendar.name;
  }
  getDescription(): string {
    return this.#calendar.description;
  }
  getTimeZone(): string {
    return this.#calendar.timeZone;
  }
  getColor(): string {
    return this.#calendar.color;
  }
  isOwnedByMe(): boolean {
    return this.#calendar.owned;
  }
  isMyPrimaryCalendar(): boolean {
    return this.#calendar === this.#calendars.primary;
  }

  createEvent(title: string, startTime: Date, endTime: Date, options: EventOptions = {}): CalendarEvent {
    const times = [startTime, endTime].map((time) => (time instanceof Date ? time.getTime() : NaN));
    const [start = NaN, end = NaN] = times;
    if (Number.isNaN(start) || Number.isNaN(end)) {
      throw new Error(
        "The parameters don't match the method signature for CalendarApp.Calendar.createEvent.",
      );
    }
    return this.#wrap(
      this.#calendars.addEvent(this.#calendar, { title, start, end, allDay: false, ...optionsOf(options) }),
    );
  }

  /** `null` when it was deleted, or never was in this calendar. */
  getEventById(iCalId: string): CalendarEvent | null {
    const event = this.#calendar.events.find(({ id }) => id === iCalId);
    return event ? this.#wrap(event) : null;
  }

  /** Those that take place, even in part, between two instants; in order. */
  getEvents(startTime: Date, endTime: Date, options: { search?: string } = {}): CalendarEvent[] {
    const words = (options.search ?? '').toLowerCase();
    return this.#calendar.events
      .filter(({ start, end }) => start < endTime.getTime() && end > startTime.getTime())
      .filter(({ title, description, location }) =>
        `${title}\n${description}\n${location}`.toLowerCase().includes(words),
      )
      .sort((a, b) => a.start - b.start)
      .map((event) => this.#wrap(event));
  }

  getEventsForDay(date: Date, options: { search?: string } = {}): CalendarEvent[] {
    const start = new Date(date.getFullYear(), date.getMonth(), date.getDate());
    return this.getEvents(start, new Date(start.getTime() + DAY), options);
  }

  protected static partsOf(holder: EventHolder): {
    calendars: Calendars;
    calendar: CalendarModel;
    now: () => number;
  } {
    return { calendars: holder.#calendars, calendar: holder.#calendar, now: holder.#now };
  }

  #wrap(event: EventModel): CalendarEvent {
    return new CalendarEvent(this.#calendar, event, this.#now);
  }
}

export class Calendar extends EventHolder {
  readonly serviceName = 'Calendar';

  setName(name: string): this {
    EventHolder.partsOf(this).calendar.name = name;
    return this;
  }
  setDescription(description: string): this {
    EventHolder.partsOf(this).calendar.description = description;
    return this;
  }
  setTimeZone(timeZone: string): this {
    EventHolder.partsOf(this).calendar.timeZone = timeZone;
    return this;
  }
  setColor(color: string): this {
    EventHolder.partsOf(this).calendar.color = color;
    return this;
  }
  deleteCalendar(): void {
    const { calendars, calendar } = EventHolder.partsOf(this);
    if (calendar === calendars.primary || !calendar.owned) throw new Error('Action not allowed');
    calendars.list.splice(calendars.list.indexOf(calendar), 1);
  }
}

function optionsOf(options: EventOptions): Pick<EventModel, 'description' | 'location' | 'guests'> {
  const unknown = Object.keys(options).find((key) => !OPTIONS.includes(key));
  if (unknown !== undefined) {
    throw new Error(`Calendar.createEvent: the option ${unknown} is not emulated by the local runtime.`);
  }
  const guests = (options.guests ?? '')
    .split(',')
    .map((guest) => guest.trim())
    .filter((guest) => guest !== '');
  const wrong = guests.find((guest) => !isEmail(guest));
  if (wrong !== undefined) throw new Error(`Invalid email: ${wrong}`);
  return { description: options.description ?? '', location: options.location ?? '', guests };
}
