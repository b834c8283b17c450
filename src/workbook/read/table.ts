import type { Cell, Grid } from '../../domain/grid';
import { isBlankCell, isErrorValue, textOf } from '../cells/text';
import type { ColumnSchema, TableSchema } from '../schema/tab-schema';
import { editDistance, matchKey } from '../text-match';
import type { ProblemLog, Spot } from './problem-log';

const HEADER_SEARCH_ROWS = 20;

/** A tab whose columns were recognised. Rows and columns are counted from 1, as users see them. */
export interface Table {
  readonly tab: string;
  readonly headerRow: number;
  /** Number of the column of each key that was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that the schema does not name: slots of a matrix, or what staff added. */
  readonly others: readonly { readonly column: number; readonly header: string }[];
  /** Rows below the header that hold something. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly row: number;
  /** The cell of a column; blank when the tab does not have it. */
  readonly cell: (key: string) => Cell;
  readonly at: (column: number) => Cell;
  /** What the user sees in the cell, as far as it was read. */
  readonly shown: (key: string) => string;
  readonly spot: (key: string) => Spot;
}

/**
 * Finds the header row (the one of the first 20 that holds most of the tab's headers) and the columns, in any order.
 * `null`, with blocking problems, when a required column is missing.
 */
export function readTable(grid: Grid, schema: TableSchema, log: ProblemLog): Table | null {
  const found = readHeaders(grid, schema);
  if (found === null) {
    log.blocking('headerMissing', { tab: grid.tab }, '', {
      headers: schema.columns
        .filter(({ required }) => required)
        .map((column) => column.header)
        .join(' | '),
    });
    return null;
  }
  const { row, columns, others } = found;
  const formWritten = schema.formWritten === true;
  for (const { column, header, repeats } of formWritten ? [] : found.repeated)
    log.warning('columnRepeated', { tab: grid.tab, row, column }, header, { header: repeats });
  if (reportMissing(schema, found, grid.tab, log)) return null;
  const second = new Map(formWritten ? found.repeated.map(({ key, column }) => [key, column]) : []);
  return { tab: grid.tab, headerRow: row, columns, others, rows: rowsOf(grid, row - 1, columns, second) };
}

/** The header row of a tab, recognised. */
export interface Headers {
  /** From 1. */
  readonly row: number;
  /** Number of the column of each key that was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that the schema does not name. */
  readonly others: readonly { readonly column: number; readonly header: string }[];
  /** Columns whose header another one has already, and that header as the contract writes it. */
  readonly repeated: readonly {
    readonly key: string;
    readonly column: number;
    readonly header: string;
    readonly repeats: string;
  }[];
}

/** Finds the header row and its columns; `null` when none of the first 20 rows holds a header of the tab. */
export function readHeaders(grid: Grid, schema: TableSchema): Headers | null {
  const index = findHeaderRow(grid, schema);
  if (index === null) return null;
  const headers = (grid.cells[index] ?? []).map(textOf);
  const { columns, repeated } = matchColumns(headers, schema);
  const named = new Set(columns.values());
  const others = headers
    .map((text, at) => ({ column: at + 1, header: text }))
    .filter(({ column, header }) => header !== '' && !named.has(column));
  return { row: index + 1, columns, others, repeated };
}

/** Headers found by key without any report: for tabs whose absence of columns is no problem. */
export function hasHeaders(grid: Grid, schema: TableSchema): boolean {
  return findHeaderRow(grid, schema) !== null;
}

function headerKeys(column: ColumnSchema): string[] {
  return [column.header, ...column.synonyms].map(matchKey);
}

function findHeaderRow(grid: Grid, schema: TableSchema): number | null {
  const known = new Set(schema.columns.flatMap(headerKeys));
  let best: number | null = null;
  let most = 0;
  grid.cells.slice(0, HEADER_SEARCH_ROWS).forEach((line, index) => {
    const found = new Set(
      line.filter((cell) => typeof cell === 'string').map((cell) => matchKey(textOf(cell))),
    );
    let count = 0;
    for (const key of found) if (known.has(key)) count++;
    if (count > most) {
      most = count;
      best = index;
    }
  });
  return best;
}

