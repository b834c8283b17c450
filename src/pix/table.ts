import { type CsvRecord, detectDelimiter, readCsv } from './csv/read';

/** A CSV file with a header line. */
export interface CsvTable {
  /** Headers, trimmed. */
  readonly headers: readonly string[];
  readonly records: readonly CsvRecord[];
}

/** Reads a text whose first record is the header; the separator is found from the text. */
export function readTable(text: string): CsvTable {
  const [header, ...records] = readCsv(text, detectDelimiter(text));
  return { headers: (header?.values ?? []).map((value) => value.trim()), records };
}

/** Case, accents, apostrophe style and repeated, outer or non-breaking spaces do not distinguish two labels. */
export function labelKey(label: string): string {
  return label
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim()
    .toLowerCase();
}
