import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import type { Grid } from '../../domain/grid';
import type { CandidateId, SlotCode } from '../../domain/ids';
import type { ExistingSession } from '../../domain/session';
import { isBlankCell } from '../cells/text';
import { TABS } from '../schema/tabs';
import type { TabKey } from '../schema/tab-schema';
import { availabilityResolver, readAvailability, readInvigilators, readRoomAvailability } from './answers';
import { readExisting } from './existing';
import { withKeptPlaces } from './kept-places';
import { MENDABLE, checkLocks } from './locks';
import { Groups } from './names';
import { checkPlanning } from './planning-check';
import { readPlanningTabs } from './planning-tabs';
import { ProblemLog, type WorkbookProblem } from './problem-log';
import { readRequests } from './requests';
import { readRooms } from './rooms';
import { readSettings, type SettingsReading } from './settings';
import { reportSharedTabs } from './shared-tabs';
import { readSlots, type Moment } from './slots';
import { readStudents, type LeftOut } from './students';
import { hasHeaders, readTable, type Table } from './table';
import { unusableCodes } from './unusable';
import { answeredByForm, type WrittenAnswers } from './written-answers';

/** Tabs as read; `null` for a tab that the spreadsheet does not have. */
export type Grids = Readonly<Record<TabKey, Grid | null>>;

export interface CampaignReading {
  /** `null` when something blocks. */
  readonly campaign: Campaign | null;
  /** The same when nothing blocks but locks that mending the planning lifts. */
  readonly mendable: Campaign | null;
  /** What could be read, even when something blocks; `null` when rooms, slots or students cannot be read at all. */
  readonly draft: Campaign | null;
  readonly problems: readonly WorkbookProblem[];
  readonly settings: SettingsReading;
  /** Rows of `Étudiants` that cannot be planned, each with its problem. */
  readonly leftOut: readonly LeftOut[];
  /** Candidates with a name, rows left out included. */
  readonly candidates: number;
  /** Row of each usable candidate in `Étudiants`. */
  readonly studentRows: ReadonlyMap<CandidateId, number>;
  /** Codes given to slots without one, by row of `Créneaux`. */
  readonly madeSlotCodes: ReadonlyMap<number, SlotCode>;
  /** The sessions of the planning as they stand, even when something blocks. */
  readonly sessionsRead: readonly ExistingSession[];
  /** What the planning as it stands breaks, beside what `problems` says of it already. */
  readonly checkPlanning: () => readonly WorkbookProblem[];
}

/** Without these tabs there is nothing to plan; the others may be missing. */
export const REQUIRED_TABS: readonly TabKey[] = ['rooms', 'slots', 'students', 'availability'];

/**
 * Reads the whole workbook. Every row that cannot be used becomes a problem with its tab and cell; nothing is dropped
 * silently.
 *
 * @param names name of each tab in this spreadsheet, or the one it should have
 * @param now the present, on the wall clock of the spreadsheet
 * @param written what the add-on wrote in `Disponibilités` of the answers to the form
 */
