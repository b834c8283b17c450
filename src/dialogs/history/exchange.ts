import { windowPage } from '../window-page';

/** The window of the history: the plannings kept, the latest first. */
export interface HistoryWindow {
  readonly entries: readonly ShownEntry[];
  /** How much is kept, and what is no longer. */
  readonly limits: string;
  /** When the last write was made and by whom, when it can be undone. */
  readonly undo: string | null;
  /** What was changed by hand since the last write, in sentences; empty: nothing. */
  readonly edits: readonly string[];
}

export interface ShownEntry {
  readonly id: number;
  readonly when: string;
  readonly how: string;
  /** Empty when it is not known. */
  readonly who: string;
  readonly figures: string;
  /** Settings, and whether the data are still the same. */
  readonly details: readonly string[];
  /** *Planning actuel*, or empty. */
  readonly current: string;
}

export const HISTORY_WINDOW = windowPage<HistoryWindow>('history');

/** What differs from one planning to another, ready to be shown. */
export interface ShownDifferences {
  readonly moved: readonly ShownMove[];
  readonly moves: number;
  readonly sessions: readonly ShownSessionChange[];
  /** Sentences on the rest: ticks, cells of the staff's. */
  readonly notes: readonly string[];
}

export interface ShownMove {
  readonly who: string;
  readonly from: string;
  readonly to: string;
}

export interface ShownSessionChange {
  readonly session: string;
  readonly change: string;
  /** `37`, or `35 → 37`. */
  readonly people: string;
}

/** Nothing was done; the lines say why. */
export interface HistoryRefusal {
  readonly kind: 'blocked' | 'failed';
  readonly lines: readonly string[];
}

export type ComparisonAnswer =
  | { readonly kind: 'compared'; readonly title: string; readonly differences: ShownDifferences }
  | HistoryRefusal;

/** What restoring or undoing would do, and the mark of what it was judged on. */
export interface ChangePreview {
  readonly kind: 'preview';
  readonly title: string;
  /** What it means, in sentences. */
  readonly lines: readonly string[];
  /** What no longer holds; empty: everything does. */
  readonly misfits: readonly string[];
  readonly moreMisfits: number;
  /** What staff changed by hand and leaves the tabs; empty: nothing. */
  readonly edits: readonly string[];
  readonly differences: ShownDifferences;
  /** To be given back with the order: nothing is written when the workbook changed meanwhile. */
  readonly mark: string;
}

export type PreviewAnswer = ChangePreview | HistoryRefusal;

/** `changed`: the workbook is no longer what the preview was judged on. */
export type ChangeAnswer =
  | { readonly kind: 'written'; readonly lines: readonly string[] }
  | { readonly kind: 'changed' }
  | HistoryRefusal;
