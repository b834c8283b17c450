import { now } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { Grid } from '../domain/grid';
import { readMemory } from '../google/memory';
import { type CampaignReading, readCampaign } from '../workbook/read/campaign';
import {
  type HeaderProposal,
  parseHeaderRoles,
  proposedHeaders,
  withConfirmedHeaders,
} from '../workbook/read/header-roles';
import { sharedTabs } from '../workbook/read/shared-tabs';
import { INPUTS } from '../workbook/schema/inputs';
import { parseWritten } from '../workbook/read/written-answers';
import { TABS } from '../workbook/schema/tabs';
import type { OutputKey, TabKey } from '../workbook/schema/tab-schema';
import { type FoundTab, eachTab, findTabs, readSettingsTab } from './find-tabs';

/** The whole workbook, read once. */
export interface WorkbookReading extends CampaignReading {
  readonly tabs: Readonly<Record<TabKey, FoundTab>>;
  readonly grids: Readonly<Record<TabKey, Grid | null>>;
  /** Headers that staff have not been asked about yet. */
  readonly proposals: readonly HeaderProposal[];
}

/** Name under which what staff said of their own headers is remembered. */
export const HEADER_ROLES = 'titres de colonnes';

/** Name under which what was written in `Disponibilités` of the answers to the form is remembered. */
export const WRITTEN_ANSWERS = 'réponses reportées';

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
  const memory = readMemory(book);
  const roles = parseHeaderRoles(memory.get(HEADER_ROLES));
  const read = (key: TabKey): Grid | null => {
    if (key === 'settings') return settingsGrid;
    const skipped = WRITTEN_ONLY.some((output) => output === key);
    const grid = skipped || !tabs[key].exists ? null : book.read(tabs[key].name, SHOWN[key] ?? 'nothing');
    return grid === null ? null : withConfirmedHeaders(grid, TABS[key], roles);
  };
  const grids = eachTab(read);
  const names = eachTab((key) => tabs[key].name);
  const shared = sharedTabs(names);
  const proposals = Object.values(INPUTS).flatMap((schema) => {
    const grid = grids[schema.key];
    return grid === null || shared.has(schema.key) ? [] : proposedHeaders(grid, schema, roles);
  });
  const reading = readCampaign(grids, names, now(book.timeZone), parseWritten(memory.get(WRITTEN_ANSWERS)));
  return { ...reading, tabs, grids, proposals };
}
