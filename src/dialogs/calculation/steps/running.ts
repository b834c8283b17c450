import type { Phase } from '../../../domain/phases';
import { CALCULATION_TEXT as TEXT } from '../../../text/calculation';
import { buttonRow } from '../../client/buttons';
import { element, show } from '../../client/element';
import type { ServerProgress } from '../exchange';

/** The view of a calculation under way. */
export interface Running {
  readonly tell: (progress: ServerProgress) => void;
  readonly say: (sentence: string) => void;
  readonly onStop: (stop: () => void) => void;
  /** What ends it when staff give up. */
  readonly onAbandon: (end: () => void) => void;
  readonly wasStopped: () => boolean;
  readonly isAbandoned: () => boolean;
  /** Nothing runs any more. */
  readonly end: () => void;
}

/** How far along each phase begins: their lengths cannot be known. */
const BEGINS: Readonly<Record<Phase, number>> = {
  preparing: 5,
  construction: 15,
  sessions: 35,
  preferences: 70,
  groups: 85,
  finishing: 95,
};

/** Shows that a calculation is under way. @param closed what to do once staff gave up */
export function showRunning(closed: () => void): Running {
  const began = performance.now();
  const bar = element('progress', { max: 100, value: 0, 'aria-label': TEXT.progress });
  const phase = element('p', { role: 'status' }, TEXT.loading);
  const best = element('p', { class: 'best', role: 'status' });
  const note = element('p', { class: 'hint' });
  const elapsed = element('p', { class: 'hint' });
  const clock = setInterval(() => {
    elapsed.textContent = TEXT.elapsed(Math.floor((performance.now() - began) / 1000));
  }, 1000);
  let stopped = false;
  let stop: (() => void) | null = null;
  let abandoned = false;
  let abandon: (() => void) | null = null;
  const row = buttonRow(
    {
      label: TEXT.stop,
      press: () => {
        stopped = true;
        phase.textContent = TEXT.stopping;
        stop?.();
      },
    },
    {
      label: TEXT.cancel,
      press: () => {
        abandoned = true;
        abandon?.();
        closed();
      },
    },
  );
  show(bar, phase, best, note, elapsed, row);
  document.querySelector<HTMLElement>('button.primary')?.focus();
  return {
    tell: (progress) => {
      bar.value = BEGINS[progress.phase];
      if (!stopped) phase.textContent = TEXT.phase(progress.phase);
      best.textContent = TEXT.bestSoFar(progress.best, progress.bound);
    },
    say: (sentence) => {
      note.textContent = sentence;
    },
    onStop: (act) => {
      stop = act;
      if (stopped) act();
    },
    onAbandon: (act) => {
      abandon = act;
      if (abandoned) act();
    },
    wasStopped: () => stopped,
    isAbandoned: () => abandoned,
    end: () => clearInterval(clock),
  };
}
