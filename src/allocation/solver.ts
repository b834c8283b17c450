/** Solves mixed integer programs, one at a time. */
export interface ProgramSolver {
  /** Throws a `SolverFailure` and nothing else. */
  solve(model: MilpModel, limits: MilpLimits): MilpAnswer;
}

/**
 * The door to an exact solver of mixed integer programs. The engine knows only this; who loads it, and from where, is
 * the caller's affair.
 */
export interface MilpSolver extends ProgramSolver {
  /** Opens a series of relaxations of one program, to be closed by the caller. */
  relax(): Relaxations;
}

/**
 * The solver is not to be had, or broke down (out of memory, for one): what was found before it stands. Whatever else is
 * thrown is a defect of our own.
 */
export class SolverFailure extends Error {
  override readonly name = 'SolverFailure';
}

/** The relaxations of a program that gets more rows, each solved from where the last one ended. */
export interface Relaxations {
  /** Columns and costs are those of the first call; rows may have come at the end, and limits of rows may differ. */
  solve(model: MilpModel, limits: MilpLimits): MilpAnswer;
  close(): void;
}

/** Minimise `cost · x` with `rowLower ≤ A x ≤ rowUpper`, `lower ≤ x ≤ upper`. Rows are stored one after another (CSR). */
export interface MilpModel {
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly integer: readonly boolean[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  /** `rowStart.length === rows + 1`. */
  readonly rowStart: readonly number[];
  readonly columnIndex: readonly number[];
  readonly coefficient: readonly number[];
  /** A known solution to start from. */
  readonly start?: readonly number[];
}

export interface MilpLimits {
  /** Milliseconds. */
  readonly milliseconds: number;
  /** Stop when the absolute gap is below this (0.99 for whole-number objectives). */
  readonly absoluteGap: number;
  /** How relaxations are solved: interior points are several times faster where columns are many. */
  readonly method?: 'simplex' | 'interior';
  /** The start is about as good as can be: what is left is to prove it. */
  readonly startIsGood?: boolean;
  /** Prices of the rows are wanted: of a program without whole numbers, quickly and not to the last digit. */
  readonly prices?: boolean;
  /** Most nodes of the search, which are the same on any machine. */
  readonly nodes?: number;
  /** Asked while solving: stop now. */
  readonly shouldStop?: () => boolean;
}

/** `values` is empty unless a solution was found. `bound` is a valid lower bound of the optimum, −∞ when none. */
export interface MilpAnswer {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly objective: number;
  readonly bound: number;
  readonly values: readonly number[];
  /** Per row, what one more unit of its limits costs, when asked for. */
  readonly prices?: readonly number[];
}
