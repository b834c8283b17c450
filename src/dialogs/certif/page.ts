import { CERTIF_WINDOW_TEXT as TEXT } from '../../text/pix-certif';
import { closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { refusalList } from '../client/refusals';
import { saveFile } from '../client/save-file';
import { callServer, closeWindow } from '../client/server';
import { scrolling, tableHead } from '../client/table';
import { windowData } from '../client/window-data';
import {
  CERTIF_WINDOW,
  type CertifAnswer,
  type CertifChoice,
  type CertifOrder,
  type CertifWindow,
} from './exchange';

/** The window of the export: which sessions, what Pix would refuse, what staff agree to, then the file. */

/** Problems in one list. */
const SHOWN = 100;

function choose(data: CertifWindow): void {
  const chosen = new Set(data.sessions.filter((session) => session.chosen).map(({ key }) => key));
  const boxes = data.sessions.map((session) => {
    const box = element('input', {
      type: 'checkbox',
      checked: session.chosen,
      'aria-label': `${TEXT.session} ${session.key}`,
    });
    box.addEventListener('change', () => tick([session], box.checked));
    return { session, box };
  });
  const all = element('input', { type: 'checkbox', 'aria-label': TEXT.all });
  all.addEventListener('change', () => tick(data.sessions, all.checked));
  const counted = element('p', { role: 'status' });
  const problems = element('div', { style: 'display: contents' });
  const leaveOut = element('input', { type: 'checkbox', onchange: () => enable() });
  const replace = element('input', { type: 'checkbox', onchange: () => enable() });
  const leaveOutText = element('span');
  const replaceText = element('span');
  const leaveOutLabel = element('label', {}, leaveOut, leaveOutText);
  const replaceLabel = element('label', {}, replace, replaceText);
  const make = element('button', { type: 'button', class: 'primary', onclick: () => void ask() }, TEXT.make);
  const told = element('p', { class: 'error', role: 'alert' });

  const ticked = (): readonly CertifChoice[] => data.sessions.filter(({ key }) => chosen.has(key));
  const sum = (value: (session: CertifChoice) => number): number =>
    ticked().reduce((total, session) => total + value(session), 0);
  const refused = (): number => sum(({ candidates, exportable }) => candidates - exportable);
  const numbers = (): readonly string[] =>
    ticked()
      .filter(({ number, exportable }) => number !== '' && exportable > 0)
      .map(({ number }) => number);

  function tick(sessions: readonly CertifChoice[], wanted: boolean): void {
    for (const { key } of sessions) {
      if (wanted) chosen.add(key);
      else chosen.delete(key);
    }
    refresh();
  }

  function enable(): void {
    const agreed = (refused() === 0 || leaveOut.checked) && (numbers().length === 0 || replace.checked);
    make.disabled = data.blocked || !agreed || sum(({ exportable }) => exportable) === 0;
  }

  function refresh(): void {
    for (const { session, box } of boxes) box.checked = chosen.has(session.key);
    all.checked = chosen.size === data.sessions.length;
    all.indeterminate = chosen.size > 0 && !all.checked;
    const exportable = sum((session) => session.exportable);
    counted.textContent = data.blocked
      ? TEXT.parametersRefused
      : exportable === 0
        ? TEXT.nothing
        : TEXT.counted(
            sum(({ candidates }) => candidates),
            exportable,
            chosen.size,
          );
    leaveOutLabel.hidden = data.blocked || exportable === 0 || refused() === 0;
    leaveOutText.textContent = TEXT.leaveOut(refused());
    replaceLabel.hidden = data.blocked || numbers().length === 0;
    replaceText.textContent = TEXT.replace(numbers());
    const mine = data.problems.filter(({ session }) => session === '' || chosen.has(session));
    const rest = Math.max(0, mine.length - SHOWN) + data.more;
    problems.replaceChildren(
      mine.length === 0
        ? element('p', { class: 'good' }, chosen.size === 0 ? '' : TEXT.noProblem)
        : (refusalList(mine.slice(0, SHOWN), rest, TEXT.problems) ?? ''),
    );
    enable();
  }

  async function ask(): Promise<void> {
    make.disabled = true;
    make.textContent = TEXT.making;
    const order: CertifOrder = {
      stamp: data.stamp,
      sessions: [...chosen],
      leaveOut: leaveOut.checked,
      replace: replace.checked,
    };
    try {
      const answer = await callServer<CertifAnswer>('makePixCertif', order);
      if (answer.kind === 'files') offer(answer);
      else if (answer.kind === 'changed') choose(answer.window);
      else told.textContent = answer.lines.join(' ');
    } catch (error) {
      told.textContent = error instanceof Error ? error.message : TEXT.failed;
    }
    make.textContent = TEXT.make;
    enable();
  }

  show(
    ...data.lines.map((line) => element('p', {}, line)),
    sessionTable(boxes, all),
    counted,
    problems,
    onlyPixList(data),
    element('div', { class: 'consents' }, replaceLabel, leaveOutLabel),
    told,
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'button', class: 'quiet', onclick: closeWindow }, TEXT.close),
      make,
    ),
  );
  refresh();
  focusAtStart(make.disabled ? all : make);
}

function sessionTable(
  boxes: readonly { readonly session: CertifChoice; readonly box: HTMLInputElement }[],
  all: HTMLInputElement,
): HTMLElement {
  const head = [TEXT.session, TEXT.when, TEXT.where, TEXT.candidates, TEXT.inPix];
  return scrolling(
    TEXT.sessions,
    element(
      'table',
      {},
      tableHead([all, ...head]),
      element('tbody', {}, ...boxes.map(({ session, box }) => sessionRow(session, box))),
    ),
    'sessions',
  );
}

function sessionRow(session: CertifChoice, box: HTMLInputElement): HTMLElement {
  const { key, when, where, candidates, exportable, state } = session;
  const out = TEXT.leftOutOf(candidates - exportable);
  return element(
    'tr',
    {},
    element('td', {}, box),
    element('th', { scope: 'row' }, key),
    element('td', {}, when),
    element('td', {}, where),
    element(
      'td',
      {},
      String(candidates),
      out === '' ? null : element('span', { class: 'warning' }, ` ${out}`),
    ),
    element('td', {}, state),
  );
}

function onlyPixList({ onlyPix }: CertifWindow): HTMLElement | null {
  if (onlyPix.length === 0) return null;
  return element(
    'details',
    {},
    element('summary', {}, TEXT.onlyPix),
    element(
      'ul',
      {},
      ...onlyPix.map(({ label, values }) => element('li', {}, `${label} : ${values.join(', ')}`)),
    ),
  );
}

/** The files are made: the only one is given at once, several are asked for one by one. */
function offer({ files, lines }: Extract<CertifAnswer, { kind: 'files' }>): void {
  const [only] = files;
  if (only !== undefined && files.length === 1) saveFile(only);
  const buttons = files.map((file) =>
    element(
      'button',
      { type: 'button', class: 'primary', onclick: () => saveFile(file) },
      `${TEXT.again} ${file.name}`,
    ),
  );
  show(
    element('div', { class: 'told', role: 'status' }, ...lines.map((line) => element('p', {}, line))),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'button', class: 'quiet', onclick: closeWindow }, TEXT.close),
      ...buttons,
    ),
  );
  buttons[0]?.focus();
}

choose(windowData(CERTIF_WINDOW));
closeOnEscape();
