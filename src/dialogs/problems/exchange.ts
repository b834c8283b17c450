import { windowPage } from '../window-page';

/** What was checked: everything that staff filled, or the planning as it stands, edited by hand. */
export type ProblemsSubject = 'data' | 'planning';

export interface ShownProblem {
  readonly severity: 'blocking' | 'warning';
  readonly tab: string;
  /** `D14`, `D:D`, `14:14`; empty for the whole tab. */
  readonly cell: string;
  readonly message: string;
  readonly remedy: string;
}

/** The sidebar of problems: the list, each with its cell. */
export interface ProblemsSidebar {
  readonly subject: ProblemsSubject;
  /** The most urgent first; no more than fit in a list that is read. */
  readonly problems: readonly ShownProblem[];
  /** Problems that the list leaves out. */
  readonly more: number;
  /** Sentences above the list. */
  readonly lines: readonly string[];
}

export const PROBLEMS_SIDEBAR = windowPage<ProblemsSidebar>('problems');