export function readCampaign(
  grids: Grids,
  names: Readonly<Record<TabKey, string>>,
  now: Moment,
  written: WrittenAnswers = {},
): CampaignReading {
  const log = new ProblemLog();
  const tables = readTables(grids, names, log);
  const settings = readSettings(tables.settings, log);
  const nothing: CampaignReading = {
    campaign: null,
    mendable: null,
    draft: null,
    problems: log.all,
    settings,
    leftOut: [],
    candidates: 0,
    studentRows: new Map(),
    madeSlotCodes: new Map(),
    sessionsRead: [],
    checkPlanning: () => [],
  };
  if (tables.rooms === null || tables.slots === null || tables.students === null) return nothing;

  const groups = new Groups();
  const roomReading = readRooms(tables.rooms, log);
  const slotReading = readSlots(tables.slots, roomReading.sites, now, log);
  const { slots, byCode } = slotReading;
  const studentReading = readStudents(
    tables.students,
    roomReading.sites,
    groups,
    settings.defaultExtraTime,
    log,
  );
  const requestReading =
    tables.requests === null
      ? { requests: [], slotsOf: new Map(), movedFor: new Map() }
      : readRequests(tables.requests, roomReading.sites, byCode, groups, studentReading.groupSizes, log);
  const leftOutIds = new Set(studentReading.leftOut.map(({ id }) => id));
  const answers =
    tables.availability === null
      ? { ofStudent: new Map(), ofGroup: new Map() }
      : readAvailability(tables.availability, byCode, studentReading.byId, leftOutIds, groups, log);
  const resolve = availabilityResolver(answers, requestReading.slotsOf, settings.withoutAnswer, slots);
  const listed = studentReading.students.map((student): Candidate => ({
    ...student,
    availability: resolve(student),
  }));
  const rooms =
    tables.roomAvailability === null
      ? roomReading.rooms
      : readRoomAvailability(tables.roomAvailability, roomReading, byCode, log);
  const invigilators =
    tables.invigilators === null
      ? null
      : readInvigilators(tables.invigilators, roomReading.sites, byCode, log);

  const known = {
    slots: byCode,
    rooms: roomReading.usable,
    unusable: unusableCodes(tables.rooms, tables.slots),
    candidates: studentReading.byId,
    leftOutIds,
  };
  const existing = readExisting(tables, known, log);
  const byForm =
    tables.availability === null ? new Set<string>() : answeredByForm(tables.availability, byCode, written);
  const candidates = withKeptPlaces(listed, existing, byForm, requestReading.movedFor, log);
  const byId = new Map<CandidateId, Candidate>(candidates.map((candidate) => [candidate.id, candidate]));
  checkLocks(existing, rooms, slots, byId, invigilators, settings.planning, log);

  const campaign: Campaign = {
    rooms,
    slots,
    candidates,
    requests: requestReading.requests,
    invigilators,
    existing: existing.map(({ session }) => session),
    settings: settings.planning,
  };
  return {
    campaign: log.hasBlocking ? null : campaign,
    mendable: log.blocksBeyond(MENDABLE) ? null : campaign,
    draft: campaign,
    problems: log.all,
    settings,
    leftOut: studentReading.leftOut,
    candidates: studentReading.listed,
    studentRows: studentReading.rowOf,
    madeSlotCodes: slotReading.madeCodes,
    sessionsRead: campaign.existing,
    checkPlanning: () => checkPlanning(existing, campaign),
  };
}

function readTables(
  grids: Grids,
  names: Readonly<Record<TabKey, string>>,
  log: ProblemLog,
): Readonly<Record<TabKey, Table | null>> {
  const settings = grids.settings === null ? null : tableOf(grids.settings, 'settings', log);
  const shared = reportSharedTabs(names, settings, log);
  const table = (key: TabKey): Table | null => {
    const grid = grids[key];
    if (shared.has(key)) return null;
    if (grid === null) {
      if (REQUIRED_TABS.includes(key)) log.blocking('tabMissing', { tab: names[key] });
      return null;
    }
    return tableOf(grid, key, log);
  };
  return {
    rooms: table('rooms'),
    slots: table('slots'),
    students: table('students'),
    availability: table('availability'),
    roomAvailability: table('roomAvailability'),
    invigilators: table('invigilators'),
    requests: table('requests'),
    ...readPlanningTabs(grids, log),
    unseated: null,
    summary: null,
    problems: null,
    settings,
  };
}

/** Tabs that may stay empty are no problem without headers. */
function tableOf(grid: Grid, key: TabKey, log: ProblemLog): Table | null {
  if (REQUIRED_TABS.includes(key) || hasHeaders(grid, TABS[key])) return readTable(grid, TABS[key], log);
  const filled = grid.cells.some((line) => !line.every(isBlankCell));
  if (filled) log.warning('tabNotRead', { tab: grid.tab });
  return null;
}
