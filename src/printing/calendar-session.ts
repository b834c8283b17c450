import type { CalendarDay, Minutes } from '../domain/calendar';
import type { SessionState } from '../domain/session';
import { namelessPlaces, type PrintedSession, roomName } from './session';

/** A session as lists and calendars show it: head-counts and groups, nobody by name. Plain data. */
export interface CalendarSession {
  readonly number: string;
  readonly state: SessionState;
  readonly day: CalendarDay;
  readonly start: Minutes;
  readonly end: Minutes;
  readonly site: string;
  readonly building: string;
  /** Name and code of the room. */
  readonly room: string;
  readonly places: number;
  /** Candidates, and places reserved without a name. */
  readonly enrolled: number;
  /** In order, each once. */
  readonly groups: readonly string[];
  readonly invigilators: readonly string[];
  readonly past: boolean;
}

export function calendarSession(session: PrintedSession): CalendarSession {
  const { number, state, day, start, end, site, building, places, invigilators, past } = session;
  const { people, nameless } = session;
  const groups = [...people.map(({ group }) => group), ...nameless.map(({ group }) => group)];
  return {
    number,
    state,
    day,
    start,
    end,
    site,
    building,
    room: roomName(session),
    places,
    enrolled: people.length + namelessPlaces(session),
    groups: [...new Set(groups.filter((group) => group !== ''))].sort((a, b) =>
      a.localeCompare(b, 'fr', { numeric: true }),
    ),
    invigilators,
    past,
  };
}
