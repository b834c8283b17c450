import type { Cell, Grid } from '../../domain/grid';
import { ProblemLog } from '../read/problem-log';
import { type Table, readTable } from '../read/table';
import type { OutputKey } from '../schema/tab-schema';
import { TABS } from '../schema/tabs';
import { textOf } from '../cells/text';
import { EDITABLE } from './editable';
import type { CellExtras } from './kept-table';
import { fitting, staffFormat } from './lay-out';
import { lookOf } from './output-columns';
import type { CellLink, ColumnLook, TabContent } from './tab-content';

/** What an output tab held before it was written. Plain data that survives being written as text. */
export interface KeptAside {
  readonly tab: string;
  readonly key: OutputKey;
  /** `null`: there was no such tab. */
  readonly cells: readonly (readonly Cell[])[] | null;
  readonly extras: CellExtras | null;
  /** How the add-on drew a tab that is no table, when it is remembered. */
  readonly drawing?: Drawing;
}

/** What a tab that is no table looks like: it cannot be told from its cells. */
export type Drawing = Pick<TabContent, 'columns' | 'strips' | 'charts'>;

export function keepAside(
  tab: string,
  key: OutputKey,
  grid: Grid | null,
  extras: CellExtras | null,
  drawing: Drawing | null = null,
): KeptAside {
  const kept = { tab, key, cells: grid?.cells ?? null, extras };
  return drawing === null ? kept : { ...kept, drawing };
}

export const drawingText = ({ columns, strips, charts }: TabContent): string =>
  JSON.stringify({ columns, strips, charts });

/** What `drawingText` wrote; `null` when it is something else. */
export function parseDrawing(text: string | undefined): Drawing | null {
  try {
    const parsed: unknown = JSON.parse(text ?? 'null');
    return isDrawing(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isDrawing(value: unknown): value is Drawing {
  return (
    typeof value === 'object' &&
    value !== null &&
    'columns' in value &&
    Array.isArray(value.columns) &&
    'strips' in value &&
    Array.isArray(value.strips) &&
    'charts' in value &&
    Array.isArray(value.charts)
  );
}

/** The inverse of `JSON.stringify`; nothing when the text is not what was written. */
export function parseKeptAside(text: string): readonly KeptAside[] {
  try {
    return readKeptAside(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Of what was parsed already, the tabs. */
export const readKeptAside = (value: unknown): readonly KeptAside[] =>
  Array.isArray(value) ? value.filter(isKeptAside) : [];

function isKeptAside(value: unknown): value is KeptAside {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tab' in value &&
    typeof value.tab === 'string' &&
    'key' in value &&
    typeof value.key === 'string' &&
    value.key in TABS &&
    'cells' in value &&
    (value.cells === null || Array.isArray(value.cells)) &&
    (!('drawing' in value) || isDrawing(value.drawing))
  );
}

/** The tab as it was, to be written again. */
export function restoredTab(kept: KeptAside): TabContent {
  const schema = TABS[kept.key];
  const cells = kept.cells ?? [];
  const width = Math.max(1, schema.columns.length, ...cells.map((row) => row.length));
  const rows = (cells.length === 0 ? [[]] : cells).map((row) =>
    Array.from({ length: width }, (_, column): Cell => row[column] ?? ''),
  );
  const table = readTable({ tab: kept.tab, cells, shown: null }, schema, new ProblemLog());
  const body = (column: number): readonly Cell[] => rows.slice(1).map((row) => row[column] ?? '');
  const columnOf = new Map(schema.columns.map((column) => [table?.columns.get(column.key), column]));
  return {
    tab: kept.tab,
    colour: 'result',
    rows,
    columns: Array.from({ length: width }, (_, index): ColumnLook => {
      const drawn = kept.drawing?.columns[index];
      if (drawn !== undefined) return drawn;
      const column = columnOf.get(index + 1);
      const formats = (kept.extras?.formats ?? []).slice(1).map((row) => row[index] ?? '');
      const noted = kept.extras?.notes[0]?.[index] ?? '';
      if (column === undefined) {
        const format = body(index).map((cell, row) => staffFormat(cell, formats[row] ?? ''));
        return { ...plain, format, note: noted === '' ? null : noted };
      }
      const editable = EDITABLE[kept.key].includes(column.header);
      const look = lookOf(schema, column, schema.columns.indexOf(column), editable);
      const format = look.format === 'General' && look.validation === null ? '@' : look.format;
      return { ...look, format: fitting(format, body(index)) };
    }),
    formulas: (kept.extras?.formulas ?? []).flatMap((row, at) =>
      row.flatMap((formula, column) => (formula === '' ? [] : [{ row: at, column, formula }])),
    ),
    notes: (kept.extras?.notes ?? []).flatMap((row, at) =>
      at === 0 ? [] : row.flatMap((note, column) => (note === '' ? [] : [{ row: at, column, note }])),
    ),
    links: kept.key === 'problems' ? linksOf(table) : [],
    cellValidations: [],
    strips: kept.drawing?.strips ?? [],
    charts: kept.key === 'summary' ? (kept.drawing?.charts ?? []) : null,
    gridRows: rows.length,
    filter: kept.key !== 'summary',
  };
}

/** The cells of `À corriger` lead again to what they name. */
function linksOf(table: Table | null): readonly CellLink[] {
  const column = table?.columns.get('cell');
  if (table === null || column === undefined) return [];
  return table.rows.flatMap((row): CellLink[] => {
    const cell = textOf(row.cell('cell'));
    const range = /^[A-Z]+$/.test(cell) ? `${cell}:${cell}` : cell;
    return range === ''
      ? []
      : [{ row: row.row - 1, column: column - 1, tab: textOf(row.cell('tab')), cell: range }];
  });
}

const plain: ColumnLook = {
  width: 140,
  format: 'General',
  align: 'left',
  editable: true,
  wrap: false,
  note: null,
  validation: null,
  clearsValidation: false,
};
