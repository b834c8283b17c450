import { SingleCells } from './single-cells';

/** A block of cells: rows and columns start at 1. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface Entry<T> extends Rect {
  /** One value for the whole block, or one for each cell. */
  readonly uniform: boolean;
  readonly value: T | undefined;
  readonly each: readonly (readonly (T | undefined)[])[];
}

/**
 * One property of the cells of a sheet (a number format, a note, a rule…), kept as blocks: the last block that covers a
 * cell decides. Formatting a column of 10,000 rows is one block. Cells set one by one are kept apart, on top of the
 * blocks, so that ten thousand of them do not make ten thousand blocks to search.
 */
export class RectLayer<T> {
  private entries: Entry<T>[] = [];
  private single = new SingleCells<T>();

  get isEmpty(): boolean {
    return this.entries.length === 0 && this.single.isEmpty;
  }

  /** Sets one value on a block; `undefined` resets it to the default. */
  set(rect: Rect, value: T | undefined): void {
    if (rect.rows === 1 && rect.columns === 1) this.single.set(rect.row, rect.column, value);
    else this.push({ ...rect, uniform: true, value, each: [] });
  }

  /** Sets a value for each cell of a block; `each` has the shape of `rect`. */
  setEach(rect: Rect, each: readonly (readonly (T | undefined)[])[]): void {
    const first = each[0]?.[0];
    if (each.every((line) => line.every((value) => value === first))) this.set(rect, first);
    else this.push({ ...rect, uniform: false, value: undefined, each });
  }

  get(row: number, column: number): T | undefined {
    const alone = this.single.find(row, column);
    if (alone) return alone.value;
    for (let index = this.entries.length - 1; index >= 0; index--) {
      const entry = this.entries[index];
      if (entry && covers(entry, row, column)) {
        return entry.uniform ? entry.value : entry.each[row - entry.row]?.[column - entry.column];
      }
    }
    return undefined;
  }

  /** The blocks that may hold a value inside `rect`, later ones on top; `undefined` values included. */
  blocks(): readonly Rect[] {
    return [...this.entries, ...this.single.rects()];
  }

  /** The cells that hold a value, row by row. */
  *cells(): Generator<{ row: number; column: number; value: T }> {
    const rows = new Map<number, Set<number>>();
    for (const entry of this.blocks()) {
      for (let row = entry.row; row < entry.row + entry.rows; row++) {
        const columns = rows.get(row) ?? new Set<number>();
        for (let column = entry.column; column < entry.column + entry.columns; column++) columns.add(column);
        rows.set(row, columns);
      }
    }
    for (const row of [...rows.keys()].sort((a, b) => a - b)) {
      for (const column of [...(rows.get(row) ?? [])].sort((a, b) => a - b)) {
        const value = this.get(row, column);
        if (value !== undefined) yield { row, column, value };
      }
    }
  }

  insertRows(at: number, count: number): void {
    this.entries = this.entries.map((entry) => insertInto(entry, 'row', 'rows', at, count));
    this.single.insertRows(at, count);
  }

  insertColumns(at: number, count: number): void {
    this.entries = this.entries.map((entry) => insertInto(entry, 'column', 'columns', at, count));
    this.single.insertColumns(at, count);
  }

  deleteRows(at: number, count: number): void {
    this.entries = this.entries.flatMap((entry) => cutRows(entry, at, count));
    this.single.deleteRows(at, count);
  }

  deleteColumns(at: number, count: number): void {
    this.entries = this.entries.flatMap((entry) => cutColumns(entry, at, count));
    this.single.deleteColumns(at, count);
  }

  copy(): RectLayer<T> {
    const layer = new RectLayer<T>();
    layer.entries = [...this.entries];
    layer.single = this.single.copy();
    return layer;
  }

  private push(entry: Entry<T>): void {
    this.single.clear(entry);
    this.entries = this.entries.filter((other) => !contains(entry, other));
    if (!entry.uniform || entry.value !== undefined || this.entries.length > 0) this.entries.push(entry);
  }
}

function covers(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** New lines take the look of the line before them when they fall inside a block, as spreadsheets do. */
function insertInto<T>(
  entry: Entry<T>,
  start: 'row' | 'column',
  size: 'rows' | 'columns',
  at: number,
  count: number,
): Entry<T> {
  if (at <= entry[start]) return { ...entry, [start]: entry[start] + count };
  if (at > entry[start] + entry[size]) return entry;
  const offset = at - entry[start];
  const grown = { ...entry, [size]: entry[size] + count };
  if (entry.uniform) return grown;
  const repeat = <V>(list: readonly V[]): V[] => {
    const last = list.slice(offset - 1, offset);
    return [
      ...list.slice(0, offset),
      ...Array.from({ length: count }, () => last).flat(),
      ...list.slice(offset),
    ];
  };
  return { ...grown, each: start === 'row' ? repeat(entry.each) : entry.each.map(repeat) };
}

function cutRows<T>(entry: Entry<T>, at: number, count: number): Entry<T>[] {
  const { start, length, skip, taken } = cut(entry.row, entry.rows, at, count);
  if (length === 0) return [];
  const each = entry.uniform ? [] : entry.each.filter((_, index) => index < skip || index >= skip + taken);
  return [{ ...entry, row: start, rows: length, each }];
}

function cutColumns<T>(entry: Entry<T>, at: number, count: number): Entry<T>[] {
  const { start, length, skip, taken } = cut(entry.column, entry.columns, at, count);
  if (length === 0) return [];
  const each = entry.each.map((line) => line.filter((_, index) => index < skip || index >= skip + taken));
  return [{ ...entry, column: start, columns: length, each }];
}

function cut(
  start: number,
  length: number,
  at: number,
  count: number,
): { start: number; length: number; skip: number; taken: number } {
  const end = start + length;
  const from = Math.max(start, at);
  const to = Math.min(end, at + count);
  const taken = Math.max(0, to - from);
  const removedBefore = Math.max(0, Math.min(start, at + count) - at);
  return { start: start - removedBefore, length: length - taken, skip: from - start, taken };
}
