import { AGENDA_TEXT as TEXT } from '../../text/agenda';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { AGENDA_WINDOW } from './exchange';

/** The window of the calendar: which one gets the sessions. */
const data = windowData(AGENDA_WINDOW);
const select = element(
  'select',
  { id: 'calendar' },
  ...data.calendars.map(({ id, name }) =>
    element('option', { value: id, selected: id === data.chosen }, name),
  ),
);
const told = element('div', { 'aria-live': 'polite', class: 'told' });
const buttons = element('div', { class: 'bottom' });

async function write(): Promise<void> {
  told.replaceChildren(element('p', {}, TEXT.working));
  buttons.replaceChildren(buttonRow({ label: TEXT.write, press: () => undefined, disabled: true }));
  try {
    const answer = await callServer<{ readonly lines: readonly string[] }>('updateCalendar', select.value);
    told.replaceChildren(...answer.lines.map((line) => element('p', {}, line)));
  } catch (error) {
    told.replaceChildren(element('p', {}, error instanceof Error ? error.message : String(error)));
  }
  buttons.replaceChildren(buttonRow({ label: TEXT.close, press: closeWindow }));
}

show(element('p', {}, TEXT.intro), element('label', { for: 'calendar' }, TEXT.choose), select, told, buttons);
buttons.replaceChildren(
  buttonRow(
    {
      label: TEXT.write,
      press: () => {
        void write();
      },
    },
    { label: TEXT.close, press: closeWindow },
  ),
);
closeOnEscape();
focusAtStart(select);
