import type { CalendarDay, Minutes } from '../domain/calendar';
import { instantOf } from '../domain/instant';
import { oneLine, severalLines } from './plain-words';

/** An event of a calendar file. */
export interface CalendarEntry {
  /** Stable: a calendar that knows it updates the event that it has. */
  readonly uid: string;
  /** Grows with each version of the event, from 0. */
  readonly sequence: number;
  readonly day: CalendarDay;
  readonly start: Minutes;
  readonly end: Minutes;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly cancelled: boolean;
}

/**
 * An iCalendar file (RFC 5545): times in Greenwich, so that no description of the zone is needed; lines end with CR LF
 * and are folded at 75 octets.
 *
 * @param stamp the instant at which the file is made, in milliseconds
 * @param timeZone of the days and times of the entries
 */
export function calendarFile(entries: readonly CalendarEntry[], timeZone: string, stamp: number): string {
  // A file with one cancelled event is what calendars take as its removal.
  const method = entries.length > 0 && entries.every(({ cancelled }) => cancelled) ? 'CANCEL' : 'PUBLISH';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//PixOrga//Sessions de certification Pix//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...entries.flatMap((entry) => eventLines(entry, timeZone, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(entry: CalendarEntry, timeZone: string, stamp: number): readonly string[] {
  const { day, start, end } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${oneLine(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(instantOf(day, start, timeZone))}`,
    `DTEND:${utc(instantOf(day, end, timeZone))}`,
    `SUMMARY:${escaped(oneLine(entry.title))}`,
    ...(entry.place === '' ? [] : [`LOCATION:${escaped(oneLine(entry.place))}`]),
    ...(entry.description === '' ? [] : [`DESCRIPTION:${escaped(severalLines(entry.description))}`]),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

/** `20270111T073000Z`. */
function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n');
}

const FOLD = 75;

/** Continued lines begin with a space; a character is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > FOLD) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
