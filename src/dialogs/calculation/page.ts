import { CALCULATION_TEXT as TEXT } from '../../text/calculation';
import { buttonRow, closeOnEscape, type WindowButton } from '../client/buttons';
import { element, show } from '../client/element';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import {
  CALCULATION_WINDOW,
  type CalculationChoice,
  type CalculationReading,
  type WritingAnswer,
  type WritingRequest,
} from './exchange';
import { findPlan, type Found } from './steps/find-plan';
import { outcomeOf, type Outcome } from './outcome';
import { resultView } from './steps/result';
import { showRunning } from './steps/running';
import { type Choosing, startView } from './steps/start';

/** The window of the calculation: what will be planned, the calculation itself, its result, and the writing. */
const start = windowData(CALCULATION_WINDOW);
let choice: CalculationChoice = start.choice;

const cancel: WindowButton = { label: TEXT.cancel, press: closeWindow };

function showStart(): void {
  const problems = { label: TEXT.showProblems, press: openProblems };
  const choosing: Choosing = {
    choice,
    choose: (change) => {
      choice = { ...choice, ...change };
    },
  };
  show(
    ...startView(start, choosing),
    start.blocking > 0
      ? buttonRow(problems, cancel)
      : buttonRow(
          { label: TEXT.calculate, press: () => void calculate() },
          cancel,
          ...(start.warnings > 0 ? [problems] : []),
        ),
  );
  const checked = document.querySelector<HTMLElement>('input:checked');
  (checked ?? document.querySelector<HTMLElement>('button.primary'))?.focus();
}

function openProblems(): void {
  callServer('showProblems').then(closeWindow, () => tellFailure([TEXT.failedCall]));
}

async function calculate(): Promise<void> {
  const running = showRunning(closeWindow);
  try {
    const reading = await callServer<CalculationReading>('readCalculation');
    if (running.isAbandoned()) return;
    if (reading.kind !== 'ready') {
      tellFailure(reading.lines);
      return;
    }
    const { data } = reading;
    const found = await findPlan(data, choice, running);
    if (found === null || running.isAbandoned()) return;
    if ('length' in found) {
      tellFailure(found);
      return;
    }
    const campaign = { ...data.campaign, settings: { ...data.campaign.settings, ...choice } };
    showResult(outcomeOf(campaign, found.plan, data.leftOut), found, running.wasStopped());
  } catch {
    if (!running.isAbandoned()) tellFailure([TEXT.failedCall]);
  } finally {
    running.end();
  }
}

function showResult(outcome: Outcome, found: Found, stopped: boolean): void {
  show(
    ...resultView(outcome, start.counts.sessions > 0, stopped),
    buttonRow({ label: TEXT.write, press: () => void write(found) }, cancel, {
      label: TEXT.back,
      press: showStart,
    }),
  );
  document.querySelector<HTMLElement>('h1')?.focus();
}

async function write({ plan, fingerprint }: Found): Promise<void> {
  show(
    element('progress', { 'aria-label': TEXT.writing }),
    element('p', { role: 'status', tabindex: -1 }, TEXT.writing),
  );
  document.querySelector<HTMLElement>('p')?.focus();
  const request: WritingRequest = { plan, choice, fingerprint };
  try {
    const answer = await callServer<WritingAnswer>('writeCalculation', request);
    if (answer.kind === 'changed') tellFailure([TEXT.changed(answer.parts)], true);
    else if (answer.kind === 'written') showWritten(answer.lines);
    else tellFailure(answer.lines);
  } catch {
    tellFailure([TEXT.failedCall]);
  }
}

function showWritten(lines: readonly string[]): void {
  show(
    element('h1', { class: 'good' }, `✓ ${TEXT.written}`),
    element('div', { role: 'status' }, ...lines.map((line) => element('p', {}, line))),
    buttonRow({ label: TEXT.close, press: closeWindow }),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

function tellFailure(lines: readonly string[], again = false): void {
  show(
    element('div', { role: 'alert' }, ...lines.map((line) => element('p', {}, line))),
    buttonRow(
      again
        ? { label: TEXT.recalculate, press: () => void calculate() }
        : { label: TEXT.showProblems, press: openProblems },
      cancel,
    ),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

showStart();
closeOnEscape();
