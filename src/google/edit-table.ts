import { type Cell, type Grid, isDateCell } from '../domain/grid';
import { columnLetters } from '../domain/problem';
import { staffFormat } from '../workbook/write/lay-out';
import type { TableEdits } from '../workbook/write/table-edits';
import type { OpenSpreadsheet } from './spreadsheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Blocks written in one column at most; beyond, what stands between them is written again as it is. */
const MOST_BLOCKS = 6;

/**
 * Changes a table in a number of calls that depends on its columns alone. Texts stay texts whatever they begin with; a
 * cell that is written again because it stands between two changes keeps its formula and its format.
 */
export function editTable(book: OpenSpreadsheet, grid: Grid, edits: TableEdits): void {
  const sheet = book.sheet(edits.tab);
  if (sheet === null) throw new Error(`There is no tab ${edits.tab}.`);
  addColumns(sheet, edits);
  if (edits.cells.size > 0) changeCells(book, sheet, grid, edits);
  if (edits.added.length > 0) addRows(sheet, edits);
  const last = columnLetters(Math.max(1, sheet.getLastColumn()));
  if (edits.emptied.length > 0)
    sheet.getRangeList(edits.emptied.map((row) => `A${row}:${last}${row}`)).clearContent();
}

/** Changes cells and nothing else. @param cells new values, by column and row */
export function editCells(book: OpenSpreadsheet, grid: Grid, cells: TableEdits['cells']): void {
  editTable(book, grid, {
    tab: grid.tab,
    cells,
    headerRow: 1,
    newColumns: [],
    formats: new Map(),
    firstFree: 1,
    added: [],
    emptied: [],
  });
}

function addColumns(sheet: Sheet, { newColumns, headerRow }: TableEdits): void {
  const [first] = newColumns;
  if (first === undefined) return;
  const missing = first.column + newColumns.length - 1 - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  sheet
    .getRange(headerRow, first.column, 1, newColumns.length)
    .setNumberFormat('@')
    .setValues([newColumns.map(({ header }) => header)])
    .setBackground('#2f5bd7')
    .setFontColor('#ffffff')
    .setFontWeight('bold')
    .setVerticalAlignment('middle')
    .setWrap(true);
}

function changeCells(book: OpenSpreadsheet, sheet: Sheet, grid: Grid, edits: TableEdits): void {
  const extras = book.readExtras(edits.tab);
  for (const [column, changes] of edits.cells) {
    for (const { first, last } of blocksOf([...changes.keys()])) {
      const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const cells = rows.map((row): WrittenCell => {
        const cell = changes.get(row);
        if (cell !== undefined) return { cell, formula: '', format: formatOf(edits, column) };
        const stands = grid.cells[row - 1]?.[column - 1] ?? '';
        const formula = extras?.formulas[row - 1]?.[column - 1] ?? '';
        const format = extras?.formats[row - 1]?.[column - 1] ?? '';
        return {
          cell: stands,
          formula,
          // Under the format of texts a formula would be written as its text.
          format:
            formula === ''
              ? staffFormat(stands, format)
              : format === '' || format === '@'
                ? 'General'
                : format,
        };
      });
      const range = sheet.getRange(first, column, rows.length, 1);
      const uniform = uniformFormat(cells, formatOf(edits, column));
      if (uniform === null) range.setNumberFormats(cells.map(({ format }) => [format]));
      else range.setNumberFormat(uniform);
      range.setValues(cells.map(({ cell, formula }) => [formula === '' ? written(cell) : formula]));
    }
  }
}

interface WrittenCell {
  readonly cell: Cell;
  readonly formula: string;
  readonly format: string;
}

/** What stands in a cell of each format. */
const KINDS: Readonly<Record<string, string>> = { '@': 'text', 'dd/mm/yyyy': 'day', General: 'box' };

function kindOf(cell: Cell): string {
  if (isDateCell(cell)) return 'day';
  return typeof cell === 'string' ? 'text' : typeof cell === 'boolean' ? 'box' : 'number';
}

/** One format for the whole block, where what stands in it is of the kind of the column; `null` otherwise. */
function uniformFormat(cells: readonly WrittenCell[], format: string): string | null {
  const fits = ({ cell, formula }: WrittenCell): boolean =>
    formula === '' && (cell === '' || kindOf(cell) === KINDS[format]);
  return cells.every(fits) ? format : null;
}

function addRows(sheet: Sheet, edits: TableEdits): void {
  const { added, firstFree } = edits;
  const height = sheet.getMaxRows();
  const missing = firstFree + added.length - 1 - height;
  if (missing > 0) sheet.insertRowsAfter(height, missing);
  const columns = [...new Set(added.flatMap((row) => [...row.keys()]))];
  for (const run of consecutive(columns)) {
    for (const column of run)
      sheet.getRange(firstFree, column, added.length, 1).setNumberFormat(formatOf(edits, column));
    sheet
      .getRange(firstFree, run[0] ?? 1, added.length, run.length)
      .setValues(added.map((row) => run.map((column) => written(row.get(column) ?? ''))));
  }
}

/** A text is held as text: `=` or `007` stay as they are. */
function formatOf({ formats }: TableEdits, column: number): string {
  return formats.get(column) ?? '@';
}

const written = (cell: Cell): string | number | boolean => (isDateCell(cell) ? cell.serial : cell);

interface Block {
  readonly first: number;
  readonly last: number;
}

function blocksOf(rows: readonly number[]): readonly Block[] {
  const blocks = consecutive(rows).map((run) => ({ first: run[0] ?? 1, last: run[run.length - 1] ?? 1 }));
  const [first] = blocks;
  const last = blocks[blocks.length - 1];
  return first === undefined || last === undefined || blocks.length <= MOST_BLOCKS
    ? blocks
    : [{ first: first.first, last: last.last }];
}

/** Numbers that follow each other, in order. */
function consecutive(numbers: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1] === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}
