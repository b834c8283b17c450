import type { TabContent } from '../workbook/write/tab-content';
import { logFailure } from './log';
import { openFile } from './spreadsheet';
import { writeTab } from './write-tab';

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A spreadsheet of its own that others may read. */
export interface SharedFile {
  readonly id: string;
  readonly url: string;
  /** Whether it was made just now. */
  readonly made: boolean;
  /** Addresses that the platform would not share with. */
  readonly refused: readonly string[];
}

/**
 * Writes a spreadsheet apart from the workbook: exactly these tabs, read by exactly these people.
 * @param id of the file made before; one that is gone is made again
 * @param remember called with the identifier of a file just made, before anything is written in it or shared: whatever
 *   stops the script from there on, the next time finds that file
 */
export function writeSharedFile(
  id: string | null,
  name: string,
  locale: string,
  timeZone: string,
  tabs: readonly TabContent[],
  viewers: readonly string[],
  remember: (id: string) => void,
): SharedFile {
  const known = id === null ? null : openKnown(id);
  const file = known ?? SpreadsheetApp.create(name);
  if (known === null) {
    remember(file.getId());
    file.setSpreadsheetLocale(locale);
    file.setSpreadsheetTimeZone(timeZone);
  }
  const book = openFile(file);
  for (const tab of tabs) writeTab(book, tab);
  const wanted = new Set(tabs.map(({ tab }) => tab));
  for (const tab of book.tabs()) if (!wanted.has(tab)) book.remove(tab);
  SpreadsheetApp.flush();
  return {
    id: file.getId(),
    url: file.getUrl(),
    made: known === null,
    refused: shareWith(file, viewers),
  };
}

function openKnown(id: string): File | null {
  try {
    return SpreadsheetApp.openById(id);
  } catch (error) {
    logFailure(error);
    return null;
  }
}

function shareWith(file: File, wanted: readonly string[]): readonly string[] {
  const lower = (address: string): string => address.toLowerCase();
  const keep = new Set(wanted.map(lower));
  const now = file.getViewers().map((user) => user.getEmail());
  for (const address of now) if (!keep.has(lower(address))) file.removeViewer(address);
  const present = new Set(now.map(lower));
  const missing = wanted.filter((address) => !present.has(lower(address)));
  if (missing.length === 0) return [];
  try {
    file.addViewers([...missing]);
    return [];
  } catch {
    // One address that the platform refuses spoils the whole list: each is tried alone.
    return missing.filter((address) => !shared(file, address));
  }
}

function shared(file: File, address: string): boolean {
  try {
    file.addViewer(address);
    return true;
  } catch (error) {
    logFailure(error);
    return false;
  }
}
