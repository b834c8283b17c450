import { trySolver } from '../../allocation/highs/trial';
import { fileAmong } from '../client/worker-solver';
import type { EngineTrial } from './exchange';

/** Tries the exact solver in the browser, beside the window. */
declare const self: {
  addEventListener(kind: 'message', hear: (event: { readonly data: readonly string[] }) => void): void;
  postMessage(trial: EngineTrial, transferred: readonly []): void;
};

self.addEventListener('message', ({ data: files }) => {
  const start = performance.now();
  const trial = trySolver(fileAmong(files));
  self.postMessage({ ...trial, milliseconds: Math.round(performance.now() - start) }, []);
});
