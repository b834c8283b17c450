import { type CalendarDay, type Minutes, addDays, weekdayOf } from '../domain/calendar';
import { shortDay, time } from '../text/format';
import { PLANNING_PAGES_TEXT as TEXT } from '../text/planning-pages';
import type { CalendarSession } from './calendar-session';
import { type Html, tag } from './html';
import { sessionCard, watchedBy } from './session-card';
import { type PrintedPage, sheet } from './sheet';

export const WEEK = 'week';

/** The sessions of one room in one week. */
export interface RoomWeek {
  readonly room: string;
  readonly site: string;
  readonly building: string;
  readonly monday: CalendarDay;
  /** In order of date and time. */
  readonly sessions: readonly CalendarSession[];
}

const mondayOf = (day: CalendarDay): CalendarDay => addDays(day, -((weekdayOf(day) + 6) % 7));

/** By site, then by room, then week after week. */
export function roomWeeks(sessions: readonly CalendarSession[]): readonly RoomWeek[] {
  const weeks = new Map<string, RoomWeek & { readonly sessions: CalendarSession[] }>();
  for (const session of sessions) {
    const monday = mondayOf(session.day);
    const key = JSON.stringify([session.site, session.room, monday]);
    const { site, building } = session;
    const week = weeks.get(key) ?? { room: session.room, site, building, monday, sessions: [] };
    week.sessions.push(session);
    weeks.set(key, week);
  }
  return [...weeks.values()].sort(
    (a, b) =>
      a.site.localeCompare(b.site, 'fr') ||
      a.room.localeCompare(b.room, 'fr', { numeric: true }) ||
      (a.monday < b.monday ? -1 : 1),
  );
}

/** The week as a timetable: days across, hours down. */
export function roomWeekPage(week: RoomWeek): PrintedPage {
  const { room, site, building, monday, sessions } = week;
  const hours = hoursOf(sessions);
  // Monday to Friday, and the days of the week-end that have sessions.
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter(
    (day, index) => index < 5 || sessions.some((session) => session.day === day),
  );
  const made = sheet(
    {
      title: room,
      subject: TEXT.week(monday),
      note: TEXT.note,
      page: 1,
      pages: 1,
      landscape: true,
    },
    tag('p', { class: 'lead' }, [building, site].filter((part) => part !== '').join(', ')),
    tag(
      'div',
      { class: 'timetable' },
      tag('div', { class: 'hours' }, tag('div', { class: 'day-name' }), hourScale(hours)),
      ...days.map((day) =>
        dayColumn(
          day,
          sessions.filter((session) => session.day === day),
          hours,
        ),
      ),
    ),
  );
  return { kind: WEEK, html: made.html };
}

interface Hours {
  readonly from: Minutes;
  readonly to: Minutes;
}

/** Whole hours that hold every session, and eight to eighteen at least. */
function hoursOf(sessions: readonly CalendarSession[]): Hours {
  return {
    from: Math.min(8 * 60, ...sessions.map(({ start }) => Math.floor(start / 60) * 60)),
    to: Math.max(18 * 60, ...sessions.map(({ end }) => Math.ceil(end / 60) * 60)),
  };
}

const share = (minutes: number, { from, to }: Hours): string =>
  `${((minutes / (to - from)) * 100).toFixed(2)}%`;

function hourScale(hours: Hours): Html {
  const count = (hours.to - hours.from) / 60;
  return tag(
    'div',
    { class: 'scale' },
    ...Array.from({ length: count }, (_, index) =>
      tag('span', { style: `top:${share(index * 60, hours)}` }, time(hours.from + index * 60)),
    ),
  );
}

function dayColumn(day: CalendarDay, sessions: readonly CalendarSession[], hours: Hours): Html {
  const lines = (hours.to - hours.from) / 60;
  return tag(
    'div',
    { class: 'column', role: 'group', 'aria-label': shortDay(day) },
    tag('div', { class: 'day-name' }, shortDay(day)),
    tag(
      'div',
      { class: 'scale ruled-hours', style: `background-size:100% ${(100 / lines).toFixed(4)}%` },
      ...inLanes(sessions).map(({ session, lane, lanes }) =>
        tag(
          'div',
          {
            class: 'slot',
            style: [
              `top:${share(session.start - hours.from, hours)}`,
              `height:${share(session.end - session.start, hours)}`,
              `left:${((lane / lanes) * 100).toFixed(2)}%`,
              `width:${(100 / lanes).toFixed(2)}%`,
            ].join(';'),
          },
          sessionCard(session, [watchedBy(session)]),
        ),
      ),
    ),
  );
}

interface Laned {
  readonly session: CalendarSession;
  readonly lane: number;
  readonly lanes: number;
}

/** Sessions that overlap, which hand edits can make, stand side by side. */
function inLanes(sessions: readonly CalendarSession[]): readonly Laned[] {
  const ends: Minutes[] = [];
  const placed = sessions.map((session) => {
    const free = ends.findIndex((end) => end <= session.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = session.end;
    return { session, lane };
  });
  return placed.map((one) => ({ ...one, lanes: ends.length }));
}
