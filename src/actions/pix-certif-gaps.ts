import { GAPS_WINDOW, type GapsWindow } from '../dialogs/certif-gaps/exchange';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { afterChanges, type CertifGap } from '../pix/certif-sessions/gaps';
import { readFrenchDate } from '../pix/french-date';
import { shortDay, time } from '../text/format';
import { gapSteps, GAPS_TEXT as TEXT, gapTitle } from '../text/pix-gaps';
import { matchKey } from '../workbook/text-match';
import { act, aloneInWords, isAnswer } from './act';
import { type Answer, done, type WindowOpened } from './answer';
import { type CertifDesk, openCertifDesk } from './pix-certif-desk';
import { rememberExported } from './pix-certif-memory';
import { writePixNumbers } from './pix-number-column';

const WINDOW = { width: 760, height: 600 } as const;

/** *Écarts avec Pix Certif*: what must be changed by hand in Pix since the last export, session by session. */
export function openPixGaps(): Answer | WindowOpened {
  const shown: GapsWindow[] = [];
  const answer = aloneInWords((book) => {
    const desk = openGapsDesk(book);
    if (isAnswer(desk)) return desk;
    shown.push(gapsWindow(desk));
    return done([]);
  });
  const [data] = shown;
  if (data === undefined) return act(TEXT.title, () => answer);
  showWindow(GAPS_WINDOW, { title: TEXT.title, data, ...WINDOW });
  return { defaultCall: 'tellPixGaps' };
}

/** The same in sentences. Nothing is noted as made. */
export function tellPixGaps(): Answer {
  return act(TEXT.title, () =>
    aloneInWords((book) => {
      const desk = openGapsDesk(book);
      if (isAnswer(desk)) return desk;
      const { lines, gaps } = gapsWindow(desk);
      return done([
        ...lines,
        ...gaps.flatMap(({ title, steps }) => [title, ...steps.map((step) => `- ${step}`)]),
      ]);
    }),
  );
}

/**
 * Notes gaps as closed: staff made these changes in Pix Certif. A session that moved gets the Pix number of what it was.
 * @param marks of the gaps, as the window showed them
 */
export function notePixGaps(marks: unknown): GapsWindow {
  const wanted = new Set(Array.isArray(marks) ? marks.map(String) : []);
  const shown: GapsWindow[] = [];
  const answer = aloneInWords((book) => {
    const desk = openGapsDesk(book);
    if (isAnswer(desk)) return desk;
    const closed = desk.gaps.gaps.filter(({ mark }) => wanted.has(mark));
    const numbered = closed.filter((gap) => needsNumber(desk, gap));
    const numbers = new Map(numbered.map(({ session, number }) => [session, number]));
    const written = writePixNumbers(book, desk.reading, numbers);
    rememberExported(book, afterChanges(desk.known, desk.gaps, wanted));
    const after = openGapsDesk(book);
    if (isAnswer(after)) return after;
    const lines = [
      TEXT.noted(closed.length),
      written === 0 ? '' : TEXT.numbered([...numbers.keys()]),
      closed.length < wanted.size ? TEXT.changed : '',
    ].filter((line) => line !== '');
    const window = gapsWindow(after);
    shown.push({ ...window, lines: [...lines, ...window.lines] });
    return done(lines);
  });
  return shown[0] ?? { lines: answer.lines, gaps: [] };
}

function openGapsDesk(book: OpenSpreadsheet): CertifDesk | Answer {
  const desk = openCertifDesk(book);
  if (isAnswer(desk)) return desk;
  return desk.known.length === 0 ? done([TEXT.neverExported]) : desk;
}

/** The number belongs to the session that goes on under another number of the workbook. */
function needsNumber({ campaign }: CertifDesk, { session, before, number, gone }: CertifGap): boolean {
  const today = campaign.sessions.find(({ key }) => matchKey(key) === matchKey(session));
  return !gone && before !== '' && number !== '' && today?.existingNumber.trim() === '';
}

function gapsWindow({ gaps, campaign }: CertifDesk): GapsWindow {
  const found = gaps.gaps;
  return {
    lines: [
      ...(found.length === 0 ? [TEXT.none] : [TEXT.found(found.length), TEXT.howTo]),
      TEXT.never(gaps.never.map(({ key }) => key)),
    ].filter((line) => line !== ''),
    gaps: found.map((gap) => ({
      session: gap.session,
      mark: gap.mark,
      title: gapTitle(gap, whenOf(gap)),
      steps: gapSteps(gap, campaign.terms.billing),
    })),
  };
}

/** Pix is told a day and a time as the file writes them; people read them as everywhere in the workbook. */
function whenOf({ known }: CertifGap): string {
  const day = readFrenchDate(known.date, null);
  const [hours = 0, minutes = 0] = known.time.split(':').map(Number);
  return day === null || known.time === ''
    ? `${known.date} ${known.time}`.trim()
    : `${shortDay(day)} à ${time(hours * 60 + minutes)}`;
}
