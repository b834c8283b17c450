import type { Campaign } from '../../domain/campaign';
import type { CalendarDay, Minutes } from '../../domain/calendar';
import type { Slot } from '../../domain/slot';
import { textOf } from '../cells/text';
import { TABS } from '../schema/tabs';
import type { TabKey } from '../schema/tab-schema';
import { matchKey } from '../text-match';
import { type CampaignReading, REQUIRED_TABS, type Grids } from './campaign';
import { Names } from './names';
import { ProblemLog } from './problem-log';
import { readRooms } from './rooms';
import { readSlots, type Moment } from './slots';
import { hasHeaders, readTable, type Table } from './table';

/** How far the campaign of a workbook is, in numbers: what a checklist needs to tick itself. */
export interface WorkbookProgress {
  /** Names of the tabs without which nothing can be planned, and that are not there. */
  readonly missingTabs: readonly string[];
  /** Certified rooms that can be used, and their places. */
  readonly rooms: number;
  readonly places: number;
  /** Slots that can be read, and those that have not begun. */
  readonly slots: number;
  readonly slotsToCome: number;
  /** Rows of `Étudiants` with something in them. */
  readonly candidates: number;
  /** Usable candidates, and those who can come at one slot at least. */
  readonly usable: number;
  readonly withSlot: number;
  readonly invigilators: number;
  /** Rows of `Demandes`, and those that nobody has accepted or refused yet. */
  readonly requests: number;
  readonly requestsWaiting: number;
  readonly blocking: number;
  readonly warnings: number;
  readonly planning: PlanningProgress;
}

/** The planning as it stands; sessions that are cancelled do not count. */
export interface PlanningProgress {
  readonly sessions: number;
  readonly seated: number;
  /** Candidates listed, less those seated. */
  readonly unseated: number;
  /** Things that hand edits or changed data break. */
  readonly broken: number;
  /** Sessions that people know of: published, convoked or held. */
  readonly published: number;
  readonly convoked: number;
  readonly held: number;
  /** Sessions with a number of Pix Certif. */
  readonly numbered: number;
  /** Sessions that have begun and are not marked as held. */
  readonly toMarkHeld: number;
  /** The first session that has not begun; `null` when there is none. */
  readonly next: { readonly number: string; readonly day: CalendarDay; readonly start: Minutes } | null;
}

/**
 * Counts what the tabs hold, whatever state they are in: a tab that cannot be read counts for nothing, and prevents
 * nothing else from being counted.
 */
export function progressOf(
  grids: Grids,
  names: Readonly<Record<TabKey, string>>,
  exists: (key: TabKey) => boolean,
  reading: CampaignReading,
  now: Moment,
): WorkbookProgress {
  const { draft, problems } = reading;
  const alone = draft ?? readAlone(grids, now);
  const candidates = draft === null ? rowsOf(grids, 'students').length : reading.candidates;
  const requests = rowsOf(grids, 'requests').map((row) => matchKey(textOf(row.cell('state'))));
  const blocking = problems.filter(({ severity }) => severity === 'blocking').length;
  return {
    missingTabs: REQUIRED_TABS.filter((key) => !exists(key)).map((key) => names[key]),
    rooms: alone.rooms.length,
    places: alone.rooms.reduce((sum, { places }) => sum + places, 0),
    slots: alone.slots.length,
    slotsToCome: alone.slots.filter((slot) => !hasBegun(slot, now)).length,
    candidates,
    usable: draft?.candidates.length ?? 0,
    withSlot: (draft?.candidates ?? []).filter(({ availability }) => availability.possible.length > 0).length,
    invigilators: draft?.invigilators?.length ?? rowsOf(grids, 'invigilators').length,
    requests: requests.length,
    requestsWaiting: requests.filter((state) => WAITING.has(state)).length,
    blocking,
    warnings: problems.length - blocking,
    planning: planningProgress(grids, reading, candidates, now),
  };
}

const WAITING = new Set(['', 'nouvelle', 'a completer']);

/** Rooms and slots read each on their own, when the campaign as a whole cannot be. */
function readAlone(grids: Grids, now: Moment): Pick<Campaign, 'rooms' | 'slots'> {
  const log = new ProblemLog();
  const [rooms, slots] = [tableOf(grids, 'rooms'), tableOf(grids, 'slots')];
  const read = rooms === null ? null : readRooms(rooms, log);
  return {
    rooms: read?.rooms ?? [],
    slots: slots === null ? [] : readSlots(slots, read?.sites ?? new Names(), now, log).slots,
  };
}

function planningProgress(
  grids: Grids,
  { draft, sessionsRead, checkPlanning }: CampaignReading,
  candidates: number,
  now: Moment,
): PlanningProgress {
  const slots = new Map((draft?.slots ?? []).map((slot) => [slot.code, slot]));
  const sessions = sessionsRead.filter(({ state }) => state !== 'cancelled');
  const seated = new Set(sessions.flatMap(({ seats }) => seats.map(({ candidate }) => candidate))).size;
  const pixNumbers = new Map(
    rowsOf(grids, 'planning').map((row) => [
      matchKey(textOf(row.cell('session'))),
      textOf(row.cell('pixNumber')),
    ]),
  );
  const toCome = sessions
    .flatMap(({ number, slot: code }) => {
      const slot = slots.get(code);
      return slot === undefined || hasBegun(slot, now)
        ? []
        : [{ number: String(number), day: slot.day, start: slot.start }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start));
  const counted = (states: readonly string[]): number =>
    sessions.filter(({ state }) => states.includes(state)).length;
  return {
    sessions: sessions.length,
    seated,
    unseated: Math.max(0, candidates - seated),
    broken: checkPlanning().length,
    published: counted(['published', 'convoked', 'held']),
    convoked: counted(['convoked', 'held']),
    held: counted(['held']),
    numbered: sessions.filter(({ number }) => (pixNumbers.get(matchKey(number)) ?? '') !== '').length,
    toMarkHeld: sessions.filter(({ state, slot: code }) => {
      const slot = slots.get(code);
      return state !== 'held' && slot !== undefined && hasBegun(slot, now);
    }).length,
    next: toCome[0] ?? null,
  };
}

function hasBegun(slot: Slot, now: Moment): boolean {
  return slot.day < now.day || (slot.day === now.day && slot.start <= now.minutes);
}

const rowsOf = (grids: Grids, key: TabKey): Table['rows'] => tableOf(grids, key)?.rows ?? [];

function tableOf(grids: Grids, key: TabKey): Table | null {
  const grid = grids[key];
  return grid !== null && hasHeaders(grid, TABS[key]) ? readTable(grid, TABS[key], new ProblemLog()) : null;
}
