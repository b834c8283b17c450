import type { SlotsRequest } from '../dialogs/slots/exchange';
import { serialOf } from '../domain/calendar';
import { slotCode } from '../domain/ids';
import { type SlotTime, newSlots, nextCodes } from '../domain/slot-series';
import { type AppendedColumn, appendRows } from '../google/append-rows';
import { addSlotColumns, likeColumn } from '../google/slot-columns';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { bringToFront } from '../google/ui';
import { SLOTS_TEXT as TEXT } from '../text/slots';
import { isBlankCell } from '../workbook/cells/text';
import { matchKey } from '../workbook/text-match';
import { type Answer, blocked, done } from './answer';
import type { SlotsDesk } from './slots-desk';
import { writeSlotCodes } from './write-slot-codes';

type NamedSlot = SlotTime & { readonly code: ReturnType<typeof slotCode> };

/** Adds slots below those of the tab. What is there already is not added again; the codes go on from theirs. */
export function writeSlots(book: OpenSpreadsheet, desk: SlotsDesk, request: SlotsRequest): Answer {
  const site = desk.sites.find((name) => matchKey(name) === matchKey(request.site));
  if (request.site !== '' && site === undefined) return blocked(TEXT.unknownSite(request.site));
  if (site !== undefined && !desk.table.columns.has('site')) return blocked(TEXT.noSiteColumn(desk.grid.tab));
  const times = newSlots(request.slots, desk.slots, site ?? '');
  const codes = nextCodes(desk.codes, times.length);
  const slots = times.map((time, index): NamedSlot => ({ ...time, code: slotCode(codes[index] ?? '') }));
  if (slots.length > 0) {
    // Slots without a code keep the one that the new ones go on from.
    writeSlotCodes(book, { ...desk.reading, madeSlotCodes: desk.slotReading.madeCodes });
    appendSlots(book, desk, slots, site ?? '');
  }
  const widened = request.columns ? addMissingColumns(book, desk, slots) : [];
  bringToFront(book.sheet(desk.grid.tab));
  const [first] = slots;
  const last = slots[slots.length - 1];
  return done([
    first === undefined || last === undefined
      ? TEXT.nothingAdded
      : TEXT.added(slots.length, nameOf(first), nameOf(last), desk.grid.tab),
    ...(widened.length === 0 ? [] : [TEXT.addedColumns(widened)]),
  ]);
}

const nameOf = ({ code, day, start }: NamedSlot): string => TEXT.slot(code, day, start);

function appendSlots(
  book: OpenSpreadsheet,
  { grid, table }: SlotsDesk,
  slots: readonly NamedSlot[],
  site: string,
): void {
  const column = (
    name: string,
    format: string,
    valueOf: (slot: NamedSlot) => string | number,
  ): readonly AppendedColumn[] => {
    const at = table.columns.get(name);
    return at === undefined ? [] : [{ column: at, format, values: slots.map(valueOf) }];
  };
  const filled = grid.cells.reduce(
    (last, row, index) => (row.every(isBlankCell) ? last : index + 1),
    table.headerRow,
  );
  appendRows(book, grid.tab, filled + 1, [
    ...column('code', '@', ({ code }) => code),
    ...column('day', 'ddd dd/mm/yyyy', ({ day }) => serialOf(day)),
    ...column('start', 'hh:mm', ({ start }) => start / 1440),
    ...column('end', 'hh:mm', ({ end }) => end / 1440),
    ...(site === '' ? [] : column('site', '@', () => site)),
  ]);
}

/** Columns for slots to come that a tab does not have yet. @returns names of the tabs that were widened */
function addMissingColumns(
  book: OpenSpreadsheet,
  desk: SlotsDesk,
  added: readonly NamedSlot[],
): readonly string[] {
  const open = [...desk.slots.filter(({ closed }) => !closed), ...added];
  return desk.matrices.flatMap(({ grid, table, columns }) => {
    const sheet = book.sheet(grid.tab);
    const missing = open.filter(({ code }) => !columns.has(code));
    if (sheet === null || missing.length === 0) return [];
    const width = Math.max(0, ...grid.cells.map((row) => row.length));
    const first = addSlotColumns(sheet, width, table.headerRow, missing);
    const model = Math.max(0, ...columns.values());
    if (model > 0) likeColumn(sheet, model, first, missing.length, table.headerRow + 1);
    return [grid.tab];
  });
}
