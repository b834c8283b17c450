import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { Grid } from '../domain/grid';
import { ProblemLog } from '../workbook/read/problem-log';
import { readSettings } from '../workbook/read/settings';
import { readTable } from '../workbook/read/table';
import { SETTINGS } from '../workbook/schema/settings';
import type { TabKey } from '../workbook/schema/tab-schema';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import { linkedTab } from './remembered-forms';

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

export function readSettingsTab(book: OpenSpreadsheet): Grid | null {
  const { name, exists } = findTab(book, TABS.settings.name);
  return exists ? book.read(name, 'nothing') : null;
}

/**
 * Every tab of the contract under the name that `Paramètres` gives it. The tab that receives the answers of the request
 * form plays the part of `Demandes`, whatever it is called.
 */
export function findTabs(book: OpenSpreadsheet, settings: Grid | null): Readonly<Record<TabKey, FoundTab>> {
  const log = new ProblemLog();
  const { values } = readSettings(settings === null ? null : readTable(settings, TABS.settings, log), log);
  const requests = linkedTab(book, 'requests');
  return eachTab((key) => {
    if (key === 'requests' && requests !== null) return { name: requests, exists: true };
    const label = TABS[key].renamedBy;
    const setting = SETTINGS.find((schema) => schema.label === label);
    const given = setting === undefined ? '' : String(values.get(setting.key) ?? '').trim();
    return findTab(book, given === '' ? TABS[key].name : given);
  });
}

/** One value per tab of the contract. */
export function eachTab<Value>(valueOf: (key: TabKey) => Value): Readonly<Record<TabKey, Value>> {
  return {
    rooms: valueOf('rooms'),
    slots: valueOf('slots'),
    students: valueOf('students'),
    availability: valueOf('availability'),
    roomAvailability: valueOf('roomAvailability'),
    invigilators: valueOf('invigilators'),
    requests: valueOf('requests'),
    planning: valueOf('planning'),
    assignments: valueOf('assignments'),
    anonymousSeats: valueOf('anonymousSeats'),
    unseated: valueOf('unseated'),
    summary: valueOf('summary'),
    problems: valueOf('problems'),
    settings: valueOf('settings'),
  };
}
