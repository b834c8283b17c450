import { DIAGNOSTIC_TEXT as TEXT } from '../../text/diagnostic';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { CALCULATION_TEXT } from '../../text/calculation';
import { windowData } from '../client/window-data';
import {
  DIAGNOSTIC_WINDOW,
  type DiagnosticWindow,
  type EngineTrial,
  type Finding,
  type FindingState,
} from './exchange';

/** The window *Diagnostic*: what was looked at, then the engine, tried at Google and here, and a text to copy. */
let shown = windowData(DIAGNOSTIC_WINDOW);
let engines: Readonly<Record<Place, EngineTrial | null>> = { engineServer: null, engineWindow: null };
/** What was found for an earlier look is forgotten. */
let turn = 0;

type Place = 'engineServer' | 'engineWindow';

const SIGNS: Readonly<Record<FindingState | 'waiting', string>> = {
  good: '✓',
  warning: '▲',
  error: '✕',
  unknown: '?',
  waiting: '…',
};
const COLOURS: Readonly<Record<FindingState | 'waiting', string>> = {
  good: 'good',
  warning: 'warning',
  error: 'error',
  unknown: 'warning',
  waiting: 'hint',
};
/** What is wrong comes first. */
const URGENCY: Readonly<Record<FindingState, number>> = { error: 0, unknown: 1, warning: 2, good: 3 };
/** A browser that says nothing for this long refuses the engine. */
const PATIENCE = 60_000;

const status = element('p', { role: 'status', tabindex: -1 });
const list = element('ol', { class: 'findings' });
const report = element('textarea', { id: 'report', readonly: true, spellcheck: false });
const told = element('p', { class: 'hint', role: 'status' });
const again = element(
  'button',
  { type: 'button', class: 'quiet', onclick: () => void lookAgain() },
  TEXT.again,
);
const buttons = buttonRow({ label: CALCULATION_TEXT.close, press: closeWindow });
buttons.prepend(element('button', { type: 'button', class: 'quiet', onclick: copy }, TEXT.copy), again);

show(
  status,
  list,
  element('div', {}, element('label', { for: 'report' }, TEXT.report), report),
  element('div', { class: 'foot' }, told, buttons),
);
draw();
tryEngines();
closeOnEscape();
focusAtStart(status);

function draw(): void {
  const findings = [...shown.findings, ...engineFindings()].sort(
    (a, b) => URGENCY[a.state] - URGENCY[b.state],
  );
  const waiting = Object.values(engines).some((trial) => trial === null);
  const toSee = findings.filter(({ state }) => state !== 'good').length;
  status.textContent = toSee > 0 ? TEXT.toSee(toSee) : waiting ? TEXT.intro : TEXT.allIsWell;
  status.className = toSee > 0 ? 'warning' : waiting ? '' : 'good';
  list.replaceChildren(
    ...findings.map((finding) => row(finding.title, finding.state, finding)),
    ...(['engineServer', 'engineWindow'] as const)
      .filter((place) => engines[place] === null)
      .map((place) => row(TEXT.titles[place], 'waiting', { seen: TEXT.checking, remedy: '', url: '' })),
  );
  report.value = reportOf(findings);
}

function engineFindings(): readonly Finding[] {
  return (['engineServer', 'engineWindow'] as const).flatMap((place): Finding[] => {
    const trial = engines[place];
    if (trial === null) return [];
    const fails = place === 'engineServer' ? TEXT.engineServerFails : TEXT.engineWindowFails;
    const words = trial.works ? TEXT.engineWorks(trial.milliseconds) : fails;
    return [
      {
        key: place,
        title: TEXT.titles[place],
        state: trial.works ? 'good' : 'warning',
        ...words,
        url: '',
        technical: `${trial.milliseconds} ms ${trial.reason}`.trim(),
      },
    ];
  });
}

function row(
  title: string,
  state: FindingState | 'waiting',
  { seen, remedy, url }: Pick<Finding, 'seen' | 'remedy' | 'url'>,
): HTMLElement {
  return element(
    'li',
    { class: 'finding' },
    element('span', { class: `sign ${COLOURS[state]}`, 'aria-hidden': 'true' }, SIGNS[state]),
    element(
      'span',
      { class: 'title' },
      title,
      state === 'waiting' ? null : element('span', { class: 'hidden-text' }, ` : ${TEXT.states[state]}`),
    ),
    element(
      'div',
      { class: 'what' },
      element('p', { class: state === 'good' ? 'hint' : '' }, seen),
      remedy === '' ? null : element('p', { class: 'remedy' }, `→ ${remedy}`),
      url === '' ? null : element('a', { href: url, target: '_blank', rel: 'noopener' }, TEXT.openPage),
    ),
  );
}

function tryEngines(): void {
  const mine = turn;
  engines = { engineServer: null, engineWindow: null };
  const keep = (place: Place, trial: EngineTrial): void => {
    if (mine !== turn) return;
    engines = { ...engines, [place]: trial };
    draw();
  };
  const failed = (error: unknown): EngineTrial => ({
    works: false,
    milliseconds: 0,
    reason: error instanceof Error ? error.message : String(error),
  });
  callServer<EngineTrial>('tryEngine').then(
    (trial) => keep('engineServer', trial),
    (error: unknown) => keep('engineServer', failed(error)),
  );
  tryHere().then(
    (trial) => keep('engineWindow', trial),
    (error: unknown) => keep('engineWindow', failed(error)),
  );
}

/** Tries the engine in a worker of this page. */
async function tryHere(): Promise<EngineTrial> {
  const files: string[] = [];
  for (let index = 0; index < shown.solverFiles; index += 1)
    files.push(await callServer<string>('solverFile', index));
  const script = document.getElementById('trial-worker')?.textContent ?? '';
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  try {
    return await new Promise<EngineTrial>((resolve, reject) => {
      setTimeout(() => reject(new Error('no answer')), PATIENCE);
      worker.addEventListener('message', ({ data }: MessageEvent<EngineTrial>) => resolve(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      });
      worker.postMessage(files, []);
    });
  } finally {
    worker.terminate();
  }
}

async function lookAgain(): Promise<void> {
  turn += 1;
  told.textContent = '';
  again.textContent = TEXT.checking;
  try {
    shown = await callServer<DiagnosticWindow>('refreshDiagnostic');
    tryEngines();
    draw();
  } catch {
    told.textContent = TEXT.failedCall;
  } finally {
    again.textContent = TEXT.again;
  }
}

/** Codes and numbers, for whoever maintains the add-on. */
function reportOf(findings: readonly Finding[]): string {
  return [
    `PixOrga ${shown.version}`,
    ...findings.map(
      ({ key, state, technical }) => `${key}: ${state}${technical === '' ? '' : ` (${technical})`}`,
    ),
    `browser: ${navigator.userAgent}`,
  ].join('\n');
}

/** The page may have no right to the clipboard: the old way, which asks for none, is tried first. */
function copy(): void {
  report.select();
  const copied = document.execCommand('copy');
  told.textContent = copied ? TEXT.copied : TEXT.notCopied;
  if (!copied) report.focus();
}
