import type { Phase } from '../domain/phases';
import type { Plan } from '../domain/plan';
import type { MilpSolver } from './solver';

/** What the engine may use. It has no clock, no randomness and no loading of its own. */
export interface AllocationOptions {
  /**
   * Loads the exact solver. Called at most once, and only when the constructive plan is not already proven; it may
   * throw, and then the constructive plan is the answer. `null`: not to be had here.
   */
  readonly loadSolver: (() => MilpSolver) | null;
  /** Milliseconds since any fixed instant; never decreases. */
  readonly elapsed: () => number;
  /**
   * Milliseconds after which the best valid plan is returned. The engine looks at the clock between steps and keeps time
   * for the end; a relaxation of a very large campaign may take a second or two more.
   */
  readonly budget: number;
  /** Milliseconds, within the budget, for the goals after the first two, whose proof may take very long. */
  readonly patience: number;
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Called when the plan so far, whole and valid, may have become better: whoever ends the engine from outside keeps
   * it. Making it costs as much as the end of a calculation; the function serves during the call alone.
   */
  readonly onPlan?: (planSoFar: () => Plan) => void;
  /**
   * Told of an error that is no failure of the solver, which only a defect makes: the plan found before it is the answer
   * all the same. Absent, as in tests: the error is thrown.
   */
  readonly onDefect?: (error: unknown) => void;
  /** Asked between steps: stop now and keep the best. */
  readonly shouldStop?: () => boolean;
}

export interface Progress {
  readonly phase: Phase;
  /** Fewest sessions so far of a valid plan, `null` before the first. */
  readonly best: number | null;
  /** Fewest sessions that any plan can have, as far as known. */
  readonly bound: number | null;
}
