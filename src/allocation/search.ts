import type { MilpSolver } from './solver';

/** What the exact search may spend, and the solver it asks. */
export interface Search {
  readonly solver: MilpSolver;
  /** Milliseconds that are left for this search. */
  readonly left: () => number;
  readonly shouldStop?: (() => boolean) | undefined;
}
