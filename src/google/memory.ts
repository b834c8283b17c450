import type { OpenSpreadsheet } from './spreadsheet';

/** Hidden tab that keeps what must survive a copy of the spreadsheet, which properties do not. */
const TAB = 'PixOrga (ne pas modifier)';
/** Characters in one cell: the platform refuses more than 50,000. */
const CHUNK = 45_000;

/**
 * Named texts kept in the spreadsheet: one row each, the name in the first column, the text cut in chunks beside it.
 * One read and one write whatever their length.
 */
export type Memory = ReadonlyMap<string, string>;

export function readMemory(book: OpenSpreadsheet): Memory {
  const known = readAlready.get(book);
  if (known !== undefined) return known;
  const memory = readRows(book);
  readAlready.set(book, memory);
  return memory;
}

/** What was read or written in this execution, which no other execution changes while the lock is held. */
const readAlready = new WeakMap<OpenSpreadsheet, Memory>();

function readRows(book: OpenSpreadsheet): Memory {
  const grid = book.read(TAB, 'nothing');
  const rows = grid?.cells ?? [];
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const [name, ...chunks] = row.map(String);
      return name === undefined || name === '' ? [] : [[name, chunks.join('')]];
    }),
  );
}

/** Replaces the whole memory in one write, so that a failure leaves the old one or the new one. */
export function writeMemory(book: OpenSpreadsheet, memory: Memory): void {
  const rows = [...memory].map(([name, text]) => [name, ...chunksOf(text)]);
  const sheet = book.sheet(TAB) ?? createSheet(book);
  const width = grownTo(sheet.getMaxColumns(), Math.max(...rows.map((row) => row.length), 2), (from, more) =>
    sheet.insertColumnsAfter(from, more),
  );
  const height = grownTo(sheet.getMaxRows(), rows.length, (from, more) => sheet.insertRowsAfter(from, more));
  const cells = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => rows[row]?.[column] ?? ''),
  );
  sheet.getRange(1, 1, height, width).setNumberFormat('@').setValues(cells);
  readAlready.set(book, memory);
}

const ROWS = 10;
const COLUMNS = 4;

function createSheet(book: OpenSpreadsheet): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = book.create(TAB);
  sheet.deleteRows(ROWS + 1, sheet.getMaxRows() - ROWS);
  sheet.deleteColumns(COLUMNS + 1, sheet.getMaxColumns() - COLUMNS);
  // It warns whoever unhides the tab, and stops nobody: a colleague's menu writes here too.
  sheet.protect().setDescription(TAB).setWarningOnly(true);
  return sheet.hideSheet();
}

function grownTo(present: number, wanted: number, insert: (from: number, more: number) => void): number {
  if (wanted > present) insert(present, wanted - present);
  return Math.max(present, wanted);
}

function chunksOf(text: string): readonly string[] {
  const chunks: string[] = [];
  for (let start = 0; start < text.length; start += CHUNK) chunks.push(text.slice(start, start + CHUNK));
  return chunks;
}

/**
 * A name for what stands outside the workbook (a shared file, events of a calendar): a copy of the workbook carries
 * the memory with it, and must not touch what belongs to the original.
 */
export function ofThisFile(book: OpenSpreadsheet, name: string): string {
  return `${name} (${book.file.getId()})`;
}
