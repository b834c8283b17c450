import { decodeText, type Encoding } from '../csv/decode';
import type { CsvRecord } from '../csv/read';
import { readOds } from './ods';
import type { SheetRows } from './sheet-rows';
import { readXlsx } from './xlsx';

/** What a file given by a user holds, known by its first bytes and never by its name. */
export type GivenFile =
  | { readonly kind: 'sheets'; readonly sheets: readonly SheetRows[] }
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  /** A page, which Apogée sometimes calls `.xls`. */
  | { readonly kind: 'page'; readonly html: string }
  /** The binary format of the 1990s: only a spreadsheet reads it. */
  | { readonly kind: 'oldFormat' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'empty' };

export function readGivenFile(bytes: Uint8Array): GivenFile {
  if (bytes.length === 0) return { kind: 'empty' };
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: 'oldFormat' };
  if (begins(bytes, [0x50, 0x4b])) return filled(readPacked(bytes));
  if (bytes.slice(0, 512).includes(0) && !begins(bytes, [0xff, 0xfe]) && !begins(bytes, [0xfe, 0xff]))
    return { kind: 'unreadable' };
  const { text, encoding } = utf16(bytes) ?? decodeText(bytes);
  if (/^\s*<(!doctype|html|table|head|meta|\?xml)/i.test(text)) return { kind: 'page', html: text };
  return text.trim() === '' ? { kind: 'empty' } : { kind: 'text', text, encoding };
}

function readPacked(bytes: Uint8Array): ReturnType<typeof readXlsx> {
  const xlsx = readXlsx(bytes);
  return xlsx.kind === 'unreadable' ? readOds(bytes) : xlsx;
}

function filled(reading: ReturnType<typeof readXlsx>): GivenFile {
  if (reading.kind !== 'sheets') return reading;
  const sheets = reading.sheets.filter(({ rows }) => rows.length > 0);
  return sheets.length === 0 ? { kind: 'empty' } : { kind: 'sheets', sheets };
}

function begins(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

/** « Texte Unicode » of a spreadsheet: two bytes a sign, announced by its first two. */
function utf16(bytes: Uint8Array): { readonly text: string; readonly encoding: 'UTF-16' } | null {
  const little = begins(bytes, [0xff, 0xfe]);
  if (!little && !begins(bytes, [0xfe, 0xff])) return null;
  let text = '';
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    text += String.fromCharCode(little ? first + second * 256 : first * 256 + second);
  }
  return { text, encoding: 'UTF-16' };
}

/** Rows of an HTML table, or of anything cut in cells already. */
export function rowsOfCells(cells: readonly (readonly string[])[]): readonly CsvRecord[] {
  return cells
    .map((values, index) => ({ line: index + 1, values }))
    .filter(({ values }) => values.some((value) => value.trim() !== ''));
}
