import { compareTrial, rankedLevers } from '../../allocation/simulation/answer-question';
import { workerSolver } from '../client/worker-solver';
import type { SimulationFindings, SimulationOrder, SimulationReport } from './exchange';

/** The calculations of the window of questions; the page ends them whenever staff want. */
declare const self: {
  addEventListener(kind: 'message', hear: (event: { readonly data: SimulationOrder }) => void): void;
  postMessage(report: SimulationReport, transferred: readonly []): void;
};

/** Milliseconds. Staff stop it long before. */
const BUDGET = 3 * 60_000;

self.addEventListener('message', ({ data: { campaign, question, solverFiles } }) => {
  const report = (told: SimulationReport): void => self.postMessage(told, []);
  const solver = workerSolver(solverFiles);
  const start = performance.now();
  const means = {
    loadSolver: solver.load,
    elapsed: () => performance.now() - start,
    budget: BUDGET,
    onDefect: (error: unknown) => console.error(error),
  };
  try {
    const findings: SimulationFindings =
      question.ask === 'trial'
        ? { found: 'trial', result: compareTrial(campaign, question.edits, means) }
        : {
            found: 'levers',
            result: rankedLevers(campaign, {
              ...means,
              onTried: (result) => report({ kind: 'soFar', result }),
            }),
          };
    report({ kind: 'done', findings, exact: !solver.refused() });
  } catch (error) {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
