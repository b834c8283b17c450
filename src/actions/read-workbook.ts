import { now } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { Grid } from '../domain/grid';
import { type CampaignReading, readCampaign } from '../workbook/read/campaign';
import type { OutputKey, TabKey } from '../workbook/schema/tab-schema';
import { type FoundTab, eachTab, findTabs, readSettingsTab } from './find-tabs';

/** The whole workbook, read once. */
export interface WorkbookReading extends CampaignReading {
  readonly tabs: Readonly<Record<TabKey, FoundTab>>;
  readonly grids: Readonly<Record<TabKey, Grid | null>>;
}

/**
 * What is seen in the cells is read where identifiers, dates and times are typed: the tabs of one row per thing. In a
 * tab with one column per slot, only the first column can hold an identifier.
 */
const SHOWN: Readonly<Partial<Record<TabKey, 'all' | 'first column'>>> = {
  rooms: 'all',
  slots: 'all',
  students: 'all',
  availability: 'first column',
};

/** What only the output tabs hold is read when it is about to be written over. */
const WRITTEN_ONLY: readonly OutputKey[] = ['unseated', 'summary', 'problems'];

/** One read per tab that the calculation depends on, one more where what is seen counts. */
export function readWorkbook(book: OpenSpreadsheet): WorkbookReading {
  const settingsGrid = readSettingsTab(book);
  const tabs = findTabs(book, settingsGrid);
  const read = (key: TabKey): Grid | null => {
    if (key === 'settings') return settingsGrid;
    const skipped = WRITTEN_ONLY.some((output) => output === key);
    return skipped || !tabs[key].exists ? null : book.read(tabs[key].name, SHOWN[key] ?? 'nothing');
  };
  const grids = eachTab(read);
  const names = eachTab((key) => tabs[key].name);
  return { ...readCampaign(grids, names, now(book.timeZone)), tabs, grids };
}
