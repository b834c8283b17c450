import type { Rect, RectLayer } from '../model/rect-layer';
import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';

interface Place {
  readonly sheet: SheetModel;
  readonly rect: Rect;
}

/**
 * Copies cells. A smaller destination receives the whole source all the same, a larger one as many whole copies as fit.
 * Formulas keep their text: references are not moved.
 */
export function copyCells(from: Place, to: Place, contentsOnly: boolean): void {
  const { rows, columns } = from.rect;
  const down = Math.max(1, Math.floor(to.rect.rows / rows));
  const across = Math.max(1, Math.floor(to.rect.columns / columns));
  const values = grid(rows, columns, (row, column) => {
    const [r, c] = [from.rect.row + row, from.rect.column + column];
    return { value: from.sheet.get(r, c), formula: from.sheet.formula(r, c) };
  });
  const looks = contentsOnly ? [] : layersOf(from.sheet);
  const copied = looks.map((layer) =>
    grid(rows, columns, (row, column) => layer.get(from.rect.row + row, from.rect.column + column)),
  );
  for (let i = 0; i < down; i++) {
    for (let j = 0; j < across; j++) {
      const top = to.rect.row + i * rows;
      const left = to.rect.column + j * columns;
      values.forEach((line, row) =>
        line.forEach(({ value, formula }, column) => {
          if (formula === undefined) to.sheet.set(top + row, left + column, value);
          else to.sheet.setFormula(top + row, left + column, formula, value);
        }),
      );
      const target = contentsOnly ? [] : layersOf(to.sheet);
      target.forEach((layer, index) =>
        layer.setEach({ row: top, column: left, rows, columns }, copied[index] ?? []),
      );
    }
  }
}

/** A copy of a tab, last of the workbook. Protections are not copied. */
export function copySheet(workbook: WorkbookModel, source: SheetModel): SheetModel {
  let name = `Copy of ${source.name}`;
  for (let count = 1; workbook.hasName(name); count++) name = `Copy of ${source.name} ${count}`;
  const copy = workbook.addSheet(name, workbook.sheets.length, source.maxRows, source.maxColumns);
  const rect = { row: 1, column: 1, rows: source.maxRows, columns: source.maxColumns };
  const used = { ...rect, rows: Math.max(1, source.lastRow), columns: Math.max(1, source.lastColumn) };
  copyCells({ sheet: source, rect: used }, { sheet: copy, rect: used }, true);
  layersOf(copy).forEach((layer, index) => {
    const from = layersOf(source)[index];
    for (const block of from?.blocks() ?? []) {
      layer.setEach(
        block,
        grid(block.rows, block.columns, (row, column) => from?.get(block.row + row, block.column + column)),
      );
    }
  });
  copy.merges = [...source.merges];
  copy.conditionalFormats = [...source.conditionalFormats];
  copy.filter = source.filter;
  copy.frozenRows = source.frozenRows;
  copy.frozenColumns = source.frozenColumns;
  copy.tabColor = source.tabColor;
  copy.gridlinesHidden = source.gridlinesHidden;
  for (const [column, width] of source.columnWidths) copy.columnWidths.set(column, width);
  for (const [row, height] of source.rowHeights) copy.rowHeights.set(row, height);
  return copy;
}

/** What is kept by cell beside the values, always in the same order. */
function layersOf(sheet: SheetModel): RectLayer<unknown>[] {
  return [
    ...Object.values(sheet.styles),
    sheet.validations,
    sheet.notes,
    sheet.links,
  ] as RectLayer<unknown>[];
}

function grid<T>(rows: number, columns: number, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => read(row, column)),
  );
}
