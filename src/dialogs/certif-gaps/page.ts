import { GAPS_TEXT as TEXT } from '../../text/pix-gaps';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { GAPS_WINDOW, type GapsWindow, type ShownGap } from './exchange';

/** The window of the gaps: session by session, what to change in Pix Certif, and a box to say that it is done. */
function list({ lines, gaps }: GapsWindow): void {
  const done = new Set<string>();
  const buttons = element('div');
  const told = element('p', { class: 'error', role: 'alert' });

  function refresh(): void {
    const close = { label: TEXT.close, press: closeWindow };
    const label = done.size === 0 ? TEXT.noteNone : TEXT.note(done.size);
    const primary = { label, press: () => void note(), disabled: done.size === 0 };
    buttons.replaceChildren(buttonRow(gaps.length === 0 ? null : primary, close));
  }

  async function note(): Promise<void> {
    buttons.replaceChildren(
      buttonRow(
        { label: TEXT.noting, press: () => undefined, disabled: true },
        { label: TEXT.close, press: closeWindow },
      ),
    );
    try {
      list(await callServer<GapsWindow>('notePixGaps', [...done]));
    } catch (error) {
      told.textContent = error instanceof Error ? error.message : String(error);
      refresh();
    }
  }

  const card = ({ session, mark, title, steps }: ShownGap): HTMLElement => {
    const box = element('input', { type: 'checkbox', 'aria-label': TEXT.doneFor(session) });
    box.addEventListener('change', () => {
      if (box.checked) done.add(mark);
      else done.delete(mark);
      refresh();
    });
    return element(
      'article',
      { class: 'card' },
      element('h2', {}, title),
      element('ul', {}, ...steps.map((step) => element('li', {}, step))),
      element('label', {}, box, TEXT.done),
    );
  };
  show(
    element('div', { class: 'told', role: 'status' }, ...lines.map((line) => element('p', {}, line))),
    gaps.length === 0
      ? null
      : element(
          'div',
          { class: 'gaps', role: 'region', 'aria-label': TEXT.title, tabindex: 0 },
          ...gaps.map(card),
        ),
    told,
    buttons,
  );
  refresh();
  focusAtStart(document.querySelector('input') ?? document.querySelector('button'));
}

list(windowData(GAPS_WINDOW));
closeOnEscape();
