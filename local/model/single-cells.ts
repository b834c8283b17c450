import type { Rect } from './rect-layer';

/** A value that may be `undefined`: a cell put back to its default. */
interface Alone<T> {
  readonly value: T | undefined;
}

/** Values of cells set one by one, by row and column from 1. */
export class SingleCells<T> {
  private rows = new Map<number, Map<number, Alone<T>>>();

  get isEmpty(): boolean {
    return this.rows.size === 0;
  }

  set(row: number, column: number, value: T | undefined): void {
    const line = this.rows.get(row);
    if (line) line.set(column, { value });
    else this.rows.set(row, new Map([[column, { value }]]));
  }

  find(row: number, column: number): Alone<T> | undefined {
    return this.rows.size === 0 ? undefined : this.rows.get(row)?.get(column);
  }

  /** Forgets the cells of a block. */
  clear(rect: Rect): void {
    for (const [row, line] of this.rows) {
      if (row < rect.row || row >= rect.row + rect.rows) continue;
      for (const column of line.keys()) {
        if (column >= rect.column && column < rect.column + rect.columns) line.delete(column);
      }
      if (line.size === 0) this.rows.delete(row);
    }
  }

  *rects(): Generator<Rect> {
    for (const [row, line] of this.rows) {
      for (const column of line.keys()) yield { row, column, rows: 1, columns: 1 };
    }
  }

  /** New rows take the look of the row before them. */
  insertRows(at: number, count: number): void {
    const before = this.rows.get(at - 1);
    this.rows = shifted(this.rows, at, count);
    if (!before) return;
    for (let row = at; row < at + count; row++) this.rows.set(row, new Map(before));
  }

  insertColumns(at: number, count: number): void {
    for (const [row, line] of this.rows) {
      const before = line.get(at - 1);
      const moved = shifted(line, at, count);
      if (before) for (let column = at; column < at + count; column++) moved.set(column, before);
      this.rows.set(row, moved);
    }
  }

  deleteRows(at: number, count: number): void {
    this.rows = shifted(without(this.rows, at, count), at + count, -count);
  }

  deleteColumns(at: number, count: number): void {
    for (const [row, line] of this.rows) {
      const moved = shifted(without(line, at, count), at + count, -count);
      if (moved.size === 0) this.rows.delete(row);
      else this.rows.set(row, moved);
    }
  }

  copy(): SingleCells<T> {
    const copy = new SingleCells<T>();
    copy.rows = new Map([...this.rows].map(([row, line]) => [row, new Map(line)]));
    return copy;
  }
}

const shifted = <V>(map: ReadonlyMap<number, V>, at: number, count: number): Map<number, V> =>
  new Map([...map].map(([key, value]) => [key >= at ? key + count : key, value]));

const without = <V>(map: ReadonlyMap<number, V>, at: number, count: number): Map<number, V> =>
  new Map([...map].filter(([key]) => key < at || key >= at + count));
