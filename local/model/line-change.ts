import type { Rect } from './rect-layer';

/** Rows or columns put in before `at`, or, with a negative count, taken out from `at` on. */
export interface LineChange {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

/** Where a row or a column goes; `null` when it is taken out. */
export function movedLine(line: number, { at, count }: LineChange): number | null {
  if (line < at) return line;
  if (count < 0 && line < at - count) return null;
  return line + count;
}

/** Where a block goes: moved, stretched, shortened, or `null` when nothing is left of it. */
export function movedRect(rect: Rect, change: LineChange): Rect | null {
  const size = change.axis === 'row' ? 'rows' : 'columns';
  const start = rect[change.axis];
  const end = start + rect[size];
  const to = (line: number): number =>
    line <= change.at
      ? line
      : change.count < 0
        ? Math.max(change.at, line + change.count)
        : line + change.count;
  // What is put in before the first line pushes the block; what is put in within it stretches it.
  const newStart = change.count > 0 && start === change.at ? start + change.count : to(start);
  const newEnd = to(end);
  if (newEnd <= newStart) return null;
  return { ...rect, [change.axis]: newStart, [size]: newEnd - newStart };
}

/** What is kept by row or column, where it goes. */
export function moveLines<T>(lines: Map<number, T>, change: LineChange): void {
  const entries = [...lines];
  lines.clear();
  for (const [line, value] of entries) {
    const to = movedLine(line, change);
    if (to !== null) lines.set(to, value);
  }
}

export function moveMarks(marks: Set<number>, change: LineChange): void {
  const lines = [...marks];
  marks.clear();
  for (const line of lines) {
    const to = movedLine(line, change);
    if (to !== null) marks.add(to);
  }
}

/** Rows or columns kept under a key, where they go. */
export function moveNumbers<Key>(lines: Map<Key, number>, change: LineChange): void {
  for (const [key, line] of lines) {
    const to = movedLine(line, change);
    if (to === null) lines.delete(key);
    else lines.set(key, to);
  }
}
