import { ANSWERS_TEXT as TEXT } from '../../text/answers';
import { CONVOCATIONS_WINDOW_TEXT } from '../../text/convocations';
import { number } from '../../text/format';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { scrolling, tableHead } from '../client/table';
import { windowData } from '../client/window-data';
import { ANSWERS_WINDOW, type RateRow } from './exchange';

/** The window that follows the answers: how many of each group, and a reminder to the others. */
const data = windowData(ANSWERS_WINDOW);
const told = element('div', { 'aria-live': 'polite', class: 'told' });
const buttons = element('div', { class: 'bottom' });

interface Slice {
  readonly status: string;
  readonly lines: readonly string[];
  readonly sent: number;
  readonly more: boolean;
}

async function remind(): Promise<void> {
  buttons.replaceChildren(buttonRow({ label: TEXT.close, press: closeWindow }));
  let sent = 0;
  const progress = (): void =>
    told.replaceChildren(element('p', {}, CONVOCATIONS_WINDOW_TEXT.sending(sent, data.toRemind)));
  progress();
  try {
    let answer: Slice;
    do {
      answer = await callServer<Slice>('sendReminders');
      sent += answer.sent;
      progress();
    } while (answer.more);
    told.replaceChildren(
      element('p', {}, CONVOCATIONS_WINDOW_TEXT.sent(sent)),
      ...(answer.status === 'done' ? answer.lines.slice(1) : answer.lines).map((line) =>
        element('p', {}, line),
      ),
    );
  } catch {
    told.replaceChildren(element('p', {}, CONVOCATIONS_WINDOW_TEXT.failed));
  }
}

const row = ({ group, students, answered }: RateRow): HTMLElement =>
  element(
    'tr',
    {},
    element('th', { scope: 'row' }, group),
    element('td', {}, number(students)),
    element('td', {}, number(answered)),
    element('td', {}, TEXT.rateOf(answered, students)),
  );

const total: RateRow = {
  group: TEXT.everyone,
  students: data.rates.reduce((sum, { students }) => sum + students, 0),
  answered: data.rates.reduce((sum, { answered }) => sum + answered, 0),
};

show(
  ...data.lines.map((line) => element('p', {}, line)),
  scrolling(
    TEXT.title,
    element(
      'table',
      {},
      tableHead([TEXT.group, TEXT.students, TEXT.answered, TEXT.rate]),
      element('tbody', {}, ...data.rates.map(row)),
      element('tfoot', {}, row(total)),
    ),
    'rates',
  ),
  told,
  buttons,
);
buttons.replaceChildren(
  buttonRow(
    { label: TEXT.close, press: closeWindow },
    ...(data.toRemind > 0
      ? [
          {
            label: TEXT.remind(data.toRemind),
            press: () => {
              void remind();
            },
          },
        ]
      : []),
  ),
);
closeOnEscape();
focusAtStart(document.querySelector<HTMLButtonElement>('button.primary'));
