import { detectDelimiter, readCsv } from '../../pix/csv/read';
import { GIVEN_FILE_TEXT } from '../../text/given-file';
import { NUMBERS_TEXT as TEXT } from '../../text/pix-numbers';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { type GivenTables, readFile, readPasted } from '../client/given-file';
import { callServer, closeWindow } from '../client/server';
import { tableHead } from '../client/table';
import type { NumberRows, NumbersOrder, NumbersReading, ReadNumber } from './exchange';

/** The window of the Pix numbers: files or a pasted list, what was recognised in them, and the writing. */

/** Rows sent of one table: the list of a centre is longer than the head of a candidate list. */
const SENT = 2000;

const cut = (text: string): ReturnType<typeof readCsv> => readCsv(text, detectDelimiter(text));
const close = { label: TEXT.close, press: closeWindow } as const;

askForFiles('');
closeOnEscape();

function askForFiles(fault: string): void {
  const files = element('input', {
    type: 'file',
    id: 'files',
    multiple: true,
    accept: '.ods,.csv,.txt,.xlsx',
  });
  const pasted = element('textarea', { id: 'pasted', rows: 9, spellcheck: 'false' });
  show(
    element('p', {}, TEXT.intro),
    fault === '' ? null : element('p', { class: 'error', role: 'alert' }, `✕ ${fault}`),
    element('div', {}, element('label', { for: 'pasted' }, TEXT.pasted), pasted),
    element('div', {}, element('label', { for: 'files' }, TEXT.files), files),
    buttonRow({ label: TEXT.read, press: () => void read([...(files.files ?? [])], pasted.value) }, close),
  );
  focusAtStart(pasted);
}

async function read(files: readonly File[], pasted: string): Promise<void> {
  show(element('p', { role: 'status' }, TEXT.reading));
  const given: (GivenTables | string)[] = await Promise.all(files.map((file) => readFile(file, cut)));
  if (pasted.trim() !== '' || files.length === 0) given.push(readPasted(pasted, cut));
  const faults = given.filter((one) => typeof one === 'string');
  if (faults.length > 0) {
    askForFiles(faults.join(' '));
    return;
  }
  const rows: NumberRows = given.flatMap((one) =>
    typeof one === 'string'
      ? []
      : one.tables.slice(0, 1).map((table) => table.rows.slice(0, SENT).map(({ values }) => values)),
  );
  try {
    showReading(await callServer<NumbersReading>('readPixNumbers', rows), rows);
  } catch (error) {
    askForFiles(error instanceof Error ? error.message : GIVEN_FILE_TEXT.unreadable(''));
  }
}

function showReading({ lines, numbers, unknown }: NumbersReading, files: NumberRows): void {
  const news = numbers.filter(({ before, number }) => before !== number);
  // A number that staff typed is replaced only when they say so.
  const chosen = new Set(news.filter(({ before }) => before === '').map(({ session }) => session));
  const buttons = element('div');
  const told = element('p', { class: 'error', role: 'alert' });

  function refresh(): void {
    const label = chosen.size === 0 ? TEXT.writeNone : TEXT.write(chosen.size);
    const again = { label: TEXT.back, press: () => askForFiles('') };
    const primary = { label, press: () => void write(), disabled: chosen.size === 0 };
    buttons.replaceChildren(buttonRow(news.length === 0 ? null : primary, close, again));
  }

  async function write(): Promise<void> {
    buttons.replaceChildren(buttonRow({ label: TEXT.writing, press: () => undefined, disabled: true }));
    const order: NumbersOrder = {
      files,
      chosen: numbers
        .filter(({ session }) => chosen.has(session))
        .map(({ session, number }) => ({ session, number })),
    };
    try {
      const answer = await callServer<{ readonly lines: readonly string[] }>('writePixNumbers', order);
      show(
        element(
          'div',
          { class: 'told', role: 'status' },
          ...answer.lines.map((line) => element('p', {}, line)),
        ),
        buttonRow({ ...close }),
      );
      document.querySelector('button')?.focus();
    } catch (error) {
      told.textContent = error instanceof Error ? error.message : String(error);
      refresh();
    }
  }

  const tick = (session: string, wanted: boolean): void => {
    if (wanted) chosen.add(session);
    else chosen.delete(session);
    refresh();
  };
  show(
    element('div', { class: 'told', role: 'status' }, ...lines.map((line) => element('p', {}, line))),
    element(
      'div',
      { class: 'read', role: 'region', 'aria-label': TEXT.title, tabindex: 0 },
      numbers.length === 0 ? null : numberTable(numbers, chosen, tick),
      unknown.length === 0
        ? null
        : element(
            'section',
            {},
            element('h2', {}, TEXT.unknown),
            element('ul', {}, ...unknown.map((line) => element('li', {}, line))),
          ),
    ),
    told,
    buttons,
  );
  refresh();
  document.querySelector<HTMLElement>('button.primary:enabled, button')?.focus();
}

function numberTable(
  numbers: readonly ReadNumber[],
  chosen: ReadonlySet<string>,
  tick: (session: string, wanted: boolean) => void,
): HTMLElement {
  return element(
    'table',
    {},
    tableHead(['', TEXT.session, TEXT.when, TEXT.where, TEXT.number, TEXT.now]),
    element(
      'tbody',
      {},
      ...numbers.map(({ session, when, where, before, number }) => {
        const box = element('input', {
          type: 'checkbox',
          checked: chosen.has(session),
          disabled: before === number,
          'aria-label': TEXT.tick(session, number),
        });
        box.addEventListener('change', () => tick(session, box.checked));
        const state = before === '' ? '' : before === number ? TEXT.same : TEXT.replaces(before);
        return element(
          'tr',
          {},
          element('td', {}, box),
          element('th', { scope: 'row' }, session),
          element('td', {}, when),
          element('td', {}, where),
          element('td', {}, number),
          element('td', { class: before === '' || before === number ? 'hint' : 'warning' }, state),
        );
      }),
    ),
  );
}
