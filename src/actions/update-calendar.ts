import { AGENDA_WINDOW, type AgendaWindow } from '../dialogs/agenda/exchange';
import { HouseCalendar, writableCalendars } from '../google/calendar';
import { ofThisFile, readMemory, writeMemory } from '../google/memory';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { calendarWork, type KnownEvent, parseKnownEvents, sessionEvents } from '../messages/session-events';
import { AGENDA_TEXT } from '../text/agenda';
import { act, aloneInWords } from './act';
import { type Answer, blocked, done, failed, type WindowOpened } from './answer';
import { plannedSessions } from './planned-sessions';

/** Names under which the workbook remembers. */
const CALENDAR = 'agenda choisi';
const EVENTS = 'événements de l’agenda';
const WINDOW = { width: 480, height: 280 } as const;

/** *Mettre les sessions dans l'agenda*: asks which calendar. Writes nothing. */
export function proposeCalendar(): Answer | WindowOpened {
  const shown: AgendaWindow[] = [];
  const answer = aloneInWords((book) => {
    const sessions = plannedSessions(book);
    if ('status' in sessions) return sessions;
    const calendars = writableCalendars();
    const [first] = calendars;
    if (first === undefined) return blocked(AGENDA_TEXT.noCalendar);
    const remembered = readMemory(book).get(ofThisFile(book, CALENDAR));
    const chosen = calendars.find(({ id }) => id === remembered) ?? first;
    shown.push({ calendars, chosen: chosen.id });
    return done([AGENDA_TEXT.intro]);
  });
  const [data] = shown;
  if (answer.status !== 'done' || data === undefined) return act(AGENDA_TEXT.title, () => answer);
  showWindow(AGENDA_WINDOW, { title: AGENDA_TEXT.title, data, ...WINDOW });
  return { defaultCall: 'updateCalendar' };
}

/**
 * Makes the calendar show the sessions: each is one event, created once, changed in place, removed with its session.
 * @param chosen identifier of the calendar; `undefined`: the one of the last time, else the first
 */
export function updateCalendar(chosen: string | undefined): Answer {
  return aloneInWords((book) => {
    const sessions = plannedSessions(book);
    if ('status' in sessions) return sessions;
    const memory = readMemory(book);
    const before = memory.get(ofThisFile(book, CALENDAR));
    const id = chosen ?? before ?? writableCalendars()[0]?.id;
    const calendar = id === undefined ? null : HouseCalendar.open(id, book.timeZone);
    if (id === undefined || calendar === null) return failed(AGENDA_TEXT.lost);
    const known = parseKnownEvents(memory.get(ofThisFile(book, EVENTS)));
    if (before !== undefined && before !== id) moveOut(book, before, known);
    const standing = before === id ? known : [];
    const work = calendarWork(sessionEvents(sessions.sessions), standing);
    const events: KnownEvent[] = [...work.same];
    const remember = (): void =>
      writeMemory(
        book,
        new Map([
          ...readMemory(book),
          [ofThisFile(book, CALENDAR), id],
          [
            ofThisFile(book, EVENTS),
            JSON.stringify([...events, ...work.remove.filter((event) => !removed.has(event.id))]),
          ],
        ]),
      );
    const removed = new Set<string>();
    try {
      for (const event of work.remove) {
        calendar.remove(event.id);
        removed.add(event.id);
      }
      for (const { id: eventId, wanted } of work.update)
        events.push({ id: calendar.update(eventId, wanted), wanted });
      for (const wanted of work.create) events.push({ id: calendar.create(wanted), wanted });
    } finally {
      // What was created is known from now on, even when the calendar refused the next one.
      const touched = new Set(events.map((event) => event.wanted.key));
      for (const { id: eventId, wanted } of work.update)
        if (!touched.has(wanted.key))
          events.push(standing.find((one) => one.id === eventId) ?? { id: eventId, wanted });
      remember();
    }
    return done([
      AGENDA_TEXT.done(work.create.length, work.update.length, work.remove.length, work.same.length),
    ]);
  });
}

/** The sessions leave the calendar that was chosen before. */
function moveOut(book: OpenSpreadsheet, calendarId: string, events: readonly KnownEvent[]): void {
  const calendar = HouseCalendar.open(calendarId, book.timeZone);
  for (const { id } of events) calendar?.remove(id);
}
