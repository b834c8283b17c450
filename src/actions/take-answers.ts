import { readMemory, writeMemory } from '../google/memory';
import { writeAvailabilityRows } from '../google/availability-rows';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { Grid } from '../domain/grid';
import { ANSWERS_TEXT, answerSentence } from '../text/answers';
import { textOf } from '../workbook/cells/text';
import type { FormAnswer } from '../workbook/read/form-answers';
import { ProblemLog } from '../workbook/read/problem-log';
import type { Offer } from '../workbook/read/offer';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { availabilityLayout, parseWritten } from '../workbook/read/written-answers';
import { availabilityChanges } from '../workbook/write/availability-rows';
import { counts, type CountingAnswer, readAnswers } from './read-answers';
import { type WorkbookReading, WRITTEN_ANSWERS } from './read-workbook';
import { rememberSeen, seenAnswers, stampOf } from './seen-answers';
import { rememberSlots } from './seen-slots';
import { writeColumn } from './write-column';

/** What was done with the answers to the availability form. */
export interface TakenAnswers {
  /** Answers looked at for the first time. */
  readonly fresh: number;
  /** Answers that tick a slot which has moved since: it does not count for them. */
  readonly moved: number;
  readonly lines: readonly string[];
}

/**
 * Puts the answers to the availability form in `Disponibilités`, in rows of their own, and says of each answer what
 * became of it. What staff typed is never touched, and wins.
 */
export function takeAnswers(book: OpenSpreadsheet, reading: WorkbookReading): TakenAnswers {
  const read = readAnswers(book, reading);
  if (read === null) return NOTHING;
  const { grid, table, offer, answers } = read;
  const counting = answers.filter(counts);
  const { conflicts, changed } = report(book, reading, offer, counting);
  writeFollowUps(book, grid, table.columns.get('followUp'), answers, conflicts);
  const moved = counting.filter(({ findings }) => findings.some(({ kind }) => kind === 'slotMoved')).length;
  const unknown = answers.filter(({ student }) => student === null).length;
  const stamps = table.rows.map((row) => stampOf(row.cell('timestamp'), row.cell('email')));
  const seen = seenAnswers(book).availability;
  rememberSeen(book, 'availability', stamps);
  rememberSlots(book, reading.tabs.slots.name);
  return {
    fresh: stamps.filter((stamp) => seen?.has(stamp) !== true).length,
    moved,
    lines: ANSWERS_TEXT.taken(changed, unknown, conflicts.size, moved),
  };
}

const NOTHING: TakenAnswers = { fresh: 0, moved: 0, lines: [] };

function report(
  book: OpenSpreadsheet,
  reading: WorkbookReading,
  offer: Offer,
  answers: readonly CountingAnswer[],
): { readonly conflicts: ReadonlySet<string>; readonly changed: number } {
  const grid = reading.grids.availability;
  const table =
    grid === null || !hasHeaders(grid, TABS.availability)
      ? null
      : readTable(grid, TABS.availability, new ProblemLog());
  if (grid === null || table === null) return { conflicts: new Set(), changed: 0 };
  const memory = readMemory(book);
  const layout = availabilityLayout(table, offer.byCode);
  const changes = availabilityChanges(
    table,
    layout,
    offer.slots,
    answers,
    parseWritten(memory.get(WRITTEN_ANSWERS)),
  );
  if (changes.rows.length > 0) {
    // What is about to be written is remembered first: a row that nobody remembers would pass for the staff's.
    writeMemory(book, new Map([...memory, [WRITTEN_ANSWERS, JSON.stringify(changes.written)]]));
    writeAvailabilityRows(book, grid, table, layout, changes);
  }
  return { conflicts: new Set(changes.conflicts), changed: changes.rows.length };
}

function writeFollowUps(
  book: OpenSpreadsheet,
  grid: Grid,
  column: number | undefined,
  answers: readonly FormAnswer[],
  conflicts: ReadonlySet<string>,
): void {
  if (column === undefined) return;
  const changes = new Map(
    answers.flatMap(({ row, student, possible, preferred, findings }): [number, string][] => {
      const sentence = answerSentence(
        findings,
        possible.length,
        preferred.length,
        student !== null && conflicts.has(student),
      );
      return textOf(grid.cells[row - 1]?.[column - 1]) === textOf(sentence) ? [] : [[row, sentence]];
    }),
  );
  writeColumn(book, grid, column, changes);
}
