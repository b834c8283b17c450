import { loadHighs } from './load';

/** What a trial of the exact solver gave; `reason` is empty when it works. */
export interface SolverTrial {
  readonly works: boolean;
  readonly reason: string;
}

/**
 * Loads the exact solver and has it solve a problem whose answer is known: two kinds of rooms, of 3 and 5 places, for 13
 * people; three rooms are the least.
 *
 * @param readFile gives the files that hold the solver, by name without extension
 */
export function trySolver(readFile: (name: string) => string): SolverTrial {
  try {
    const { status, objective } = loadHighs(readFile).solve(
      {
        cost: [1, 1],
        lower: [0, 0],
        upper: [10, 10],
        integer: [true, true],
        rowLower: [13],
        rowUpper: [Infinity],
        rowStart: [0, 2],
        columnIndex: [0, 1],
        coefficient: [3, 5],
      },
      { milliseconds: 20_000, absoluteGap: 0.99 },
    );
    const works = status === 'optimal' && Math.round(objective) === 3;
    return { works, reason: works ? '' : `${status} ${objective}` };
  } catch (error) {
    return { works: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
