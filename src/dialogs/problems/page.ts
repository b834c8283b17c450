import { CALCULATION_TEXT } from '../../text/calculation';
import { PROBLEMS_TEXT as TEXT } from '../../text/problems-sidebar';
import { buttonRow } from '../client/buttons';
import { type Child, element, show } from '../client/element';
import { callServer } from '../client/server';
import { windowData } from '../client/window-data';
import { PROBLEMS_SIDEBAR, type ProblemsSidebar, type ShownProblem } from './exchange';

/** The sidebar of problems: each leads to its cell; once corrected, they are checked again here. */
let sidebar = windowData(PROBLEMS_SIDEBAR);
let busy = false;
const told = element('p', { class: 'error', role: 'alert' });

showList();

function showList(): void {
  told.replaceChildren();
  const { subject, problems, more, lines } = sidebar;
  const blocked = problems.some(({ severity }) => severity === 'blocking');
  show(
    element('div', { role: 'status' }, ...lines.map((line) => element('p', {}, line))),
    told,
    problems.length === 0 ? null : element('ol', { class: 'problems' }, ...problems.map(row)),
    more > 0 ? element('p', { class: 'hint' }, TEXT.more(more)) : null,
    subject === 'data' && !blocked
      ? buttonRow(
          { label: TEXT.calculate, press: () => void callServer('openCalculation').catch(fail) },
          { label: TEXT.recheck, press: () => void recheck() },
        )
      : buttonRow({ label: TEXT.recheck, press: () => void recheck() }),
  );
}

function row({ severity, tab, cell, message, remedy }: ShownProblem): Child {
  const place = cell === '' ? tab : `${tab}!${cell}`;
  const blocking = severity === 'blocking';
  return element(
    'li',
    {},
    element(
      'p',
      { class: blocking ? 'error' : 'warning' },
      `${blocking ? `✕ ${TEXT.blocking}` : `▲ ${TEXT.warning}`} `,
      element(
        'button',
        {
          type: 'button',
          class: 'link',
          'aria-label': TEXT.goTo(place),
          onclick: () => void goTo(tab, cell),
        },
        place,
      ),
    ),
    element('p', {}, message),
    element('p', { class: 'hint' }, remedy),
  );
}

async function goTo(tab: string, cell: string): Promise<void> {
  try {
    const failure = await callServer<string | null>('goToCell', tab, cell);
    told.textContent = failure ?? '';
  } catch {
    fail();
  }
}

async function recheck(): Promise<void> {
  if (busy) return;
  busy = true;
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === TEXT.recheck);
  if (button !== undefined) button.textContent = TEXT.checking;
  try {
    sidebar = await callServer<ProblemsSidebar>('recheckProblems', sidebar.subject);
    showList();
    [...document.querySelectorAll('button')].find((one) => one.textContent === TEXT.recheck)?.focus();
  } catch {
    if (button !== undefined) button.textContent = TEXT.recheck;
    fail();
  } finally {
    busy = false;
  }
}

function fail(): void {
  told.textContent = CALCULATION_TEXT.failedCall;
}
