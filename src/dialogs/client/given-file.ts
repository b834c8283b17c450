import type { CsvRecord } from '../../pix/csv/read';
import { type GivenFile, readGivenFile, rowsOfCells } from '../../pix/sheet-file/read';
import type { SheetRows } from '../../pix/sheet-file/sheet-rows';
import { GIVEN_FILE_TEXT as TEXT } from '../../text/given-file';

/** Tables found in what a user gave. */
export interface GivenTables {
  /** Name of the file; empty for rows that were pasted. */
  readonly label: string;
  readonly tables: readonly SheetRows[];
  /** *UTF-8*, or nothing for a spreadsheet file. */
  readonly encoding: string;
}

/** Cuts a text in rows; what it looks for decides of the separator. */
export type CutText = (text: string) => readonly CsvRecord[];

/**
 * Reads a file on the user's machine: nothing of it leaves the page.
 * @returns the sentence that says why it cannot be read
 */
export async function readFile(file: File, cut: CutText): Promise<GivenTables | string> {
  try {
    const given = readGivenFile(new Uint8Array(await file.arrayBuffer()));
    return tablesOf(given, file.name, cut);
  } catch {
    return TEXT.unreadable(file.name);
  }
}

function tablesOf(given: GivenFile, label: string, cut: CutText): GivenTables | string {
  switch (given.kind) {
    case 'sheets':
      return { label, tables: given.sheets, encoding: '' };
    case 'text':
      return { label, tables: [{ name: '', rows: cut(given.text) }], encoding: given.encoding };
    case 'page': {
      const tables = tablesOfPage(given.html);
      return tables.length === 0 ? TEXT.unreadable(label) : { label, tables, encoding: '' };
    }
    case 'oldFormat':
      return TEXT.oldFormat(label);
    case 'tooLarge':
      return TEXT.tooLarge(label);
    case 'unreadable':
      return TEXT.unreadable(label);
    case 'empty':
      return TEXT.empty(label);
  }
}

/** Tables of an HTML page, which is parsed and never shown: nothing in it runs. */
function tablesOfPage(html: string): readonly SheetRows[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('table')]
    .map((table, rank): SheetRows => ({
      name: `${rank + 1}`,
      rows: rowsOfCells([...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))),
    }))
    .filter(({ rows }) => rows.length > 1);
}

/** Rows copied from a spreadsheet. */
export function readPasted(text: string, cut: CutText): GivenTables | string {
  return text.trim() === ''
    ? TEXT.nothingPasted
    : { label: '', tables: [{ name: '', rows: cut(text) }], encoding: '' };
}
