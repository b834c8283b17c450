import { HISTORY_TEXT as TEXT } from '../../../text/history';
import { type Child, element } from '../../client/element';
import type { ShownDifferences } from '../exchange';

/** What differs from one planning to another: people, then sessions. */
export function differencesView({ moved, moves, sessions, notes }: ShownDifferences): readonly Child[] {
  if (moves + sessions.length + notes.length === 0) return [element('p', {}, TEXT.nothingDiffers)];
  return [
    element(
      'section',
      {},
      element('h3', {}, TEXT.moved(moves)),
      moves === 0
        ? null
        : table(
            TEXT.moved(moves),
            [TEXT.person, TEXT.from, TEXT.to],
            moved.map(({ who, from, to }) => [who, from, to]),
          ),
      moves > moved.length ? element('p', {}, TEXT.more(moves - moved.length)) : null,
    ),
    element(
      'section',
      {},
      element('h3', {}, TEXT.sessionsDiffer(sessions.length)),
      sessions.length === 0
        ? null
        : table(
            TEXT.sessionsDiffer(sessions.length),
            [TEXT.session, TEXT.change, TEXT.people],
            sessions.map(({ session, change, people }) => [session, change, people]),
          ),
    ),
    ...notes.map((line) => element('p', {}, line)),
  ];
}

/** A table that scrolls by itself, named for who hears it. */
function table(label: string, headers: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...headers.map((text) => element('th', { scope: 'col' }, text))),
      ),
      element(
        'tbody',
        {},
        ...rows.map((cells) => element('tr', {}, ...cells.map((text) => element('td', {}, text)))),
      ),
    ),
  );
}
