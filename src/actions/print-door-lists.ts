import type { OpenSpreadsheet } from '../google/spreadsheet';
import { doorLists, doorPages, placeOf } from '../printing/door-list';
import type { PrintedDocument, PrintedPart } from '../printing/sheet';
import { shortDay } from '../text/format';
import { DOOR_TEXT as TEXT } from '../text/printing';
import type { Answer, WindowOpened } from './answer';
import { documentFile, showDocument } from './print-document';
import { printedSessions } from './printed-sessions';

/** *Listes de porte*: who is expected behind each door, day by day. */
export function openDoorLists(): Answer | WindowOpened {
  return showDocument(TEXT.title, doorDocument, 'printDoorLists');
}

/** The same as a file, days to come only. */
export function printDoorLists(): Answer {
  return documentFile(doorDocument);
}

function doorDocument(book: OpenSpreadsheet): PrintedDocument | Answer {
  const sessions = printedSessions(book);
  if ('status' in sessions) return sessions;
  const toCome = sessions.some(({ past }) => !past);
  const days = new Map<string, PrintedPart[]>();
  for (const list of doorLists(sessions)) {
    const label = shortDay(list.day);
    const part: PrintedPart = {
      key: `${list.day} ${placeOf(list)}`,
      label: TEXT.part(placeOf(list), list.sessions.length),
      chosen: !toCome || list.sessions.some(({ past }) => !past),
      pages: doorPages(list),
    };
    days.set(label, [...(days.get(label) ?? []), part]);
  }
  const groups = [...days].map(([label, parts]) => ({ label, parts }));
  const chosen = groups.flatMap(({ parts }) => parts).filter((part) => part.chosen);
  return {
    title: TEXT.title,
    fileName: TEXT.fileName,
    lines: [
      TEXT.made(
        chosen.length,
        chosen.reduce((sum, { pages }) => sum + pages.length, 0),
      ),
      TEXT.about,
    ],
    kinds: [],
    groups,
  };
}
