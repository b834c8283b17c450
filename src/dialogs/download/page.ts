import { DOWNLOAD_TEXT } from '../../text/pix-certif';
import { closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { focusAtStart } from '../client/focus';
import { refusalList } from '../client/refusals';
import { saveFile } from '../client/save-file';
import { closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { DOWNLOAD_WINDOW } from './exchange';

/** The window that offers files, with what keeps people out of them when there is something to agree to. */
const { files, lines, problems = [], more = 0, consent } = windowData(DOWNLOAD_WINDOW);

const buttons = files.map((file) =>
  element(
    'button',
    { type: 'button', class: 'primary', disabled: consent !== undefined, onclick: () => saveFile(file) },
    `${DOWNLOAD_TEXT.download} ${file.name}`,
  ),
);
const box = element('input', {
  type: 'checkbox',
  onchange: () => {
    for (const button of buttons) button.disabled = !box.checked;
  },
});
const close = element(
  'button',
  { type: 'button', class: 'quiet', onclick: closeWindow },
  DOWNLOAD_TEXT.close,
);
show(
  ...lines.map((line) => element('p', {}, line)),
  refusalList(problems, more),
  consent === undefined ? null : element('label', { class: 'consent' }, box, ` ${consent}`),
  element('div', { class: 'buttons' }, close, ...buttons),
);
closeOnEscape();
focusAtStart(consent === undefined ? (buttons[0] ?? close) : box);
