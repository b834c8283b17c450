import { calendarDay, type CalendarDay, type Minutes } from '../../domain/calendar';
import { labelKey } from '../table';
import type { CertifSession } from './session';

/** A session of Pix Certif as a list or a file of Pix tells of it. */
export interface PixSession {
  readonly number: string;
  readonly day: CalendarDay;
  readonly start: Minutes;
  /** Everything else that stands beside: the room and the site are among these. */
  readonly texts: readonly string[];
}

type Rows = readonly (readonly string[])[];

/**
 * Finds sessions in rows of texts: the list of sessions of Pix Certif, copied from its page or kept in a file (one row each:
 * number, site, room, date, time); or the head of the list of candidates of one session, above its table.
 */
export function findPixSessions(rows: Rows): readonly PixSession[] {
  const found = rows.flatMap((row) => sessionOfRow(row) ?? []);
  if (found.length > 0) return found;
  const head = headOf(rows);
  return head ?? sessionsOfLines(rows.flatMap((row) => row.filter((cell) => cell.trim() !== '')));
}

/** A row with a number, then a date, then a time. */
function sessionOfRow(row: readonly string[]): PixSession | null {
  const at = row.findIndex((cell) => dayIn(cell) !== null);
  const day = dayIn(row[at] ?? '');
  const start = row.slice(at).reduce<Minutes | null>((known, cell) => known ?? timeIn(cell), null);
  const number = row
    .slice(0, Math.max(0, at))
    .reduce<string | null>((known, cell) => known ?? numberIn(cell), null);
  return day === null || start === null || number === null ? null : { number, day, start, texts: row };
}

/** The candidate list of one session: its number, date and time stand above the table. */
function headOf(rows: Rows): readonly PixSession[] | null {
  const table = rows.findIndex((row) => row.some((cell) => labelKey(cell).includes('nom de naissance')));
  if (table < 1) return null;
  const texts = rows
    .slice(0, table)
    .flat()
    .filter((cell) => cell.trim() !== '');
  const first = <Value>(read: (text: string) => Value | null): Value | null =>
    texts.reduce<Value | null>((known, text) => known ?? read(text), null);
  const day = first(dayIn);
  const start = first(timeIn);
  const number = first(labelledNumber) ?? numberBelowLabel(texts) ?? first(numberIn);
  return day === null || start === null || number === null ? [] : [{ number, day, start, texts }];
}

const LABEL = /(^|\s)(n°|nº|numero)/;

/** `Session n° : 4321`. */
function labelledNumber(text: string): string | null {
  return LABEL.test(labelKey(text)) ? (/(\d{1,10})\s*$/.exec(text.trim())?.[1] ?? null) : null;
}

/** The number that follows its label, in the next cell. */
function numberBelowLabel(texts: readonly string[]): string | null {
  const at = texts.findIndex(
    (text, index) => LABEL.test(labelKey(text)) && numberIn(texts[index + 1] ?? '') !== null,
  );
  return at === -1 ? null : numberIn(texts[at + 1] ?? '');
}

/** A list copied from a page that put each cell on a line of its own: number, site, room, date, time. */
function sessionsOfLines(lines: readonly string[]): readonly PixSession[] {
  return lines.flatMap((line, at): PixSession[] => {
    const day = dayIn(line);
    const start = timeIn(line) ?? timeIn(lines[at + 1] ?? '');
    if (day === null || start === null) return [];
    const before = [3, 2, 1].find((back) => numberIn(lines[at - back] ?? '') !== null);
    const number = before === undefined ? null : numberIn(lines[at - before] ?? '');
    return number === null ? [] : [{ number, day, start, texts: lines.slice(at - (before ?? 0) + 1, at) }];
  });
}

function dayIn(text: string): CalendarDay | null {
  const found = /(?:^|\D)(\d{2})\/(\d{2})\/(\d{4})(?:\D|$)/.exec(text);
  return found === null ? null : calendarDay(Number(found[3]), Number(found[2]), Number(found[1]));
}

function timeIn(text: string): Minutes | null {
  const found = /(?:^|[^\d/])(\d{1,2})\s*[:h]\s*(\d{2})(?:\D|$)/.exec(text);
  if (found === null) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

function numberIn(text: string): string | null {
  const found = /^(?:session\s*)?(?:n°\s*)?([1-9]\d{0,9})$/i.exec(text.trim());
  return found?.[1] ?? null;
}

/** A session of the planning, and the number that Pix gave it. */
export interface NumberedSession {
  readonly session: CertifSession;
  readonly number: string;
}

export interface NumberMatches {
  readonly matched: readonly NumberedSession[];
  /** Sessions of Pix that are none of the planning, or that could be several. */
  readonly unknown: readonly PixSession[];
}

/**
 * Which session of the planning each one is: the same day, the same time, the same room, and the same site where rooms
 * of two sites have one name. A session of the planning is matched once, and a number given once.
 */
export function matchPixSessions(
  found: readonly PixSession[],
  sessions: readonly CertifSession[],
): NumberMatches {
  const pairs = found.map((pix) => ({ pix, session: onlySession(pix, sessions) }));
  const times = (same: (other: (typeof pairs)[number]) => boolean): number =>
    new Set(pairs.filter(same).map(({ pix, session }) => `${pix.number} ${session?.key ?? ''}`)).size;
  const isClear = ({ pix, session }: (typeof pairs)[number]): boolean =>
    session !== null &&
    times((other) => other.session === session) === 1 &&
    times((other) => other.pix.number === pix.number) === 1;
  const matched = new Map<string, NumberedSession>();
  for (const pair of pairs)
    if (isClear(pair) && pair.session !== null)
      matched.set(pair.session.key, { session: pair.session, number: pair.pix.number });
  return {
    matched: [...matched.values()],
    unknown: pairs.filter((pair) => !isClear(pair)).map(({ pix }) => pix),
  };
}

function onlySession(pix: PixSession, sessions: readonly CertifSession[]): CertifSession | null {
  const then = sessions.filter(({ day, start }) => day.value === pix.day && start.value === pix.start);
  const texts = pix.texts.map(labelKey).filter((text) => text !== '');
  const named = (name: string, how: (text: string, key: string) => boolean): boolean =>
    labelKey(name) !== '' && texts.some((text) => how(text, labelKey(name)));
  const same = (text: string, key: string): boolean => text === key;
  const within = (text: string, key: string): boolean => text.includes(key);
  for (const how of [same, within]) {
    const here = then.filter(({ room }) => named(room, how));
    const [only] = here;
    if (only !== undefined && here.length === 1) return only;
    const [there, ...others] = here.filter(({ site }) => named(site, how));
    if (there !== undefined && others.length === 0) return there;
  }
  return null;
}
