/** A tab as plain cells: what the adapters hand in, and what they are told to write. No date object, no service. */

/** A cell that carries a date or time format: days since 30 December 1899, the fraction being the time of day. */
export interface DateCell {
  readonly serial: number;
}

/** An empty cell is `''`. Error values are their text (`#REF!`). */
export type Cell = string | number | boolean | DateCell;

/** A tab as read: a dense rectangle from A1, possibly empty. */
export interface Grid {
  /** Name of the tab as it stands in the spreadsheet. */
  readonly tab: string;
  readonly cells: readonly (readonly Cell[])[];
  /** What users see in the cells, same shape; `null` when it was not read (large tabs). */
  readonly shown: readonly (readonly string[])[] | null;
}

export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object';
}
