import { writeXlsx, type Cell, type CellStyle as FileStyle, type WriteSheet } from 'hucre';
import { COLUMN_WIDTH, fittedHeights } from '../model/row-heights';
import type { SheetModel, Validation } from '../model/sheet';
import { STYLE_KEYS } from '../model/style';
import type { WorkbookModel } from '../model/workbook';
import { addressOf, qualifiedAddress, readAddress } from './addresses';
import { blocksOf, Numbering } from './blocks';
import { fileChart } from './charts';
import { extrasProperties } from './extras';
import { fileColor, fileStyle } from './looks';
import { fileConditions, fileFormula, fileValidation } from './rules';

const LONGEST_NAME = 31;
/** A text that files would take for an escaped character. */
const ESCAPE_LIKE = /_x[0-9a-f]{4}_/gi;

/**
 * The bytes of an .xlsx file that holds the workbook. Left out because files have no place for it: clipped text, the
 * size of the grid beyond what is used, check boxes with values of their own, lists that Excel refuses (see
 * `fileValidation`), offsets of charts inside their cell.
 */
export async function writeWorkbook(workbook: WorkbookModel): Promise<Uint8Array> {
  const names = fileNames(workbook.sheets.map(({ name }) => name));
  const active = workbook.active ? workbook.sheets.indexOf(workbook.active) : 0;
  return writeXlsx({
    sheets: workbook.sheets.map((sheet, index) => fileSheet(workbook, sheet, names[index] ?? sheet.name)),
    defaultFont: { name: 'Arial', size: 10 },
    activeSheet: Math.max(0, active),
    namedRanges: [...workbook.namedRanges].map(([name, { sheet, rect }]) => ({
      name,
      range: qualifiedAddress({ sheet: names[workbook.sheets.indexOf(sheet)] ?? sheet.name, rect }),
    })),
    properties: { title: workbook.name, custom: extrasProperties(workbook, names) },
  });
}

/** Names that Excel accepts: 31 characters, none of `: \ / ? * [ ]`, all different. */
function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean = name.replace(/[:\\/?*[\]]/g, '_').replace(/^'|'$/g, '_');
    let candidate = clean.slice(0, LONGEST_NAME);
    for (let count = 2; taken.has(candidate.toLowerCase()); count++) {
      const suffix = ` (${count})`;
      candidate = clean.slice(0, LONGEST_NAME - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function fileSheet(workbook: WorkbookModel, sheet: SheetModel, name: string): WriteSheet {
  const { rows, columns } = usedExtent(sheet);
  const heights = fittedHeights(workbook, sheet);
  const widths = [...sheet.columnWidths.keys(), ...sheet.hiddenColumns];
  const wholeSheet = sheet.protections.some(({ rect, warningOnly }) => rect === null && !warningOnly);
  return {
    name,
    rows: valuesOf(sheet),
    cells: detailsOf(workbook, sheet, rows, columns, wholeSheet),
    // Programs that open a file have narrower columns than the platform where it says nothing.
    columns: Array.from({ length: Math.max(columns, ...widths) }, (_, index) => {
      const pixels = sheet.columnWidths.get(index + 1) ?? COLUMN_WIDTH;
      return {
        width: (pixels - 5) / 7,
        ...(sheet.hiddenColumns.has(index + 1) && { hidden: true }),
      };
    }),
    rowDefs: new Map(
      [...new Set([...heights.keys(), ...sheet.hiddenRows])].map((row) => {
        const pixels = heights.get(row);
        const hidden = sheet.hiddenRows.has(row);
        return [
          row - 1,
          { ...(pixels !== undefined && { height: pixels * 0.75 }), ...(hidden && { hidden }) },
        ];
      }),
    ),
    merges: sheet.merges.map((rect) => ({
      startRow: rect.row - 1,
      startCol: rect.column - 1,
      endRow: rect.row + rect.rows - 2,
      endCol: rect.column + rect.columns - 2,
    })),
    dataValidations: validationsOf(sheet, rows, columns),
    conditionalRules: sheet.conditionalFormats.flatMap((format, index) => fileConditions(format, index + 1)),
    ...(sheet.filter && { autoFilter: { range: addressOf(sheet.filter) } }),
    ...(sheet.frozenRows + sheet.frozenColumns > 0 && {
      freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    }),
    ...(wholeSheet && { protection: { sheet: true, formatColumns: true, formatRows: true } }),
    charts: sheet.charts.flatMap(
      (chart) =>
        fileChart(chart, (tab, row, column) => String(workbook.sheetByName(tab)?.get(row, column) ?? '')) ??
        [],
    ),
    view: {
      ...(sheet.gridlinesHidden && { showGridLines: false }),
      ...(sheet.tabColor !== null && { tabColor: fileColor(sheet.tabColor) }),
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.frozenRows > 0 && { printTitlesRow: `$1:$${sheet.frozenRows}` }),
    },
    hidden: sheet.hidden,
  };
}

/** Rows and columns that hold a value or any property. */
function usedExtent(sheet: SheetModel): { rows: number; columns: number } {
  const layers = [...Object.values(sheet.styles), sheet.validations, sheet.notes, sheet.links];
  const blocks = layers.flatMap((layer) => layer.blocks());
  return {
    rows: Math.min(sheet.maxRows, Math.max(sheet.lastRow, ...blocks.map(({ row, rows }) => row + rows - 1))),
    columns: Math.min(
      sheet.maxColumns,
      Math.max(sheet.lastColumn, ...blocks.map(({ column, columns }) => column + columns - 1)),
    ),
  };
}

function valuesOf(sheet: SheetModel): (string | number | boolean | null)[][] {
  const width = sheet.lastColumn;
  // A row without a cell keeps its height only when it is listed.
  const height = Math.max(sheet.lastRow, ...sheet.rowHeights.keys(), ...sheet.hiddenRows);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const value = sheet.get(row + 1, column + 1);
      if (value === undefined || value === '') return null;
      return typeof value === 'string' ? value.replace(ESCAPE_LIKE, '_x005F$&') : value;
    }),
  );
}

