import type { ChangeAnswer, HistoryRefusal, PreviewAnswer } from '../dialogs/history/exchange';
import { digest } from '../domain/fingerprint';
import type { PlanningRecord } from '../domain/planning-record';
import { addressIfGiven } from '../google/account';
import { nowSerial } from '../google/clock';
import { logFailure } from '../google/log';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { bringToFront } from '../google/ui';
import { moment } from '../text/format';
import { HISTORY_TEXT as TEXT } from '../text/history';
import { recordOfTabs } from '../workbook/history/record-of-tabs';
import type { UndoPage } from '../workbook/history/undo-page';
import { type KeptAside, restoredTab } from '../workbook/write/kept-aside';
import { alone } from './act';
import { type SessionOfGroups, followRequests } from './follow-requests';
import { type History, addToHistory, readHistory, readUndo } from './history-pages';
import { byHandEntry, editedByHand, placed, standingPlanning, toldOf } from './keep-history';
import { type WorkbookReading, readWorkbook } from './read-workbook';
import { answered } from './restore-planning';
import { writeSafely } from './safe-writing';
import { editsByHand } from './show-history';
import { namesOf, shownDifferences } from './shown-differences';
import { memoryOfPlanning, outputsAside, staffExtras } from './write-planning';

/** What undoing the last write would do. Writes nothing. */
export function previewUndo(): PreviewAnswer {
  return answered(() =>
    alone<PreviewAnswer>((book) => {
      const found = readLastWrite(book);
      if ('lines' in found) return found;
      const { reading, history, page, when } = found;
      const before = recordOfAside(page.tabs);
      return {
        kind: 'preview',
        title: TEXT.undo,
        lines: [TEXT.undoIntro(when), TEXT.numbersStay],
        misfits: [],
        moreMisfits: 0,
        edits: editsByHand(book, history, reading),
        differences: shownDifferences(standingPlanning(reading), placed(before, reading), namesOf(reading)),
        mark: markOf(reading, history),
      };
    }),
  );
}

/**
 * Puts the output tabs back exactly as they were before the last write. What they held is kept aside in turn, so that
 * this can be undone too; what staff changed by hand since is kept in the history.
 */
export function undoWriting(mark: unknown): ChangeAnswer {
  return answered(() =>
    alone<ChangeAnswer>((book) => {
      const found = readLastWrite(book);
      if ('lines' in found) return found;
      const { reading, history, page, when } = found;
      if (mark !== markOf(reading, history)) return { kind: 'changed' };
      const byHand = editedByHand(book, history, reading);
      const replaced = {
        tabs: outputsAside(book, reading, staffExtras(book, reading)),
        memory: memoryOfPlanning(book),
      };
      const tabs = page.tabs.map((kept) => ({ ...kept, tab: reading.tabs[kept.key].name }));
      writeSafely(
        book,
        tabs.filter(({ cells }) => cells !== null).map(restoredTab),
        replaced.tabs,
        new Map(Object.entries(page.memory)),
        tabs.filter(({ cells, key }) => cells === null && reading.tabs[key].exists).map(({ tab }) => tab),
      );
      const at = nowSerial(book.timeZone);
      const who = addressIfGiven();
      const dropped = addToHistory(book, history, {
        entries: byHand === null ? [] : [byHandEntry(byHand, at, who)],
        undo: { ...replaced, current: byHand === null ? history.journal.current : history.journal.nextId },
        undoAt: at,
        undoWho: who,
        current: page.current,
      });
      tellRequests(book, reading, placed(recordOfAside(page.tabs), reading));
      bringToFront(book.sheet(reading.tabs.planning.name));
      return {
        kind: 'written',
        lines: [
          TEXT.undone(when),
          ...(byHand === null ? [] : [TEXT.handEditsKept]),
          ...toldOf(dropped),
          TEXT.redo,
        ],
      };
    }),
  );
}

interface LastWrite {
  readonly reading: WorkbookReading;
  readonly history: History;
  readonly page: UndoPage;
  readonly when: string;
}

function readLastWrite(book: OpenSpreadsheet): LastWrite | HistoryRefusal {
  const history = readHistory(book);
  const page = readUndo(book, history);
  if (page === null || history.undoable === null) return { kind: 'blocked', lines: [TEXT.nothingToUndo] };
  return { reading: readWorkbook(book), history, page, when: moment(history.undoable.at) };
}

/** What is undone, and what would be covered by it. */
function markOf({ grids }: WorkbookReading, { undoable, journal }: History): string {
  const { planning, assignments, anonymousSeats } = grids;
  return digest([undoable, journal, planning?.cells, assignments?.cells, anonymousSeats?.cells]);
}

function recordOfAside(tabs: readonly KeptAside[]): PlanningRecord {
  const grid = (key: KeptAside['key']) => {
    const kept = tabs.find((one) => one.key === key);
    return kept === undefined || kept.cells === null
      ? null
      : { tab: kept.tab, cells: kept.cells, shown: null };
  };
  return recordOfTabs({
    planning: grid('planning'),
    assignments: grid('assignments'),
    anonymousSeats: grid('anonymousSeats'),
  });
}

/** Requests say again where their students are; that stops nothing. */
function tellRequests(book: OpenSpreadsheet, reading: WorkbookReading, { sessions }: PlanningRecord): void {
  const groupOf = new Map<string, string | null>(
    reading.campaign?.candidates.map(({ id, group }) => [id, group]),
  );
  try {
    followRequests(
      book,
      reading,
      sessions.flatMap((session): SessionOfGroups[] => {
        const { code, day, start } = session.slot;
        const seats = session.seats.map(({ candidate }) => ({
          candidate: { group: groupOf.get(candidate) ?? null },
        }));
        return day === null ? [] : [{ ...session, slot: { code, day, start }, seats }];
      }),
    );
  } catch (error) {
    logFailure(error);
  }
}
