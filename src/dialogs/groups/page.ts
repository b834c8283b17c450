import { GROUPS_TEXT } from '../../text/requests';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { GROUPS_WINDOW } from './exchange';

/** The window of the groups: each pair is confirmed by its box. */
const { pairs } = windowData(GROUPS_WINDOW);
const confirmed = new Set(pairs.map(({ seen }) => seen));
const told = element('div', { 'aria-live': 'polite', class: 'told' });
const buttons = element('div', { class: 'bottom' });

async function merge(): Promise<void> {
  buttons.replaceChildren(buttonRow({ label: GROUPS_TEXT.confirm, press: () => undefined, disabled: true }));
  try {
    const answer = await callServer<{ readonly lines: readonly string[] }>('mergeGroups', [...confirmed]);
    told.replaceChildren(...answer.lines.map((line) => element('p', {}, line)));
  } catch (error) {
    told.replaceChildren(element('p', {}, error instanceof Error ? error.message : String(error)));
  }
  buttons.replaceChildren(buttonRow({ label: GROUPS_TEXT.cancel, press: closeWindow }));
}

show(
  element('p', {}, GROUPS_TEXT.intro),
  element(
    'div',
    {},
    ...pairs.map(({ seen, label }) => {
      const box = element('input', { type: 'checkbox', checked: true });
      box.addEventListener('change', () => {
        if (box.checked) confirmed.add(seen);
        else confirmed.delete(seen);
      });
      return element('label', { class: 'choice' }, box, element('span', {}, label));
    }),
  ),
  told,
  buttons,
);
buttons.replaceChildren(
  buttonRow(
    {
      label: GROUPS_TEXT.confirm,
      press: () => {
        void merge();
      },
    },
    { label: GROUPS_TEXT.cancel, press: closeWindow },
  ),
);
closeOnEscape();
focusAtStart(document.querySelector('input'));
