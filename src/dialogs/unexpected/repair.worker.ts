import { repairsOf } from '../../allocation/repair/repairs';
import { workerSolver } from '../client/worker-solver';
import type { RepairOrder, RepairReport } from './exchange';

/** The search for repairs in the window; the page ends it whenever staff want. */
declare const self: {
  addEventListener(kind: 'message', hear: (event: { readonly data: RepairOrder }) => void): void;
  postMessage(report: RepairReport, transferred: readonly []): void;
};

/** Milliseconds. Staff stop it long before. */
const BUDGET = 5 * 60_000;

self.addEventListener('message', ({ data: { campaign, change, watching, solverFiles } }) => {
  const report = (told: RepairReport): void => self.postMessage(told, []);
  const solver = workerSolver(solverFiles);
  try {
    const start = performance.now();
    const repairs = repairsOf(campaign, change, new Map(watching), {
      loadSolver: solver.load,
      elapsed: () => performance.now() - start,
      budget: BUDGET,
      onDefect: (error) => console.error(error),
      onFound: (soFar) => report({ kind: 'found', repairs: soFar, exact: false }),
    });
    report({ kind: 'done', repairs, exact: !solver.refused() });
  } catch (error) {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
