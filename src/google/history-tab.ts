import type { OpenSpreadsheet } from './spreadsheet';

/** Hidden tab that keeps the plannings written: it goes with a copy of the spreadsheet, which properties do not. */
const TAB = 'PixOrga historique (ne pas modifier)';
/** Characters in one cell: the platform refuses more than 50,000, and a file of Excel holds 32,767. */
const CHUNK = 30_000;
/** Columns before the text. */
const HEAD = 5;

/** The first cells of a row: few characters, read for all rows at once. */
export interface HistoryHead {
  readonly key: string;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly about: string;
}

/** A row to write: its first cells, and a text of any length. `head` `null` empties the row. */
export interface HistoryRow {
  /** From 1. */
  readonly row: number;
  readonly head: HistoryHead | null;
  readonly text: string;
}

/** The heads of all rows, the first row first; empty when there is no such tab. One read. */
export function readHistoryHeads(book: OpenSpreadsheet): readonly HistoryHead[] {
  const sheet = book.sheet(TAB);
  if (sheet === null) return [];
  const rows = sheet.getRange(1, 1, Math.max(1, sheet.getLastRow()), HEAD).getValues();
  return rows.map((row) => {
    const [key = '', at = '', who = '', kind = '', about = ''] = row.map(String);
    return { key, at, who, kind, about };
  });
}

/** The text of a row. One read. */
export function readHistoryText(book: OpenSpreadsheet, row: number): string {
  const sheet = book.sheet(TAB);
  if (sheet === null || row > sheet.getMaxRows()) return '';
  const width = sheet.getMaxColumns() - HEAD;
  if (width < 1) return '';
  const [cells = []] = sheet.getRange(row, HEAD + 1, 1, width).getValues();
  return cells.map(String).join('');
}

/** Writes rows whole, those that follow each other in one write, so that a failure leaves old rows or new ones. */
export function writeHistoryRows(book: OpenSpreadsheet, rows: readonly HistoryRow[]): void {
  const sheet = book.sheet(TAB) ?? createSheet(book);
  const lines = [...rows]
    .sort((a, b) => a.row - b.row)
    .map(({ row, head, text }) => ({ row, cells: head === null ? [] : cellsOf(head, text) }));
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const [columns, height] = [sheet.getMaxColumns(), sheet.getMaxRows()];
  if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
  const last = Math.max(...rows.map(({ row }) => row));
  if (last > height) sheet.insertRowsAfter(height, last - height);
  const across = Math.max(width, columns);
  const runs: { readonly first: number; readonly values: string[][] }[] = [];
  for (const { row, cells } of lines) {
    const values = Array.from({ length: across }, (_, column) => cells[column] ?? '');
    const run = runs[runs.length - 1];
    if (run !== undefined && run.first + run.values.length === row) run.values.push(values);
    else runs.push({ first: row, values: [values] });
  }
  for (const { first, values } of runs)
    sheet.getRange(first, 1, values.length, across).setNumberFormat('@').setValues(values);
}

const cellsOf = (head: HistoryHead, text: string): readonly string[] => [
  head.key,
  head.at,
  head.who,
  head.kind,
  head.about,
  ...chunksOf(text),
];

/** Much smaller than a default tab, whose cells count in the limit of a spreadsheet. */
const ROWS = 12;
const COLUMNS = 10;

function createSheet(book: OpenSpreadsheet): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = book.create(TAB);
  sheet.deleteRows(ROWS + 1, sheet.getMaxRows() - ROWS);
  sheet.deleteColumns(COLUMNS + 1, sheet.getMaxColumns() - COLUMNS);
  return sheet.hideSheet();
}

function chunksOf(text: string): readonly string[] {
  const chunks: string[] = [];
  for (let start = 0; start < text.length; start += CHUNK) chunks.push(text.slice(start, start + CHUNK));
  return chunks;
}
