import { newList } from '../../pix/certif-candidates/new-list';
import { fillTemplate } from '../../pix/certif-candidates/template';
import { CANDIDATE_LIST_TEXT as TEXT } from '../../text/candidate-list';
import { closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { refusalList } from '../client/refusals';
import { saveBytes } from '../client/save-file';
import { callServer, closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { CANDIDATES_WINDOW, type SessionList, type SessionListAnswer } from './exchange';

/** The window of the lists of candidates: a session, the file that Pix gives for it, and the same file filled. */
const { sessions } = windowData(CANDIDATES_WINDOW);
const MIME = 'application/vnd.oasis.opendocument.spreadsheet';

let list: SessionList | null = null;
/** A session that was chosen since is the one that counts. */
let turn = 0;

const choice = element(
  'select',
  { id: 'session', onchange: () => void read() },
  ...sessions.map(({ key, label }) => element('option', { value: key }, label)),
);
const body = element('div', { class: 'body' });
const told = element('div', { role: 'status' });
const file = element('input', { type: 'file', id: 'template', accept: '.ods', onchange: () => enable() });
const consent = element('input', { type: 'checkbox', onchange: () => enable() });
const consentText = element('span');
const consentLabel = element('label', {}, consent, consentText);
const fill = element(
  'button',
  { type: 'button', class: 'primary', disabled: true, onclick: () => void fillFile() },
  TEXT.fill,
);
const without = element(
  'button',
  { type: 'button', class: 'quiet', disabled: true, onclick: () => makeList() },
  TEXT.without,
);

show(
  element('div', {}, element('label', { for: 'session' }, TEXT.choose), choice),
  body,
  element(
    'div',
    {},
    element('label', { for: 'template' }, TEXT.template),
    file,
    element('p', { class: 'hint' }, TEXT.templateHint),
  ),
  consentLabel,
  element('p', { class: 'warning' }, `▲ ${TEXT.replaces}`),
  told,
  element(
    'div',
    { class: 'buttons' },
    element('button', { type: 'button', class: 'quiet', onclick: closeWindow }, TEXT.close),
    without,
    fill,
  ),
);
closeOnEscape();
focusAtStart(choice);
void read();

async function read(): Promise<void> {
  turn += 1;
  const mine = turn;
  list = null;
  consent.checked = false;
  told.replaceChildren();
  body.replaceChildren(element('p', { role: 'status' }, TEXT.reading));
  enable();
  try {
    const answer = await callServer<SessionListAnswer>('sessionCandidates', choice.value);
    if (mine !== turn) return;
    if (answer.kind === 'list') showList(answer);
    else body.replaceChildren(...answer.lines.map((line) => element('p', { class: 'error' }, `✕ ${line}`)));
  } catch {
    if (mine === turn) body.replaceChildren(element('p', { class: 'error' }, `✕ ${TEXT.failedCall}`));
  }
  enable();
}

function showList(answer: SessionList): void {
  list = answer;
  const { rows, given, fileName, problems, more, leftOut } = answer;
  body.replaceChildren(
    element(
      'p',
      { class: rows.length === 0 ? 'error' : null },
      rows.length === 0 ? `✕ ${TEXT.nobody}` : TEXT.made(rows.length, given, fileName),
    ),
    refusalList(problems, more) ?? '',
  );
  consentText.textContent = ` ${TEXT.consent(leftOut)}`;
}

function enable(): void {
  consentLabel.hidden = list === null || list.leftOut === 0 || list.rows.length === 0;
  const ready = list !== null && list.rows.length > 0 && (list.leftOut === 0 || consent.checked);
  without.disabled = !ready;
  fill.disabled = !ready || (file.files ?? []).length === 0;
}

async function fillFile(): Promise<void> {
  const [template] = file.files ?? [];
  if (list === null || template === undefined) return;
  const filled = fillTemplate(new Uint8Array(await template.arrayBuffer()), list.rows);
  if (filled.kind === 'notTemplate') {
    told.replaceChildren(
      element('p', { class: 'error', role: 'alert' }, `✕ ${TEXT.notTemplate(template.name)}`),
    );
    return;
  }
  const { number, fileName, rows, given } = list;
  const doubtful =
    number !== '' && !new RegExp(`(^|\\D)${number.replace(/\D/g, '')}(\\D|$)`).test(filled.above);
  saveBytes(fileName, MIME, filled.bytes);
  told.replaceChildren(
    element('p', { class: 'good' }, `✓ ${TEXT.made(rows.length, given, fileName)} ${TEXT.howTo}`),
    ...[
      ...(doubtful ? [TEXT.otherSession(number)] : []),
      ...(filled.missing.length > 0 ? [TEXT.missing(filled.missing)] : []),
      ...(filled.replaced > 0 ? [TEXT.replaced(filled.replaced)] : []),
    ].map((line) => element('p', { class: 'warning' }, `▲ ${line}`)),
  );
}

function makeList(): void {
  if (list === null) return;
  const { heading, rows, fileName, given } = list;
  saveBytes(fileName, MIME, newList(heading, rows));
  told.replaceChildren(
    element('p', { class: 'good' }, `✓ ${TEXT.made(rows.length, given, fileName)} ${TEXT.howTo}`),
  );
}
