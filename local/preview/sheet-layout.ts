import { displayOf } from '../model/display';
import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { chartViews } from './chart-view';
import type { SheetLayout, TabView } from './protocol';

export const ROW_HEIGHT = 21;
export const COLUMN_WIDTH = 100;
const LINE_HEIGHT = 17;
/** Pixels of an em of Arial at 10 points. */
const EM = 13.4;

/** The tabs that can be seen. */
export function tabViews(workbook: WorkbookModel): TabView[] {
  return workbook.sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => ({ id: sheet.id, name: sheet.name, color: sheet.tabColor }));
}

/** The shape of a tab; rows of wrapped text are as high as their text, unless a height was set. */
export function sheetLayout(workbook: WorkbookModel, sheet: SheetModel): SheetLayout {
  const widths = new Map(sheet.columnWidths);
  for (const column of sheet.hiddenColumns) widths.set(column, 0);
  const heights = new Map([...wrappedHeights(workbook, sheet), ...sheet.rowHeights]);
  for (const row of sheet.hiddenRows) heights.set(row, 0);
  return {
    id: sheet.id,
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    widths: [...widths],
    heights: [...heights],
    merges: sheet.merges,
    filter: sheet.filter,
    gridlines: !sheet.gridlinesHidden,
    charts: chartViews(workbook, sheet),
    lastRow: sheet.lastRow,
    lastColumn: sheet.lastColumn,
  };
}

function wrappedHeights(workbook: WorkbookModel, sheet: SheetModel): Map<number, number> {
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
