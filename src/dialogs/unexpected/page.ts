import type { Repair } from '../../allocation/repair/repairs';
import type { Change } from '../../domain/change';
import { UNEXPECTED_TEXT as TEXT } from '../../text/unexpected';
import { buttonRow, closeOnEscape, type WindowButton } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { type PageWorker, startWork } from '../client/page-worker';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import {
  type RepairAnswer,
  type RepairOrder,
  type RepairReport,
  type RepairRequest,
  type ServerRepairs,
  UNEXPECTED_WINDOW,
  type UnexpectedReading,
} from './exchange';
import type { ShownRepair } from './outcome';
import { solutionCards } from './steps/solutions';
import { WhatHappened } from './steps/what-happened';

/** The window of the unexpected: what happened, the solutions, and the writing of the one chosen. */
type Ready = Extract<UnexpectedReading, { readonly kind: 'ready' }>;

const start = windowData(UNEXPECTED_WINDOW);
const cancel: WindowButton = { label: TEXT.cancel, press: closeWindow };
const WORKER: PageWorker<RepairOrder, RepairReport> = {
  name: 'repair',
  speaks: () => ({ kind: 'done', repairs: [], exact: true }),
};

async function read(): Promise<void> {
  wait(TEXT.reading);
  try {
    const reading = await callServer<UnexpectedReading>('readUnexpected');
    if (reading.kind === 'ready') ask(reading, new WhatHappened(reading));
    else tell(reading.lines, reading.kind === 'blocked');
  } catch {
    tell([TEXT.failedCall], false);
  }
}

function wait(sentence: string): void {
  show(
    element('progress', { 'aria-label': sentence }),
    element('p', { role: 'status', tabindex: -1 }, sentence),
  );
  focusAtStart(document.querySelector<HTMLElement>('p'));
}

function ask(data: Ready, what: WhatHappened): void {
  const fault = element('p', { class: 'error', role: 'alert' });
  show(
    what.view(),
    fault,
    element('p', { class: 'hint' }, TEXT.nothingWritten),
    buttonRow(
      {
        label: TEXT.search,
        press: () => {
          const change = what.change();
          fault.textContent = change === null ? `✕ ${what.incomplete}` : '';
          if (change !== null) void search(data, change, what);
        },
      },
      cancel,
    ),
  );
  focusAtStart(document.querySelector<HTMLElement>('input:checked'));
}

async function search(data: Ready, change: Change, what: WhatHappened): Promise<void> {
  const found = element('p', { class: 'best', role: 'status' });
  const note = element('p', { class: 'hint' });
  let stop = (): void => undefined;
  show(
    element('progress', { 'aria-label': TEXT.searching }),
    element('p', { role: 'status' }, TEXT.searching),
    found,
    note,
    buttonRow({ label: TEXT.stop, press: () => stop() }, cancel),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
  try {
    const solverFiles: string[] = [];
    for (let index = 0; index < data.solverFiles; index += 1)
      solverFiles.push(await callServer<string>('solverFile', index));
    const repairs = await new Promise<readonly Repair[] | null>((resolve) => {
      let best: readonly Repair[] = [];
      const order: RepairOrder = {
        campaign: data.campaign,
        change,
        watching: data.watching,
        solverFiles,
      };
      const work = startWork(
        WORKER,
        order,
        (report) => {
          if (report.kind === 'failed') {
            work.end();
            resolve(null);
            return;
          }
          best = report.repairs;
          found.textContent = TEXT.foundSoFar(best.length);
          if (report.kind !== 'done') return;
          work.end();
          resolve(report.exact ? best : null);
        },
        () => resolve(null),
      );
      stop = () => {
        if (best.length === 0) return;
        work.end();
        resolve(best);
      };
    });
    if (repairs !== null) {
      choose(data, change, what, repairs);
      return;
    }
    note.textContent = TEXT.onServer;
    const answer = await callServer<ServerRepairs>('repairOnServer', change);
    if (answer.kind === 'found')
      choose({ ...data, fingerprint: answer.fingerprint }, change, what, answer.repairs);
    else tell(answer.lines, answer.kind === 'blocked');
  } catch {
    tell([TEXT.failedCall], false);
  }
}

function choose(data: Ready, change: Change, what: WhatHappened, repairs: readonly Repair[]): void {
  const back: WindowButton = { label: TEXT.back, press: () => ask(data, what) };
  if (repairs.length === 0) {
    show(element('p', { role: 'alert' }, TEXT.none), buttonRow(back, cancel));
    document.querySelector<HTMLElement>('button.primary')?.focus();
    return;
  }
  let chosen = 0;
  let label: string = TEXT.apply;
  const cards = solutionCards(data.campaign, repairs, (at, shown: ShownRepair) => {
    chosen = at;
    label = shown.isNote ? TEXT.note : TEXT.apply;
  });
  show(
    element('h1', { tabindex: -1 }, TEXT.solutions(repairs.length)),
    ...cards,
    buttonRow(
      {
        label,
        press: () => {
          const repair = repairs[chosen];
          if (repair !== undefined) void apply(data, change, repair);
        },
      },
      cancel,
      back,
    ),
  );
  document.querySelector<HTMLElement>('h1')?.focus();
}

async function apply({ fingerprint }: Ready, change: Change, { cancelled, plan }: Repair): Promise<void> {
  wait(TEXT.applying);
  const request: RepairRequest = { change, cancelled, plan, fingerprint };
  try {
    const answer = await callServer<RepairAnswer>('applyRepair', request);
    if (answer.kind === 'written') showApplied(answer.lines);
    else if (answer.kind === 'changed') tell([TEXT.changed(answer.parts)], false, true);
    else tell(answer.lines, answer.kind === 'blocked');
  } catch {
    tell([TEXT.failedCall], false);
  }
}

function showApplied(lines: readonly string[]): void {
  show(
    element('h1', { class: 'good' }, `✓ ${TEXT.applied}`),
    element('div', { role: 'status' }, ...lines.map((line) => element('p', {}, line))),
    buttonRow({ label: TEXT.close, press: closeWindow }),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

function tell(lines: readonly string[], correctable: boolean, again = false): void {
  const primary: WindowButton | null = correctable
    ? { label: TEXT.showProblems, press: openProblems }
    : again
      ? { label: TEXT.retry, press: () => void read() }
      : null;
  show(
    element('div', { role: 'alert' }, ...lines.map((line) => element('p', {}, line))),
    primary === null
      ? buttonRow({ label: TEXT.close, press: closeWindow })
      : buttonRow(primary, { label: TEXT.close, press: closeWindow }),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

function openProblems(): void {
  callServer('showProblems').then(closeWindow, () => tell([TEXT.failedCall], false));
}

closeOnEscape();
if (start.refusal.length > 0) tell(start.refusal, start.blocked);
else void read();
