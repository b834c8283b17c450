import type { Cell, Grid } from '../../domain/grid';
import { ProblemLog } from '../read/problem-log';
import { readTable } from '../read/table';
import type { OutputKey } from '../schema/tab-schema';
import { TABS } from '../schema/tabs';
import type { CellExtras } from './kept-table';
import { fitting, staffFormat } from './lay-out';
import { lookOf } from './output-columns';
import type { ColumnLook, TabContent } from './tab-content';

/** What an output tab held before it was written. Plain data that survives being written as text. */
export interface KeptAside {
  readonly tab: string;
  readonly key: OutputKey;
  /** `null`: there was no such tab. */
  readonly cells: readonly (readonly Cell[])[] | null;
  readonly extras: CellExtras | null;
}

export function keepAside(
  tab: string,
  key: OutputKey,
  grid: Grid | null,
  extras: CellExtras | null,
): KeptAside {
  return { tab, key, cells: grid?.cells ?? null, extras };
}

/** The inverse of `JSON.stringify`; nothing when the text is not what was written. */
export function parseKeptAside(text: string): readonly KeptAside[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isKeptAside) : [];
  } catch {
    return [];
  }
}

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
    (value.cells === null || Array.isArray(value.cells))
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
      const column = columnOf.get(index + 1);
      const formats = (kept.extras?.formats ?? []).slice(1).map((row) => row[index] ?? '');
      const noted = kept.extras?.notes[0]?.[index] ?? '';
      if (column === undefined) {
        const format = body(index).map((cell, row) => staffFormat(cell, formats[row] ?? ''));
        return { ...plain, format, note: noted === '' ? null : noted };
      }
      const look = lookOf(schema, column, schema.columns.indexOf(column), true);
      const format = look.format === 'General' && look.validation === null ? '@' : look.format;
      return { ...look, format: fitting(format, body(index)) };
    }),
    formulas: (kept.extras?.formulas ?? []).flatMap((row, at) =>
      row.flatMap((formula, column) => (formula === '' ? [] : [{ row: at, column, formula }])),
    ),
    notes: (kept.extras?.notes ?? []).flatMap((row, at) =>
      at === 0 ? [] : row.flatMap((note, column) => (note === '' ? [] : [{ row: at, column, note }])),
    ),
    links: [],
    cellValidations: [],
    strips: [],
    charts: [],
    gridRows: rows.length,
    filter: kept.key !== 'summary',
  };
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
