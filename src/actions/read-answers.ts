import { now } from '../google/clock';
import { readMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { Grid } from '../domain/grid';
import { AVAILABILITY_FORM } from '../text/forms';
import { identifierOf, textOf } from '../workbook/cells/text';
import { type FormAnswer, readFormAnswers } from '../workbook/read/form-answers';
import { keptPlaces } from '../workbook/read/kept-places';
import { type Offer, readOffer } from '../workbook/read/offer';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable, type Table } from '../workbook/read/table';
import { formAnswersTabCalled } from '../workbook/schema/form-answers';
import { TABS } from '../workbook/schema/tabs';
import { PLANNED_AT } from './planned-at';
import type { WorkbookReading } from './read-workbook';
import { linkedTab, rememberedForms } from './remembered-forms';

/** The answers to the availability form, and where they stand. */
export interface AnswersRead {
  readonly grid: Grid;
  readonly table: Table;
  readonly offer: Offer;
  readonly answers: readonly FormAnswer[];
}

/** Reads the answers to the availability form; `null` when there is no form, or no slot to answer for. */
export function readAnswers(book: OpenSpreadsheet, reading: WorkbookReading): AnswersRead | null {
  const tab = linkedTab(book, 'availability');
  const offer = readOffer(reading.grids, now(book.timeZone));
  const grid = tab === null ? null : book.read(tab, 'all');
  if (grid === null || offer === null) return null;
  const titles = rememberedForms(book).availability?.titles ?? {};
  const table = readTable(grid, formAnswersTabCalled(titles), new ProblemLog());
  if (table === null) return null;
  const plannedAt = Number(readMemory(book).get(PLANNED_AT) ?? '');
  const answers = readFormAnswers(table, {
    slots: offer.byCode,
    students: addressesOf(reading),
    plannedAt: plannedAt > 0 ? plannedAt : null,
    none: AVAILABILITY_FORM.none,
    kept: keptPlaces(reading.sessionsRead),
  });
  return { grid, table, offer, answers };
}

export type CountingAnswer = FormAnswer & { readonly student: string };

/** Whether an answer is the last one of a student who is listed. */
export const counts = (answer: FormAnswer): answer is CountingAnswer =>
  answer.student !== null && !answer.findings.some(({ kind }) => kind === 'replaced');

/**
 * The students, as `Étudiants` writes their numbers, who said yes only to slots that are no longer what they were: they
 * never said when they can come today.
 */
export function answeredForOtherSlots(answers: readonly FormAnswer[]): ReadonlySet<string> {
  const outdated = answers
    .filter(counts)
    .filter(
      ({ possible, findings }) =>
        possible.length === 0 && findings.some(({ kind }) => kind === 'slotMoved' || kind === 'slotGone'),
    );
  return new Set(outdated.map(({ student }) => student));
}

function addressesOf({ grids }: WorkbookReading): ReadonlyMap<string, string> {
  const grid = grids.students;
  if (grid === null || !hasHeaders(grid, TABS.students)) return new Map();
  const rows = readTable(grid, TABS.students, new ProblemLog())?.rows ?? [];
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const id = identifierOf(row.cell('id'), row.shown('id'));
      return id === '' ? [] : [[id, textOf(row.cell('email'))]];
    }),
  );
}
