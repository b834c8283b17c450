import type { TableSchema } from '../schema/tab-schema';
import type { KeptTable } from './kept-table';
import { layOut } from './lay-out';
import { type CellsOf, outputColumns } from './output-columns';
import type { TabColour, TabContent } from './tab-content';

/** What stays of the tab as it stood. */
export interface Keeping<Item> {
  readonly kept: KeptTable | null;
  readonly keyOf: (item: Item) => string;
  /** Headers of the columns that staff may change: white cells. */
  readonly editable: readonly string[];
}

/** A tab that is one table, written whole: one record a row. */
export function tableContent<Item>(
  tab: string,
  colour: TabColour,
  schema: TableSchema,
  items: readonly Item[],
  cells: CellsOf<Item>,
  keeping: Keeping<Item> = { kept: null, keyOf: () => '', editable: [] },
): TabContent {
  const laidOut = layOut(items, outputColumns(schema, cells, keeping.editable), keeping.kept, keeping.keyOf);
  return {
    tab,
    colour,
    ...laidOut,
    links: [],
    cellValidations: [],
    strips: [],
    charts: null,
    gridRows: laidOut.rows.length,
    filter: true,
  };
}
