import { percent, shortDay, time } from '../text/format';
import { INVIGILATOR_TEXT as TEXT } from '../text/printing';
import { type Html, type HtmlChild, table, tag } from './html';
import {
  alphabetical,
  freePlaces,
  namelessPlaces,
  type PrintedSession,
  roomName,
  testEnd,
  testStart,
} from './session';
import { evenly, type PrintedPage, sheet } from './sheet';

export const INVIGILATOR = 'invigilator';

/** People with extra time on the first page, which also says what to do; then on the others. */
const FIRST = 7;
const MORE = 30;

/**
 * What whoever watches a session needs, and keeps: who, where, when, until when for people with extra time, the free
 * places, and what to do. Candidates do not see it.
 */
export function invigilatorPages(session: PrintedSession): readonly PrintedPage[] {
  const rows = alphabetical(session.people.filter(({ extraTime }) => extraTime > 0)).map(
    ({ lastName, firstName, id, extraTime }): readonly HtmlChild[] => [
      tag('div', { class: 'fitted' }, tag('strong', {}, `${lastName} ${firstName}`)),
      id,
      percent(extraTime),
      tag('strong', {}, time(testEnd(session, extraTime))),
    ],
  );
  const rest = rows.slice(FIRST);
  const more = rest.length === 0 ? [] : evenly(rest, MORE);
  const frame = (page: number) => ({
    title: TEXT.title,
    subject: TEXT.subject(session.number),
    note: TEXT.note,
    page,
    pages: more.length + 1,
  });
  const extraTime =
    rows.length === 0
      ? tag('p', {}, TEXT.noExtraTime)
      : table('extra', TEXT.extraTimeHeaders, rows.slice(0, FIRST));
  const first = sheet(
    frame(1),
    factsOf(session),
    tag('h3', {}, TEXT.extraTime(rows.length)),
    extraTime,
    testEnd(session, longestOf(session)) > session.end
      ? tag('p', { class: 'over' }, TEXT.tooLate(time(session.end)))
      : null,
    more.length === 0 ? null : tag('p', {}, TEXT.continued),
    tag('h3', {}, TEXT.whatToDo),
    tag('ol', {}, ...TEXT.steps(timesOf(session)).map((step) => tag('li', {}, step))),
    tag('h3', {}, TEXT.remarks),
    tag('div', { class: 'ruled' }),
  );
  const others = more.map((part, index) =>
    sheet(
      frame(index + 2),
      tag('h3', {}, TEXT.extraTime(rows.length)),
      table('extra', TEXT.extraTimeHeaders, part),
    ),
  );
  return [first, ...others].map(({ html }) => ({ kind: INVIGILATOR, html }));
}

/** The greatest extra time of the session. */
const longestOf = ({ people }: PrintedSession): number =>
  Math.max(0, ...people.map(({ extraTime }) => extraTime));

function timesOf(session: PrintedSession): Parameters<typeof TEXT.steps>[0] {
  const longest = longestOf(session);
  return {
    arrival: time(session.start),
    start: time(testStart(session)),
    end: time(testEnd(session, 0)),
    lastEnd: longest > 0 ? time(testEnd(session, longest)) : null,
    nameless: namelessPlaces(session),
  };
}

function factsOf(session: PrintedSession): Html {
  const fact = (name: string, value: HtmlChild): Html =>
    tag('div', {}, tag('dt', {}, name), tag('dd', {}, value));
  const blank = tag('span', { class: 'write' }, '\u00a0');
  const longest = longestOf(session);
  return tag(
    'dl',
    { class: 'facts' },
    fact(TEXT.who, session.invigilators.length === 0 ? blank : session.invigilators.join(', ')),
    fact(TEXT.day, shortDay(session.day)),
    fact(TEXT.room, roomName(session)),
    fact(TEXT.arrival, time(session.start)),
    fact(TEXT.site, [session.building, session.site].filter((part) => part !== '').join(', ')),
    fact(TEXT.start, time(testStart(session))),
    fact(TEXT.candidates, TEXT.enrolled(session.people.length, namelessPlaces(session))),
    fact(TEXT.end, time(testEnd(session, 0))),
    fact(TEXT.free, TEXT.places(freePlaces(session), session.places)),
    fact(TEXT.lastEnd, longest > 0 ? time(testEnd(session, longest)) : TEXT.same),
    fact(TEXT.pixNumber, session.pixNumber === '' ? blank : session.pixNumber),
    fact(TEXT.slotEnd, time(session.end)),
    fact(TEXT.password, blank),
    fact(TEXT.accessCode, blank),
  );
}
