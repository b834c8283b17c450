import type { Cell, Grid } from '../domain/grid';
import type { OpenSpreadsheet } from '../google/spreadsheet';

/** Blocks of rows written at most, so that the calls stay bounded; beyond, what stands between them is written again. */
const MOST_BLOCKS = 5;

/**
 * Changes cells of one column: the rows that follow each other in one write. Texts stay texts whatever they begin with.
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
  for (const { first, last } of blocksOf([...changes.keys()])) {
    const values = Array.from({ length: last - first + 1 }, (_, index): string | number | boolean => {
      const row = first + index;
      return changes.get(row) ?? plain(grid.cells[row - 1]?.[column - 1] ?? '');
    });
    const range = sheet.getRange(first, column, values.length, 1);
    if (values.every((value) => typeof value === 'string')) range.setNumberFormat('@');
    range.setValues(values.map((value) => [value]));
  }
}

interface Block {
  readonly first: number;
  readonly last: number;
}

function blocksOf(rows: readonly number[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const before = blocks[blocks.length - 1];
    if (before !== undefined && row <= before.last + 1) blocks[blocks.length - 1] = { ...before, last: row };
    else blocks.push({ first: row, last: row });
  }
  const whole = { first: blocks[0]?.first ?? 1, last: blocks[blocks.length - 1]?.last ?? 1 };
  return blocks.length > MOST_BLOCKS ? [whole] : blocks;
}

const plain = (cell: Cell): string | number | boolean => (typeof cell === 'object' ? cell.serial : cell);
