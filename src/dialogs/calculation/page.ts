import type { Fingerprint } from '../../domain/fingerprint';
import type { Plan } from '../../domain/plan';
import type { Priority, Recalculation } from '../../domain/settings';
import { CALCULATION_TEXT as TEXT } from '../../text/calculation';
import { number } from '../../text/format';
import { buttonRow, closeOnEscape, type WindowButton } from '../client/buttons';
import { type Child, element, show } from '../client/element';
import { startEngine } from '../client/engine';
import { callServer, closeWindow } from '../client/server';
import { scrolling, tableHead, textRow } from '../client/table';
import { windowData } from '../client/window-data';
import {
  CALCULATION_WINDOW,
  type CalculationChoice,
  type CalculationData,
  type CalculationReading,
  type EnginePhase,
  type ServerCalculation,
  type ServerProgress,
  type WritingAnswer,
  type WritingRequest,
} from './exchange';
import { outcomeOf, type Outcome } from './outcome';

/** The window of the calculation: what will be planned, the calculation itself, its result, and the writing. */
const start = windowData(CALCULATION_WINDOW);
let choice: CalculationChoice = start.choice;

/** A calculation that is abandoned goes on no further. */
let turn = 0;

const KINDS: readonly Recalculation[] = ['complete', 'improve', 'restart'];
const PRIORITIES: readonly Priority[] = ['sessions', 'preferences', 'earliest'];
/** Rows of people shown; the tabs have them all. */
const MOVES_SHOWN = 100;
const NAMES_SHOWN = 8;

function showStart(): void {
  const { counts, blocking } = start;
  show(
    figures(
      [number(counts.candidates), TEXT.candidates(counts.candidates)],
      [number(counts.requests), TEXT.requests(counts.requests)],
      [number(counts.slots), TEXT.slots(counts.slots)],
      [number(counts.rooms), TEXT.rooms(counts.rooms)],
    ),
    counts.requestedPlaces > 0 ? element('p', {}, TEXT.requestedPlaces(counts.requestedPlaces)) : null,
    element('p', {}, TEXT.present(counts)),
    problems(),
    ...(blocking > 0 ? [] : [counts.sessions > 0 ? kinds() : null, priorities()]),
    blocking > 0 ? null : element('p', { class: 'hint' }, TEXT.nothingWrittenYet),
    blocking > 0
      ? buttonRow({ label: TEXT.showProblems, press: openProblems }, cancel)
      : buttonRow(
          { label: TEXT.calculate, press: () => void calculate() },
          cancel,
          ...(start.warnings > 0 ? [{ label: TEXT.showProblems, press: openProblems }] : []),
        ),
  );
  const checked = document.querySelector<HTMLElement>('input:checked');
  (checked ?? document.querySelector<HTMLElement>('button.primary'))?.focus();
}

const cancel: WindowButton = { label: TEXT.cancel, press: closeWindow };

function figures(...items: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'div',
    { class: 'figures' },
    ...items.map(([value, label]) => element('div', {}, element('strong', {}, value), label)),
  );
}

function problems(): HTMLElement {
  const { blocking, warnings, firstProblems } = start;
  if (blocking === 0 && warnings === 0) return element('p', { class: 'good' }, `✓ ${TEXT.noProblem}`);
  return element(
    'section',
    { class: 'card' },
    element('h2', {}, TEXT.problems),
    blocking > 0 ? element('p', { class: 'error' }, `✕ ${TEXT.blocking(blocking)}`) : null,
    firstProblems.length > 0
      ? element('ul', {}, ...firstProblems.map((line) => element('li', {}, line)))
      : null,
    blocking > firstProblems.length ? element('p', {}, TEXT.more(blocking - firstProblems.length)) : null,
    warnings > 0 ? element('p', { class: 'warning' }, `▲ ${TEXT.warnings(warnings)}`) : null,
  );
}

function kinds(): HTMLElement {
  return element(
    'fieldset',
    {},
    element('legend', {}, TEXT.recalculation),
    ...KINDS.map((kind) => {
      const [label, explanation] = TEXT.kinds[kind];
      const pick = (): void => {
        choice = { ...choice, recalculation: kind };
      };
      return element(
        'label',
        { class: 'choice' },
        element('input', {
          type: 'radio',
          name: 'kind',
          checked: choice.recalculation === kind,
          onchange: pick,
        }),
        element('span', {}, label, element('span', { class: 'hint' }, explanation)),
      );
    }),
    start.counts.published > 0 ? element('p', { class: 'warning' }, `▲ ${TEXT.warnPublished}`) : null,
  );
}

function priorities(): HTMLElement {
  const list = element(
    'select',
    { id: 'priority' },
    ...PRIORITIES.map((priority) =>
      element(
        'option',
        { value: priority, selected: choice.priority === priority },
        TEXT.priorities[priority],
      ),
    ),
  );
  list.addEventListener('change', () => {
    const priority = PRIORITIES.find((one) => one === list.value);
    if (priority !== undefined) choice = { ...choice, priority };
  });
  return element('div', {}, element('label', { for: 'priority' }, TEXT.priority), list);
}

function openProblems(): void {
  callServer('showProblems').then(closeWindow, () => tellFailure([TEXT.failedCall]));
}

async function calculate(): Promise<void> {
  turn += 1;
  const mine = turn;
  const running = showRunning();
  try {
    const reading = await callServer<CalculationReading>('readCalculation');
    if (mine !== turn) return;
    if (reading.kind !== 'ready') {
      tellFailure(reading.lines);
      return;
    }
    const { data } = reading;
    const found = await planOf(data, running, mine);
    if (mine !== turn || found === null) return;
    const campaign = { ...data.campaign, settings: { ...data.campaign.settings, ...choice } };
    showResult(outcomeOf(campaign, found.plan, data.leftOut), found, running.wasStopped());
  } catch {
    if (mine === turn) tellFailure([TEXT.failedCall]);
  } finally {
    running.end();
  }
}

