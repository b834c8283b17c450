import type { Grid } from '../domain/grid';
import { columnLetters } from '../domain/problem';
import type { Table } from '../workbook/read/table';
import { type AvailabilityLayout, LIST_KEYS } from '../workbook/read/written-answers';
import type { AvailabilityChanges } from '../workbook/write/availability-rows';
import { editCells } from './edit-table';
import { addSlotColumns } from './slot-columns';
import type { OpenSpreadsheet } from './spreadsheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RowChange = AvailabilityChanges['rows'][number];

/** Blocks of rows written one by one at most, so that the calls stay bounded. */
const MOST_BLOCKS = 5;

/**
 * Writes rows of a matrix: only the cells of the slots, and the name in a new row.
 * @param key the column that names whom a row is about
 */
export function writeAvailabilityRows(
  book: OpenSpreadsheet,
  grid: Grid,
  table: Table,
  layout: AvailabilityLayout,
  changes: AvailabilityChanges,
  key = 'who',
): void {
  const sheet = book.sheet(grid.tab);
  const who = table.columns.get(key);
  if (sheet === null || who === undefined) return;
  const columns = columnsOf(sheet, grid, table, layout, changes);
  const added = changes.rows.filter(({ row }) => row === null);
  const first = Math.max(grid.cells.length, table.headerRow) + 1;
  const missing = first + added.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const placed = changes.rows.map((change) => ({
    change,
    row: change.row ?? first + added.indexOf(change),
  }));
  if (added.length > 0)
    write(
      sheet,
      first,
      who,
      added.map(({ student }) => [student]),
    );
  const blocks = consecutive(placed, ({ row }) => row);
  if (blocks.length > MOST_BLOCKS) {
    writeScattered(book, sheet, grid, columns, placed);
    return;
  }
  for (const rows of blocks)
    for (const run of consecutive(columns, ({ column }) => column))
      write(
        sheet,
        rows[0]?.row ?? first,
        run[0]?.column ?? 1,
        rows.map(({ change }) => run.map(({ key }) => change.cells[key] ?? '')),
      );
}

/** Rows here and there, in calls that depend on the columns alone: what stands between them is written again as it is. */
function writeScattered(
  book: OpenSpreadsheet,
  sheet: Sheet,
  grid: Grid,
  columns: readonly KeyedColumn[],
  placed: readonly { readonly change: RowChange; readonly row: number }[],
): void {
  const runs = consecutive(columns, ({ column }) => column);
  const addresses = placed.flatMap(({ row }) =>
    runs.map((run) => {
      const [first, last] = [run[0]?.column ?? 1, run[run.length - 1]?.column ?? 1];
      return `${columnLetters(first)}${row}:${columnLetters(last)}${row}`;
    }),
  );
  sheet.getRangeList(addresses).clearDataValidations();
  const cells = new Map(
    columns.map(({ key, column }) => [
      column,
      new Map(placed.map(({ change, row }) => [row, change.cells[key] ?? ''])),
    ]),
  );
  editCells(book, grid, cells);
}

/** A box to tick refuses words: the rows of the form have none. */
function write(sheet: Sheet, row: number, column: number, values: readonly (readonly string[])[]): void {
  const range = sheet.getRange(row, column, values.length, values[0]?.length ?? 1);
  range
    .clearDataValidations()
    .setNumberFormat('@')
    .setValues(values.map((line) => [...line]));
}

interface KeyedColumn {
  readonly key: keyof RowChange['cells'];
  readonly column: number;
}

function columnsOf(
  sheet: Sheet,
  grid: Grid,
  table: Table,
  layout: AvailabilityLayout,
  { newColumns }: AvailabilityChanges,
): readonly KeyedColumn[] {
  if (layout.kind === 'lists') {
    const preferred =
      layout.preferred === null ? [] : [{ key: LIST_KEYS.preferred, column: layout.preferred }];
    return [{ key: LIST_KEYS.possible, column: layout.possible }, ...preferred].sort(inOrder);
  }
  const width = Math.max(0, ...grid.cells.map((row) => row.length));
  const added = newColumns.map(({ code }, index) => ({ key: code, column: width + 1 + index }));
  if (newColumns.length > 0) addSlotColumns(sheet, width, table.headerRow, newColumns);
  return [...[...layout.columns].map(([key, column]) => ({ key, column })), ...added].sort(inOrder);
}

const inOrder = (a: KeyedColumn, b: KeyedColumn): number => a.column - b.column;

/** Cuts a list where the numbers of its items do not follow each other. */
function consecutive<Item>(
  items: readonly Item[],
  numberOf: (item: Item) => number,
): readonly (readonly Item[])[] {
  const sorted = [...items].sort((a, b) => numberOf(a) - numberOf(b));
  const runs: Item[][] = [];
  let last = NaN;
  for (const item of sorted) {
    const run = runs[runs.length - 1];
    if (run !== undefined && numberOf(item) === last + 1) run.push(item);
    else runs.push([item]);
    last = numberOf(item);
  }
  return runs;
}
