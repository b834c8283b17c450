import { HISTORY_TEXT as TEXT } from '../../../text/history';
import { type Child, element } from '../../client/element';
import { scrolling, tableHead, textRow } from '../../client/table';
import type { ShownDifferences } from '../exchange';

/** What differs from one planning to another: people, then sessions. */
export function differencesView({ moved, moves, sessions, notes }: ShownDifferences): readonly Child[] {
  if (moves + sessions.length + notes.length === 0) return [element('p', {}, TEXT.nothingDiffers)];
  return [
    element(
      'section',
      {},
      element('h2', {}, TEXT.moved(moves)),
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
      element('h2', {}, TEXT.sessionsDiffer(sessions.length)),
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

function table(label: string, headers: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return scrolling(
    label,
    element('table', {}, tableHead(headers), element('tbody', {}, ...rows.map(textRow))),
  );
}
