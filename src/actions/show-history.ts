import {
  type ComparisonAnswer,
  HISTORY_WINDOW,
  type HistoryWindow,
  type ShownEntry,
} from '../dialogs/history/exchange';
import { changedParts, fingerprintOf } from '../domain/fingerprint';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { moment } from '../text/format';
import { HISTORY_TEXT as TEXT } from '../text/history';
import { type HistoryEntry, MOST_ENTRIES } from '../workbook/history/journal';
import { act, alone, attempt, isAnswer } from './act';
import { type Answer, type WindowOpened, done } from './answer';
import { type History, readHistory, readKeptPlanning } from './history-pages';
import { placed, standingPlanning } from './keep-history';
import { type WorkbookReading, readWorkbook } from './read-workbook';
import { differencesInBrief, namesOf, shownDifferences } from './shown-differences';

const WINDOW = { width: 860, height: 620 } as const;

/** *Historique*: the plannings written, to be compared and restored. Writes nothing. */
export function openHistory(): Answer | WindowOpened {
  const read = readWindow();
  if (isAnswer(read)) return act(TEXT.title, () => read);
  showWindow(HISTORY_WINDOW, { title: TEXT.title, data: read, ...WINDOW });
  return { defaultCall: 'listHistory' };
}

/** The same, in sentences. */
export function listHistory(): Answer {
  const read = readWindow();
  if (isAnswer(read)) return read;
  const { entries, edits, limits } = read;
  if (entries.length === 0) return done([TEXT.empty]);
  return done([
    ...entries.map(({ when, how, who, figures, current }) => TEXT.line(when, how, who, figures, current)),
    ...(edits.length === 0 ? [] : [TEXT.edited, ...edits]),
    limits,
  ]);
}

/** The list, for the window that shows it again after something was done. */
export function reloadHistory(): HistoryWindow | null {
  const read = readWindow();
  return isAnswer(read) ? null : read;
}

/** What differs from a kept planning to the one that stands. */
export function compareWithCurrent(id: unknown): ComparisonAnswer {
  const answer = attempt(() =>
    alone<ComparisonAnswer>((book) => {
      const reading = readWorkbook(book);
      const history = readHistory(book);
      const entry = history.entries.find((one) => one.id === id);
      if (entry === undefined) return { kind: 'failed', lines: [TEXT.noLongerKept] };
      const kept = readKeptPlanning(book, history, entry.id);
      if (kept === null) return { kind: 'failed', lines: [TEXT.unreadable] };
      return {
        kind: 'compared',
        title: TEXT.comparison(moment(entry.at)),
        differences: shownDifferences(kept, standingPlanning(reading), namesOf(reading)),
      };
    }),
  );
  return isAnswer(answer) ? { kind: 'failed', lines: answer.lines } : answer;
}

function readWindow(): HistoryWindow | Answer {
  return attempt(() =>
    alone<HistoryWindow>((book) => {
      const reading = readWorkbook(book);
      const history = readHistory(book);
      const edits = editsByHand(book, history, reading);
      const { journal, undoable } = history;
      return {
        entries: history.entries.map((entry) => shownEntry(entry, history, reading, edits.length > 0)),
        limits: TEXT.limits(MOST_ENTRIES, journal.dropped, journal.droppedUntil),
        undo: undoable === null ? null : TEXT.undoOf(moment(undoable.at), undoable.who),
        edits,
      };
    }),
  );
}

/** What was changed by hand since the last write, in sentences. At most one read. */
export function editsByHand(
  book: OpenSpreadsheet,
  history: History,
  reading: WorkbookReading,
): readonly string[] {
  const last = readKeptPlanning(book, history, history.journal.current);
  return last === null ? [] : differencesInBrief(placed(last, reading), standingPlanning(reading));
}

function shownEntry(
  entry: HistoryEntry,
  { journal }: History,
  { campaign }: WorkbookReading,
  edited: boolean,
): ShownEntry {
  const { id, at, who, origin, figures, settings, fingerprint } = entry;
  const parts =
    fingerprint === null || campaign === null
      ? null
      : changedParts(fingerprint, fingerprintOf(campaign)).filter(
          (part) => part !== 'planning' && part !== 'settings',
        );
  return {
    id,
    when: moment(at),
    how: TEXT.origin(origin),
    who,
    figures: TEXT.figures(figures),
    details: [
      ...(settings === null ? [] : [TEXT.settings(settings)]),
      ...(parts === null ? [] : [parts.length === 0 ? TEXT.sameData : TEXT.otherData(parts)]),
    ],
    current: id === journal.current ? (edited ? TEXT.currentEdited : TEXT.current) : '',
  };
}
