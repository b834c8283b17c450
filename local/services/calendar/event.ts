import type { CalendarModel, EventModel } from '../../model/calendars';
import { isEmail } from '../../model/forms/rules';
import { ServiceObject } from '../bridge';

/** An event; once it is deleted, by the script or by somebody else, any use of it fails. */
export class CalendarEvent extends ServiceObject {
  readonly serviceName = 'CalendarEvent';
  readonly #calendar: CalendarModel;
  readonly #event: EventModel;
  readonly #now: () => number;

  constructor(calendar: CalendarModel, event: EventModel, now: () => number) {
    super();
    this.#calendar = calendar;
    this.#event = event;
    this.#now = now;
  }

  getId(): string {
    return this.#event.id;
  }
  getOriginalCalendarId(): string {
    return this.#calendar.id;
  }
  getTitle(): string {
    return this.#event.title;
  }
  setTitle(title: string): this {
    return this.#change({ title });
  }
  getDescription(): string {
    return this.#event.description;
  }
  setDescription(description: string): this {
    return this.#change({ description });
  }
  getLocation(): string {
    return this.#event.location;
  }
  setLocation(location: string): this {
    return this.#change({ location });
  }
  getStartTime(): Date {
    return new Date(this.#event.start);
  }
  getEndTime(): Date {
    return new Date(this.#event.end);
  }
  setTime(startTime: Date, endTime: Date): this {
    if (endTime < startTime) throw new Error('Event start time must be before event end time.');
    return this.#change({ start: startTime.getTime(), end: endTime.getTime(), allDay: false });
  }
  isAllDayEvent(): boolean {
    return this.#event.allDay;
  }
  getDateCreated(): Date {
    return new Date(this.#event.created);
  }
  getLastUpdated(): Date {
    return new Date(this.#event.updated);
  }

  getColor(): string {
    return this.#event.color;
  }
  setColor(color: unknown): this {
    return this.#change({ color: String(color) });
  }
  getVisibility(): string {
    return this.#event.visibility;
  }
  setVisibility(visibility: unknown): this {
    return this.#change({ visibility: String(visibility) });
  }
  getTransparency(): string {
    return this.#event.transparency;
  }
  setTransparency(transparency: unknown): this {
    return this.#change({ transparency: String(transparency) });
  }

  addGuest(email: string): this {
    if (!isEmail(email)) throw new Error(`Invalid email: ${email}`);
    const others = this.#event.guests.filter((guest) => guest !== email);
    return this.#change({ guests: [...others, email] });
  }
  removeGuest(email: string): this {
    return this.#change({ guests: this.#event.guests.filter((guest) => guest !== email) });
  }

  getTag(key: string): string | null {
    return this.#event.tags.get(key) ?? null;
  }
  getAllTagKeys(): string[] {
    return [...this.#event.tags.keys()];
  }
  setTag(key: string, value: string): this {
    this.#event.tags.set(key, value);
    return this.#change({});
  }
  deleteTag(key: string): this {
    this.#event.tags.delete(key);
    return this.#change({});
  }

  deleteEvent(): void {
    this.#change({});
    this.#calendar.events.splice(this.#calendar.events.indexOf(this.#event), 1);
  }

  #change(changes: Partial<EventModel>): this {
    if (!this.#calendar.events.includes(this.#event)) {
      throw new Error('The calendar event does not exist, or it has already been deleted.');
    }
    if (!this.#calendar.writable) throw new Error('Action not allowed');
    Object.assign(this.#event, changes, { updated: this.#now() });
    return this;
  }
}
