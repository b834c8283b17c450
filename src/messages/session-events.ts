import type { CalendarDay } from '../domain/calendar';
import { AGENDA_TEXT } from '../text/agenda';
import type { CalendarEntry } from './calendar-file';
import { oneLine } from './plain-words';
import type { SharedSession } from './shared-planning';
import { stableId } from './stable-id';

/** A session as an event of a calendar. */
export interface SessionEvent {
  readonly key: string;
  readonly day: CalendarDay;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly place: string;
  readonly description: string;
}

/** What is remembered of an event that was put in a calendar. */
export interface KnownEvent {
  readonly id: string;
  /** The event as it was written last. */
  readonly wanted: SessionEvent;
}

/** Sessions of teachers and staff as events: places and head-counts, no candidate. */
export function sessionEvents(sessions: readonly SharedSession[]): readonly SessionEvent[] {
  return sessions.map((session) => ({
    key: session.session,
    day: session.day,
    start: session.start,
    end: session.end,
    title: oneLine(AGENDA_TEXT.eventTitle(session.session, session.room)),
    place: oneLine([session.room, session.building, session.site].filter((part) => part !== '').join(', ')),
    description: AGENDA_TEXT.description(
      session.enrolled,
      session.places,
      session.groups.map(({ group }) => oneLine(group, 80)),
      session.invigilators.map((name) => oneLine(name, 80)),
    ),
  }));
}

/** What has to be done in the calendar so that it shows the planning. */
export interface CalendarWork {
  readonly create: readonly SessionEvent[];
  readonly update: readonly { readonly id: string; readonly wanted: SessionEvent }[];
  readonly remove: readonly KnownEvent[];
  /** Events that are right already. */
  readonly same: readonly KnownEvent[];
}

/**
 * A session keeps its event as long as it keeps its number. One that was given a new number, because its date or room
 * changed, takes over the event of a session that is gone and that was in the same room or at the same time: people who
 * noted it see it move.
 */
export function calendarWork(wanted: readonly SessionEvent[], known: readonly KnownEvent[]): CalendarWork {
  const byKey = new Map(known.map((event) => [event.wanted.key, event]));
  const wantedKeys = new Set(wanted.map(({ key }) => key));
  const orphans = known.filter((event) => !wantedKeys.has(event.wanted.key));
  const create: SessionEvent[] = [];
  const update: { readonly id: string; readonly wanted: SessionEvent }[] = [];
  const same: KnownEvent[] = [];
  for (const event of wanted) {
    const mine = byKey.get(event.key) ?? adopt(orphans, event);
    if (mine === null) create.push(event);
    else if (JSON.stringify(mine.wanted) === JSON.stringify(event)) same.push(mine);
    else update.push({ id: mine.id, wanted: event });
  }
  return { create, update, remove: orphans, same };
}

/** Takes the orphan that the event continues out of the list. */
function adopt(orphans: KnownEvent[], event: SessionEvent): KnownEvent | null {
  const at = orphans.findIndex(
    ({ wanted }) =>
      (wanted.place === event.place && (wanted.day === event.day || wanted.start === event.start)) ||
      (wanted.day === event.day && wanted.start === event.start),
  );
  return at === -1 ? null : (orphans.splice(at, 1)[0] ?? null);
}

/** The same events for a calendar file; versions grow with time, so that a file read again updates them. */
export function sessionEntries(
  workbook: string,
  events: readonly SessionEvent[],
  version: number,
): readonly CalendarEntry[] {
  return events.map(({ key, ...event }) => ({
    ...event,
    uid: `${stableId(workbook, 'session', key)}@pixorga`,
    sequence: version,
    cancelled: false,
  }));
}

/** The inverse of `JSON.stringify` of what was remembered. */
export function parseKnownEvents(text: string | undefined): readonly KnownEvent[] {
  if (text === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isKnownEvent) : [];
  } catch {
    return [];
  }
}

function isKnownEvent(value: unknown): value is KnownEvent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'wanted' in value &&
    typeof value.wanted === 'object' &&
    value.wanted !== null &&
    'key' in value.wanted &&
    typeof value.wanted.key === 'string'
  );
}
