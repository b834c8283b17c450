import { GIVEN_FILE_TEXT as TEXT } from '../../text/given-file';
import { buttonRow } from './buttons';
import { type Child, element, show } from './element';
import { closeWindow } from './server';

/** Shows that something is under way. */
export function showWaiting(sentence: string): void {
  show(element('p', { role: 'status' }, sentence), element('progress', { 'aria-label': sentence }));
}

/** How it ended: what was done, or why it was not. */
export interface Ending {
  readonly done: boolean;
  /** Title once it is done. */
  readonly title: string;
  readonly lines: readonly string[];
  /** Where to go when it failed. */
  readonly back: () => void;
}

/** Shows the last step; `more` stands below its sentences. */
export function showEnd({ done, title, lines, back }: Ending, more: Child = null): void {
  const [first = '', ...others] = lines;
  show(
    done ? element('h1', {}, title) : null,
    element('p', { class: done ? 'good' : 'error', role: 'status' }, `${done ? '✓' : '✕'} ${first}`),
    ...others.map((line) => element('p', {}, line)),
    more,
    done
      ? buttonRow({ label: TEXT.close, press: closeWindow })
      : buttonRow({ label: TEXT.back, press: back }, { label: TEXT.close, press: closeWindow }),
  );
  document.querySelector<HTMLElement>('button.primary')?.focus();
}
