import type { Rect } from '../model/rect-layer';
import type { SheetModel } from '../model/sheet';

export type Direction = 'UP' | 'DOWN' | 'PREVIOUS' | 'NEXT';

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/** Where Ctrl and an arrow lead from a cell: the end of the island, the next island, or the edge of the grid. */
export function nextDataCell(sheet: SheetModel, row: number, column: number, direction: Direction): Rect {
  const [down, right] = STEPS[direction];
  const inside = (r: number, c: number): boolean =>
    r >= 1 && c >= 1 && r <= sheet.maxRows && c <= sheet.maxColumns;
  const filled = (r: number, c: number): boolean => inside(r, c) && sheet.get(r, c) !== undefined;
  let [r, c] = [row, column];
  const leaves = filled(r, c) && filled(r + down, c + right);
  while (inside(r + down, c + right)) {
    if (leaves && !filled(r + down, c + right)) break;
    r += down;
    c += right;
    if (!leaves && filled(r, c)) break;
  }
  return { row: r, column: c, rows: 1, columns: 1 };
}

/** The block around `rect` that empty rows and columns, or the edges of the grid, enclose. */
export function dataRegion(sheet: SheetModel, rect: Rect): Rect {
  let { row: top, column: left } = rect;
  let bottom = top + rect.rows - 1;
  let right = left + rect.columns - 1;
  const any = (r1: number, r2: number, c1: number, c2: number): boolean => {
    for (let r = Math.max(1, r1); r <= r2; r++) {
      for (let c = Math.max(1, c1); c <= c2; c++) if (sheet.get(r, c) !== undefined) return true;
    }
    return false;
  };
  for (;;) {
    if (top > 1 && any(top - 1, top - 1, left - 1, right + 1)) top--;
    else if (bottom < sheet.maxRows && any(bottom + 1, bottom + 1, left - 1, right + 1)) bottom++;
    else if (left > 1 && any(top - 1, bottom + 1, left - 1, left - 1)) left--;
    else if (right < sheet.maxColumns && any(top - 1, bottom + 1, right + 1, right + 1)) right++;
    else return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}
