import type { DailyQuota } from './daily-quota';

/** An event of a calendar; instants in milliseconds. */
export interface EventModel {
  /** As the platform writes it: `…@google.com`. */
  readonly id: string;
  title: string;
  description: string;
  location: string;
  start: number;
  end: number;
  allDay: boolean;
  guests: string[];
  color: string;
  visibility: string;
  transparency: string;
  readonly tags: Map<string, string>;
  readonly created: number;
  updated: number;
}

export interface CalendarModel {
  readonly id: string;
  name: string;
  description: string;
  timeZone: string;
  color: string;
  /** `false`: shared by somebody, to read and write. */
  readonly owned: boolean;
  /** Whether events may be written in it. */
  readonly writable: boolean;
  readonly events: EventModel[];
}

/** What an event is made of. */
export type NewEvent = Pick<
  EventModel,
  'title' | 'description' | 'location' | 'start' | 'end' | 'allDay' | 'guests'
>;

/** The calendars of an account: its own, named by its address, and those that are added. */
export class Calendars {
  readonly list: CalendarModel[] = [];
  private madeEvents = 0;
  private madeCalendars = 0;

  constructor(
    owner: string,
    private readonly created: DailyQuota,
    private readonly now: () => number,
  ) {
    this.add(owner, { id: owner });
  }

  /** The calendar of the account itself. */
  get primary(): CalendarModel {
    const [first] = this.list;
    if (!first) throw new Error('The account has no calendar.');
    return first;
  }

  /** Adds a calendar: one of this account, or one that somebody shares. */
  add(
    name: string,
    made: Partial<Pick<CalendarModel, 'id' | 'owned' | 'writable' | 'timeZone'>> = {},
  ): CalendarModel {
    const calendar: CalendarModel = {
      id: made.id ?? `calendar-${++this.madeCalendars}@group.calendar.google.com`,
      name,
      description: '',
      timeZone: made.timeZone ?? 'Europe/Paris',
      color: '#9fe1e7',
      owned: made.owned ?? true,
      writable: made.writable ?? true,
      events: [],
    };
    this.list.push(calendar);
    return calendar;
  }

  /** Throws over the daily limit, in a calendar that can only be read, and when the event ends before it starts. */
  addEvent(calendar: CalendarModel, event: NewEvent): EventModel {
    if (!calendar.writable) throw new Error('Action not allowed');
    if (event.end < event.start) throw new Error('Event start time must be before event end time.');
    if (!this.created.take(1)) throw new Error('Service invoked too many times for one day: calendar.');
    const made: EventModel = {
      ...event,
      id: `event${String(++this.madeEvents).padStart(6, '0')}@google.com`,
      color: '',
      visibility: 'DEFAULT',
      transparency: 'OPAQUE',
      tags: new Map(),
      created: this.now(),
      updated: this.now(),
    };
    calendar.events.push(made);
    return made;
  }
}
