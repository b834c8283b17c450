import { SLOTS_WINDOW, type SlotsRequest, type SlotsWindow } from '../dialogs/slots/exchange';
import { type CalendarDay, addDays, weekdayOf } from '../domain/calendar';
import { minutesNeeded } from '../domain/settings';
import { MOST_SLOTS, type SlotTime, slotTimes } from '../domain/slot-series';
import { holidaysBetween } from '../domain/holidays';
import { showWindow } from '../google/page-window';
import { SLOTS_TEXT as TEXT } from '../text/slots';
import { readExtraTime } from '../workbook/cells/values';
import { readDay } from '../workbook/cells/day';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { act, aloneInWords } from './act';
import { type Answer, type WindowOpened, done, failed } from './answer';
import type { WorkbookReading } from './read-workbook';
import { type SlotsDesk, openSlotsDesk } from './slots-desk';
import { writeSlots } from './write-slots';

const WINDOW = { width: 900, height: 640 } as const;

/** *Générer les créneaux*: opens the window where days and hours are chosen. Changes nothing. */
export function openSlotSeries(): Answer | WindowOpened {
  const shown: SlotsWindow[] = [];
  const answer = aloneInWords((book) => {
    const desk = openSlotsDesk(book);
    if ('status' in desk) return desk;
    shown.push(windowOf(desk));
    return done([]);
  });
  const [data] = shown;
  if (data === undefined) return act(TEXT.title, () => answer);
  showWindow(SLOTS_WINDOW, { title: TEXT.title, data, ...WINDOW });
  return { defaultCall: 'addProposedSlots' };
}

/** What the window would add when nothing in it is changed. */
export function addProposedSlots(): Answer {
  return aloneInWords((book) => {
    const desk = openSlotsDesk(book);
    if ('status' in desk) return desk;
    const { defaults } = windowOf(desk);
    const without = new Set(holidaysBetween(defaults.from, defaults.to).map(({ day }) => day));
    const slots = slotTimes({ ...defaults, weekdays: WORKING_DAYS, without });
    return writeSlots(book, desk, { slots, site: '', columns: true });
  });
}

/** Adds the slots that the window shows below those of the tab, without touching them; none is added twice. */
export function addSlots(request: unknown): Answer {
  const wanted = readRequest(request);
  if (wanted === null) return failed(TEXT.unreadable);
  return aloneInWords((book) => {
    const desk = openSlotsDesk(book);
    return 'status' in desk ? desk : writeSlots(book, desk, wanted);
  });
}

/** Monday to Friday. */
const WORKING_DAYS = [1, 2, 3, 4, 5];
const MORNING_AND_AFTERNOON = [8 * 60 + 30, 13 * 60 + 30];
/** Hours of a day proposed at most. */
const MOST_STARTS = 4;

function windowOf(desk: SlotsDesk): SlotsWindow {
  const { reading, slots, sites, matrices, today } = desk;
  const { planning, defaultExtraTime } = reading.settings;
  const plain = minutesNeeded(planning, 0);
  const usual = minutesNeeded(planning, defaultExtraTime / 100);
  const extra = extraTimeNeeds(reading, plain);
  const longest = extra[extra.length - 1]?.minutes ?? plain;
  const duration = Math.ceil(Math.max(longest, usual) / 5) * 5;
  const last = slots.reduce((latest, { day }) => (day > latest ? day : latest), today);
  const from = mondayAfter(last);
  return {
    today,
    tab: reading.tabs.slots.name,
    existing: slots.map(({ code, day, start, end, site }) => ({ code, day, start, end, site: site ?? '' })),
    sites,
    needs: { plain, extra, usual },
    gap: planning.gapMinutes,
    matrices: matrices.map(({ grid }) => grid.tab),
    defaults: {
      from,
      to: addDays(from, 4),
      starts: usualStarts(
        slots.map(({ start }) => start),
        duration + planning.gapMinutes,
      ),
      duration,
    },
  };
}

/** Minutes that people with extra time need, and how many need as much. */
function extraTimeNeeds({ grids, settings }: WorkbookReading, plain: number): SlotsWindow['needs']['extra'] {
  const grid = grids.students;
  const rows =
    grid === null || !hasHeaders(grid, TABS.students)
      ? []
      : (readTable(grid, TABS.students, new ProblemLog())?.rows ?? []);
  const people = new Map<number, number>();
  for (const row of rows) {
    const read = readExtraTime(row.cell('extraTime'), settings.defaultExtraTime, row.shown('extraTime'));
    if (read.kind !== 'fraction') continue;
    const minutes = minutesNeeded(settings.planning, read.fraction);
    if (minutes > plain) people.set(minutes, (people.get(minutes) ?? 0) + 1);
  }
  return [...people]
    .map(([minutes, count]) => ({ minutes, people: count }))
    .sort((a, b) => a.minutes - b.minutes);
}

/** The Monday of the week that follows. */
function mondayAfter(day: CalendarDay): CalendarDay {
  return addDays(day, 7 - ((weekdayOf(day) + 6) % 7));
}

/** The hours at which slots begin most often so far and that leave each other room, in order. */
function usualStarts(starts: readonly number[], apart: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const start of starts) counts.set(start, (counts.get(start) ?? 0) + 1);
  const chosen: number[] = [];
  for (const [start] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]))
    if (chosen.every((other) => Math.abs(other - start) >= apart)) chosen.push(start);
  return chosen.length === 0 ? MORNING_AND_AFTERNOON : chosen.slice(0, MOST_STARTS).sort((a, b) => a - b);
}

/** What the page sends is read with care; `null` when it is not a list of slots. */
function readRequest(value: unknown): SlotsRequest | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  const list: unknown = given.get('slots');
  const site = given.get('site');
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_SLOTS || typeof site !== 'string')
    return null;
  const slots = list.flatMap((item: unknown) => readSlot(item) ?? []);
  return slots.length === list.length ? { slots, site, columns: given.get('columns') === true } : null;
}

function readSlot(value: unknown): SlotTime | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  const [text, start, end] = [given.get('day'), given.get('start'), given.get('end')];
  const day = typeof text === 'string' ? readDay(text) : null;
  const isMinute = (minutes: unknown): minutes is number =>
    typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440;
  if (day?.kind !== 'day' || !isMinute(start) || !isMinute(end) || start >= end) return null;
  return { day: day.day, start, end };
}
