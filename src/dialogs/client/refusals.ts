import { REFUSALS_TEXT as TEXT } from '../../text/pix-certif';
import { PROBLEMS_TEXT } from '../../text/problems-sidebar';
import type { ShownProblem } from '../problems/exchange';
import { element } from './element';
import { callServer, closeWindow } from './server';

/** What a platform would refuse, each with its cell: choosing one closes the window and goes there. */
export function refusalList(
  problems: readonly ShownProblem[],
  more: number,
  title: string = TEXT.title,
): HTMLElement | null {
  if (problems.length === 0) return null;
  return element(
    'section',
    { class: 'refusals', 'aria-label': title, tabindex: 0 },
    element(
      'ul',
      {},
      ...problems.map(({ tab, cell, message, remedy, severity }) =>
        element(
          'li',
          {},
          element('span', { class: severity === 'blocking' ? 'error' : 'warning' }, '▲ '),
          place(tab, cell),
          ` ${message} `,
          element('span', { class: 'hint' }, remedy),
        ),
      ),
    ),
    more > 0 ? element('p', { class: 'hint' }, TEXT.more(more)) : null,
  );
}

function place(tab: string, cell: string): HTMLElement {
  const name = cell === '' ? tab : `${tab}!${cell}`;
  return element(
    'button',
    {
      type: 'button',
      class: 'link',
      'aria-label': PROBLEMS_TEXT.goTo(name),
      onclick: () => void goTo(tab, cell),
    },
    name,
  );
}

async function goTo(tab: string, cell: string): Promise<void> {
  try {
    await callServer<string | null>('goToCell', tab, cell);
  } finally {
    closeWindow();
  }
}
