import type { Cell } from '../../domain/grid';
import type { SessionState } from '../../domain/session';
import { textOf } from '../cells/text';
import { matchKey } from '../text-match';

const STATES = new Map<string, SessionState>([
  ['', 'draft'],
  ['brouillon', 'draft'],
  ['publiee', 'published'],
  ['convoquee', 'convoked'],
  ['tenue', 'held'],
  ['annulee', 'cancelled'],
]);

/** `État` of a session; blank is a draft, `undefined` a word that is not known. */
export const stateOf = (cell: Cell): SessionState | undefined => STATES.get(matchKey(textOf(cell)));
