import type { SlotCode } from '../../domain/ids';
import type { Slot } from '../../domain/slot';
import { identifierOf } from '../cells/text';
import type { Table, TableRow } from '../read/table';
import {
  type AvailabilityLayout,
  LIST_KEYS,
  sameWords,
  standingWords,
  type WrittenAnswers,
} from '../read/written-answers';
import { matchKey } from '../text-match';

/** What each student said, to be put in `Disponibilités`. */
export interface StudentAnswer {
  readonly student: string;
  readonly possible: readonly SlotCode[];
  readonly preferred: readonly SlotCode[];
}

export interface AvailabilityChanges {
  /** Slots that get a column, in order. */
  readonly newColumns: readonly Slot[];
  /** `row` is `null` for a row to add at the end; `cells` are the words by slot code. */
  readonly rows: readonly {
    readonly row: number | null;
    readonly student: string;
    readonly cells: Readonly<Record<string, string>>;
  }[];
  /** Students for whom staff typed something else: their word stays. */
  readonly conflicts: readonly string[];
  readonly written: WrittenAnswers;
}

/**
 * Puts answers in rows of their own, and never changes a row that staff typed or changed: such a row counts, and a
 * different answer is a conflict to show.
 */
export function availabilityChanges(
  table: Table,
  layout: AvailabilityLayout,
  slots: readonly Slot[],
  answers: readonly StudentAnswer[],
  before: WrittenAnswers,
): AvailabilityChanges {
  const rowOf = new Map<string, TableRow>();
  for (const row of table.rows) rowOf.set(matchKey(identifierOf(row.cell('who'), row.shown('who'))), row);
  const written: Record<string, Readonly<Record<string, string>>> = { ...before };
  const rows: AvailabilityChanges['rows'][number][] = [];
  const conflicts: string[] = [];
  for (const answer of answers) {
    const cells = cellsOf(answer, layout, slots);
    const row = rowOf.get(matchKey(answer.student));
    if (row === undefined) {
      rows.push({ row: null, student: answer.student, cells });
      written[answer.student] = cells;
      continue;
    }
    const now = standingWords(row, layout);
    const ours = before[answer.student];
    if (ours !== undefined && sameWords(ours, now)) {
      if (sameWords(cells, now)) continue;
      rows.push({ row: row.row, student: answer.student, cells });
      written[answer.student] = cells;
    } else if (!sameMeaning(cells, now)) conflicts.push(answer.student);
  }
  const columns = layout.kind === 'matrix' ? layout.columns : new Map<SlotCode, number>();
  const newColumns =
    layout.kind === 'lists' || rows.length === 0 ? [] : slots.filter(({ code }) => !columns.has(code));
  return { newColumns, rows, conflicts, written };
}

export function cellsOf(
  { possible, preferred }: Pick<StudentAnswer, 'possible' | 'preferred'>,
  layout: AvailabilityLayout,
  slots: readonly Slot[],
): Readonly<Record<string, string>> {
  if (layout.kind === 'lists')
    return {
      [LIST_KEYS.possible]: possible.length === 0 ? 'non' : possible.join(', '),
      [LIST_KEYS.preferred]: preferred.join(', '),
    };
  return Object.fromEntries(
    slots.map(({ code }) => [
      code,
      preferred.includes(code) ? 'préféré' : possible.includes(code) ? 'oui' : 'non',
    ]),
  );
}

/** What staff typed may say the same in other words: only yes and no are compared. */
function sameMeaning(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const yes = (words: string): boolean => !['', 'non', '0', '-', 'faux'].includes(matchKey(words));
  return Object.entries(b).every(([key, words]) => !(key in a) || yes(words) === yes(a[key] ?? ''));
}
