import { AGENDA_WINDOW, type AgendaWindow } from '../dialogs/agenda/exchange';
import { HouseCalendar, writableCalendars } from '../google/calendar';
import { ofThisFile, readMemory, writeMemory } from '../google/memory';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import {
  type CalendarWork,
  calendarWork,
  type KnownEvent,
  parseKnownEvents,
  type SessionEvent,
  sessionEvents,
} from '../messages/session-events';
import { AGENDA_TEXT } from '../text/agenda';
import { act, aloneInWords } from './act';
import { type Answer, blocked, done, failed, type WindowOpened } from './answer';
import { plannedSessions } from './planned-sessions';

/** Names under which the workbook remembers. */
const CALENDAR = 'agenda choisi';
const EVENTS = 'événements de l’agenda';
const UNFINISHED = 'agenda en cours';
const WINDOW = { width: 480, height: 240 } as const;

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
    const planned = plannedSessions(book);
    if ('status' in planned) return planned;
    const memory = readMemory(book);
    const before = memory.get(ofThisFile(book, CALENDAR));
    const id = chosen ?? before ?? writableCalendars()[0]?.id;
    const calendar = id === undefined ? null : HouseCalendar.open(id, book.timeZone);
    if (id === undefined || calendar === null) return failed(AGENDA_TEXT.lost);
    const known = parseKnownEvents(memory.get(ofThisFile(book, EVENTS)));
    if (before !== undefined && before !== id) moveOut(book, before, known);
    const wanted = sessionEvents(planned.sessions);
    const remembered = before === id ? known : [];
    const standing =
      memory.get(ofThisFile(book, UNFINISHED)) === id ? withFound(calendar, wanted, remembered) : remembered;
    const work = calendarWork(wanted, standing);
    if (work.create.length + work.update.length + work.remove.length > 0) {
      // Whatever stops the script from here on, the next update looks for what this one made.
      remember(book, { id, events: standing, unfinished: true });
      book.flush();
      remember(book, { id, events: carryOut(calendar, work), unfinished: false });
    } else remember(book, { id, events: standing, unfinished: false });
    return done([
      AGENDA_TEXT.done(work.create.length, work.update.length, work.remove.length, work.same.length),
    ]);
  });
}

/** Does the work, and gives the events that stand after it. */
function carryOut(calendar: HouseCalendar, work: CalendarWork): readonly KnownEvent[] {
  for (const { id } of work.remove) calendar.remove(id);
  return [
    ...work.same,
    ...work.update.map(({ id, wanted }) => ({ id: calendar.update(id, wanted), wanted })),
    ...work.create.map((wanted) => ({ id: calendar.create(wanted), wanted })),
  ];
}

/** An event as wanted that nobody remembers was made by an update that did not end: it is kept. */
function withFound(
  calendar: HouseCalendar,
  wanted: readonly SessionEvent[],
  known: readonly KnownEvent[],
): readonly KnownEvent[] {
  const ids = new Set(known.map(({ id }) => id));
  const keys = new Set(known.map((event) => event.wanted.key));
  const made = wanted
    .filter(({ key }) => !keys.has(key))
    .flatMap((event): KnownEvent[] => {
      const id = calendar.standing(event).find((one) => !ids.has(one));
      return id === undefined ? [] : [{ id, wanted: event }];
    });
  return [...known, ...made];
}

interface Remembered {
  readonly id: string;
  readonly events: readonly KnownEvent[];
  readonly unfinished: boolean;
}

function remember(book: OpenSpreadsheet, { id, events, unfinished }: Remembered): void {
  const memory = new Map(readMemory(book));
  memory.set(ofThisFile(book, CALENDAR), id);
  memory.set(ofThisFile(book, EVENTS), JSON.stringify(events));
  if (unfinished) memory.set(ofThisFile(book, UNFINISHED), id);
  else memory.delete(ofThisFile(book, UNFINISHED));
  writeMemory(book, memory);
}

/** The sessions leave the calendar that was chosen before. */
function moveOut(book: OpenSpreadsheet, calendarId: string, events: readonly KnownEvent[]): void {
  const calendar = HouseCalendar.open(calendarId, book.timeZone);
  for (const { id } of events) calendar?.remove(id);
}
