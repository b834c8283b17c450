import { CALCULATION_TEXT } from '../../text/calculation';
import { HISTORY_TEXT as TEXT } from '../../text/history';
import { buttonRow, closeOnEscape } from '../client/buttons';
import { type Child, element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { callServer, closeWindow } from '../client/server';
import { tableHead } from '../client/table';
import { windowData } from '../client/window-data';
import { differencesView } from './steps/differences';
import {
  type ChangeAnswer,
  type ChangePreview,
  type ComparisonAnswer,
  HISTORY_WINDOW,
  type HistoryWindow,
  type PreviewAnswer,
  type ShownEntry,
} from './exchange';

/** The window of the history: the list, a comparison, and what restoring or undoing would do before it is done. */
let data: HistoryWindow = windowData(HISTORY_WINDOW);
/** An answer that comes after staff went elsewhere is not shown. */
let turn = 0;

/** What a preview leads to. */
interface Change {
  readonly preview: () => Promise<PreviewAnswer>;
  readonly apply: (mark: string) => Promise<ChangeAnswer>;
  readonly label: (preview: ChangePreview) => string;
}

const undo: Change = {
  preview: () => callServer<PreviewAnswer>('previewUndo'),
  apply: (mark) => callServer<ChangeAnswer>('undoWriting', mark),
  label: () => TEXT.confirmUndo,
};

const restoration = (id: number): Change => ({
  preview: () => callServer<PreviewAnswer>('previewRestoration', id),
  apply: (mark) => callServer<ChangeAnswer>('restorePlanning', { id, mark }),
  label: ({ misfits }) => (misfits.length === 0 ? TEXT.confirmRestore : TEXT.confirmPartly),
});

function showList(): void {
  turn += 1;
  const { entries, limits, edits, undo: undoable } = data;
  show(
    element('p', {}, entries.length === 0 ? TEXT.empty : TEXT.intro),
    edits.length === 0 ? null : editsCard(TEXT.edited, edits, TEXT.editedKept),
    undoable === null
      ? null
      : element(
          'p',
          { class: 'undo' },
          `${undoable} `,
          element('button', { type: 'button', onclick: () => void preview(undo) }, TEXT.undo),
        ),
    entries.length === 0 ? null : entriesTable(entries),
    entries.length === 0 ? null : element('p', { class: 'hint' }, limits),
    buttonRow({ label: TEXT.close, press: closeWindow }),
  );
  focusAtStart(document.querySelector('tbody button') ?? document.querySelector('button.primary'));
}

function editsCard(title: string, edits: readonly string[], after: string | null): HTMLElement {
  return element(
    'section',
    { class: 'card' },
    element('p', { class: 'warning' }, `▲ ${title}`),
    element('ul', {}, ...edits.map((line) => element('li', {}, line))),
    after === null ? null : element('p', { class: 'hint' }, after),
  );
}

function entriesTable(entries: readonly ShownEntry[]): HTMLElement {
  return element(
    'table',
    { class: 'entries' },
    tableHead([TEXT.when, TEXT.how, TEXT.result, TEXT.actions]),
    element('tbody', {}, ...entries.map(entryRow)),
  );
}

function entryRow({ id, when, how, who, figures, details, current }: ShownEntry): Child {
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      when,
      current === '' ? null : element('span', { class: 'current' }, `✓ ${current}`),
    ),
    element('td', {}, how, who === '' ? null : element('span', { class: 'hint' }, `${TEXT.who} ${who}`)),
    element('td', {}, figures, ...details.map((text) => element('span', { class: 'hint' }, text))),
    element(
      'td',
      { class: 'actions' },
      element(
        'button',
        { type: 'button', 'aria-label': TEXT.compareTo(when), onclick: () => void compare(id) },
        TEXT.compare,
      ),
      element(
        'button',
        {
          type: 'button',
          'aria-label': TEXT.restoreOf(when),
          onclick: () => void preview(restoration(id)),
        },
        TEXT.restore,
      ),
    ),
  );
}

