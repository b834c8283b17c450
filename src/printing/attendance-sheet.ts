import { shortDay, time } from '../text/format';
import { ATTENDANCE_TEXT as TEXT } from '../text/printing';
import { type Html, type HtmlChild, table, tag } from './html';
import { alphabetical, freePlaces, type PrintedSession, roomName, testStart } from './session';
import { evenly, type PrintedPage, sheet } from './sheet';

/** Lines of a page, room being left for the blank ones of the last page. */
const LINES = 22;
/** Blank lines for people added on the day, when places are free. */
const SPARE = 2;

export const ATTENDANCE = 'attendance';

/**
 * The attendance sheet of a session, which candidates sign in turn: neither extra time nor anything of their birth is on
 * it. Reserved places have a line without a name.
 */
export function attendancePages(session: PrintedSession): readonly PrintedPage[] {
  const lines = linesOf(session);
  const pages = evenly(lines, LINES);
  const spare = Math.min(SPARE, freePlaces(session));
  return pages.map((rows, page) => {
    const before = pages.slice(0, page).reduce((sum, { length }) => sum + length, 0);
    const numbered = rows.map((row, index): readonly HtmlChild[] => [before + index + 1, ...row, '']);
    const blank = page === pages.length - 1 ? Array.from({ length: spare }, () => BLANK) : [];
    const made = sheet(
      {
        title: TEXT.title,
        subject: TEXT.subject(session.number, session.pixNumber),
        note: TEXT.note,
        page: page + 1,
        pages: pages.length,
      },
      factsOf(session),
      table('sign', TEXT.headers, [...numbered, ...blank]),
    );
    return { kind: ATTENDANCE, html: made.html };
  });
}

const BLANK: readonly HtmlChild[] = ['', '', '', '', '', ''];

type Line = readonly [lastName: HtmlChild, firstName: HtmlChild, id: HtmlChild, group: HtmlChild];

/** Lines are as high as they are: a text that would take more than two is written smaller, and cut after three. */
const fitted = (text: string, line: number): Html =>
  tag('div', { class: text.length > line ? 'fitted small' : 'fitted' }, text);

function linesOf(session: PrintedSession): readonly Line[] {
  const named = alphabetical(session.people).map(({ lastName, firstName, id, group }): Line => [
    tag('strong', {}, fitted(lastName, 22)),
    fitted(firstName, 18),
    fitted(id, 12),
    fitted(group, 14),
  ]);
  const reserved = session.nameless.flatMap(({ group, places }) =>
    Array.from({ length: places }, (): Line => [
      tag('span', { class: 'blank' }, TEXT.reserved),
      '',
      '',
      fitted(group, 14),
    ]),
  );
  return [...named, ...reserved];
}

function factsOf(session: PrintedSession): Html {
  const place = [roomName(session), session.building, session.site].filter((part) => part !== '').join(', ');
  const fact = (name: string, value: HtmlChild): Html =>
    tag('div', {}, tag('dt', {}, name), tag('dd', {}, value));
  const blank = tag('span', { class: 'write' }, '\u00a0');
  return tag(
    'dl',
    { class: 'facts' },
    fact(TEXT.day, shortDay(session.day)),
    fact(TEXT.time, TEXT.arrival(time(session.start), time(testStart(session)))),
    fact(TEXT.place, place),
    fact(TEXT.invigilators, session.invigilators.length === 0 ? blank : session.invigilators.join(', ')),
    fact(TEXT.count, TEXT.present(session.people.length)),
    fact(TEXT.signatures, blank),
  );
}
