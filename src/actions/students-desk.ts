import { digest } from '../domain/fingerprint';
import type { Grid } from '../domain/grid';
import { now } from '../google/clock';
import { readMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { isEmail } from '../pix/email';
import { type StudentField, STUDENT_COLUMNS } from '../pix/student-file/headers';
import { firstProblems } from '../text/checked';
import { placeName } from '../text/format';
import { textOf } from '../workbook/cells/text';
import { type KnownStudents, readKnownStudents } from '../workbook/import/known-students';
import { type FieldContext, valueOfCell } from '../workbook/import/student-fields';
import { parseHeaderRoles, withConfirmedHeaders } from '../workbook/read/header-roles';
import { ProblemLog } from '../workbook/read/problem-log';
import { readRooms } from '../workbook/read/rooms';
import { readSettings, type SettingsReading } from '../workbook/read/settings';
import { hasHeaders, readTable, type Table } from '../workbook/read/table';
import { SETTINGS, type SettingKey } from '../workbook/schema/settings';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import type { TabKey } from '../workbook/schema/tab-schema';
import type { Answer } from './answer';
import { findTabs, type FoundTab, readSettingsTab } from './find-tabs';
import { HEADER_ROLES } from './read-workbook';
import { blockingLines, tellProblems } from './tell-problems';

/** `Étudiants`, ready to be compared with a list and changed. */
export interface StudentsDesk {
  readonly tabs: Readonly<Record<TabKey, FoundTab>>;
  readonly settings: SettingsReading;
  /** Where the value of a parameter stands, such as `Paramètres!B12`. */
  readonly settingCell: (key: SettingKey) => string;
  /** Names of the sites of `Salles`. */
  readonly sites: readonly string[];
  readonly context: FieldContext;
  /** As read; of a tab that does not exist yet, its headers. */
  readonly grid: Grid;
  /** Whether the tab is there with its headers. */
  readonly exists: boolean;
  readonly table: Table;
  readonly known: KnownStudents;
  /** Stands for all that the tab holds. */
  readonly stamp: string;
}

/** Fields that are columns of the contract; the others are columns that staff may add. */
const CONTRACT = new Set(TABS.students.columns.map(({ key }) => key));
const ADDED = STUDENT_COLUMNS.filter(({ field }) => !CONTRACT.has(field));
const TOLD = 3;

/** Reads the tab of the students, and nothing that an import does not need; an answer when it cannot be used. */
export function openStudentsDesk(book: OpenSpreadsheet): StudentsDesk | Answer {
  const settingsGrid = readSettingsTab(book);
  const tabs = findTabs(book, settingsGrid);
  const quiet = new ProblemLog();
  const settingsTable = settingsGrid === null ? null : readTable(settingsGrid, TABS.settings, quiet);
  const settings = readSettings(settingsTable, quiet);
  const sites = sitesOf(book, tabs);
  const read = tabs.students.exists ? book.read(tabs.students.name, 'all') : null;
  const filled = read !== null && read.cells.some((row) => row.some((cell) => cell !== '' && cell !== false));
  const roles = parseHeaderRoles(readMemory(book).get(HEADER_ROLES));
  const grid: Grid =
    read !== null && filled
      ? withConfirmedHeaders(read, TABS.students, roles)
      : {
          tab: tabs.students.name,
          cells: [TABS.students.columns.map(({ header }) => header)],
          shown: null,
        };
  const log = new ProblemLog();
  const table = readTable(grid, TABS.students, log);
  if (table === null) {
    const lines = firstProblems(blockingLines(tellProblems(log.all)), TOLD);
    return { status: 'blocked', lines, problems: [] };
  }
  const context: FieldContext = {
    today: now(book.timeZone).day,
    defaultExtraTime: settings.defaultExtraTime,
    siteOf: (name) => (sites === null ? name : sites.get(name)),
    isEmail,
  };
  return {
    tabs,
    settings,
    settingCell: (key) => settingCell(settingsTable, tabs.settings.name, key),
    sites: sites === null ? [] : [...sites.values()],
    context,
    grid,
    exists: filled,
    table,
    known: readKnownStudents(table, ADDED, context),
    stamp: digest(grid.cells),
  };
}

function settingCell(table: Table | null, tab: string, key: SettingKey): string {
  const label = matchKey(SETTINGS.find((setting) => setting.key === key)?.label ?? '');
  const row = table?.rows.find((one) => matchKey(textOf(one.cell('name'))) === label);
  const column = table?.columns.get('value') ?? null;
  return placeName({ tab, row: row?.row ?? null, column: row === undefined ? null : column });
}

/** `null`: there is no tab of rooms to know the sites by. */
function sitesOf(
  book: OpenSpreadsheet,
  tabs: StudentsDesk['tabs'],
): ReturnType<typeof readRooms>['sites'] | null {
  const grid = tabs.rooms.exists ? book.read(tabs.rooms.name, 'nothing') : null;
  if (grid === null || !hasHeaders(grid, TABS.rooms)) return null;
  const table = readTable(grid, TABS.rooms, new ProblemLog());
  const sites = table === null ? null : readRooms(table, new ProblemLog()).sites;
  return sites === null || sites.size === 0 ? null : sites;
}

/** How users call a field: its header in `Étudiants`. */
export function headerOf(field: string): string {
  return (
    TABS.students.columns.find(({ key }) => key === field)?.header ??
    STUDENT_COLUMNS.find((column) => column.field === field)?.header ??
    field
  );
}

export const isStudentField = (text: unknown): text is StudentField =>
  STUDENT_COLUMNS.some(({ field }) => field === text);

/** A value that a user gives for the students who have none. */
export function givenValue(
  field: string,
  text: string,
  context: FieldContext,
): ReturnType<typeof valueOfCell> {
  return valueOfCell(field, text, text, context);
}
