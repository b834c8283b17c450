import type { Cell } from '../../domain/grid';
import type { SessionState } from '../../domain/session';
import { STATE_LABELS } from '../../text/states';
import { textOf } from '../cells/text';
import { editDistance, matchKey } from '../text-match';

const STATES: readonly SessionState[] = ['draft', 'published', 'convoked', 'held', 'cancelled'];
/** Fewer letters than this could begin many words. */
const SHORTEST = 4;

/**
 * `État` of a session; blank is a draft, `undefined` a word that is not known. Masculine, plural and words whose end is
 * missing are read, for they can mean one state alone. Anything else is left to staff: an infinitive (*à convoquer*) is
 * what has not been done.
 */
export function stateOf(cell: Cell): SessionState | undefined {
  const word = matchKey(textOf(cell)).replace(/[.…]+$/, '');
  if (word === '') return 'draft';
  const stem = word.replace(/e*s?$/, '');
  return STATES.find((state) => {
    const label = matchKey(STATE_LABELS[state]);
    return label.replace(/e*$/, '') === stem || (word.length >= SHORTEST && label.startsWith(word));
  });
}

/** The label that a word which is no state looks most like; `null` when it looks like none. */
export function stateMeant(cell: Cell): string | null {
  const word = matchKey(textOf(cell));
  const close = STATES.map((state) => ({
    label: STATE_LABELS[state],
    distance: editDistance(word, matchKey(STATE_LABELS[state]), 2),
  })).sort((a, b) => a.distance - b.distance)[0];
  return close !== undefined && close.distance <= 2 ? close.label : null;
}
