import { type Cell, type Grid, isDateCell } from '../../domain/grid';
import { isBlankCell, isErrorValue, textOf } from '../cells/text';
import type { ColumnSchema, TableSchema } from '../schema/tab-schema';
import { editDistance, matchKey } from '../text-match';
import { cellAt, type ProblemLog, type Spot } from './problem-log';

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
  /** The title of a column as it stands in the tab, or as the contract writes it when the tab does not have it. */
  readonly header: (key: string) => string;
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
  if (schema.formWritten !== true) reportDoubled(schema, found, grid.tab, log);
  if (reportMissing(schema, found, grid.tab, log)) return null;
  return { tab: grid.tab, headerRow: row, columns, others, rows: rowsOf(grid, schema, found) };
}

/** The header row of a tab, recognised. */
export interface Headers {
  /** From 1. */
  readonly row: number;
  /** Number of the column of each key that was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that the schema does not name. */
  readonly others: readonly { readonly column: number; readonly header: string }[];
  /** Columns that could have stood for one that was found. */
  readonly doubled: readonly DoubledColumn[];
}

/** A column that could play a part which another one plays. */
export interface DoubledColumn {
  readonly key: string;
  readonly column: number;
  readonly header: string;
  /** The one that plays the part. */
  readonly used: { readonly column: number; readonly header: string };
  /** It would have come first, but holds nothing. */
  readonly empty: boolean;
  /** It is read on the rows where the other one is blank. */
  readonly standsIn: boolean;
}

/** Finds the header row and its columns; `null` when none of the first 20 rows holds a header of the tab. */
export function readHeaders(grid: Grid, schema: TableSchema): Headers | null {
  const index = findHeaderRow(grid, schema);
  if (index === null) return null;
  const headers = (grid.cells[index] ?? []).map(textOf);
  const below = grid.cells.slice(index + 1);
  const isFilled = (at: number): boolean => below.some((line) => !isBlankCell(line[at]));
  const { columns, doubled } = matchColumns(headers, schema, isFilled);
  const named = new Set(columns.values());
  const others = headers
    .map((text, at) => ({ column: at + 1, header: text }))
    .filter(({ column, header }) => header !== '' && !named.has(column));
  return { row: index + 1, columns, others, doubled };
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

/**
 * Of the columns that can play one part, the one whose header says it best: a header of `surest`, else that of the
 * contract, else a synonym; the first of two equal headers. One that holds nothing leaves its part to one that does.
 *
 * @param isFilled whether a column, counted from 0, holds something below its header
 */
function matchColumns(
  headers: readonly string[],
  schema: TableSchema,
  isFilled: (at: number) => boolean,
): Pick<Headers, 'columns' | 'doubled'> {
  const candidates = candidatesOf(headers.map(matchKey), schema);
  const columns = new Map<string, number>();
  const doubled: DoubledColumn[] = [];
  for (const column of schema.columns) {
    const found = candidates.get(column) ?? [];
    const used = found.find((at) => found.length === 1 || isFilled(at)) ?? found[0];
    if (used === undefined) continue;
    columns.set(column.key, used + 1);
    const title = headers[used] ?? '';
    for (const at of found) {
      if (at === used) continue;
      const header = headers[at] ?? '';
      const sameTitle = [column.header, title].some((other) => matchKey(other) === matchKey(header));
      doubled.push({
        key: column.key,
        column: at + 1,
        header,
        used: { column: used + 1, header: title },
        empty: found.indexOf(at) < found.indexOf(used),
        standsIn: schema.formWritten === true ? sameTitle : column.rowByRow,
      });
    }
  }
  return { columns, doubled };
}

/** The columns, counted from 0, that can play each part, the best first. None can play two. */
function candidatesOf(
  keys: readonly string[],
  schema: TableSchema,
): ReadonlyMap<ColumnSchema, readonly number[]> {
  const partOf = new Map<string, ColumnSchema>();
  const claim = (column: ColumnSchema, header: string): void => {
    if (!partOf.has(matchKey(header))) partOf.set(matchKey(header), column);
  };
  for (const column of schema.columns) claim(column, column.header);
  for (const column of schema.columns) for (const synonym of column.synonyms) claim(column, synonym);
  const candidates = new Map<ColumnSchema, readonly number[]>();
  keys.forEach((key, at) => {
    const column = partOf.get(key);
    if (column !== undefined) candidates.set(column, [...(candidates.get(column) ?? []), at]);
  });
  for (const [column, found] of candidates) {
    const order = [...column.surest.map(matchKey), ...headerKeys(column)];
    const rank = (at: number): number => order.indexOf(keys[at] ?? '');
    candidates.set(
      column,
      [...found].sort((a, b) => rank(a) - rank(b) || a - b),
    );
  }
  return candidates;
}

/** Says of each column that plays no part, or only where another is blank, which one is read. */
function reportDoubled(schema: TableSchema, { row, doubled }: Headers, tab: string, log: ProblemLog): void {
  for (const { key, column, header, used, empty, standsIn } of doubled) {
    log.warning('columnRepeated', { tab, row, column }, header, {
      header: schema.columns.find((one) => one.key === key)?.header ?? '',
      cell: cellAt({ tab, row, column }),
      used: used.header,
      usedCell: cellAt({ tab, row, column: used.column }),
      how: standsIn ? 'standsIn' : empty ? 'empty' : 'ignored',
    });
  }
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

function rowsOf(
  grid: Grid,
  schema: TableSchema,
  { row: headerRow, columns, doubled }: Pick<Headers, 'row' | 'columns' | 'doubled'>,
): TableRow[] {
  const standIns = new Map<string, readonly number[]>();
  for (const { key, column, standsIn } of doubled)
    if (standsIn) standIns.set(key, [...(standIns.get(key) ?? []), column]);
  const header = (key: string): string => {
    const column = columns.get(key);
    return column === undefined
      ? (schema.columns.find((one) => one.key === key)?.header ?? '')
      : textOf(grid.cells[headerRow - 1]?.[column - 1]);
  };
  const rows: TableRow[] = [];
  for (let index = headerRow; index < grid.cells.length; index++) {
    const line = grid.cells[index];
    if (!line || line.every(isBlankCell)) continue;
    const row = index + 1;
    const at = (column: number): Cell => line[column - 1] ?? '';
    const columnOf = (key: string): number | undefined => {
      const column = columns.get(key);
      const others = standIns.get(key);
      return column !== undefined && others !== undefined && isBlankCell(at(column))
        ? (others.find((other) => !isBlankCell(at(other))) ?? column)
        : column;
    };
    rows.push({
      row,
      at,
      header,
      cell: (key) => {
        const column = columnOf(key);
        return column === undefined ? '' : at(column);
      },
      shown: (key) => {
        const column = columnOf(key);
        if (column === undefined) return '';
        // A file shows dates in its own way, `2027-01-12` for one: they are quoted in one way, as people write them.
        const cell = at(column);
        return isDateCell(cell) ? textOf(cell) : (grid.shown?.[index]?.[column - 1] ?? textOf(cell));
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