/** Cells that are more than a value, by `row,column` from 0. */
function detailsOf(
  workbook: WorkbookModel,
  sheet: SheetModel,
  rows: number,
  columns: number,
  isProtected: boolean,
): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const looks = styleReader(sheet, workbook.locale);
  const unlocked = sheet.protections.flatMap((protection) =>
    protection.rect === null ? protection.unprotected : [],
  );
  const isFree = (row: number, column: number): boolean =>
    unlocked.some(
      (r) => row >= r.row && row < r.row + r.rows && column >= r.column && column < r.column + r.columns,
    );
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const look = looks(row, column);
      const free = isProtected && isFree(row, column);
      const box = sheet.validations.isEmpty ? undefined : sheet.validations.get(row, column);
      const isBox = box?.criteria === 'CHECKBOX' && box.values.length === 0;
      const formula = sheet.formulas.size > 0 ? sheet.formula(row, column) : undefined;
      const note = sheet.notes.isEmpty ? undefined : sheet.notes.get(row, column);
      const link = sheet.links.isEmpty ? undefined : sheet.links.get(row, column);
      if (!look && !free && !isBox && formula === undefined && !note && !link) continue;
      cells.set(`${row - 1},${column - 1}`, {
        ...(look && !free && { style: look }),
        ...(free && { style: { ...look, protection: { locked: false } } }),
        ...(isBox && { checkbox: true }),
        ...(formula !== undefined && {
          formula: fileFormula(formula),
          formulaResult: sheet.get(row, column) ?? null,
        }),
        ...(note && { comment: { text: note } }),
        ...(link && { hyperlink: fileLink(workbook, link) }),
      });
    }
  }
  return cells;
}

/** A reader of the look of each cell: the same object for the same look, `null` for the default one. */
function styleReader(sheet: SheetModel, locale: string): (row: number, column: number) => FileStyle | null {
  const keys = STYLE_KEYS.filter((key) => !sheet.styles[key].isEmpty);
  const numberings = keys.map(() => new Numbering<unknown>());
  const known = new Map<string, FileStyle | null>();
  return (row, column) => {
    let code = '';
    let isPlain = true;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index];
      const value: unknown = key && sheet.styles[key].get(row, column);
      if (value !== undefined) isPlain = false;
      const number =
        value === undefined
          ? 0
          : numberings[index]?.of(value, typeof value === 'object' ? JSON.stringify(value) : value);
      code += `${number},`;
    }
    if (isPlain) return null;
    let style = known.get(code);
    if (style === undefined) {
      const entries = keys.map((key) => [key, sheet.styles[key].get(row, column)] as const);
      const full = fileStyle(Object.fromEntries(entries.filter(([, value]) => value !== undefined)), locale);
      style = Object.keys(full).length === 0 ? null : full;
      known.set(code, style);
    }
    return style;
  };
}

function validationsOf(
  sheet: SheetModel,
  rows: number,
  columns: number,
): NonNullable<WriteSheet['dataValidations']> {
  if (sheet.validations.isEmpty) return [];
  const numbering = new Numbering<Validation>();
  const known = new Map<Validation, number>();
  const ids = new Int32Array(rows * columns);
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const rule = sheet.validations.get(row, column);
      if (!rule) continue;
      let id = known.get(rule);
      if (id === undefined) known.set(rule, (id = numbering.of(rule, ruleKey(rule))));
      ids[(row - 1) * columns + column - 1] = id;
    }
  }
  return blocksOf(ids, rows, columns).flatMap((block) => {
    const rule = numbering.value(block.id);
    return (rule && fileValidation(rule, block)) ?? [];
  });
}

/** Two rules are the same when a file says them in the same words. */
function ruleKey(rule: Validation): string {
  const first = { row: 1, column: 1, rows: 1, columns: 1 };
  return JSON.stringify([rule.criteria, fileValidation(rule, first), rule.helpText]);
}

/** Links inside the spreadsheet (`#gid=12&range=D14`) become links to the tab. */
function fileLink(workbook: WorkbookModel, link: string): { target: string; location?: string } {
  const inside = /^#gid=(\d+)(?:&range=(.+))?$/.exec(link);
  const sheet = inside && workbook.sheets.find(({ id }) => id === Number(inside[1]));
  if (!sheet) return { target: link };
  const rect = readAddress(inside[2] ?? 'A1') ?? { row: 1, column: 1, rows: 1, columns: 1 };
  return { target: '', location: `'${sheet.name.replace(/'/g, "''")}'!${addressOf(rect)}` };
}
