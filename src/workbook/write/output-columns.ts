import type { Cell } from '../../domain/grid';
import type { ColumnSchema, TableSchema } from '../schema/tab-schema';
import type { OutputColumn } from './lay-out';
import type { ColumnLook } from './tab-content';

/** What the row of a session or candidate held in a column before; empty for a new row. */
export type KeptCell = (header: string) => Cell;

/** How each column of an output tab is filled, by its header in the contract. */
export type CellsOf<Item> = Readonly<Record<string, (item: Item, kept: KeptCell) => Cell>>;

/**
 * The columns of a tab with what fills them.
 *
 * @param editable headers of the columns that staff may change: white cells
 * @throws when the schema names a column that nothing fills
 */
export function outputColumns<Item>(
  schema: TableSchema,
  cells: CellsOf<Item>,
  editable: readonly string[] = [],
): readonly OutputColumn<Item>[] {
  return schema.columns.map((column, index) => {
    const cell = cells[column.header];
    if (cell === undefined) throw new Error(`Nothing fills the column ${column.header} of ${schema.name}.`);
    const look = lookOf(schema, column, index, editable.includes(column.header));
    // What the add-on writes is text unless the schema says otherwise: `=` or `007` stay as they are.
    const format = look.format === 'General' && look.validation === null ? '@' : look.format;
    return { header: column.header, look: { ...look, format }, cell };
  });
}

/** Texts wider than this are wrapped rather than cut. */
const WRAPPED_FROM = 200;

export function lookOf(
  schema: TableSchema,
  column: ColumnSchema,
  index: number,
  editable: boolean,
): ColumnLook {
  const notes = [index === 0 ? schema.explanation : '', column.note].filter((note) => note !== '');
  return {
    width: column.width,
    format: column.format,
    align: column.align,
    editable,
    wrap: column.width >= WRAPPED_FROM && column.align === 'left',
    note: notes.length === 0 ? null : notes.join('\n'),
    validation: column.choice,
    clearsValidation: true,
  };
}
