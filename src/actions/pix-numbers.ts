import {
  type NumberRows,
  NUMBERS_WINDOW,
  type NumbersReading,
  type ReadNumber,
} from '../dialogs/certif-numbers/exchange';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import {
  findPixSessions,
  matchPixSessions,
  type NumberMatches,
  type PixSession,
} from '../pix/certif-sessions/numbers';
import type { CertifSession } from '../pix/certif-sessions/session';
import { shortDay, time } from '../text/format';
import { PIX_CERTIF_TEXT } from '../text/pix-certif';
import { NUMBERS_TEXT as TEXT } from '../text/pix-numbers';
import { act, aloneInWords, isAnswer } from './act';
import { type Answer, blocked, done, type WindowOpened } from './answer';
import { type CertifDesk, openCertifDesk } from './pix-certif-desk';
import { writePixNumbers as writeNumbers } from './pix-number-column';

const WINDOW = { width: 760, height: 560 } as const;
/** Texts of an unknown session that are told. */
const TOLD = 3;

/** *Lire les numéros de session Pix*: from the list of Pix Certif, or its files, into `N° session Pix`. */
export function openPixNumbers(): Answer | WindowOpened {
  const answer = aloneInWords((book) => {
    const desk = openNumbersDesk(book);
    return isAnswer(desk) ? desk : done([]);
  });
  if (answer.status !== 'done') return act(TEXT.title, () => answer);
  showWindow(NUMBERS_WINDOW, { title: TEXT.title, data: null, ...WINDOW });
  return { defaultCall: 'explainPixNumbers' };
}

/** Where there is no window to give a file in: what to do. */
export function explainPixNumbers(): Answer {
  return act(TEXT.title, () => done([TEXT.noWindow]));
}

/** Recognises the sessions of the planning in what was given. Changes nothing. */
export function readPixNumbers(files: unknown): NumbersReading {
  const shown: NumbersReading[] = [];
  const answer = aloneInWords((book) => {
    const desk = openNumbersDesk(book);
    if (isAnswer(desk)) return desk;
    shown.push(readingOf(matchesOf(desk, readRows(files))));
    return done([]);
  });
  return shown[0] ?? { lines: answer.lines, numbers: [], unknown: [] };
}

/** Writes the numbers that staff chose, those that are still what the same files say. */
export function writePixNumbers(order: unknown): Answer {
  const { files, chosen } = readOrder(order);
  return aloneInWords((book) => {
    const desk = openNumbersDesk(book);
    if (isAnswer(desk)) return desk;
    const agreed = matchesOf(desk, files).matched.filter(({ session, number }) =>
      chosen.some((one) => one.session === session.key && one.number === number),
    );
    const numbers = new Map(agreed.map(({ session, number }) => [session.key, number]));
    return done([TEXT.written(writeNumbers(book, desk.reading, numbers))]);
  });
}

function openNumbersDesk(book: OpenSpreadsheet): CertifDesk | Answer {
  const desk = openCertifDesk(book);
  if (isAnswer(desk)) return desk;
  if (desk.campaign.sessions.length === 0) return blocked(PIX_CERTIF_TEXT.nothingPlanned);
  return desk.campaign.hasNumbers ? desk : blocked(TEXT.noColumn);
}

function matchesOf({ campaign }: CertifDesk, files: NumberRows): NumberMatches {
  return matchPixSessions(files.flatMap(findPixSessions), campaign.sessions);
}

function readingOf({ matched, unknown }: NumberMatches): NumbersReading {
  const nothing = matched.length + unknown.length === 0;
  return {
    lines: [nothing ? TEXT.nothingFound : TEXT.found(matched.length, unknown.length)],
    numbers: matched.map(({ session, number }): ReadNumber => ({
      session: session.key,
      when: whenOf(session),
      where: [session.room, session.site].filter((part) => part !== '').join(', '),
      before: session.existingNumber.trim(),
      number,
    })),
    unknown: unknown.map(unknownLine),
  };
}

function whenOf({ day, start }: CertifSession): string {
  return day.value === null || start.value === null ? '' : `${shortDay(day.value)} ${time(start.value)}`;
}

function unknownLine({ number, day, start, texts }: PixSession): string {
  const others = texts.filter((text) => /\p{L}/u.test(text)).slice(0, TOLD);
  return TEXT.unknownOne(number, shortDay(day), time(start), others.join(', '));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function readRows(value: unknown): NumberRows {
  return listOf(value).map((file) => listOf(file).map((row) => listOf(row).map(String)));
}

function readOrder(value: unknown): {
  readonly files: NumberRows;
  readonly chosen: readonly { readonly session: string; readonly number: string }[];
} {
  const given = new Map<string, unknown>(
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
  const chosen = listOf(given.get('chosen')).flatMap((one) => {
    const pair = new Map<string, unknown>(typeof one === 'object' && one !== null ? Object.entries(one) : []);
    const [session, number] = [pair.get('session'), pair.get('number')];
    return typeof session === 'string' && typeof number === 'string' ? [{ session, number }] : [];
  });
  return { files: readRows(given.get('files')), chosen };
}
