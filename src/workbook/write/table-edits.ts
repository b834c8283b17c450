import type { Cell } from '../../domain/grid';

/** Changes to a table that staff fill: everything else in the tab stays as it is. Rows and columns are from 1. */
export interface TableEdits {
  readonly tab: string;
  readonly headerRow: number;
  /** Columns added at the right of the tab, with how their cells are written. */
  readonly newColumns: readonly { readonly column: number; readonly header: string }[];
  /** Number format of the columns that hold no text: days, boxes. */
  readonly formats: ReadonlyMap<number, string>;
  /** New values, by column and row. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  /** The first row below the table. */
  readonly firstFree: number;
  /** Rows added there: cells by column. */
  readonly added: readonly ReadonlyMap<number, Cell>[];
  /** Rows that are emptied. */
  readonly emptied: readonly number[];
}
