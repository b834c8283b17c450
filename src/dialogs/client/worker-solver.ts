import { loadHighs } from '../../allocation/highs/load';
import type { MilpSolver } from '../../allocation/solver';

/** Reads a file of the solver, by the name that it had in the project, among those that the page was given in order. */
export const fileAmong =
  (files: readonly string[]) =>
  (name: string): string =>
    files[Number(/\d+$/.exec(name)?.[0] ?? 0) - 1] ?? '';

/** The exact solver in a worker, and whether it was asked for and refused. */
export interface WorkerSolver {
  readonly load: () => MilpSolver;
  readonly refused: () => boolean;
}

export function workerSolver(files: readonly string[]): WorkerSolver {
  let refused = false;
  return {
    load: () => {
      try {
        return loadHighs(fileAmong(files));
      } catch (error) {
        refused = true;
        throw error;
      }
    },
    refused: () => refused,
  };
}
