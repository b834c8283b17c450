import { DOWNLOAD_TEXT } from '../../text/pix-certif';
import { closeOnEscape } from '../client/buttons';
import { element, show } from '../client/element';
import { closeWindow } from '../client/server';
import { windowData } from '../client/window-data';
import { DOWNLOAD_WINDOW, type OfferedFile } from './exchange';

/**
 * The window that offers files: the page holds them and makes them on the user's machine, so that nothing passes
 * through Drive and no further authorisation is asked.
 */
const { files, lines } = windowData(DOWNLOAD_WINDOW);

const buttons = files.map((file) =>
  element(
    'button',
    { type: 'button', class: 'primary', onclick: () => download(file) },
    `${DOWNLOAD_TEXT.download} ${file.name}`,
  ),
);
show(
  ...lines.map((line) => element('p', {}, line)),
  element(
    'div',
    { class: 'buttons' },
    element('button', { type: 'button', class: 'quiet', onclick: closeWindow }, DOWNLOAD_TEXT.close),
    ...buttons,
  ),
);
closeOnEscape();
buttons[0]?.focus();

function download({ name, mime, text }: OfferedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = element('a', { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
