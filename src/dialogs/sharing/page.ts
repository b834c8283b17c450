import { SHARED_TEXT as TEXT } from '../../text/sharing';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { toldLines } from '../client/told-lines';
import { windowData } from '../client/window-data';
import { SHARING_WINDOW, type SharingChoice } from './exchange';

/** The window that publishes the planning: who may read it, and whether requesters get their group. */
const data = windowData(SHARING_WINDOW);
const viewers = element('textarea', { id: 'viewers', rows: 7, 'aria-describedby': 'viewers-help' });
viewers.value = data.viewers.join('\n');
const groups = element('input', { type: 'checkbox', checked: data.groupLists });
const told = element('div', { 'aria-live': 'polite', class: 'told' });
const buttons = element('div', { class: 'bottom' });

async function publish(): Promise<void> {
  const choice: SharingChoice = { viewers: viewers.value, groupLists: groups.checked };
  told.replaceChildren(element('p', {}, TEXT.working));
  buttons.replaceChildren(buttonRow({ label: TEXT.publish, press: () => undefined, disabled: true }));
  let done = false;
  try {
    const answer = await callServer<{ readonly status: string; readonly lines: readonly string[] }>(
      'publishPlanning',
      choice,
    );
    done = answer.status === 'done';
    told.replaceChildren(...toldLines(answer.lines));
  } catch (error) {
    told.replaceChildren(element('p', {}, error instanceof Error ? error.message : String(error)));
  }
  if (!done) {
    showButtons();
    return;
  }
  // What was asked is done: only what became of it is left to read.
  form.hidden = true;
  buttons.replaceChildren(buttonRow({ label: TEXT.close, press: closeWindow }));
  focusAtStart(buttons.querySelector('button'));
}

function showButtons(): void {
  buttons.replaceChildren(
    buttonRow(
      {
        label: TEXT.publish,
        press: () => {
          void publish();
        },
      },
      { label: TEXT.close, press: closeWindow },
    ),
  );
}

const form = element(
  'div',
  { class: 'told' },
  element('p', {}, TEXT.intro),
  element('label', { for: 'viewers' }, TEXT.viewersLabel),
  viewers,
  element('p', { id: 'viewers-help', class: 'hint' }, TEXT.viewersHelp),
  element('label', { class: 'choice' }, groups, element('span', {}, TEXT.groupsLabel)),
);
show(form, told, buttons);
showButtons();
closeOnEscape();
focusAtStart(viewers);
