import { CONVOCATIONS_WINDOW_TEXT as TEXT } from '../../text/convocations';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { CONVOCATIONS_WINDOW, type SliceAnswer } from './exchange';

/** The window of the convocations: who is told, how the messages look, then their sending, slice after slice. */
const data = windowData(CONVOCATIONS_WINDOW);
const excluded = new Set<string>();
let shown = 0;
const stop = { asked: false };

const told = element('div', { 'aria-live': 'polite', class: 'told' });
const buttons = element('div', { class: 'bottom' });
const preview = element('section', { class: 'preview', 'aria-label': TEXT.preview });

const counted = (): number =>
  data.parts.filter(({ key }) => !excluded.has(key)).reduce((sum, { count }) => sum + count, 0);

function choices(): HTMLElement {
  return element(
    'fieldset',
    { class: 'parts' },
    element('legend', {}, TEXT.choose),
    ...data.parts.map(({ key, label, count }) => {
      const box = element('input', { type: 'checkbox', checked: true });
      box.addEventListener('change', () => {
        if (box.checked) excluded.delete(key);
        else excluded.add(key);
        showButtons();
      });
      return element('label', { class: 'choice' }, box, element('span', {}, `${label} (${count})`));
    }),
  );
}

function showPreview(): void {
  const message = data.previews[shown];
  if (message === undefined) return;
  const turn = (by: number, label: string): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        class: 'quiet',
        disabled: data.previews[shown + by] === undefined,
        onclick: () => {
          shown += by;
          showPreview();
        },
      },
      label,
    );
  preview.replaceChildren(
    element(
      'div',
      { class: 'turn' },
      element('strong', {}, `${TEXT.preview} : ${message.kind}`),
      element('span', { class: 'place' }, TEXT.of(shown + 1, data.previews.length)),
      turn(-1, TEXT.previous),
      turn(1, TEXT.next),
    ),
    element(
      'dl',
      {},
      element('dt', {}, TEXT.to),
      element('dd', {}, message.to),
      element('dt', {}, TEXT.subject),
      element('dd', {}, message.subject),
      ...(message.attachment === ''
        ? []
        : [element('dt', {}, TEXT.attachment), element('dd', {}, message.attachment)]),
    ),
    element('pre', { tabindex: 0 }, message.text),
  );
}

function showButtons(): void {
  const count = counted();
  const test = { label: TEXT.test, press: sendTest, disabled: data.ownAddress === '' };
  buttons.replaceChildren(
    buttonRow(
      { label: TEXT.send(count), press: sendAll, disabled: count === 0 },
      { label: TEXT.close, press: closeWindow },
      test,
    ),
  );
}

function say(...lines: readonly string[]): void {
  told.replaceChildren(...lines.map((line) => element('p', {}, line)));
}

async function sendTestNow(): Promise<void> {
  try {
    const answer = await callServer<{ readonly lines: readonly string[] }>(
      'sendTestMessage',
      data.previews[shown]?.index ?? 0,
    );
    say(...answer.lines);
  } catch (error) {
    say(error instanceof Error ? error.message : TEXT.failed);
  }
}

function sendTest(): void {
  void sendTestNow();
}

async function sendSlices(): Promise<void> {
  const total = counted();
  // Who is told is settled: what is left to look at is how far the sending is.
  choice.hidden = true;
  const bar = element('progress', { max: total, value: 0, 'aria-label': TEXT.sending(0, total) });
  buttons.replaceChildren(
    buttonRow(null, {
      label: TEXT.stop,
      press: () => {
        stop.asked = true;
      },
    }),
  );
  let sent = 0;
  const progress = (): void => {
    bar.value = sent;
    told.replaceChildren(element('p', {}, TEXT.sending(sent, total)), bar);
  };
  progress();
  try {
    let answer: SliceAnswer;
    do {
      answer = await callServer<SliceAnswer>('sendMessages', [...excluded]);
      sent += answer.sent;
      progress();
    } while (answer.more && !stop.asked);
    // The first line of a slice counts what it sent: here all of them count.
    say(TEXT.sent(sent), ...(answer.status === 'done' ? answer.lines.slice(1) : answer.lines));
  } catch {
    say(TEXT.failed);
  }
  buttons.replaceChildren(buttonRow({ label: TEXT.close, press: closeWindow }));
  focusAtStart(buttons.querySelector('button'));
}

function sendAll(): void {
  void sendSlices();
}

const choice = element(
  'div',
  { class: 'choice-of-messages' },
  ...data.lines.map((line) => element('p', {}, line)),
  choices(),
  preview,
  element('p', { class: 'hint' }, TEXT.templates),
);
show(choice, told, buttons);
showPreview();
showButtons();
closeOnEscape();
focusAtStart(document.querySelector('input'));
