import { HELP_TEXT as TEXT, type HelpPhase } from '../../text/help';
import { type Entry, GLOSSARY, TROUBLES } from '../../text/help-words';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer } from '../client/server';
import { windowData } from '../client/window-data';
import { HELP_SIDEBAR, type HelpLink, type HelpSidebar, type HelpStep } from './exchange';

declare const ADDON_VERSION: string;

/** The sidebar *Aide*: a checklist that ticks itself, then words and difficulties. */
let sidebar = windowData(HELP_SIDEBAR);
/** One action at a time, and one reading; they do not wait for each other. */
let acting = false;
let reading = false;
let readAt = performance.now();

/** Whoever comes back to the sidebar after this many milliseconds sees it read anew. */
const STALE = 20_000;

const PHASES: readonly HelpPhase[] = ['fill', 'plan', 'announce', 'day'];
const SIGNS = { done: '✓', todo: '○', attention: '▲', optional: '–' } as const;
const COLOURS = { done: 'good', todo: '', attention: 'warning', optional: 'hint' } as const;

const told = element('p', { class: 'error', role: 'alert' });
const count = element('p', { role: 'status' });
const bar = element('progress', { 'aria-label': TEXT.progress(0, 0), max: 1, value: 0 });
const checklist = element('div', { class: 'overview' });

/**
 * What stands for each step stays the same while its words change: a click that meets a reading is not lost, and the
 * keyboard stays where it is.
 */
const rows = new Map<string, { readonly node: HTMLElement; shown: string }>();

const refreshButton = element(
  'button',
  { type: 'button', class: 'link', onclick: () => void refresh(true) },
  TEXT.refresh,
);

show(
  element('div', { class: 'head' }, count, refreshButton, bar),
  told,
  checklist,
  fold(TEXT.glossary, GLOSSARY),
  fold(TEXT.troubles, TROUBLES, ...sidebar.rescue.map((link) => linkButton(link, 'quiet'))),
  element('p', { class: 'hint' }, TEXT.version(ADDON_VERSION)),
);
draw();
focusAtStart(document.querySelector<HTMLElement>('.step.next button'));
window.addEventListener('focus', refreshWhenStale);
document.documentElement.addEventListener('pointerenter', refreshWhenStale);

function fold(title: string, list: readonly Entry[], ...more: readonly HTMLElement[]): HTMLElement {
  return element(
    'details',
    {},
    element('summary', {}, title),
    element(
      'dl',
      {},
      ...list.flatMap(([word, meaning]) => [element('dt', {}, word), element('dd', {}, meaning)]),
    ),
    ...more,
  );
}

function draw(): void {
  const { steps, next, failure } = sidebar;
  told.textContent = failure;
  const counted = steps.filter(({ state }) => state !== 'optional');
  const done = counted.filter(({ state }) => state === 'done').length;
  count.textContent =
    counted.length === 0 ? '' : done === counted.length ? TEXT.allDone : TEXT.progress(done, counted.length);
  bar.max = Math.max(1, counted.length);
  bar.value = done;
  bar.setAttribute('aria-label', TEXT.progress(done, counted.length));
  bar.hidden = counted.length === 0;
  if (checklist.childElementCount === 0) checklist.append(...PHASES.flatMap(phaseOf));
  for (const step of steps) drawStep(step, step.key === next);
}

function phaseOf(phase: HelpPhase): readonly HTMLElement[] {
  const steps = sidebar.steps.filter((step) => step.phase === phase);
  if (steps.length === 0) return [];
  const items = steps.map(({ key }) => {
    const node = element('li', { class: 'step' });
    rows.set(key, { node, shown: '' });
    return node;
  });
  return [
    element(
      'section',
      { class: 'phase' },
      element('h2', {}, TEXT.phases[phase]),
      element('ol', { class: 'steps' }, ...items),
    ),
  ];
}

function drawStep(step: HelpStep, isNext: boolean): void {
  const row = rows.get(step.key);
  const shown = JSON.stringify([step, isNext]);
  if (row === undefined || row.shown === shown) return;
  row.shown = shown;
  const { state, title, detail, links } = step;
  row.node.className = `step ${state}${isNext ? ' next' : ''}`;
  if (isNext) row.node.setAttribute('aria-current', 'step');
  else row.node.removeAttribute('aria-current');
  const focused = row.node.contains(document.activeElement) ? document.activeElement?.textContent : null;
  row.node.replaceChildren(
    element('span', { class: `sign ${COLOURS[state]}`, 'aria-hidden': 'true' }, SIGNS[state]),
    element(
      'div',
      {},
      isNext ? element('p', { class: 'flag' }, TEXT.next) : null,
      element('span', { class: 'title' }, title),
      element('span', { class: 'hidden-text' }, ` ${TEXT.states[state]}`),
      element('p', { class: state === 'attention' ? 'warning' : 'hint' }, detail),
    ),
    element(
      'div',
      { class: 'links' },
      ...links.map((link, index) => linkButton(link, isNext && index === 0 ? 'primary' : 'link')),
    ),
  );
  if (focused === null || focused === undefined) return;
  const buttons = [...row.node.querySelectorAll('button')];
  (buttons.find(({ textContent }) => textContent === focused) ?? buttons[0])?.focus();
}

function linkButton(link: HelpLink, kind: 'primary' | 'quiet' | 'link'): HTMLElement {
  const button = element('button', { type: 'button', class: kind }, link.label);
  button.addEventListener('click', () => void follow(link, button));
  return button;
}

async function follow(link: HelpLink, button: HTMLElement): Promise<void> {
  if (acting) return;
  acting = true;
  told.textContent = '';
  try {
    if (link.kind === 'tab') {
      const failure = await callServer<string | null>('goToCell', link.tab, '');
      if (failure !== null) told.textContent = TEXT.tabGone;
      return;
    }
    button.textContent = TEXT.working;
    await callServer(link.entryPoint);
    button.textContent = link.label;
    await refresh(false);
  } catch {
    button.textContent = link.label;
    told.textContent = TEXT.failedCall;
  } finally {
    acting = false;
  }
}

function refreshWhenStale(): void {
  if (performance.now() - readAt > STALE) void refresh(false);
}

/** Reads the workbook anew. @param asked whether someone waits for it */
async function refresh(asked: boolean): Promise<void> {
  if (reading) return;
  reading = true;
  readAt = performance.now();
  if (asked) refreshButton.textContent = TEXT.refreshing;
  try {
    sidebar = await callServer<HelpSidebar>('refreshHelp');
    draw();
  } catch {
    if (asked) told.textContent = TEXT.failedCall;
  } finally {
    reading = false;
    readAt = performance.now();
    refreshButton.textContent = TEXT.refresh;
  }
}
