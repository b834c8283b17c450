import type { Opportunities } from '../../allocation/simulation/opportunities';
import type { Campaign } from '../../domain/campaign';
import type { TrialEdit } from '../../domain/trial';
import { SIMULATION_TEXT as TEXT } from '../../text/simulation';
import { buttonRow, closeOnEscape, type WindowButton } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { type PageWorker, startWork } from '../client/page-worker';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import {
  SIMULATION_WINDOW,
  type ServerSimulation,
  type SimulationFindings,
  type SimulationOrder,
  type SimulationQuestion,
  type SimulationReading,
  type SimulationReport,
} from './exchange';
import { effectView, rankingView } from './steps/results';
import { sizingStep } from './steps/sizing';
import { trialForm } from './steps/trial-form';

/** The window of questions: sizing, the rooms that would help, and trials. Nothing of it is ever written. */
type Question = keyof typeof TEXT.questions;
type Ready = Extract<SimulationReading, { readonly kind: 'ready' }>;

const start = windowData(SIMULATION_WINDOW);
const close: WindowButton = { label: TEXT.close, press: closeWindow };
const WORKER: PageWorker<SimulationOrder, SimulationReport> = {
  name: 'simulation',
  speaks: () => ({ kind: 'failed', message: '' }),
};
const QUESTIONS: readonly Question[] = ['sizing', 'levers', 'trial'];

let question: Question = 'sizing';
let reading: Promise<SimulationReading> | null = null;
/** The trial survives its result: staff go back to it and change it. */
const edits: TrialEdit[] = [];

function ask(): void {
  const body = element('div', { class: 'step' });
  const buttons = element('div', { class: 'footer' });
  const choices = QUESTIONS.map((one) => {
    const [label, explanation] = TEXT.questions[one];
    const possible = one === 'sizing' || start.refusal.length === 0;
    return element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'radio',
        name: 'question',
        value: one,
        checked: question === one,
        disabled: !possible,
        onchange: () => {
          question = one;
          void fill(body, buttons);
        },
      }),
      element('span', {}, label, element('span', { class: 'hint' }, possible ? explanation : TEXT.notYet)),
    );
  });
  show(
    element('fieldset', {}, element('legend', {}, TEXT.question), ...choices),
    body,
    element('p', { class: 'hint' }, TEXT.intro),
    buttons,
  );
  void fill(body, buttons);
  focusAtStart(document.querySelector<HTMLElement>('input:checked'));
}

/** What the chosen question asks for, and the button that answers it. */
async function fill(body: HTMLElement, buttons: HTMLElement): Promise<void> {
  const mine = question;
  buttons.replaceChildren(buttonRow(null, close));
  if (mine === 'sizing') {
    body.replaceChildren(sizingStep(start));
    return;
  }
  body.replaceChildren(element('progress', { 'aria-label': TEXT.calculating }));
  const data = await readOnce();
  if (mine !== question || !body.isConnected) return;
  if (data === null || data.kind !== 'ready') {
    const lines = data === null ? [TEXT.failedCall] : data.lines;
    body.replaceChildren(...lines.map((line) => element('p', { role: 'alert' }, line)));
    return;
  }
  if (mine === 'levers') {
    body.replaceChildren();
    buttons.replaceChildren(
      buttonRow({ label: TEXT.search, press: () => void answer(data, { ask: 'levers' }) }, close),
    );
    return;
  }
  const refresh = (): void =>
    buttons.replaceChildren(
      buttonRow(
        {
          label: TEXT.calculate,
          press: () => void answer(data, { ask: 'trial', edits }),
          disabled: edits.length === 0,
        },
        close,
      ),
    );
  body.replaceChildren(trialForm(data.campaign, edits, refresh));
}

async function readOnce(): Promise<SimulationReading | null> {
  reading ??= callServer<SimulationReading>('readSimulation');
  try {
    return await reading;
  } catch {
    reading = null;
    return null;
  }
}

async function answer(data: Ready, asked: SimulationQuestion): Promise<void> {
  const label = asked.ask === 'levers' ? TEXT.searching : TEXT.calculating;
  const tried = element('p', { class: 'best', role: 'status' });
  const note = element('p', { class: 'hint' });
  let stop = (): void => undefined;
  const back: WindowButton = { label: TEXT.back, press: () => leave() };
  const leave = (): void => {
    left = true;
    end();
    ask();
  };
  let left = false;
  let end = (): void => undefined;
  show(
    element('progress', { 'aria-label': label }),
    element('p', { role: 'status' }, label),
    tried,
    note,
    asked.ask === 'levers' ? buttonRow({ label: TEXT.stop, press: () => stop() }, back) : buttonRow(back),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
  try {
    const solverFiles: string[] = [];
    for (let index = 0; index < data.solverFiles; index += 1)
      solverFiles.push(await callServer<string>('solverFile', index));
    if (left) return;
    const findings = await new Promise<SimulationFindings | null>((resolve) => {
      let soFar: Opportunities | null = null;
      const order: SimulationOrder = { campaign: data.campaign, question: asked, solverFiles };
      const work = startWork(
        WORKER,
        order,
        (report) => {
          if (report.kind === 'soFar') {
            soFar = report.result;
            tried.textContent = TEXT.triedSoFar(soFar.tried, soFar.all);
            return;
          }
          work.end();
          resolve(report.kind === 'done' && report.exact ? report.findings : null);
        },
        () => resolve(null),
      );
      end = work.end;
      stop = () => {
        if (soFar === null) return;
        work.end();
        resolve({ found: 'levers', result: soFar });
      };
    });
    if (left) return;
    if (findings !== null) {
      tell(data.campaign, findings);
      return;
    }
    note.textContent = TEXT.onServer;
    const told = await callServer<ServerSimulation>('simulateOnServer', asked);
    if (left) return;
    if (told.kind === 'found') tell(data.campaign, told.findings);
    else refuse(told.lines);
  } catch {
    if (!left) refuse([TEXT.failedCall]);
  }
}

function tell(campaign: Campaign, findings: SimulationFindings): void {
  const again: WindowButton = {
    label: findings.found === 'trial' ? TEXT.again : TEXT.back,
    press: ask,
  };
  show(
    ...(findings.found === 'trial' ? effectView(findings.result) : rankingView(campaign, findings.result)),
    buttonRow({ label: TEXT.close, press: closeWindow }, again),
  );
  document.querySelector<HTMLElement>('h1')?.focus();
}

function refuse(lines: readonly string[]): void {
  show(
    element('div', { role: 'alert' }, ...lines.map((line) => element('p', {}, line))),
    buttonRow({ label: TEXT.back, press: ask }, close),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

closeOnEscape();
ask();
