import type { CsvRecord } from '../csv/read';

/** A sheet of a spreadsheet file: its rows that hold something, `line` being the number of the row. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly CsvRecord[];
}

export type SheetFileReading =
  | { readonly kind: 'sheets'; readonly sheets: readonly SheetRows[] }
  /** More than a machine should unpack. */
  | { readonly kind: 'tooLarge' }
  /** Not such a file, damaged, or protected by a password. */
  | { readonly kind: 'unreadable' };

export function withoutBlankRows(rows: readonly CsvRecord[]): readonly CsvRecord[] {
  return rows.filter(({ values }) => values.some((value) => value.trim() !== ''));
}
