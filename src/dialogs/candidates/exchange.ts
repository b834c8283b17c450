import type { ListCell } from '../../pix/certif-candidates/columns';
import type { ShownProblem } from '../problems/exchange';
import { windowPage } from '../window-page';

/** A session whose list may be made. */
export interface ListedSession {
  readonly key: string;
  /** *S01, lun. 11/01/2027 8 h 30, Mercure : 25 candidats*. */
  readonly label: string;
}

/** What the window of the lists of candidates starts with: at least one session. */
export interface CandidatesWindow {
  readonly sessions: readonly ListedSession[];
}

export const CANDIDATES_WINDOW = windowPage<CandidatesWindow>('candidates');

/** The list of a session, to be put in the file of Pix. */
export interface SessionList {
  readonly kind: 'list';
  /** `N° session Pix`, or empty. */
  readonly number: string;
  readonly fileName: string;
  /** What stands above the table of a list made without the file of Pix. */
  readonly heading: readonly string[];
  readonly rows: readonly (readonly ListCell[])[];
  /** Candidates of the session, and those who cannot be in the list. */
  readonly given: number;
  readonly leftOut: number;
  readonly problems: readonly ShownProblem[];
  readonly more: number;
}

export type SessionListAnswer = SessionList | { readonly kind: 'refused'; readonly lines: readonly string[] };