interface Found {
  readonly plan: Plan;
  readonly fingerprint: Fingerprint;
}

/** The plan of the engine in this window, or of the server where the window may not calculate. */
async function planOf(data: CalculationData, running: Running, mine: number): Promise<Found | null> {
  try {
    const solverFiles: string[] = [];
    for (let index = 0; index < data.solverFiles; index += 1)
      solverFiles.push(await callServer<string>('solverFile', index));
    if (mine !== turn) return null;
    const campaign = { ...data.campaign, settings: { ...data.campaign.settings, ...choice } };
    const engine = startEngine({ campaign, solverFiles }, running.tell);
    running.onStop(engine.stop);
    running.onEnd(engine.abandon);
    return { plan: await engine.plan, fingerprint: data.fingerprint };
  } catch {
    return mine === turn ? planOfServer(running) : null;
  }
}

async function planOfServer(running: Running): Promise<Found | null> {
  const ticket = [...crypto.getRandomValues(new Uint32Array(3))].join('-');
  running.say(TEXT.onServer);
  let over = false;
  const follow = (): void => {
    if (over) return;
    callServer<ServerProgress | null>('calculationProgress', ticket).then(
      (progress) => {
        if (progress !== null && !over) running.tell(progress);
        setTimeout(follow, 2000);
      },
      () => setTimeout(follow, 5000),
    );
  };
  setTimeout(follow, 1000);
  running.onStop(() => {
    callServer('stopCalculation', ticket).catch(() => undefined);
  });
  try {
    const answer = await callServer<ServerCalculation>('calculateOnServer', { choice, ticket });
    if (answer.kind === 'calculated') return answer;
    tellFailure(answer.lines);
    return null;
  } finally {
    over = true;
  }
}

/** The view of a calculation under way. */
interface Running {
  readonly tell: (progress: ServerProgress) => void;
  readonly say: (sentence: string) => void;
  readonly onStop: (stop: () => void) => void;
  readonly onEnd: (end: () => void) => void;
  readonly wasStopped: () => boolean;
  readonly end: () => void;
}

/** How far along each phase begins: their lengths cannot be known. */
const BEGINS: Readonly<Record<EnginePhase, number>> = {
  preparing: 5,
  construction: 15,
  seats: 25,
  sessions: 35,
  preferences: 70,
  groups: 85,
  finishing: 95,
};

function showRunning(): Running {
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
  let end: (() => void) | null = null;
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
        turn += 1;
        end?.();
        closeWindow();
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
    onEnd: (act) => {
      end = act;
    },
    wasStopped: () => stopped,
    end: () => clearInterval(clock),
  };
}

function showResult(outcome: Outcome, found: Found, stopped: boolean): void {
  const { figures: sums, moves, unseated } = outcome;
  show(
    element('h1', { tabindex: -1 }, TEXT.result),
    figures(
      [number(sums.seated), TEXT.seated(sums.seated)],
      [number(sums.sessions), TEXT.sessions(sums.sessions)],
      [number(sums.unseated), TEXT.unseatedFigure(sums.unseated)],
      [TEXT.fillingValue(outcome.headcount, outcome.places), TEXT.filling],
    ),
    ...proofOf(outcome),
    sums.anonymousSeats + sums.anonymousMissing > 0
      ? element('p', {}, TEXT.anonymous(sums.anonymousSeats, sums.anonymousMissing))
      : null,
    stopped ? element('p', { class: 'warning' }, `▲ ${TEXT.stoppedEarly}`) : null,
    start.counts.sessions > 0 || moves.length > 0 ? movesTable(outcome) : null,
    element(
      'section',
      {},
      element('h2', {}, TEXT.unseated(sums.unseated)),
      ...unseated.map(({ reason, advice, people }) =>
        element(
          'div',
          { class: 'card unseated' },
          element('p', {}, element('strong', {}, number(people.length)), ` ${reason}`),
          element('p', {}, `${TEXT.whatToDo} : ${advice}`),
          element(
            'p',
            { class: 'hint' },
            TEXT.people(people.slice(0, NAMES_SHOWN), Math.max(0, people.length - NAMES_SHOWN)),
          ),
        ),
      ),
    ),
    buttonRow({ label: TEXT.write, press: () => void write(found) }, cancel, {
      label: TEXT.back,
      press: showStart,
    }),
  );
  document.querySelector<HTMLElement>('h1')?.focus();
}

/** What is proven, then why, part by part. */
function proofOf({ proof: [proven, ...why] }: Outcome): readonly Child[] {
  if (proven === undefined) return [];
  const reasons = why.map((sentence) => element('li', {}, sentence));
  return [element('p', {}, proven), reasons.length === 0 ? null : element('ul', {}, ...reasons)];
}

function movesTable({ moves }: Outcome): HTMLElement {
  const heading = element('h2', {}, TEXT.moves(moves.length));
  if (moves.length === 0) return element('section', {}, heading);
  return element(
    'section',
    {},
    heading,
    scrolling(
      TEXT.moves(moves.length),
      element(
        'table',
        {},
        tableHead([TEXT.who, TEXT.from, TEXT.to, TEXT.why]),
        element(
          'tbody',
          {},
          ...moves.slice(0, MOVES_SHOWN).map(({ who, from, to, why }) => textRow([who, from, to, why])),
        ),
      ),
    ),
    moves.length > MOVES_SHOWN ? element('p', {}, TEXT.more(moves.length - MOVES_SHOWN)) : null,
  );
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
