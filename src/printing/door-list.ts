import type { CalendarDay } from '../domain/calendar';
import { longDay, plural, time } from '../text/format';
import { DOOR_TEXT as TEXT } from '../text/printing';
import { type Html, type HtmlChild, tag } from './html';
import { alphabetical, namelessPlaces, type PrintedPerson, type PrintedSession, roomName } from './session';
import { evenly, type PrintedPage, sheet } from './sheet';

export const DOOR = 'door';

/** The sessions of one room on one day, in order of time. */
export interface DoorList {
  readonly day: CalendarDay;
  readonly sessions: readonly PrintedSession[];
}

/** Rows of names that a page holds; each has two names. */
const ROWS = 33;
/** Characters of a name on one line, capitals being wide. */
const LINE = 36;
/** Rows that the heading of a session takes. */
const HEADING = 3;

/** Sessions that expect somebody by room and day, in order of day, then of room. */
export function doorLists(sessions: readonly PrintedSession[]): readonly DoorList[] {
  const lists = new Map<string, PrintedSession[]>();
  for (const session of sessions) {
    if (session.people.length + namelessPlaces(session) === 0) continue;
    const key = JSON.stringify([session.day, session.site, session.code]);
    lists.set(key, [...(lists.get(key) ?? []), session]);
  }
  return [...lists.values()]
    .map((list) => [...list].sort((a, b) => a.start - b.start))
    .flatMap((list) => (list[0] === undefined ? [] : [{ day: list[0].day, sessions: list }]))
    .sort(
      (a, b) =>
        (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
        placeOf(a).localeCompare(placeOf(b), 'fr', { numeric: true }),
    );
}

/** *Mercure (DR S03), Caen Campus 1*. */
export function placeOf({ sessions: [first] }: DoorList): string {
  return first === undefined ? '' : [roomName(first), first.site].filter((part) => part !== '').join(', ');
}

/**
 * What is put on the door: names, and when to come. Numbers stand beside two people of one name only; nothing else of
 * anybody is there.
 */
export function doorPages(list: DoorList): readonly PrintedPage[] {
  const [first] = list.sessions;
  if (first === undefined) return [];
  const pages = paginate(list.sessions);
  const place = [first.building, first.site].filter((part) => part !== '').join(', ');
  return pages.map((blocks, index) => {
    const made = sheet(
      {
        title: roomName(first),
        subject: `${longDay(list.day)} ${list.day.slice(0, 4)}`,
        note: TEXT.note,
        page: index + 1,
        pages: pages.length,
      },
      tag('p', {}, place),
      ...blocks.flatMap(blockOf),
    );
    return { kind: DOOR, html: made.html };
  });
}

interface Block {
  readonly session: PrintedSession;
  readonly names: readonly HtmlChild[];
  readonly continued: boolean;
  readonly last: boolean;
}

/** Sessions are not cut where they fit; one that is longer than a page goes on under its heading, pages about as long. */
function paginate(sessions: readonly PrintedSession[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  let left = 0;
  for (const session of sessions) {
    const names = namesOf(session);
    const parts = HEADING + rowsOf(names) <= Math.max(left, ROWS) ? [names] : cut(names);
    parts.forEach((part, index) => {
      const rows = HEADING + rowsOf(part);
      if (index > 0 || rows > left) {
        pages.push([]);
        left = ROWS;
      }
      left -= rows;
      pages[pages.length - 1]?.push({
        session,
        names: part.map(({ html }) => html),
        continued: index > 0,
        last: index === parts.length - 1,
      });
    });
  }
  return pages;
}

/** Rows of two names, one more for each line that a long name adds. */
function rowsOf(names: readonly Name[]): number {
  const more = names.reduce((sum, { length }) => sum + Math.ceil(length / LINE) - 1, 0);
  return Math.ceil(names.length / 2) + more;
}

/** Parts that fit on a page each: about as long as each other, unless long names fill the first ones. */
function cut(names: readonly Name[]): readonly (readonly Name[])[] {
  const fits = (part: readonly Name[]): boolean => HEADING + rowsOf(part) <= ROWS;
  const even = evenly(names, (ROWS - HEADING) * 2);
  if (even.every(fits)) return even;
  const parts: Name[][] = [];
  for (const name of names) {
    const current = parts[parts.length - 1];
    if (current !== undefined && fits([...current, name])) current.push(name);
    else parts.push([name]);
  }
  return parts;
}

function blockOf({ session, names, continued, last }: Block): readonly HtmlChild[] {
  const half = Math.ceil(names.length / 2);
  const reserved = namelessPlaces(session);
  const rows = names
    .slice(0, half)
    .map((name, row) => tag('tr', {}, tag('td', {}, name), tag('td', {}, names[half + row] ?? '')));
  const groups = session.nameless.map(({ group }) => group).filter((group) => group !== '');
  return [
    tag(
      'h3',
      {},
      TEXT.session(time(session.start), session.number),
      continued ? ` ${TEXT.continued}` : ` – ${plural(session.people.length, 'candidat', 'candidats')}`,
    ),
    rows.length === 0 ? null : tag('table', { class: 'door' }, tag('tbody', {}, ...rows)),
    last && reserved > 0 ? tag('p', { class: 'blank' }, TEXT.reserved(reserved, groups)) : null,
  ];
}

interface Name {
  readonly html: Html;
  /** In characters. */
  readonly length: number;
}

function namesOf({ people }: PrintedSession): readonly Name[] {
  const key = ({ lastName, firstName }: PrintedPerson): string =>
    `${lastName}\n${firstName}`.toLocaleLowerCase('fr');
  const times = new Map<string, number>();
  for (const person of people) times.set(key(person), (times.get(key(person)) ?? 0) + 1);
  return alphabetical(people).map((person) => {
    const twins = (times.get(key(person)) ?? 0) > 1;
    const rest = ` ${person.firstName}${twins ? ` (${TEXT.id(person.id)})` : ''}`;
    return {
      html: tag('span', {}, tag('strong', {}, person.lastName), rest),
      length: person.lastName.length + rest.length,
    };
  });
}
