import type { MilpSolver } from './solver';

/** The same way to the solver for several searches: it is loaded when first asked, once, and a refusal is remembered. */
export function loadedOnce(load: (() => MilpSolver) | null): (() => MilpSolver) | null {
  if (load === null) return null;
  let loaded: MilpSolver | null = null;
  let refusal: unknown = null;
  return () => {
    if (refusal !== null) throw refusal;
    try {
      loaded ??= load();
    } catch (error) {
      refusal = error;
      throw error;
    }
    return loaded;
  };
}
