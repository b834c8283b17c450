import { CALCULATION_TEXT as TEXT } from '../../../text/calculation';
import { number } from '../../../text/format';
import { type Child, element } from '../../client/element';
import { scrolling, tableHead, textRow } from '../../client/table';
import type { Outcome } from '../outcome';
import { figures } from './figures';

/** Rows of people shown; the tabs have them all. */
const MOVES_SHOWN = 100;
const NAMES_SHOWN = 8;

/** What was found, before anything is written. @param planned whether somebody had a seat before */
export function resultView(outcome: Outcome, planned: boolean, stopped: boolean): readonly Child[] {
  const { figures: sums, moves, unseated } = outcome;
  return [
    element('h1', { tabindex: -1 }, TEXT.result),
    figures(
      [number(sums.seated), TEXT.seated(sums.seated)],
      [number(sums.sessions), TEXT.sessions(sums.sessions)],
      [number(sums.unseated), TEXT.unseatedFigure(sums.unseated)],
      [TEXT.fillingValue(outcome.headcount, outcome.places), TEXT.filling],
    ),
    ...proofOf(outcome),
    sums.anonymousSeats + sums.anonymousMissing > 0
      ? element('p', {}, TEXT.anonymous(sums.anonymousSeats, sums.anonymousMissing))
      : null,
    stopped ? element('p', { class: 'warning' }, `▲ ${TEXT.stoppedEarly}`) : null,
    planned || moves.length > 0 ? movesTable(outcome) : null,
    element(
      'section',
      {},
      element('h2', {}, TEXT.unseated(sums.unseated)),
      ...unseated.map(({ reason, advice, people }) =>
        element(
          'div',
          { class: 'card unseated' },
          element('p', {}, element('strong', {}, number(people.length)), ` ${reason}`),
          element('p', {}, `${TEXT.whatToDo} : ${advice}`),
          element(
            'p',
            { class: 'hint' },
            TEXT.people(people.slice(0, NAMES_SHOWN), Math.max(0, people.length - NAMES_SHOWN)),
          ),
        ),
      ),
    ),
  ];
}

/** What is proven, then why, part by part. */
function proofOf({ proof: [proven, ...why] }: Outcome): readonly Child[] {
  if (proven === undefined) return [];
  const reasons = why.map((sentence) => element('li', {}, sentence));
  return [element('p', {}, proven), reasons.length === 0 ? null : element('ul', {}, ...reasons)];
}

function movesTable({ moves }: Outcome): HTMLElement {
  const heading = element('h2', {}, TEXT.moves(moves.length));
  if (moves.length === 0) return element('section', {}, heading);
  return element(
    'section',
    {},
    heading,
    scrolling(
      TEXT.moves(moves.length),
      element(
        'table',
        {},
        tableHead([TEXT.who, TEXT.from, TEXT.to, TEXT.why]),
        element(
          'tbody',
          {},
          ...moves.slice(0, MOVES_SHOWN).map(({ who, from, to, why }) => textRow([who, from, to, why])),
        ),
      ),
    ),
    moves.length > MOVES_SHOWN ? element('p', {}, TEXT.more(moves.length - MOVES_SHOWN)) : null,
  );
}
