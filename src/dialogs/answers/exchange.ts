import { windowPage } from '../window-page';

export interface RateRow {
  readonly group: string;
  readonly students: number;
  readonly answered: number;
}

/** What the window that follows the answers shows. */
export interface AnswersWindow {
  readonly lines: readonly string[];
  readonly rates: readonly RateRow[];
  /** Students who may be reminded now; 0: nobody, or there is no form to answer. */
  readonly toRemind: number;
}

export const ANSWERS_WINDOW = windowPage<AnswersWindow>('answers');
