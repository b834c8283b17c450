import type { Cell } from '../../domain/grid';

/**
 * A tab to write, as plain data: what `google/` puts in the spreadsheet in a number of calls that does not depend on
 * the number of rows. Rows and columns are counted from 0 here, from A1.
 */
export interface TabContent {
  /** Name of the tab in this spreadsheet; it is created when missing. */
  readonly tab: string;
  readonly colour: TabColour;
  /** A dense rectangle, the header row first. Texts are written as texts, whatever they begin with. */
  readonly rows: readonly (readonly Cell[])[];
  /** One per column of `rows`. */
  readonly columns: readonly ColumnLook[];
  /** Formulas that staff wrote in their own columns; the cell of `rows` is what the formula showed. */
  readonly formulas: readonly CellFormula[];
  /** Notes of cells below the header row. */
  readonly notes: readonly CellNote[];
  readonly links: readonly CellLink[];
  /** Validations of single cells, few of them: those of a list of parameters. */
  readonly cellValidations: readonly CellValidation[];
  /** Rows with a look of their own, such as the title rows of a summary. */
  readonly strips: readonly Strip[];
  /** `null`: the charts of the tab, if any, are not the add-on's. */
  readonly charts: readonly Chart[] | null;
  /** Rows of the grid, header included, that get the looks of the columns: room for staff to type. At least `rows`. */
  readonly gridRows: number;
  /** Whether the table gets a filter on its header row. */
  readonly filter: boolean;
}

/** Blue: staff fill it; green: results; grey: settings and history. */
export type TabColour = 'input' | 'result' | 'settings';

export interface ColumnLook {
  /** Pixels, used when the tab is created. */
  readonly width: number;
  /** Number format in the neutral notation (`@`, `hh:mm`), or one per row below the header. */
  readonly format: string | readonly string[];
  readonly align: 'left' | 'center' | 'right';
  /** White for cells that staff may change, very light grey for cells that the add-on writes. */
  readonly editable: boolean;
  readonly wrap: boolean;
  /** Note on the header; `null`: left as staff wrote it. */
  readonly note: string | null;
  readonly validation: Validation | null;
  /** Whether a validation that stood there goes: false for columns of the staff's. */
  readonly clearsValidation: boolean;
}

export type Validation =
  | { readonly kind: 'checkbox' }
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly strict: boolean };

export interface CellValidation {
  readonly row: number;
  readonly column: number;
  readonly validation: Validation;
}

export interface CellFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly note: string;
}

/** The text of the cell leads to `cell` (such as `D14`) of `tab`. */
export interface CellLink {
  readonly row: number;
  readonly column: number;
  readonly tab: string;
  readonly cell: string;
}

export interface Strip {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  /** `section`: the title of a table; `text`: sentences, to the left, over the cells beside. */
  readonly look: 'section' | 'text';
}

/** A native chart over cells of the same tab. */
export interface Chart {
  readonly kind: 'column' | 'bar';
  /** Series end to end rather than side by side. */
  readonly stacked: boolean;
  /** States the finding. */
  readonly title: string;
  /** What the chart shows, in words, for who cannot see it. */
  readonly description: string;
  /** First row (the names of the series) to last row of the table. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Column of the categories, then columns of the values. */
  readonly categories: number;
  readonly values: readonly number[];
  /** Pixels. */
  readonly height: number;
  /** Where its top left corner stands. */
  readonly row: number;
  readonly column: number;
}
