import type { Visit, VisitAnswer } from './around/visit';

/** What the page, the server and the worker say to each other. Plain data only: it travels as JSON. */

export interface TabView {
  readonly id: number;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string | null;
}

export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: MenuView };

export interface MenuView {
  readonly caption: string;
  readonly items: readonly MenuEntry[];
}

export interface WorkbookView {
  readonly title: string;
  /** Grows with each change: an answer of an older revision is stale. */
  readonly revision: number;
  readonly tabs: readonly TabView[];
  readonly active: number;
  readonly menus: readonly MenuView[];
  /** How many messages would have left. */
  readonly messages: number;
}

export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ChartView {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
  readonly stacked: boolean;
  readonly colors: readonly string[];
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly texts: readonly string[];
  }[];
}

/** The shape of a tab. Sizes are pixels; a hidden line has size 0; lines that are not listed have the default size. */
export interface SheetLayout {
  readonly id: number;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly widths: readonly (readonly [column: number, pixels: number])[];
  readonly heights: readonly (readonly [row: number, pixels: number])[];
  readonly merges: readonly CellBlock[];
  readonly filter: CellBlock | null;
  readonly gridlines: boolean;
  readonly charts: readonly ChartView[];
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** One cell that is not plainly empty. What is left out is `false` or nothing. */
export interface CellView {
  readonly row: number;
  readonly column: number;
  /** As displayed. */
  readonly text: string;
  /** As it is typed, when that differs from `text`. */
  readonly typed?: string;
  /** Index in `styles` of the window. */
  readonly style: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: 'WRAP' | 'CLIP';
  /** A check box, ticked or not. */
  readonly box?: boolean;
  /** Index in `lists` of the window. */
  readonly list?: number;
  readonly note?: string;
  readonly link?: string;
  /** The value breaks the rule of its cell. */
  readonly invalid?: boolean;
}

export interface CellWindow {
  readonly sheet: number;
  readonly revision: number;
  readonly cells: readonly CellView[];
  /** CSS declarations. */
  readonly styles: readonly string[];
  readonly lists: readonly (readonly string[])[];
}

export interface WindowRequest {
  readonly sheet: number;
  /** Rows and columns, both ends included; several blocks because frozen lines are apart. */
  readonly rows: readonly (readonly [from: number, to: number])[];
  readonly columns: readonly (readonly [from: number, to: number])[];
}

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** As typed; empty clears the cell. */
  readonly text: string;
}

export type ButtonSet = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
export type Button = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

export interface Question {
  readonly id: number;
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: ButtonSet;
}

export interface Answer {
  readonly id: number;
  readonly button: Button;
  readonly text: string;
}

/** A window with a page of the script. */
export interface Frame {
  readonly id: number;
  readonly place: 'sidebar' | 'dialog';
  readonly title: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly modal: boolean;
}

/** What the page learns without asking. */
export type PreviewEvent =
  | { readonly kind: 'changed'; readonly workbook: WorkbookView }
  | { readonly kind: 'busy'; readonly label: string | null }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | { readonly kind: 'question'; readonly question: Question | null }
  | { readonly kind: 'frame'; readonly place: 'sidebar' | 'dialog'; readonly frame: Frame | null }
  | { readonly kind: 'failure'; readonly message: string };

/** What the page asks of the worker, by the name in the address. */
export interface Requests {
  workbook: { readonly ask: Record<string, never>; readonly answer: WorkbookView };
  layout: { readonly ask: { readonly sheet: number }; readonly answer: SheetLayout };
  cells: { readonly ask: WindowRequest; readonly answer: CellWindow };
  edit: {
    readonly ask: { readonly sheet: number; readonly edits: readonly CellEdit[] };
    /** A sentence when the text was refused. */
    readonly answer: { readonly refused: string | null };
  };
  activate: { readonly ask: { readonly sheet: number }; readonly answer: null };
  run: { readonly ask: { readonly functionName: string; readonly caption: string }; readonly answer: null };
  call: {
    readonly ask: { readonly functionName: string; readonly arguments: string };
    readonly answer: { readonly result: string } | { readonly error: string };
  };
  answer: { readonly ask: Answer; readonly answer: null };
  close: {
    readonly ask: { readonly place: 'sidebar' | 'dialog'; readonly id: number };
    readonly answer: null;
  };
  open: {
    readonly ask: { readonly name: string; readonly base64: string };
    readonly answer: { readonly refused: string | null };
  };
  download: {
    readonly ask: Record<string, never>;
    readonly answer: { readonly name: string; readonly base64: string };
  };
  /** A page around the workbook; only the server asks for it. */
  visit: { readonly ask: Visit; readonly answer: VisitAnswer };
  resume: { readonly ask: Record<string, never>; readonly answer: readonly PreviewEvent[] };
}

export type RequestName = keyof Requests;
export type Ask<Name extends RequestName> = Requests[Name]['ask'];
export type Reply<Name extends RequestName> = Requests[Name]['answer'];

/** From the server to the worker. */
export interface WorkerRequest {
  readonly number: number;
  readonly name: RequestName;
  readonly ask: unknown;
}

/** From the worker to the server. */
export type WorkerMessage =
  | { readonly kind: 'reply'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'fault'; readonly number: number; readonly message: string }
  | { readonly kind: 'event'; readonly event: PreviewEvent }
  | { readonly kind: 'ready' };
