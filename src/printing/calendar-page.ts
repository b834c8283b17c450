import type { CalendarDay } from '../domain/calendar';
import { shortDay } from '../text/format';
import { PLANNING_PAGES_TEXT as TEXT } from '../text/planning-pages';
import type { CalendarSession } from './calendar-session';
import { filled } from './filled-pages';
import { type Html, tag } from './html';
import { groupsInBrief, sessionCard } from './session-card';
import { type PrintedPage, evenly, sheet } from './sheet';

export const CALENDAR = 'calendar';

/** A room in the calendar. */
export interface CalendarRoom {
  readonly key: string;
  readonly name: string;
  readonly site: string;
}

/** Days down, rooms across. */
export interface Calendar {
  readonly days: readonly CalendarDay[];
  /** By site, then by name. */
  readonly rooms: readonly CalendarRoom[];
  /** Sessions of a room on a day, in order of time. */
  readonly at: (day: CalendarDay, room: CalendarRoom) => readonly CalendarSession[];
}

const roomKey = ({ site, room }: CalendarSession): string => JSON.stringify([site, room]);

export function calendarOf(sessions: readonly CalendarSession[]): Calendar {
  const rooms = new Map<string, CalendarRoom>();
  const cells = new Map<string, CalendarSession[]>();
  for (const session of sessions) {
    const key = roomKey(session);
    rooms.set(key, { key, name: session.room, site: session.site });
    const cell = `${session.day} ${key}`;
    cells.set(cell, [...(cells.get(cell) ?? []), session]);
  }
  return {
    days: [...new Set(sessions.map(({ day }) => day))].sort(),
    rooms: [...rooms.values()].sort(
      (a, b) => a.site.localeCompare(b.site, 'fr') || a.name.localeCompare(b.name, 'fr', { numeric: true }),
    ),
    at: (day, { key }) => [...(cells.get(`${day} ${key}`) ?? [])].sort((a, b) => a.start - b.start),
  };
}

/** Rooms side by side on a page, and lines of small text that it holds. */
const ROOMS = 6;
const LINES = 36;
/** Characters that fit in a line of all rooms together, and those of the first line of a card, its state included. */
const ACROSS = 150;
const HEAD = 34;

/** The calendar on paper: as many rooms as fit across, the others on pages of their own. */
export function calendarPages(sessions: readonly CalendarSession[]): readonly PrintedPage[] {
  const calendar = calendarOf(sessions);
  const pages = evenly(calendar.rooms, ROOMS).flatMap((rooms) =>
    filled(
      calendar.days.filter((day) => rooms.some((room) => calendar.at(day, room).length > 0)),
      LINES,
      (day) =>
        Math.max(...rooms.map((room) => linesOf(calendar.at(day, room), ACROSS / rooms.length - 3))) + 0.6,
    ).map((days) => ({ rooms, days })),
  );
  return pages.map(({ rooms, days }, index) => {
    const [first] = days;
    const last = days[days.length - 1];
    const made = sheet(
      {
        title: TEXT.calendarTitle,
        subject: first === undefined || last === undefined ? '' : TEXT.period(first, last),
        note: TEXT.note,
        page: index + 1,
        pages: pages.length,
        landscape: true,
      },
      calendarTable(calendar, rooms, days),
    );
    return { kind: CALENDAR, html: made.html };
  });
}

function calendarTable(
  calendar: Calendar,
  rooms: readonly CalendarRoom[],
  days: readonly CalendarDay[],
): Html {
  return tag(
    'table',
    { class: 'calendar' },
    tag(
      'thead',
      {},
      tag(
        'tr',
        {},
        tag('th', { scope: 'col', class: 'corner' }, TEXT.day),
        ...rooms.map(({ name, site }) =>
          tag('th', { scope: 'col' }, name, tag('span', { class: 'faint' }, ` ${site}`)),
        ),
      ),
    ),
    tag(
      'tbody',
      {},
      ...days.map((day) =>
        tag(
          'tr',
          {},
          tag('th', { scope: 'row' }, shortDay(day)),
          ...rooms.map((room) => tag('td', {}, ...calendar.at(day, room).map((one) => sessionCard(one)))),
        ),
      ),
    ),
  );
}

/** Lines of the cards of a cell, their frames included. @param width characters of a line */
const linesOf = (sessions: readonly CalendarSession[], width: number): number =>
  sessions.reduce((sum, session) => {
    const groups = Math.ceil(groupsInBrief(session).length / width);
    return sum + Math.ceil(HEAD / width) + groups + 1 + 0.9;
  }, 0);
