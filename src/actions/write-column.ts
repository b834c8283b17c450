import type { Grid } from '../domain/grid';
import { editCells } from '../google/edit-table';
import type { OpenSpreadsheet } from '../google/spreadsheet';

/** Blocks of rows written one by one at most, so that the calls stay bounded. */
const MOST_BLOCKS = 5;

/**
 * Changes cells of one column: the rows that follow each other in one write. Texts stay texts whatever they begin with.
 * Where there are too many blocks, what stands between them is written again with its formula and its format.
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
  const blocks = blocksOf([...changes.keys()]);
  if (blocks.length > MOST_BLOCKS) {
    editCells(book, grid, new Map([[column, changes]]));
    return;
  }
  for (const { first, last } of blocks)
    sheet
      .getRange(first, column, last - first + 1, 1)
      .setNumberFormat('@')
      .setValues(Array.from({ length: last - first + 1 }, (_, index) => [changes.get(first + index) ?? '']));
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
  return blocks;
}
