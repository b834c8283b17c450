import type { OpenSpreadsheet } from '../google/spreadsheet';
import { ProblemLog } from '../workbook/read/problem-log';
import { readSettings } from '../workbook/read/settings';
import { readTable } from '../workbook/read/table';
import { SETTINGS } from '../workbook/schema/settings';
import type { TabKey } from '../workbook/schema/tab-schema';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';

/** Where a tab of the contract is, or would be. */
export interface FoundTab {
  /** As it stands in the spreadsheet, or the name to create it under. */
  readonly name: string;
  readonly exists: boolean;
}

/** Finds a tab by its name, ignoring case, accents, apostrophes and spaces. */
export function findTab(book: OpenSpreadsheet, wanted: string): FoundTab {
  const name = book.tabs().find((tab) => matchKey(tab) === matchKey(wanted));
  return name === undefined ? { name: wanted, exists: false } : { name, exists: true };
}

/** Every tab of the contract under the name that `Paramètres` gives it. One read. */
export function findTabs(book: OpenSpreadsheet): Readonly<Record<TabKey, FoundTab>> {
  const settings = findTab(book, TABS.settings.name);
  const grid = settings.exists ? book.read(settings.name, false) : null;
  const log = new ProblemLog();
  const { values } = readSettings(grid === null ? null : readTable(grid, TABS.settings, log), log);
  const nameOf = (key: TabKey): string => {
    const label = TABS[key].renamedBy;
    const setting = SETTINGS.find((schema) => schema.label === label);
    const given = setting === undefined ? '' : String(values.get(setting.key) ?? '').trim();
    return given === '' ? TABS[key].name : given;
  };
  const found = (key: TabKey): FoundTab => findTab(book, nameOf(key));
  return {
    rooms: found('rooms'),
    slots: found('slots'),
    students: found('students'),
    availability: found('availability'),
    roomAvailability: found('roomAvailability'),
    invigilators: found('invigilators'),
    requests: found('requests'),
    planning: found('planning'),
    assignments: found('assignments'),
    anonymousSeats: found('anonymousSeats'),
    unseated: found('unseated'),
    summary: found('summary'),
    problems: found('problems'),
    settings,
  };
}
