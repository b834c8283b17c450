import type { OpenSpreadsheet } from './spreadsheet';

/** A column of rows that are added to a tab. */
export interface AppendedColumn {
  /** From 1. */
  readonly column: number;
  readonly format: string;
  readonly values: readonly (string | number)[];
}

/** Writes rows from one on, the given columns only: two calls a column. */
export function appendRows(
  book: OpenSpreadsheet,
  tab: string,
  first: number,
  columns: readonly AppendedColumn[],
): void {
  const sheet = book.sheet(tab);
  if (sheet === null) throw new Error(`There is no tab ${tab}.`);
  const count = Math.max(0, ...columns.map(({ values }) => values.length));
  const missing = first + count - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  for (const { column, format, values } of columns)
    sheet
      .getRange(first, column, values.length, 1)
      .setNumberFormat(format)
      .setValues(values.map((value) => [value]));
}
