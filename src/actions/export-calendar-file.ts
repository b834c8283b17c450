import { DOWNLOAD_WINDOW } from '../dialogs/download/exchange';
import { instant } from '../google/clock';
import { logFailure } from '../google/log';
import { showWindow } from '../google/page-window';
import { calendarFile } from '../messages/calendar-file';
import { sessionEntries, sessionEvents } from '../messages/session-events';
import { AGENDA_TEXT } from '../text/agenda';
import { act, alone } from './act';
import type { Answer } from './answer';
import { plannedSessions } from './planned-sessions';

const WINDOW = { width: 520, height: 300 } as const;

/** *Sessions en fichier d'agenda*: the sessions as an `.ics` file, for those who use another calendar. */
export function exportCalendarFile(): Answer {
  const answer = act(AGENDA_TEXT.fileTitle, () =>
    alone((book) => {
      const planned = plannedSessions(book);
      if ('status' in planned) return planned;
      const stamp = instant();
      const entries = sessionEntries(
        book.file.getId(),
        sessionEvents(planned.sessions),
        // Seconds since 2020: each file is newer than the one before.
        Math.floor((stamp - Date.UTC(2020, 0, 1)) / 1000),
      );
      return {
        status: 'done',
        lines: [AGENDA_TEXT.fileMade(entries.length), AGENDA_TEXT.fileHowTo],
        problems: [],
        files: [
          {
            name: AGENDA_TEXT.fileName,
            mime: 'text/calendar',
            text: calendarFile(entries, book.timeZone, stamp),
          },
        ],
      };
    }),
  );
  const { files = [], lines } = answer;
  if (files.length > 0) offer(files, lines);
  return answer;
}

function offer(files: NonNullable<Answer['files']>, lines: readonly string[]): void {
  try {
    showWindow(DOWNLOAD_WINDOW, { title: AGENDA_TEXT.fileTitle, data: { files, lines }, ...WINDOW });
  } catch (error) {
    // Where there is no window (a command), the file is in the answer.
    logFailure(error);
  }
}
