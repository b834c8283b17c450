import { fittedHeights } from '../model/row-heights';
import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { chartViews } from './chart-view';
import type { SheetLayout, TabView } from './protocol';

/** The tabs that can be seen. */
export function tabViews(workbook: WorkbookModel): TabView[] {
  return workbook.sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => ({ id: sheet.id, name: sheet.name, color: sheet.tabColor }));
}

/** The shape of a tab; rows are as high as their text. */
export function sheetLayout(workbook: WorkbookModel, sheet: SheetModel): SheetLayout {
  const widths = new Map(sheet.columnWidths);
  for (const column of sheet.hiddenColumns) widths.set(column, 0);
  const heights = fittedHeights(workbook, sheet);
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
