import { CALCULATION_TEXT } from '../../text/calculation';
import { SLOTS_TEXT as TEXT } from '../../text/slots';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { SLOTS_WINDOW, type SlotsRequest } from './exchange';
import { slotsOf } from './steps/choice';
import { firstChoice, slotForm } from './steps/form';
import { slotsPreview } from './steps/preview';

/** The window that makes slots: days and hours on the left, the slots that they give on the right. */
const data = windowData(SLOTS_WINDOW);
const choice = firstChoice(data);
const preview = element('div', {
  class: 'preview',
  role: 'region',
  'aria-label': TEXT.preview(0),
  tabindex: 0,
});
const buttons = element('div', { class: 'footer' });

function refresh(): void {
  const { added, view } = slotsPreview(data, choice, slotsOf(choice));
  preview.replaceChildren(...view.filter((child) => child !== null));
  preview.setAttribute('aria-label', TEXT.preview(added.length));
  buttons.replaceChildren(
    buttonRow(
      {
        label: added.length === 0 ? TEXT.nothing : TEXT.add(added.length),
        press: () => void add({ slots: added, site: choice.site, columns: choice.columns }),
        disabled: added.length === 0,
      },
      { label: TEXT.cancel, press: closeWindow },
    ),
  );
}

async function add(request: SlotsRequest): Promise<void> {
  show(element('progress', { 'aria-label': TEXT.working }), element('p', { role: 'status' }, TEXT.working));
  try {
    const { status, lines } = await callServer<{
      readonly status: string;
      readonly lines: readonly string[];
    }>('addSlots', request);
    tell(lines, status === 'done' ? 'status' : 'alert');
  } catch {
    tell([CALCULATION_TEXT.failedCall], 'alert');
  }
}

function tell(lines: readonly string[], role: string): void {
  show(
    element('div', { role, class: 'told' }, ...lines.map((line) => element('p', {}, line))),
    buttonRow({ label: TEXT.close, press: closeWindow }),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

show(element('div', { class: 'sides' }, slotForm(data, choice, refresh), preview), buttons);
refresh();
closeOnEscape();
focusAtStart(document.querySelector('input'));
