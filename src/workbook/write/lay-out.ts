import type { Cell } from '../../domain/grid';
import type { CellFormula, CellNote, ColumnLook } from './tab-content';
import type { KeptRow, KeptTable } from './kept-table';

/** A column of the contract and the value it takes for one record. */
export interface OutputColumn<Item> {
  readonly header: string;
  readonly look: ColumnLook;
  readonly cell: (item: Item, kept: (header: string) => Cell) => Cell;
}

export interface LaidOut {
  readonly rows: readonly (readonly Cell[])[];
  readonly columns: readonly ColumnLook[];
  readonly formulas: readonly CellFormula[];
  readonly notes: readonly CellNote[];
}

/** A column of the tab to write: one of the contract, or one that staff added (`from`: its index in the old tab). */
type Position<Item> =
  | { readonly kind: 'ours'; readonly column: OutputColumn<Item>; readonly from: number | null }
  | { readonly kind: 'staff'; readonly header: string; readonly from: number };

/**
 * Lays records out under the columns of the contract, in the order that staff gave them, with the columns that staff
 * added, whose cells follow their key (formula, format and note included).
 *
 * @param keyOf the folded key of a record, as in `kept`
 */
export function layOut<Item>(
  items: readonly Item[],
  columns: readonly OutputColumn<Item>[],
  kept: KeptTable | null,
  keyOf: (item: Item) => string,
): LaidOut {
  const positions = arrange(columns, kept);
  const keptRows = items.map((item) => kept?.rows.get(keyOf(item)) ?? null);
  const body = items.map((item, index) => {
    const row = keptRows[index] ?? null;
    const keptCell = (header: string): Cell => row?.cells[kept?.ours.get(header) ?? -1] ?? '';
    return positions.map((position) =>
      position.kind === 'ours' ? position.column.cell(item, keptCell) : (row?.cells[position.from] ?? ''),
    );
  });
  const header = positions.map((position) =>
    position.kind === 'ours' ? position.column.header : position.header,
  );
  return {
    rows: [header, ...body],
    columns: positions.map((position, column) => {
      const cells = body.map((row) => row[column] ?? '');
      return position.kind === 'ours'
        ? { ...position.column.look, format: fitting(position.column.look.format, cells) }
        : staffColumn(position.from, keptRows, cells, kept?.headerNotes[position.from] ?? '');
    }),
    formulas: keptFormulas(positions, keptRows),
    notes: keptNotes(positions, keptRows),
  };
}

function arrange<Item>(
  columns: readonly OutputColumn<Item>[],
  kept: KeptTable | null,
): readonly Position<Item>[] {
  const byIndex = new Map(
    columns.flatMap((column): [number, OutputColumn<Item>][] => {
      const index = kept?.ours.get(column.header);
      return index === undefined ? [] : [[index, column]];
    }),
  );
  const standing = (kept?.headers ?? []).map((header, from): Position<Item> => {
    const column = byIndex.get(from);
    return column === undefined ? { kind: 'staff', header, from } : { kind: 'ours', column, from };
  });
  const missing = columns.filter(({ header }) => !kept?.ours.has(header));
  return [...standing, ...missing.map((column): Position<Item> => ({ kind: 'ours', column, from: null }))];
}

function staffColumn(
  from: number,
  keptRows: readonly (KeptRow | null)[],
  cells: readonly Cell[],
  note: string,
): ColumnLook {
  return {
    width: 140,
    format: cells.map((cell, index) => staffFormat(cell, keptRows[index]?.formats[from] ?? '')),
    align: 'left',
    editable: true,
    wrap: false,
    note: note === '' ? null : note,
    validation: null,
    clearsValidation: false,
  };
}

/** How the platform reads the automatic format back. */
const AUTOMATIC = '0.###############';

/** A column of texts may hold a date or a number that staff typed there: that cell keeps its kind. */
export function fitting(format: ColumnLook['format'], cells: readonly Cell[]): ColumnLook['format'] {
  if (format !== '@' || cells.every((cell) => typeof cell === 'string')) return format;
  return cells.map((cell) =>
    typeof cell === 'string' ? '@' : typeof cell === 'object' ? 'dd/mm/yyyy' : 'General',
  );
}

/** A text that the spreadsheet would turn into something else (a formula, a number, a date) is held as text. */
export function staffFormat(cell: Cell, format: string): string {
  if (typeof cell === 'string' && /^\s*[-=+@'\t\r\d.,]/.test(cell)) return '@';
  if (typeof cell === 'object' && format === '') return 'dd/mm/yyyy';
  return format === '' || format === AUTOMATIC ? 'General' : format;
}

function keptFormulas<Item>(
  positions: readonly Position<Item>[],
  keptRows: readonly (KeptRow | null)[],
): readonly CellFormula[] {
  return keptRows.flatMap((row, index) =>
    row === null
      ? []
      : positions.flatMap((position, column): CellFormula[] => {
          const formula = position.kind === 'staff' ? (row.formulas[position.from] ?? '') : '';
          if (formula === '') return [];
          return [{ row: index + 1, column, formula: followRow(formula, row.row, index + 2) }];
        }),
  );
}

/** References to the row of the formula itself follow it to its new row; quoted texts and other references stay. */
export function followRow(formula: string, from: number, to: number): string {
  if (from === to) return formula;
  return formula.replace(
    /"[^"]*"|'[^']*'!\$?[A-Z]{1,3}\$?\d+|[\w.]+!\$?[A-Z]{1,3}\$?\d+|(\$?[A-Z]{1,3})(\d+)(?![\w(])/g,
    (whole: string, column: string | undefined, row: string | undefined) =>
      column !== undefined && Number(row) === from ? `${column}${to}` : whole,
  );
}

function keptNotes<Item>(
  positions: readonly Position<Item>[],
  keptRows: readonly (KeptRow | null)[],
): readonly CellNote[] {
  return keptRows.flatMap((row, index) =>
    row === null
      ? []
      : positions.flatMap((position, column): CellNote[] => {
          const note = position.from === null ? '' : (row.notes[position.from] ?? '');
          return note === '' ? [] : [{ row: index + 1, column, note }];
        }),
  );
}
