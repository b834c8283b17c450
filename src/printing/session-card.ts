import { STATE_LABELS } from '../text/states';
import { PLANNING_PAGES_TEXT as TEXT } from '../text/planning-pages';
import { timeRangeShort } from '../text/format';
import type { CalendarSession } from './calendar-session';
import { type Html, type HtmlChild, tag } from './html';

/** Groups named on a card; the others are counted. */
const GROUPS = 5;

/** *Droit L2, AES L1 et 3 autres*. */
export function groupsInBrief(session: CalendarSession, most = GROUPS): string {
  const { groups } = session;
  return groups.length <= most + 1
    ? groups.join(', ')
    : `${groups.slice(0, most).join(', ')} ${TEXT.others(groups.length - most)}`;
}

/** The state in a word, in a frame of its colour: the colour is never alone. */
export const stateMark = ({ state }: CalendarSession): Html =>
  tag('span', { class: `state ${state}` }, STATE_LABELS[state]);

/** *35 / 37 places*, and a word when it is full or too full. */
export function filling(session: CalendarSession): readonly HtmlChild[] {
  const left = session.places - session.enrolled;
  return [
    TEXT.places(session.enrolled, session.places),
    left > 0
      ? null
      : tag('span', { class: left < 0 ? 'over' : 'full' }, ` ${left < 0 ? TEXT.over(-left) : TEXT.full}`),
  ];
}

/** A session in a calendar: number, hours, groups, places, state; and who watches it where there is room. */
export function sessionCard(session: CalendarSession, more: readonly HtmlChild[] = []): Html {
  const groups = groupsInBrief(session);
  return tag(
    'div',
    { class: `card ${session.state}` },
    tag(
      'p',
      { class: 'card-head' },
      tag('strong', {}, session.number),
      ` ${timeRangeShort(session.start, session.end)} `,
      stateMark(session),
    ),
    groups === '' ? null : tag('p', {}, groups),
    tag('p', {}, ...filling(session)),
    ...more,
  );
}

/** *Surveillé par …*, or nothing. */
export const watchedBy = ({ invigilators }: CalendarSession): Html | null =>
  invigilators.length === 0 ? null : tag('p', { class: 'faint' }, TEXT.watched(invigilators));
