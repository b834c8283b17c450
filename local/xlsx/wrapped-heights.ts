import type { SheetModel } from '../model/sheet';
import { DEFAULT_STYLE } from '../model/style';

const DEFAULT_WIDTH = 100;
/** Mean width of a character of 10 points, and height of its line, in pixels. */
const CHARACTER = 5.8;
const LINE = 17;
const PADDING = 6;

/**
 * Heights in pixels of the rows whose wrapped text needs several lines, by row, estimated: spreadsheets fit such rows by
 * themselves, but programs that open a file do not all do so.
 */
export function wrappedHeights(sheet: SheetModel): Map<number, number> {
  const heights = new Map<number, number>();
  const { wrapStrategy, fontSize } = sheet.styles;
  if (wrapStrategy.isEmpty) return heights;
  const { lastRow, lastColumn } = sheet;
  for (let row = 1; row <= lastRow; row++) {
    let height = 0;
    for (let column = 1; column <= lastColumn; column++) {
      const value = sheet.get(row, column);
      if (typeof value !== 'string' || wrapStrategy.get(row, column) !== 'WRAP') continue;
      const scale = (fontSize.get(row, column) ?? DEFAULT_STYLE.fontSize) / DEFAULT_STYLE.fontSize;
      const width = (sheet.columnWidths.get(column) ?? DEFAULT_WIDTH) - PADDING;
      height = Math.max(height, linesOf(value, Math.max(1, width / (CHARACTER * scale))) * LINE * scale);
    }
    if (height > LINE) heights.set(row, Math.round(height + PADDING));
  }
  return heights;
}

/** Lines of a text cut between words, `length` characters at most. */
function linesOf(text: string, length: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > length) {
        lines++;
        used = 0;
      }
      lines += Math.max(0, Math.ceil(word.length / length) - 1);
      used += (used > 0 ? 1 : 0) + (word.length > length ? word.length % length : word.length);
    }
  }
  return lines;
}
