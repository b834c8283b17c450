/** What is wrong with the data: a value, never an exception. Sentences are made in `text/`. */

export type Severity = 'blocking' | 'warning';

/** Where in the workbook. `row` and `column` start at 1, as users see them; `null`: the whole tab or row. */
export interface Place {
  /** Name of the tab as it stands in this spreadsheet. */
  readonly tab: string;
  readonly row: number | null;
  readonly column: number | null;
}

/**
 * One problem. `code` selects the French sentence and `params` fills it; `seen` is the value as the user sees it in
 * the cell, empty when there is none.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  readonly seen: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** `D14`; `D` for a column without row, `14:14` for a row without column, empty for the whole tab. */
export function cellName(place: Place): string {
  const column = place.column === null ? '' : columnLetters(place.column);
  if (place.row === null) return column;
  return column === '' ? `${place.row}:${place.row}` : `${column}${place.row}`;
}

/** `1` → `A`, `27` → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
