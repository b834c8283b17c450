import type { Rect } from '../model/rect-layer';

/** A rectangle of cells that all hold the value number `id`. */
export interface Block extends Rect {
  readonly id: number;
}

/**
 * Cuts a grid of value numbers (0: none), row after row in `ids`, into rectangles of one value each: runs of a row,
 * joined with the same run of the row above. Rows and columns of the result start at 1.
 */
export function blocksOf(ids: Int32Array, rows: number, columns: number): Block[] {
  const done: Block[] = [];
  let open: Block[] = [];
  for (let row = 0; row < rows; row++) {
    const next: Block[] = [];
    let above = 0;
    for (let column = 0; column < columns;) {
      const id = ids[row * columns + column] ?? 0;
      let end = column + 1;
      while (end < columns && ids[row * columns + end] === id) end++;
      if (id !== 0) {
        while (above < open.length && (open[above]?.column ?? 0) < column + 1)
          done.push(...open.slice(above, ++above));
        const candidate = open[above];
        if (candidate?.column === column + 1 && candidate.columns === end - column && candidate.id === id) {
          next.push({ ...candidate, rows: candidate.rows + 1 });
          above++;
        } else {
          next.push({ id, row: row + 1, column: column + 1, rows: 1, columns: end - column });
        }
      }
      column = end;
    }
    done.push(...open.slice(above));
    open = next;
  }
  return [...done, ...open];
}

/** Gives a number, from 1, to each different value; values are the same when their keys are. */
export class Numbering<T> {
  private readonly numbers = new Map<unknown, number>();
  private readonly list: T[] = [];

  /** The number of `value`, known by `key`. */
  of(value: T, key: unknown = value): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.list.push(value);
      this.numbers.set(key, number);
    }
    return number;
  }

  value(number: number): T | undefined {
    return this.list[number - 1];
  }

  /** All the values, in the order of their numbers. */
  values(): readonly T[] {
    return this.list;
  }
}
