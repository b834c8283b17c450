import { type CalendarDay, calendarDay, type Minutes } from '../domain/calendar';
import { CANDIDATE_FIELDS, CONVOCATION_TEXT, INVIGILATOR_FIELDS } from '../text/convocations';
import { andList, duration, french, longDay, plural, shortDay, time, timeRange } from '../text/format';
import type { CalendarEntry } from './calendar-file';
import { oneLine } from './plain-words';
import { stableId } from './stable-id';
import type { FieldValues } from './template';

/** Where and when a session takes place, for who has to be there. */
export interface SessionPlace {
  readonly session: string;
  readonly day: CalendarDay;
  /** When to arrive. */
  readonly start: Minutes;
  /** The end of the slot. */
  readonly end: Minutes;
  readonly site: string;
  readonly building: string;
  readonly room: string;
  readonly code: string;
}

/** The place of a candidate. Durations in minutes. */
export interface Appointment extends SessionPlace {
  readonly testStart: Minutes;
  /** Length of the test, extra time included. */
  readonly testMinutes: number;
  readonly extraTime: number;
}

/** What a person who sits, or invigilates, is told in short: the same mark, the same rendez-vous. */
export function markOf(place: SessionPlace): string {
  return [place.day, place.start, place.code].join('|');
}

/** A candidate is told of the length of the test too. */
export function appointmentMark(appointment: Appointment): string {
  return `${markOf(appointment)}|${Math.round(appointment.testMinutes)}`;
}

/** The day, time and room code of a mark; `null` when it is not one. */
export function readMark(mark: string): {
  readonly day: CalendarDay;
  readonly start: Minutes;
  readonly code: string;
} | null {
  const [date = '', start = '', code = ''] = mark.split('|');
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const day = parts === null ? null : calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return day === null || !/^\d{1,4}$/.test(start) ? null : { day, start: Number(start), code };
}

/** *Mercure (DR S03), Bâtiment D, Caen Campus 1*; a name that says the code already says it once. */
export function placeInWords({ room, code, building, site }: SessionPlace): string {
  const named = room === '' ? code : room.includes(code) ? room : `${room} (${code})`;
  return [named, building, site].filter((part) => part !== '').join(', ');
}

/** *lundi 11 janvier 2027*. */
const dayInWords = (day: CalendarDay): string => `${longDay(day)} ${day.slice(0, 4)}`;

/** What a mark told, in words; `rooms` gives the place of a room by its code. */
export function markInWords(mark: string, placeOf: (code: string) => string): string {
  const told = readMark(mark);
  if (told === null) return '';
  return french(`${dayInWords(told.day)} à ${time(told.start)}, ${placeOf(told.code)}`);
}

interface Person {
  readonly who: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The values of the fields of a message to a candidate; without a place, those of the place are empty. */
export function candidateFields(
  person: Person,
  appointment: Appointment | null,
  before: string,
): FieldValues {
  const of = (value: (appointment: Appointment) => string): string =>
    appointment === null ? '' : value(appointment);
  const F = CANDIDATE_FIELDS;
  return new Map([
    [F.firstName, oneLine(person.firstName)],
    [F.lastName, oneLine(person.lastName)],
    [F.id, oneLine(person.who)],
    [F.session, of(({ session }) => session)],
    [F.day, of(({ day }) => dayInWords(day))],
    [F.arrival, of(({ start }) => time(start))],
    [F.testStart, of(({ testStart }) => time(testStart))],
    [F.testEnd, of(({ testStart, testMinutes }) => time(Math.ceil(testStart + testMinutes)))],
    [F.duration, of(({ testMinutes }) => duration(Math.ceil(testMinutes)))],
    [F.extraTime, of(({ extraTime }) => (extraTime > 0 ? CONVOCATION_TEXT.extraTimeIncluded : ''))],
    [F.place, of((place) => oneLine(placeInWords(place)))],
    [F.room, of(({ room, code }) => oneLine(room === '' ? code : room))],
    [F.building, of(({ building }) => oneLine(building))],
    [F.site, of(({ site }) => oneLine(site))],
    [F.before, before],
  ]);
}

/** The event of a candidate's calendar: one and the same, whatever becomes of it. */
export function candidateEntry(
  workbook: string,
  who: string,
  sequence: number,
  place: Pick<SessionPlace, 'day' | 'start' | 'end'> & { readonly where: string },
  cancelled: boolean,
): CalendarEntry {
  return {
    uid: `${stableId(workbook, 'candidate', who)}@pixorga`,
    sequence,
    day: place.day,
    start: place.start,
    end: place.end,
    title: CONVOCATION_TEXT.eventTitle,
    place: place.where,
    description: '',
    cancelled,
  };
}

/** A session to watch. */
export interface Watch extends SessionPlace {
  readonly candidates: number;
}

export function watchMark(watches: readonly Watch[]): string {
  return watches.map(markOf).join(';');
}

/** The values of the fields of the message to an invigilator. */
export function invigilatorFields(name: string, watches: readonly Watch[]): FieldValues {
  const lines = watches.map((watch) =>
    french(
      `- ${shortDay(watch.day)} ${timeRange(watch.start, watch.end)} : ${oneLine(placeInWords(watch))} (session ${watch.session}, ${plural(watch.candidates, 'candidat', 'candidats')})`,
    ),
  );
  return new Map([
    [INVIGILATOR_FIELDS.name, oneLine(name)],
    [INVIGILATOR_FIELDS.count, plural(watches.length, 'session', 'sessions')],
    [INVIGILATOR_FIELDS.sessions, lines.length === 0 ? CONVOCATION_TEXT.noWatch : lines.join('\n')],
  ]);
}

/** The sessions of an invigilator, and those told before that are no longer theirs, as events. */
export function invigilatorEntries(
  workbook: string,
  name: string,
  watches: readonly Watch[],
  before: string,
  sequence: number,
): readonly CalendarEntry[] {
  const uidOf = (mark: string): string => `${stableId(workbook, 'invigilator', name, mark)}@pixorga`;
  const now = new Set(watches.map(markOf));
  const gone = before.split(';').flatMap((mark): CalendarEntry[] => {
    const told = readMark(mark);
    if (told === null || now.has(mark)) return [];
    const { day, start, code } = told;
    return [
      {
        uid: uidOf(mark),
        sequence,
        day,
        start,
        end: start + 60,
        title: CONVOCATION_TEXT.watchTitle,
        place: code,
        description: '',
        cancelled: true,
      },
    ];
  });
  return [
    ...watches.map((watch) => ({
      uid: uidOf(markOf(watch)),
      sequence,
      day: watch.day,
      start: watch.start,
      end: watch.end,
      title: CONVOCATION_TEXT.watchTitle,
      place: placeInWords(watch),
      description: french(`Session ${watch.session}, ${plural(watch.candidates, 'candidat', 'candidats')}`),
      cancelled: false,
    })),
    ...gone,
  ];
}

/** Names of sessions, in short. */
export const sessionsInShort = (watches: readonly SessionPlace[]): string =>
  andList(watches.map(({ session }) => session));
