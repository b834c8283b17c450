import type { CalendarDay, Minutes } from '../domain/calendar';
import type { SessionState } from '../domain/session';

/** A session as it is printed: who sits there, who watches, and until when. */
export interface PrintedSession {
  readonly number: string;
  readonly state: SessionState;
  /** `N° session Pix`, empty when it is not known. */
  readonly pixNumber: string;
  readonly day: CalendarDay;
  /** When people arrive: the start of the slot. */
  readonly start: Minutes;
  /** The end of the slot. */
  readonly end: Minutes;
  readonly site: string;
  readonly building: string;
  readonly room: string;
  readonly code: string;
  readonly places: number;
  readonly invigilators: readonly string[];
  readonly people: readonly PrintedPerson[];
  /** Places reserved for people of a group who are not listed yet. */
  readonly nameless: readonly { readonly group: string; readonly places: number }[];
  readonly setupMinutes: number;
  readonly testMinutes: number;
  /** Over, or about to be printed for nothing: not chosen unless asked for. */
  readonly past: boolean;
}

export interface PrintedPerson {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly group: string;
  /** Share of the test: 0 for none. */
  readonly extraTime: number;
}

/** When the test begins. */
export const testStart = ({ start, setupMinutes }: PrintedSession): Minutes => start + setupMinutes;

/** When the test of someone ends, rounded up to the minute as the planning rounds it. */
export function testEnd(session: PrintedSession, extraTime: number): Minutes {
  return Math.ceil(testStart(session) + session.testMinutes * (1 + extraTime) - 1e-6);
}

export const namelessPlaces = ({ nameless }: PrintedSession): number =>
  nameless.reduce((sum, { places }) => sum + places, 0);

export function freePlaces(session: PrintedSession): number {
  return Math.max(0, session.places - session.people.length - namelessPlaces(session));
}

/** People in the order of a list: last name, then first name, whatever the case and the accents. */
export function alphabetical(people: readonly PrintedPerson[]): readonly PrintedPerson[] {
  return [...people].sort(
    (a, b) =>
      a.lastName.localeCompare(b.lastName, 'fr', { sensitivity: 'base' }) ||
      a.firstName.localeCompare(b.firstName, 'fr', { sensitivity: 'base' }) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** *Mercure (DR S03)*; a name that says the code already says it once. */
export function roomName({ room, code }: Pick<PrintedSession, 'room' | 'code'>): string {
  if (room === '' || code === '') return room === '' ? code : room;
  return room.includes(code) ? room : `${room} (${code})`;
}
