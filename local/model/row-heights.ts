import { displayOf } from './display';
import type { SheetModel } from './sheet';
import type { WorkbookModel } from './workbook';

const ROW_HEIGHT = 21;
/** Pixels of a column whose width nobody set. */
export const COLUMN_WIDTH = 100;
const LINE_HEIGHT = 17;
/** Pixels of an em of Arial at 10 points. */
const EM = 13.4;

/**
 * Heights in pixels of the rows that are higher than a line, by row. As on the platform, a row grows with its wrapped
 * text even when a height was set: that one is the least it has.
 */
export function fittedHeights(workbook: WorkbookModel, sheet: SheetModel): Map<number, number> {
  const heights = textHeights(workbook, sheet);
  for (const [row, height] of sheet.rowHeights) heights.set(row, Math.max(height, heights.get(row) ?? 0));
  return heights;
}

function textHeights(workbook: WorkbookModel, sheet: SheetModel): Map<number, number> {
  const heights = new Map<number, number>();
  const { lastRow, lastColumn } = sheet;
  const wraps = !sheet.styles.wrapStrategy.isEmpty;
  const sizes = !sheet.styles.fontSize.isEmpty;
  if (!wraps && !sizes) return heights;
  for (let row = 1; row <= lastRow; row++) {
    let height = ROW_HEIGHT;
    for (let column = 1; column <= lastColumn; column++) {
      const value = sheet.get(row, column);
      if (value === undefined || typeof value === 'boolean') continue;
      const scale = (sizes ? (sheet.styles.fontSize.get(row, column) ?? 10) : 10) / 10;
      let lines = 1;
      if (wraps && sheet.styles.wrapStrategy.get(row, column) === 'WRAP') {
        const text = displayOf(value, sheet.styles.numberFormat.get(row, column), workbook.locale);
        const bold = sheet.styles.fontWeight.get(row, column) === 'bold' ? 1.08 : 1;
        const room = (sheet.columnWidths.get(column) ?? COLUMN_WIDTH) - 9;
        lines = lineCount(text, room / (EM * scale * bold));
      }
      height = Math.max(height, Math.ceil(lines * LINE_HEIGHT * scale) + 4);
    }
    if (height > ROW_HEIGHT) heights.set(row, height);
  }
  return heights;
}

/** Lines that a text takes when whole words are wrapped in `room` ems; longer words are cut. */
function lineCount(text: string, room: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(/(?<=[ -])/)) {
      const bare = widthOf(word.trimEnd());
      if (used > 0 && used + bare > room) {
        lines++;
        used = 0;
      }
      if (bare > room) {
        const more = Math.ceil(bare / room) - 1;
        lines += more;
        used = bare - more * room;
      } else used += widthOf(word);
    }
  }
  return lines;
}

/** Width of a text in Arial, in ems, by families of letters. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[mwMW@%—]/.test(letter)) width += 0.85;
    else if (/[A-ZÀ-Ý&]/.test(letter)) width += 0.7;
    else if (/[ iîïjl.,;:!'’|()[\]ftr/-]/.test(letter)) width += 0.31;
    else width += 0.556;
  }
  return width;
}
