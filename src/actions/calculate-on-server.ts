import { allocate } from '../allocation/allocate';
import { loadHighs } from '../allocation/highs/load';
import type { Progress } from '../allocation/options';
import type { ServerCalculation, ServerProgress } from '../dialogs/calculation/exchange';
import { fingerprintOf } from '../domain/fingerprint';
import { PHASES } from '../domain/phases';
import { stopwatch } from '../google/clock';
import { readHtmlFile } from '../google/html';
import { logFailure } from '../google/log';
import { type ProgressCache, progressCache } from '../google/progress-cache';
import { attempt, isAnswer } from './act';
import { asChosen, readChoice, readForCalculation } from './calculation-reading';
import { BUDGET, PATIENCE } from './compute-planning';

/** Milliseconds between two looks at the cache, or two words put there. */
const PACE = 1_500;
const STOP = 'stop';

/** Where the browser may not calculate: the same engine here, which tells how far it is. Writes nothing in the workbook. */
export function calculateOnServer(request: unknown): ServerCalculation {
  const given = fieldsOf(request);
  const read = readForCalculation();
  if ('kind' in read) return read;
  const { campaign } = read;
  const calculated = attempt(() => {
    const caches = cachesOf(given.get('ticket'));
    const elapsed = stopwatch();
    return allocate(asChosen(campaign, readChoice(given.get('choice'), campaign)), {
      loadSolver: () => loadHighs(readHtmlFile),
      elapsed,
      budget: BUDGET,
      patience: PATIENCE,
      onDefect: logFailure,
      onProgress: teller(caches.progress, elapsed),
      shouldStop: listener(caches.stop, elapsed),
    });
  });
  return isAnswer(calculated)
    ? { kind: 'failed', lines: calculated.lines }
    : { kind: 'calculated', plan: calculated, fingerprint: fingerprintOf(campaign) };
}

/** How far the calculation of a ticket is; `null` when nothing is known. */
export function calculationProgress(ticket: unknown): ServerProgress | null {
  const text = cachesOf(ticket).progress.get();
  return text === null ? null : progressIn(text);
}

/** Asks the calculation of a ticket to end, and to keep the best that it has. */
export function stopCalculation(ticket: unknown): void {
  cachesOf(ticket).stop.put(STOP);
}

function teller(cache: ProgressCache, elapsed: () => number): (progress: Progress) => void {
  let next = 0;
  return (progress) => {
    if (elapsed() < next) return;
    next = elapsed() + PACE;
    cache.put(JSON.stringify(progress));
  };
}

/** The engine asks at every step; the cache is asked now and then. */
function listener(cache: ProgressCache, elapsed: () => number): () => boolean {
  let next = PACE;
  let stopped = false;
  return () => {
    if (stopped || elapsed() < next) return stopped;
    next = elapsed() + PACE;
    stopped = cache.get() === STOP;
    return stopped;
  };
}

function cachesOf(ticket: unknown): { readonly progress: ProgressCache; readonly stop: ProgressCache } {
  const name = typeof ticket === 'string' ? ticket.replace(/[^\w-]/g, '').slice(0, 60) : '';
  return { progress: progressCache(`calculation ${name}`), stop: progressCache(`stop ${name}`) };
}

function progressIn(text: string): ServerProgress | null {
  const given = fieldsOf(parsed(text));
  const phase = PHASES.find((one) => one === given.get('phase'));
  const amount = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return phase === undefined
    ? null
    : { phase, best: amount(given.get('best')), bound: amount(given.get('bound')) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
