import { type Cell, type Grid, isDateCell } from '../../domain/grid';
import { ProblemLog } from '../read/problem-log';
import { readTable } from '../read/table';
import type { TableSchema } from '../schema/tab-schema';
import { matchKey } from '../text-match';

/** An output tab as it stands before it is written again: what follows its session or candidate. */
export interface KeptTable {
  readonly headers: readonly string[];
  /** Notes of the headers, same length or empty. */
  readonly headerNotes: readonly string[];
  /** Index of the columns of the contract, by their header there. */
  readonly ours: ReadonlyMap<string, number>;
  /** Rows below the header, by folded key (number of a session or of a student). The first of several wins. */
  readonly rows: ReadonlyMap<string, KeptRow>;
}

export interface KeptRow {
  /** The key as it is written. */
  readonly key: string;
  /** Row in the tab, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly formats: readonly string[];
  readonly notes: readonly string[];
  /** A1 notation; empty for a cell that has no formula. */
  readonly formulas: readonly string[];
}

/** How the cells of a tab look, same shape as its values; absent where the tab has nothing of the staff's. */
export interface CellExtras {
  readonly formats: readonly (readonly string[])[];
  readonly notes: readonly (readonly string[])[];
  readonly formulas: readonly (readonly string[])[];
}

/**
 * `null` when the tab cannot be read as what it is.
 *
 * @param key key of the column that names the session or the candidate
 * @param readExtras called only when the tab has columns that staff added
 */
export function keepTable(
  grid: Grid | null,
  schema: TableSchema,
  key: string,
  readExtras: () => CellExtras | null,
): KeptTable | null {
  const table = grid === null ? null : readTable(grid, schema, new ProblemLog());
  const keyColumn = table?.columns.get(key);
  if (grid === null || table === null || keyColumn === undefined) return null;
  const extras = table.others.length > 0 ? readExtras() : null;
  const header = table.headerRow - 1;
  const rows = new Map<string, KeptRow>();
  for (let index = header + 1; index < grid.cells.length; index += 1) {
    const cells = grid.cells[index] ?? [];
    const written = cellText(cells[keyColumn - 1] ?? '').trim();
    if (written === '' || rows.has(matchKey(written))) continue;
    rows.set(matchKey(written), {
      key: written,
      row: index + 1,
      cells,
      formats: extras?.formats[index] ?? [],
      notes: extras?.notes[index] ?? [],
      formulas: extras?.formulas[index] ?? [],
    });
  }
  return {
    headers: (grid.cells[header] ?? []).map(cellText),
    headerNotes: extras?.notes[header] ?? [],
    ours: new Map(
      schema.columns.flatMap((column): [string, number][] => {
        const at = table.columns.get(column.key);
        return at === undefined ? [] : [[column.header, at - 1]];
      }),
    ),
    rows,
  };
}

/** The text of a cell as a key or a header: dates are never one. */
function cellText(cell: Cell): string {
  return isDateCell(cell) ? '' : String(cell);
}
