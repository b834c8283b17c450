import type { CalendarDay } from '../domain/calendar';
import { shortDay, timeRangeShort } from '../text/format';
import { PLANNING_PAGES_TEXT as TEXT } from '../text/planning-pages';
import { type Html, type HtmlChild, tag } from './html';
import { filling, stateMark } from './session-card';
import type { CalendarSession } from './calendar-session';
import { filled } from './filled-pages';
import { type PrintedPage, sheet } from './sheet';

export const LIST = 'list';

/** Lines of small text that a page holds below its head and its sentence, and what the row of a day takes. */
const LINES = 32;
const DAY = 1.85;
/** What a row takes beside its lines. */
const FRAME = 0.55;
/** Characters that a line of these columns holds. */
const WIDTH = { room: 21, groups: 36, invigilators: 21, site: 20 };

/** The list of the sessions, day by day. */
export function planningPages(sessions: readonly CalendarSession[]): readonly PrintedPage[] {
  const [first] = sessions;
  const last = sessions[sessions.length - 1];
  if (first === undefined || last === undefined) return [];
  const rows = sessions.map((session, index) => ({
    session,
    opens: sessions[index - 1]?.day !== session.day,
  }));
  const pages = filled(
    rows,
    LINES,
    ({ session, opens }, opensPage) => linesOf(session) + (opens || opensPage ? DAY : 0),
  );
  const people = sessions.reduce((sum, session) => sum + session.enrolled, 0);
  const places = sessions.reduce((sum, session) => sum + session.places, 0);
  return pages.map((page, index) => {
    const made = sheet(
      {
        title: TEXT.listTitle,
        subject: TEXT.period(first.day, last.day),
        note: TEXT.note,
        page: index + 1,
        pages: pages.length,
        landscape: true,
      },
      index > 0 ? null : tag('p', { class: 'lead' }, TEXT.figures(sessions.length, people, places)),
      tag(
        'table',
        { class: 'list' },
        tag('thead', {}, tag('tr', {}, ...TEXT.listHeaders.map((text) => tag('th', { scope: 'col' }, text)))),
        ...byDay(
          page.map(({ session }) => session),
          rows[0] === page[0] ? null : page[0]?.opens === false,
        ),
      ),
    );
    return { kind: LIST, html: made.html };
  });
}

/** One body of the table a day, under a row that names it. @param continued whether the first day began on another page */
function byDay(sessions: readonly CalendarSession[], continued: boolean | null): readonly Html[] {
  const days = new Map<CalendarDay, CalendarSession[]>();
  for (const session of sessions) days.set(session.day, [...(days.get(session.day) ?? []), session]);
  return [...days].map(([day, own], index) =>
    tag(
      'tbody',
      {},
      tag(
        'tr',
        { class: 'day' },
        tag(
          'th',
          { scope: 'rowgroup', colspan: TEXT.listHeaders.length },
          shortDay(day),
          index === 0 && continued === true ? ` ${TEXT.continued}` : '',
        ),
      ),
      ...own.map(row),
    ),
  );
}

function row(session: CalendarSession): Html {
  const cells: readonly (readonly HtmlChild[])[] = [
    [tag('strong', {}, session.number)],
    [timeRangeShort(session.start, session.end)],
    [session.room],
    [session.site],
    filling(session),
    [session.groups.join(', ')],
    [session.invigilators.join(', ')],
    [stateMark(session)],
  ];
  return tag('tr', {}, ...cells.map((cell) => tag('td', {}, ...cell)));
}

function linesOf(session: CalendarSession): number {
  const lines = (text: string, width: number): number => Math.ceil(text.length / width);
  const most = Math.max(
    1,
    lines(session.room, WIDTH.room),
    lines(session.site, WIDTH.site),
    lines(session.groups.join(', '), WIDTH.groups),
    lines(session.invigilators.join(', '), WIDTH.invigilators),
  );
  return most + FRAME;
}
