import type { Cell, Grid } from '../domain/grid';
import type { OpenSpreadsheet } from '../google/spreadsheet';

/**
 * Changes cells of one column, in one write: the cells between the first and the last are written again as they were
 * read. Texts stay texts whatever they begin with.
 * @param changes new values by row, from 1
 */
export function writeColumn(
  book: OpenSpreadsheet,
  grid: Grid,
  column: number,
  changes: ReadonlyMap<number, string>,
): void {
  const sheet = book.sheet(grid.tab);
  if (sheet === null || changes.size === 0) return;
  const rows = [...changes.keys()];
  const first = Math.min(...rows);
  const count = Math.max(...rows) - first + 1;
  const values = Array.from({ length: count }, (_, index): string | number | boolean => {
    const row = first + index;
    return changes.get(row) ?? plain(grid.cells[row - 1]?.[column - 1] ?? '');
  });
  const range = sheet.getRange(first, column, count, 1);
  if (values.every((value) => typeof value === 'string')) range.setNumberFormat('@');
  range.setValues(values.map((value) => [value]));
}

const plain = (cell: Cell): string | number | boolean => (typeof cell === 'object' ? cell.serial : cell);
