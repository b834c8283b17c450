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

/** Replaces the whole memory, so that nothing of it is lost or kept half. */
export function writeMemory(book: OpenSpreadsheet, memory: Memory): void {
  const rows = [...memory].map(([name, text]) => [name, ...chunksOf(text)]);
  const width = Math.max(2, ...rows.map((row) => row.length));
  const sheet = book.sheet(TAB) ?? book.create(TAB);
  const height = Math.max(1, rows.length);
  if (sheet.getMaxColumns() < width)
    sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns());
  if (sheet.getMaxRows() < height) sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
  sheet.clearContents();
  const range = sheet.getRange(1, 1, height, width);
  range.setNumberFormat('@');
  range.setValues(
    rows.length === 0
      ? [['', '']]
      : rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
  );
  if (!sheet.isSheetHidden()) sheet.hideSheet();
  readAlready.set(book, memory);
}

function chunksOf(text: string): readonly string[] {
  const chunks: string[] = [];
  for (let start = 0; start < text.length; start += CHUNK) chunks.push(text.slice(start, start + CHUNK));
  return chunks;
}
