import type { OpenSpreadsheet } from '../google/spreadsheet';
import { ATTENDANCE, attendancePages } from '../printing/attendance-sheet';
import { INVIGILATOR, invigilatorPages } from '../printing/invigilator-page';
import { namelessPlaces, roomName, type PrintedSession } from '../printing/session';
import type { PrintedDocument, PrintedGroup, PrintedPart } from '../printing/sheet';
import { shortDay, time } from '../text/format';
import { SHEETS_TEXT as TEXT } from '../text/printing';
import type { Answer, WindowOpened } from './answer';
import { documentFile, showDocument } from './print-document';
import { printedSessions } from './printed-sessions';

/** *Feuilles d'émargement*: for each session, the sheet that candidates sign and the page of its invigilator. */
export function openSessionSheets(): Answer | WindowOpened {
  return showDocument(TEXT.title, sessionSheets, 'printSessionSheets');
}

/** The same as a file, sessions to come only. */
export function printSessionSheets(): Answer {
  return documentFile(sessionSheets);
}

function sessionSheets(book: OpenSpreadsheet): PrintedDocument | Answer {
  const sessions = printedSessions(book);
  if ('status' in sessions) return sessions;
  const toCome = sessions.some(({ past }) => !past);
  const groups = byDay(sessions, (session): PrintedPart => ({
    key: session.number,
    label: TEXT.part(session.number, time(session.start), roomName(session), session.people.length),
    chosen: (!toCome || !session.past) && session.people.length + namelessPlaces(session) > 0,
    pages: [...attendancePages(session), ...invigilatorPages(session)],
  }));
  const chosen = groups.flatMap(({ parts }) => parts).filter((part) => part.chosen);
  return {
    title: TEXT.title,
    fileName: TEXT.fileName,
    lines: [
      TEXT.made(
        chosen.length,
        chosen.reduce((sum, { pages }) => sum + pages.length, 0),
      ),
      TEXT.official,
    ],
    kinds: [
      { key: ATTENDANCE, label: TEXT.title },
      { key: INVIGILATOR, label: TEXT.invigilatorPages },
    ],
    groups,
  };
}

function byDay(
  sessions: readonly PrintedSession[],
  partOf: (session: PrintedSession) => PrintedPart,
): readonly PrintedGroup[] {
  const days = new Map<string, PrintedPart[]>();
  for (const session of sessions) {
    const label = shortDay(session.day);
    days.set(label, [...(days.get(label) ?? []), partOf(session)]);
  }
  return [...days].map(([label, parts]) => ({ label, parts }));
}
