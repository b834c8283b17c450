import type { Campaign } from '../domain/campaign';
import type { Change } from '../domain/change';
import type { SlotCode } from '../domain/ids';
import { writeAvailabilityRows } from '../google/availability-rows';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { writeTab } from '../google/write-tab';
import { writeWord } from '../google/write-word';
import { UNEXPECTED_TEXT as TEXT } from '../text/unexpected';
import { identifierOf } from '../workbook/cells/text';
import { invigilatorRows } from '../workbook/read/invigilator-names';
import { ProblemLog } from '../workbook/read/problem-log';
import { KnownSlots } from '../workbook/read/slot-labels';
import { hasHeaders, readTable, type Table, type TableRow } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { blankTab } from '../workbook/write/blank-tabs';
import { type MatrixLine, matrixEdits } from '../workbook/write/matrix-edits';
import type { WorkbookReading } from './read-workbook';
import { writeColumn } from './write-column';

const NO = 'non';

type MatrixKey = 'availability' | 'roomAvailability' | 'invigilators';

/** The column that names whom a row is about. */
const NAMES: Readonly<Record<MatrixKey, string>> = {
  availability: 'who',
  roomAvailability: 'code',
  invigilators: 'name',
};

/**
 * Notes in the tabs that staff fill what happened, so that the next calculation knows. What `État` says of sessions is
 * written with the planning.
 *
 * @param changed the campaign after the change
 * @returns what was noted, in words
 */
export function recordChange(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  change: Change,
  changed: Campaign,
): readonly string[] {
  switch (change.kind) {
    case 'roomLost': {
      const room = changed.rooms.find(({ code }) => code === change.room);
      if (room === undefined) return [];
      const line: MatrixLine = {
        name: room.code,
        names: [room.code, room.name],
        possible: room.freeAt === 'every' ? [] : room.freeAt,
        preferred: [],
        refused: refusedSlots(change.slots, changed),
      };
      return writeLines(book, reading, 'roomAvailability', [line], changed, room.name);
    }
    case 'invigilatorMissing': {
      const person = changed.invigilators?.find(({ name }) => name === change.invigilator);
      if (person === undefined) return [];
      const { name, possible } = person;
      const refused = refusedSlots(change.slots, changed);
      const line: MatrixLine = { name, names: [name], possible, preferred: [], refused };
      return writeLines(book, reading, 'invigilators', [line], changed, name);
    }
    case 'candidatesAway': {
      const away = new Set<string>(change.candidates);
      const lines = changed.candidates
        .filter(({ id }) => away.has(id))
        .map(({ id, availability: { possible, preferred } }): MatrixLine => {
          const refused = refusedSlots(change.slots, changed);
          return { name: id, names: [id], possible, preferred, refused };
        });
      return writeLines(book, reading, 'availability', lines, changed, TEXT.people(lines.length));
    }
    case 'sessionCancelled':
    case 'tabsCorrected':
      return [];
  }
}

/** Whom each row of a matrix is about. */
function namesOf(table: Table, key: MatrixKey): (row: TableRow) => string {
  const column = NAMES[key];
  if (key !== 'invigilators') return (row) => identifierOf(row.cell(column), row.shown(column));
  const names = new Map(
    invigilatorRows(table).flatMap(({ row, name, unclear }) => (unclear ? [] : [[row.row, name] as const])),
  );
  return ({ row }) => names.get(row) ?? '';
}

function refusedSlots(slots: 'every' | readonly SlotCode[], { slots: all }: Campaign): readonly SlotCode[] {
  return slots === 'every' ? all.map(({ code }) => code) : slots;
}

function writeLines(
  book: OpenSpreadsheet,
  { grids, tabs }: WorkbookReading,
  key: MatrixKey,
  lines: readonly MatrixLine[],
  { slots }: Campaign,
  who: string,
): readonly string[] {
  const { name: tab } = tabs[key];
  const standing = grids[key];
  const isEmpty = standing === null || standing.cells.every((row) => row.every((cell) => cell === ''));
  if (isEmpty) writeTab(book, blankTab(key, tab));
  const grid = isEmpty ? book.read(tab, 'nothing') : standing;
  const table =
    grid === null || !hasHeaders(grid, TABS[key]) ? null : readTable(grid, TABS[key], new ProblemLog());
  if (grid === null || table === null) return [TEXT.tabUnreadable(tab)];
  const byCode = new KnownSlots();
  for (const slot of slots) byCode.add(slot.code, slot);
  const edits = matrixEdits(table, namesOf(table, key), slots, byCode, lines);
  const sheet = book.sheet(tab);
  if (sheet !== null) writeWord(sheet, edits.refusals, NO);
  if (edits.layout.kind === 'lists') {
    writeColumn(book, grid, edits.layout.possible, edits.possible);
    if (edits.layout.preferred !== null) writeColumn(book, grid, edits.layout.preferred, edits.preferred);
  }
  if (edits.rows.rows.length > 0)
    writeAvailabilityRows(book, grid, table, edits.layout, edits.rows, NAMES[key]);
  book.flush();
  return [TEXT.recorded(tab, who, edits.rows.rows.length)];
}
