import type { OpenSpreadsheet } from '../google/spreadsheet';
import { type CalendarSession, calendarSession } from '../printing/calendar-session';
import { CALENDAR, calendarOf, calendarPages } from '../printing/calendar-page';
import { LIST, planningPages } from '../printing/planning-list';
import { WEEK, type RoomWeek, roomWeekPage, roomWeeks } from '../printing/room-week';
import { type PrintedDocument, type PrintedGroup, type PrintedPart, chosenPages } from '../printing/sheet';
import { PLANNING_PAGES_TEXT as TEXT } from '../text/planning-pages';
import type { Answer, WindowOpened } from './answer';
import { documentFile, showDocument } from './print-document';
import { printedSessions } from './printed-sessions';

/** *Planning imprimable*: the list of the sessions, their calendar, and the week of each room. */
export function openPrintedPlanning(): Answer | WindowOpened {
  return showDocument(TEXT.title, planningDocument, 'printPlanning');
}

/** The same as a file. */
export function printPlanning(): Answer {
  return documentFile(planningDocument);
}

/** The sessions that take place, as lists and calendars show them. */
export function plannedCalendar(book: OpenSpreadsheet): readonly CalendarSession[] | Answer {
  const sessions = printedSessions(book);
  return 'status' in sessions ? sessions : sessions.map(calendarSession);
}

function planningDocument(book: OpenSpreadsheet): PrintedDocument | Answer {
  const sessions = plannedCalendar(book);
  if ('status' in sessions) return sessions;
  const groups: readonly PrintedGroup[] = [wholePlanning(sessions), ...weeksBySite(sessions)];
  const made: PrintedDocument = {
    title: TEXT.title,
    fileName: TEXT.fileName,
    lines: [],
    kinds: [
      { key: LIST, label: TEXT.kinds.list },
      { key: CALENDAR, label: TEXT.kinds.calendar },
      { key: WEEK, label: TEXT.kinds.week },
    ],
    groups,
  };
  return { ...made, lines: [TEXT.made(sessions.length, chosenPages(made).length), TEXT.about] };
}

function wholePlanning(sessions: readonly CalendarSession[]): PrintedGroup {
  const part = (key: string, label: string, pages: PrintedPart['pages']): PrintedPart => ({
    key,
    label,
    chosen: true,
    pages,
  });
  return {
    label: TEXT.whole,
    parts: [
      part(LIST, TEXT.listPart(sessions.length), planningPages(sessions)),
      part(CALENDAR, TEXT.calendarPart(calendarOf(sessions).days.length), calendarPages(sessions)),
    ],
  };
}

/** Weeks that are over are there, and not chosen. */
function weeksBySite(sessions: readonly CalendarSession[]): readonly PrintedGroup[] {
  const toCome = sessions.some(({ past }) => !past);
  const sites = new Map<string, RoomWeek[]>();
  for (const week of roomWeeks(sessions)) sites.set(week.site, [...(sites.get(week.site) ?? []), week]);
  return [...sites].map(([label, weeks]) => ({
    label,
    parts: weeks.map((week): PrintedPart => ({
      key: JSON.stringify([WEEK, week.site, week.room, week.monday]),
      label: TEXT.weekPart(week.room, week.monday, week.sessions.length),
      chosen: !toCome || week.sessions.some(({ past }) => !past),
      pages: [roomWeekPage(week)],
    })),
  }));
}
