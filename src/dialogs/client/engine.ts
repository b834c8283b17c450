import type { Plan } from '../../domain/plan';
import type { EngineOrder, EngineReport, ServerProgress } from '../calculation/exchange';

/** A calculation under way in the page. */
export interface RunningEngine {
  /** The last plan; rejects when the engine cannot run here. */
  readonly plan: Promise<Plan>;
  /** Ends it now and keeps the best plan so far, as soon as there is one. */
  readonly stop: () => void;
  /** Ends it and forgets it. */
  readonly abandon: () => void;
}

/** Where the build puts the script of the worker in the page. */
const SCRIPT = 'engine-worker';

/**
 * Starts the engine beside the page. `plan` rejects where the page may not have workers or where the exact solver is
 * refused: the server is asked then.
 */
export function startEngine(
  order: EngineOrder,
  onProgress: (progress: ServerProgress) => void,
): RunningEngine {
  let best: Plan | null = null;
  let stopped = false;
  let worker: Worker | null = null;
  let settle: ((plan: Plan) => void) | null = null;
  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  const plan = new Promise<Plan>((resolve, reject) => {
    settle = resolve;
    const fail = (message: string): void => {
      end();
      if (!stopped) reject(new Error(message));
    };
    const script = document.getElementById(SCRIPT)?.textContent ?? '';
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    try {
      worker = new Worker(address);
    } catch (error) {
      fail(String(error));
      return;
    }
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(event.message);
    });
    worker.addEventListener('message', ({ data: report }: MessageEvent<EngineReport>) => {
      switch (report.kind) {
        case 'progress':
          onProgress(report);
          return;
        case 'plan':
          best = report.plan;
          if (stopped) finish(report.plan);
          return;
        case 'done':
          if (report.plan.statistics.solver === 'refused') fail('the exact solver is refused here');
          else finish(report.plan);
          return;
        case 'failed':
          fail(report.message);
      }
    });
    worker.postMessage(order, []);
    // The page may be gone before the worker has read its script: the address is kept until the end.
  });
  const finish = (found: Plan): void => {
    end();
    settle?.(found);
  };
  return {
    plan,
    stop: () => {
      stopped = true;
      if (best !== null) finish(best);
    },
    abandon: () => {
      stopped = true;
      end();
    },
  };
}
