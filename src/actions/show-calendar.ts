import { CALENDAR_WINDOW } from '../dialogs/calendar/exchange';
import { openSpreadsheet } from '../google/spreadsheet';
import { showWindow } from '../google/page-window';
import { selectCells } from '../google/ui';
import { columnLetters } from '../domain/problem';
import type { CalendarSession } from '../printing/calendar-session';
import { CALENDAR, calendarPages } from '../printing/calendar-page';
import { PLANNING_PAGES_TEXT as TEXT } from '../text/planning-pages';
import { identifierOf } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { act, aloneInWords } from './act';
import { type Answer, type WindowOpened, done } from './answer';
import { findTab } from './find-tabs';
import { documentFile } from './print-document';
import { plannedCalendar } from './print-planning';

const WINDOW = { width: 1180, height: 680 } as const;

/** *Calendrier du planning*: rooms across, days down, a card a session. Changes nothing. */
export function openPlanningCalendar(): Answer | WindowOpened {
  const shown: (readonly CalendarSession[])[] = [];
  const answer = aloneInWords((book) => {
    const sessions = plannedCalendar(book);
    if ('status' in sessions) return sessions;
    shown.push(sessions);
    return done([]);
  });
  const [sessions] = shown;
  if (sessions === undefined) return act(TEXT.calendarTitle, () => answer);
  showWindow(CALENDAR_WINDOW, { title: TEXT.calendarTitle, data: { sessions }, ...WINDOW });
  return { defaultCall: 'printPlanningCalendar' };
}

/** The same as a file made for A4. */
export function printPlanningCalendar(): Answer {
  return documentFile((book) => {
    const sessions = plannedCalendar(book);
    if ('status' in sessions) return sessions;
    const pages = calendarPages(sessions);
    return {
      title: TEXT.calendarTitle,
      fileName: TEXT.calendarFile,
      lines: [TEXT.made(sessions.length, pages.length)],
      kinds: [],
      groups: [
        {
          label: TEXT.whole,
          parts: [{ key: CALENDAR, label: TEXT.kinds.calendar, chosen: true, pages }],
        },
      ],
    };
  });
}

/** Selects the row of a session in `Planning`. @returns whether it is there */
export function goToSession(number: unknown): boolean {
  const book = openSpreadsheet();
  const { name, exists } = findTab(book, TABS.planning.name);
  const grid = exists ? book.read(name, 'nothing') : null;
  if (grid === null || !hasHeaders(grid, TABS.planning)) return false;
  const table = readTable(grid, TABS.planning, new ProblemLog());
  const row = table?.rows.find(
    (one) => matchKey(identifierOf(one.cell('session'), one.shown('session'))) === matchKey(String(number)),
  );
  const column = table?.columns.get('session');
  return row !== undefined && column !== undefined && selectCells(name, `${columnLetters(column)}${row.row}`);
}
