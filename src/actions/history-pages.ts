import type { PlanningRecord } from '../domain/planning-record';
import { type HistoryHead, readHistoryHeads, readHistoryText, writeHistoryRows } from '../google/history-tab';
import { readMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { PLANNED_AT } from './planned-at';
import {
  type HistoryEntry,
  type Journal,
  entryText,
  journalText,
  readEntry,
  readJournal,
  tooMany,
} from '../workbook/history/journal';
import { readRecordText, recordText } from '../workbook/history/record-text';
import { type UndoPage, readUndoPage, undoText } from '../workbook/history/undo-page';

/** Rows of the tab of the history: the journal, what the last write replaced, then one planning each. */
const JOURNAL_ROW = 1;
const UNDO_ROW = 2;
const FIRST_ROW = 3;
const JOURNAL = 'journal';
const UNDO = 'dernière écriture';

/** The history as a whole, without the plannings themselves. */
export interface History {
  readonly journal: Journal;
  /** The latest first. */
  readonly entries: readonly HistoryEntry[];
  readonly rowOf: ReadonlyMap<number, number>;
  /**
   * When what can be undone was written; `null`: there is nothing to undo, or a later write could not be kept, and
   * undoing the one before it would lose that one.
   */
  readonly undoable: { readonly at: number; readonly who: string } | null;
}

/** One read. */
export function readHistory(book: OpenSpreadsheet): History {
  const heads = readHistoryHeads(book);
  const rowOf = new Map<number, number>();
  const entries = heads.slice(FIRST_ROW - 1).flatMap((head, index) => {
    const entry = readEntry(head);
    if (entry === null || rowOf.has(entry.id)) return [];
    rowOf.set(entry.id, FIRST_ROW + index);
    return [entry];
  });
  const undo = heads[UNDO_ROW - 1];
  const undoAt = Number(undo?.at);
  return {
    journal: readJournal(heads[JOURNAL_ROW - 1]?.about ?? '', entries),
    entries: [...entries].sort((a, b) => b.id - a.id),
    rowOf,
    undoable:
      undo?.key === UNDO && undoAt > 0 && undo.kind === lastWriting(book)
        ? { at: undoAt, who: undo.who }
        : null,
  };
}

/** The planning of an entry; `null` when it is not there any more, or not readable. One read. */
export function readKeptPlanning(
  book: OpenSpreadsheet,
  history: History,
  id: number | null,
): PlanningRecord | null {
  const row = id === null ? undefined : history.rowOf.get(id);
  return row === undefined ? null : readRecordText(readHistoryText(book, row));
}

/** What the last write replaced; `null` when there is nothing, or nothing readable. One read. */
export function readUndo(book: OpenSpreadsheet, history: History): UndoPage | null {
  return history.undoable === null ? null : readUndoPage(readHistoryText(book, UNDO_ROW));
}

/** What tells one writing of the planning from another: the memory changes with it, before the history does. */
const lastWriting = (book: OpenSpreadsheet): string => readMemory(book).get(PLANNED_AT) ?? '';

/** Characters of what the last write replaced; beyond, the write cannot be undone. */
const MOST_UNDO = 6_000_000;

/** What is added to the history. */
export interface HistoryAddition {
  /** Each with the identifier that follows, in order. */
  readonly entries: readonly (Omit<HistoryEntry, 'id' | 'size'> & { readonly planning: PlanningRecord })[];
  readonly undo: UndoPage;
  readonly undoAt: number;
  readonly undoWho: string;
  /** The entry that the tabs show now; absent: the last one added. */
  readonly current?: number | null;
}

/** Adds to the history, and makes room for it. @returns the entries that had to go */
export function addToHistory(
  book: OpenSpreadsheet,
  history: History,
  addition: HistoryAddition,
): readonly HistoryEntry[] {
  const { journal } = history;
  const added = addition.entries.map(({ planning, ...entry }, index) => {
    const text = recordText(planning);
    return { text, entry: { ...entry, id: journal.nextId + index, size: text.length } };
  });
  const last = added[added.length - 1]?.entry.id ?? journal.current;
  const current = addition.current === undefined ? last : addition.current;
  const dropped = tooMany([...history.entries, ...added.map(({ entry }) => entry)], current);
  const freed = dropped.flatMap(({ id }) => history.rowOf.get(id) ?? []).sort((a, b) => a - b);
  const taken = new Set([...history.rowOf.values()].filter((row) => !freed.includes(row)));
  const free: number[] = [];
  for (let row = FIRST_ROW; free.length < added.length; row += 1) if (!taken.has(row)) free.push(row);
  const undo = undoText(addition.undo);
  const emptied = freed.filter((row) => !free.includes(row));
  writeHistoryRows(book, [
    ...added.map(({ text, entry }, index) => ({ row: free[index] ?? FIRST_ROW, head: headOf(entry), text })),
    ...emptied.map((row) => ({ row, head: null, text: '' })),
    {
      row: JOURNAL_ROW,
      head: {
        key: JOURNAL,
        at: '',
        who: '',
        kind: '',
        about: journalText({
          nextId: journal.nextId + added.length,
          current,
          dropped: journal.dropped + dropped.length,
          droppedUntil: dropped[dropped.length - 1]?.at ?? journal.droppedUntil,
        }),
      },
      text: '',
    },
    undo.length > MOST_UNDO
      ? { row: UNDO_ROW, head: null, text: '' }
      : {
          row: UNDO_ROW,
          head: {
            key: UNDO,
            at: String(addition.undoAt),
            who: addition.undoWho,
            kind: lastWriting(book),
            about: '',
          },
          text: undo,
        },
  ]);
  return dropped;
}

function headOf(entry: HistoryEntry): HistoryHead {
  return {
    key: String(entry.id),
    at: String(entry.at),
    who: entry.who,
    kind: entry.origin,
    about: entryText(entry),
  };
}
