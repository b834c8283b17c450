import { comparePlannings, isSame, isSamePlanning, losesStaffCells } from '../domain/compare-plannings';
import type { Campaign } from '../domain/campaign';
import type { PlanningFigures } from '../domain/figures';
import { fingerprintOf } from '../domain/fingerprint';
import { type PlanningRecord, openSessions } from '../domain/planning-record';
import { addressIfGiven } from '../google/account';
import { nowSerial } from '../google/clock';
import { logFailure } from '../google/log';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { HISTORY_TEXT } from '../text/history';
import type { HistoryEntry, HistoryFigures, HistoryOrigin } from '../workbook/history/journal';
import { asPlaced, recordOfTabs } from '../workbook/history/record-of-tabs';
import type { UndoPage } from '../workbook/history/undo-page';
import { type History, addToHistory, readHistory, readKeptPlanning } from './history-pages';
import type { WorkbookReading } from './read-workbook';

/** A planning that was just written, and what it replaced. */
export interface WrittenPlanning {
  readonly origin: HistoryOrigin;
  readonly reading: WorkbookReading;
  readonly campaign: Campaign;
  readonly figures: PlanningFigures;
  readonly planning: PlanningRecord;
  readonly replaced: Omit<UndoPage, 'current'>;
}

/**
 * Keeps a planning that was written, and before it what staff had made of the last one by hand, which the writing
 * covered. The planning is written: what goes wrong here is told, and stops nothing.
 * @returns sentences for the user
 */
export function keepInHistory(book: OpenSpreadsheet, written: WrittenPlanning): readonly string[] {
  try {
    const history = readHistory(book);
    const [at, who] = [nowSerial(book.timeZone), addressIfGiven()];
    const { reading, campaign, figures, planning } = written;
    const byHand = editedByHand(book, history, reading, planning);
    const entries = [
      ...(byHand === null ? [] : [byHandEntry(byHand, at, who)]),
      {
        at,
        who,
        origin: written.origin,
        figures: { ...figuresOfRecord(planning), unseated: figures.unseated },
        settings: campaign.settings,
        fingerprint: fingerprintOf(campaign),
        planning,
      },
    ];
    const dropped = addToHistory(book, history, {
      entries,
      undo: {
        ...written.replaced,
        current: byHand === null ? history.journal.current : history.journal.nextId,
      },
      undoAt: at,
      undoWho: who,
    });
    return [
      ...(byHand === null || history.entries.length === 0 ? [] : [HISTORY_TEXT.handEditsKept]),
      ...toldOf(dropped),
    ];
  } catch (error) {
    return [HISTORY_TEXT.notKept(logFailure(error).reference)];
  }
}

export const toldOf = (dropped: readonly HistoryEntry[]): readonly string[] =>
  dropped.length === 0 ? [] : [HISTORY_TEXT.dropped(dropped.map(({ at }) => at))];

/** The entry of a planning that nobody calculated: what staff made by hand. */
export function byHandEntry(planning: PlanningRecord, at: number, who: string) {
  return {
    at,
    who,
    origin: 'byHand' as const,
    figures: figuresOfRecord(planning),
    settings: null,
    fingerprint: null,
    planning,
  };
}

/**
 * The planning as it stands, when it is not the one that was written last: what would be lost by writing over it. `null`
 * when the tabs say nothing else. At most one read.
 *
 * @param next what is written over it: cells of the staff's that follow their session or candidate there are not lost
 */
export function editedByHand(
  book: OpenSpreadsheet,
  history: History,
  reading: WorkbookReading,
  next: PlanningRecord | null = null,
): PlanningRecord | null {
  const standing = standingPlanning(reading);
  if (standing.sessions.length === 0) return null;
  const last = readKeptPlanning(book, history, history.journal.current);
  const known = last === null ? null : placed(last, reading);
  if (known === null) return standing;
  const differences = comparePlannings(known, standing);
  const same =
    next === null
      ? isSame(differences)
      : isSamePlanning(differences) && !losesStaffCells(standing, next, known);
  return same ? null : standing;
}

/** The planning of the tabs as it stands, hand edits included. */
export const standingPlanning = (reading: WorkbookReading): PlanningRecord =>
  placed(recordOfTabs(reading.grids), reading);

/** Where and when today's workbook says that sessions are; as it is when the data block. */
export const placed = (record: PlanningRecord, { campaign }: WorkbookReading): PlanningRecord =>
  campaign === null ? record : asPlaced(record, campaign);

function figuresOfRecord(planning: PlanningRecord): HistoryFigures {
  const sessions = openSessions(planning);
  return {
    sessions: sessions.length,
    seated: sessions.reduce((sum, { seats }) => sum + seats.length, 0),
    unseated: null,
    anonymousSeats: sessions.reduce(
      (sum, { anonymous }) => sum + anonymous.reduce((places, seats) => places + seats.places, 0),
      0,
    ),
    places: sessions.reduce((sum, { room }) => sum + room.places, 0),
  };
}