/** The header of the contract wins over a synonym; the first of two equal headers counts. */
function matchColumns(
  headers: readonly string[],
  schema: TableSchema,
): Pick<Headers, 'repeated'> & { readonly columns: Map<string, number> } {
  const keys = headers.map(matchKey);
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const take = (column: ColumnSchema, wanted: string): void => {
    if (columns.has(column.key)) return;
    const at = keys.findIndex((key, index) => key === wanted && !taken.has(index));
    if (at === -1) return;
    taken.add(at);
    columns.set(column.key, at + 1);
  };
  for (const column of schema.columns) take(column, matchKey(column.header));
  for (const column of schema.columns) for (const synonym of column.synonyms) take(column, matchKey(synonym));
  const repeated = schema.columns.flatMap((column) => {
    const again = keys.findIndex((key, index) => !taken.has(index) && key === matchKey(column.header));
    return again === -1 || !columns.has(column.key)
      ? []
      : [{ key: column.key, column: again + 1, header: headers[again] ?? '', repeats: column.header }];
  });
  return { columns, repeated };
}

/** Reports missing required columns, with the header that looks most like each. */
function reportMissing(
  schema: TableSchema,
  { row, columns, others }: Headers,
  tab: string,
  log: ProblemLog,
): boolean {
  const missing = schema.columns.filter(({ key, required }) => required && !columns.has(key));
  for (const column of missing) {
    const close = others.find(({ header }) => looksLike(header, column));
    log.blocking('columnMissing', { tab, row, column: close?.column }, close?.header ?? '', {
      header: column.header,
      ...(close === undefined ? {} : { close: close.header }),
    });
  }
  return missing.length > 0;
}

/** Whether a header could be a misspelling, or a longer wording, of a column's. */
export function looksLike(header: string, column: ColumnSchema): boolean {
  const key = matchKey(header);
  return headerKeys(column).some(
    (wanted) =>
      (key.length > 3 && wanted.length > 3 && (key.includes(wanted) || wanted.includes(key))) ||
      editDistance(key, wanted, 2) <= Math.min(2, Math.floor(wanted.length / 4)),
  );
}

/** @param second columns that stand in for those of the same key where these are blank */
function rowsOf(
  grid: Grid,
  header: number,
  columns: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
): TableRow[] {
  const rows: TableRow[] = [];
  for (let index = header + 1; index < grid.cells.length; index++) {
    const line = grid.cells[index];
    if (!line || line.every(isBlankCell)) continue;
    const row = index + 1;
    const at = (column: number): Cell => line[column - 1] ?? '';
    const columnOf = (key: string): number | undefined => {
      const [column, other] = [columns.get(key), second.get(key)];
      return column !== undefined && other !== undefined && isBlankCell(at(column)) ? other : column;
    };
    rows.push({
      row,
      at,
      cell: (key) => {
        const column = columnOf(key);
        return column === undefined ? '' : at(column);
      },
      shown: (key) => {
        const column = columnOf(key);
        if (column === undefined) return '';
        return grid.shown?.[index]?.[column - 1] ?? textOf(at(column));
      },
      spot: (key) => ({ tab: grid.tab, row, column: columnOf(key) }),
    });
  }
  return rows;
}

/** Reports an error value (`#REF!`) in one of the columns read; true when there is one. */
export function reportErrorValues(row: TableRow, keys: readonly string[], log: ProblemLog): boolean {
  const wrong = keys.filter((key) => isErrorValue(row.cell(key)));
  for (const key of wrong) log.warning('errorValue', row.spot(key), textOf(row.cell(key)));
  return wrong.length > 0;
}
