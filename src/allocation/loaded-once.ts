import { type MilpSolver, SolverFailure } from './solver';

/**
 * The same way to the solver for several searches: it is loaded when first asked, once, and a refusal is remembered.
 * Whatever keeps it from being loaded comes as a `SolverFailure`.
 */
export function loadedOnce(load: (() => MilpSolver) | null): (() => MilpSolver) | null {
  if (load === null) return null;
  let loaded: MilpSolver | null = null;
  let refusal: SolverFailure | null = null;
  return () => {
    if (refusal !== null) throw refusal;
    try {
      loaded ??= load();
    } catch (error) {
      refusal = error instanceof SolverFailure ? error : new SolverFailure(String(error));
      throw refusal;
    }
    return loaded;
  };
}
