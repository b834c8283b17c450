import type { CalendarDay } from '../domain/calendar';
import type { Grid } from '../domain/grid';
import type { SiteName } from '../domain/ids';
import type { Slot } from '../domain/slot';
import { now } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { SLOTS_TEXT as TEXT } from '../text/slots';
import { identifierOf } from '../workbook/cells/text';
import { Names } from '../workbook/read/names';
import { ProblemLog } from '../workbook/read/problem-log';
import { readRooms } from '../workbook/read/rooms';
import { type SlotReading, readSlots } from '../workbook/read/slots';
import { type Table, hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { type AvailabilityLayout, availabilityLayout } from '../workbook/read/written-answers';
import { type Answer, blocked } from './answer';
import { type WorkbookReading, readWorkbook } from './read-workbook';

/** What making slots needs to know of the workbook, whatever else is wrong with it. */
export interface SlotsDesk {
  readonly reading: WorkbookReading;
  readonly today: CalendarDay;
  readonly grid: Grid;
  readonly table: Table;
  readonly slots: readonly Slot[];
  readonly slotReading: SlotReading;
  /** Every code of the tab, those made for slots without one included. */
  readonly codes: readonly string[];
  readonly sites: readonly string[];
  readonly matrices: readonly Matrix[];
}

/** A tab with a column per slot. */
export interface Matrix {
  readonly grid: Grid;
  readonly table: Table;
  readonly columns: Extract<AvailabilityLayout, { readonly kind: 'matrix' }>['columns'];
}

/** Reads the workbook; an answer when the tab of the slots cannot be written in. */
export function openSlotsDesk(book: OpenSpreadsheet): SlotsDesk | Answer {
  const reading = readWorkbook(book);
  const grid = reading.grids.slots;
  if (grid === null) return blocked(TEXT.noTab);
  const table = readTable(grid, TABS.slots, new ProblemLog());
  if (table === null) return blocked(TEXT.noHeaders(grid.tab));
  const moment = now(book.timeZone);
  const rooms = tableOf(reading, 'rooms');
  const sites = rooms === null ? new Names<SiteName>() : readRooms(rooms, new ProblemLog()).sites;
  const slotReading = readSlots(table, sites, moment, new ProblemLog());
  const typed = table.rows.map((row) => identifierOf(row.cell('code'), row.shown('code')));
  return {
    reading,
    today: moment.day,
    grid,
    table,
    slots: slotReading.slots,
    slotReading,
    codes: [...typed.filter((code) => code !== ''), ...slotReading.madeCodes.values()],
    sites: [...sites.values()],
    matrices: (['availability', 'roomAvailability', 'invigilators'] as const).flatMap((key): Matrix[] => {
      const found = tableOf(reading, key);
      const own = reading.grids[key];
      if (found === null || own === null) return [];
      const layout = availabilityLayout(found, slotReading.byCode);
      return layout.kind === 'matrix' ? [{ grid: own, table: found, columns: layout.columns }] : [];
    }),
  };
}

function tableOf(
  { grids }: WorkbookReading,
  key: 'rooms' | 'availability' | 'roomAvailability' | 'invigilators',
) {
  const grid = grids[key];
  return grid === null || !hasHeaders(grid, TABS[key]) ? null : readTable(grid, TABS[key], new ProblemLog());
}
