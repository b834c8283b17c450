import { columnLetters } from '../domain/problem';

interface CellAt {
  /** From 1. */
  readonly row: number;
  readonly column: number;
}

/** Writes one word in many cells, boxes to tick included, in as many calls as for one cell. */
export function writeWord(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  cells: readonly CellAt[],
  word: string,
): void {
  if (cells.length === 0) return;
  sheet.getRangeList(areasOf(cells)).clearDataValidations().setNumberFormat('@').setValue(word);
}

/** The cells as areas, those that follow each other in a column together. */
function areasOf(cells: readonly CellAt[]): string[] {
  const rowsIn = new Map<number, Set<number>>();
  for (const { row, column } of cells) rowsIn.set(column, (rowsIn.get(column) ?? new Set()).add(row));
  return [...rowsIn].flatMap(([column, rows]) => {
    const areas: { first: number; last: number }[] = [];
    for (const row of [...rows].sort((a, b) => a - b)) {
      const area = areas[areas.length - 1];
      if (area !== undefined && area.last === row - 1) area.last = row;
      else areas.push({ first: row, last: row });
    }
    const letters = columnLetters(column);
    return areas.map(({ first, last }) => `${letters}${first}:${letters}${last}`);
  });
}