async function compare(id: number): Promise<void> {
  await whileWaiting(async (mine) => {
    const answer = await callServer<ComparisonAnswer>('compareWithCurrent', id);
    if (mine !== turn) return;
    if (answer.kind !== 'compared') {
      tellFailure(answer.lines);
      return;
    }
    show(
      element('h1', { tabindex: -1 }, answer.title),
      ...differencesView(answer.differences),
      buttonRow({ label: TEXT.back, press: showList }, { label: TEXT.close, press: closeWindow }),
    );
    document.querySelector<HTMLElement>('h1')?.focus();
  });
}

/** @param notice a sentence above what is shown, said first */
async function preview(change: Change, notice: string | null = null): Promise<void> {
  await whileWaiting(async (mine) => {
    const answer = await change.preview();
    if (mine !== turn) return;
    if (answer.kind !== 'preview') {
      tellFailure(answer.lines);
      return;
    }
    showPreview(change, answer, notice);
  });
}

function showPreview(change: Change, answer: ChangePreview, notice: string | null): void {
  const { title, lines, misfits, moreMisfits, edits, differences, mark } = answer;
  show(
    element('h1', { tabindex: -1 }, title),
    notice === null ? null : element('p', { class: 'warning', role: 'alert' }, `▲ ${notice}`),
    misfits.length === 0 ? null : element('h2', { class: 'warning' }, `▲ ${TEXT.misfits}`),
    ...lines.map((line) => element('p', {}, line)),
    misfits.length === 0
      ? null
      : element(
          'div',
          { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': TEXT.misfits },
          element('ul', {}, ...misfits.map((line) => element('li', {}, line))),
        ),
    moreMisfits > 0 ? element('p', {}, TEXT.more(moreMisfits)) : null,
    edits.length === 0 ? null : editsCard(TEXT.undoEdits, edits, null),
    element('h2', {}, TEXT.effect),
    ...differencesView(differences),
    buttonRow(
      { label: change.label(answer), press: () => void apply(change, mark) },
      {
        label: TEXT.back,
        press: showList,
      },
    ),
  );
  document.querySelector<HTMLElement>('h1')?.focus();
}

async function apply(change: Change, mark: string): Promise<void> {
  await whileWaiting(async (mine) => {
    const answer = await change.apply(mark);
    if (answer.kind === 'changed') {
      await preview(change, TEXT.changedSince);
      return;
    }
    if (answer.kind !== 'written') {
      tellFailure(answer.lines);
      return;
    }
    data = (await callServer<HistoryWindow | null>('reloadHistory')) ?? data;
    if (mine === turn) showDone(answer.lines);
  }, TEXT.writing);
}

function showDone([first = '', ...lines]: readonly string[]): void {
  show(
    element('h1', { class: 'good', tabindex: -1 }, `✓ ${first}`),
    element('div', { role: 'status' }, ...lines.map((line) => element('p', {}, line))),
    buttonRow({ label: TEXT.close, press: closeWindow }, { label: TEXT.back, press: showList }),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

async function whileWaiting(
  work: (turn: number) => Promise<void>,
  sentence: string = TEXT.working,
): Promise<void> {
  turn += 1;
  const mine = turn;
  show(
    element('progress', { 'aria-label': sentence }),
    element('p', { role: 'status', tabindex: -1 }, sentence),
  );
  document.querySelector<HTMLElement>('p')?.focus();
  try {
    await work(mine);
  } catch {
    if (mine === turn) tellFailure([CALCULATION_TEXT.failedCall]);
  }
}

function tellFailure(lines: readonly string[]): void {
  show(
    element('div', { role: 'alert' }, ...lines.map((line) => element('p', {}, line))),
    buttonRow({ label: TEXT.back, press: showList }, { label: TEXT.close, press: closeWindow }),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}

showList();
closeOnEscape();
