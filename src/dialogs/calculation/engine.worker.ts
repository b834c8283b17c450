import { allocate } from '../../allocation/allocate';
import type { Plan } from '../../domain/plan';
import { workerSolver } from '../client/worker-solver';
import type { EngineOrder, EngineReport } from './exchange';

/** The engine in the window: no six minutes here, and the page ends it whenever staff want. */
declare const self: {
  addEventListener(kind: 'message', hear: (event: { readonly data: EngineOrder }) => void): void;
  postMessage(report: EngineReport, transferred: readonly []): void;
};

/** Milliseconds. Staff stop it long before. */
const BUDGET = 30 * 60_000;
/** For preferences, groups and dates, once seats and sessions are settled. */
const PATIENCE = 15_000;

self.addEventListener('message', ({ data: { campaign, solverFiles } }) => {
  const report = (told: EngineReport): void => self.postMessage(told, []);
  let told: string | null = null;
  const tell = (plan: Plan): void => {
    const value = JSON.stringify(plan.goals.map((goal) => goal.value));
    if (value === told) return;
    told = value;
    report({ kind: 'plan', plan });
  };
  try {
    const start = performance.now();
    const plan = allocate(campaign, {
      loadSolver: workerSolver(solverFiles).load,
      elapsed: () => performance.now() - start,
      budget: BUDGET,
      patience: PATIENCE,
      onDefect: (error) => console.error(error),
      onProgress: (progress) => report({ kind: 'progress', ...progress }),
      onPlan: (planSoFar) => tell(planSoFar()),
    });
    report({ kind: 'done', plan });
  } catch (error) {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
