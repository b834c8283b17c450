import { AGENDA_WINDOW, type AgendaWindow } from '../dialogs/agenda/exchange';
import { HouseCalendar, isCalendarRefusal, offeredCalendars } from '../google/calendar';
import { logFailure } from '../google/log';
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
const LEFT = 'agenda quitté';
const WINDOW = { width: 480, height: 240 } as const;

/** *Mettre les sessions dans l'agenda*: asks which calendar. Writes nothing. */
export function proposeCalendar(): Answer | WindowOpened {
  const shown: AgendaWindow[] = [];
  const answer = aloneInWords((book) => {
    const sessions = plannedSessions(book);
    if ('status' in sessions) return sessions;
    const calendars = offeredCalendars();
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
    const id = chosen ?? before ?? offeredCalendars()[0]?.id;
    const calendar = id === undefined ? null : HouseCalendar.open(id, book.timeZone);
    if (id === undefined || calendar === null) return failed(AGENDA_TEXT.lost);
    const known = parseKnownEvents(memory.get(ofThisFile(book, EVENTS)));
    const left: LeftCalendar | null =
      before !== undefined && before !== id
        ? { id: before, events: known }
        : parseLeft(memory.get(ofThisFile(book, LEFT)));
    const wanted = sessionEvents(planned.sessions);
    const remembered = before === id ? known : [];
    const standing =
      memory.get(ofThisFile(book, UNFINISHED)) === id ? withFound(calendar, wanted, remembered) : remembered;
    const work = calendarWork(wanted, standing);
    let events = standing;
    if (work.create.length + work.update.length + work.remove.length > 0) {
      // Whatever stops the script from here on, the next update looks for what this one made.
      remember(book, { id, events: standing, unfinished: true, left });
      book.flush();
      try {
        events = carryOut(calendar, work);
      } catch (error) {
        if (!isCalendarRefusal(error)) throw error;
        logFailure(error);
        writeMemory(book, memory);
        return failed(AGENDA_TEXT.readOnly);
      }
    }
    // The sessions are where they should be: they leave the calendar that was chosen before.
    if (left !== null && left.id !== id) moveOut(book, left);
    remember(book, { id, events, unfinished: false, left: null });
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

/** A calendar that another one takes the place of, and the events that are still in it. */
interface LeftCalendar {
  readonly id: string;
  readonly events: readonly KnownEvent[];
}

interface Remembered {
  readonly id: string;
  readonly events: readonly KnownEvent[];
  readonly unfinished: boolean;
  readonly left: LeftCalendar | null;
}

function remember(book: OpenSpreadsheet, { id, events, unfinished, left }: Remembered): void {
  const memory = new Map(readMemory(book));
  memory.set(ofThisFile(book, CALENDAR), id);
  memory.set(ofThisFile(book, EVENTS), JSON.stringify(events));
  if (unfinished) memory.set(ofThisFile(book, UNFINISHED), id);
  else memory.delete(ofThisFile(book, UNFINISHED));
  if (left === null) memory.delete(ofThisFile(book, LEFT));
  else memory.set(ofThisFile(book, LEFT), `${left.id}\n${JSON.stringify(left.events)}`);
  writeMemory(book, memory);
}

function parseLeft(text: string | undefined): LeftCalendar | null {
  const [id, events] = text?.split('\n') ?? [];
  return id === undefined ? null : { id, events: parseKnownEvents(events) };
}

function moveOut(book: OpenSpreadsheet, { id, events }: LeftCalendar): void {
  const calendar = HouseCalendar.open(id, book.timeZone);
  for (const event of events) calendar?.remove(event.id);
}
