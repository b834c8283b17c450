import type { SlotCode } from '../../domain/ids';
import type { Slot } from '../../domain/slot';
import { identifierOf, textOf } from '../cells/text';
import { slotOfLabel } from '../read/matrix';
import type { Names } from '../read/names';
import type { Table, TableRow } from '../read/table';
import { matchKey } from '../text-match';

/** What each student said, to be put in `Disponibilités`. */
export interface StudentAnswer {
  readonly student: string;
  readonly possible: readonly SlotCode[];
  readonly preferred: readonly SlotCode[];
}

/** What the add-on wrote in `Disponibilités` so far: by student, the words of each slot. */
export type WrittenAnswers = Readonly<Record<string, Readonly<Record<string, string>>>>;

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

/** How the tab lays slots out: one column per slot, or two columns of lists. */
export type AvailabilityLayout =
  | { readonly kind: 'matrix'; readonly columns: ReadonlyMap<SlotCode, number> }
  | { readonly kind: 'lists'; readonly possible: number; readonly preferred: number | null };

const POSSIBLE = ['creneaux possibles', 'creneau possible', 'creneaux'];
const PREFERRED = ['creneaux preferes', 'creneau prefere'];

export function availabilityLayout(table: Table, slots: Names<Slot>): AvailabilityLayout {
  const find = (names: readonly string[]): number | null =>
    table.others.find(({ header }) => names.includes(matchKey(header)))?.column ?? null;
  const possible = find(POSSIBLE);
  if (possible !== null) return { kind: 'lists', possible, preferred: find(PREFERRED) };
  const columns = new Map<SlotCode, number>();
  for (const { column, header } of table.others) {
    const slot = slotOfLabel(header, slots);
    if (slot !== undefined && !columns.has(slot.code)) columns.set(slot.code, column);
  }
  return { kind: 'matrix', columns };
}

/** Key under which the words of a list stand, where there are lists instead of a column per slot. */
export const LIST_KEYS = { possible: 'possible', preferred: 'preferred' } as const;

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
    const now = standing(row, layout);
    const ours = before[answer.student];
    if (ours !== undefined && same(ours, now)) {
      if (same(cells, now)) continue;
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

function standing(row: TableRow, layout: AvailabilityLayout): Readonly<Record<string, string>> {
  if (layout.kind === 'lists')
    return {
      [LIST_KEYS.possible]: textOf(row.at(layout.possible)),
      [LIST_KEYS.preferred]: layout.preferred === null ? '' : textOf(row.at(layout.preferred)),
    };
  return Object.fromEntries([...layout.columns].map(([code, column]) => [code, textOf(row.at(column))]));
}

/** Slots that came or went since do not count. */
function same(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.entries(b).every(([key, words]) => !(key in a) || matchKey(a[key] ?? '') === matchKey(words));
}

/** What staff typed may say the same in other words: only yes and no are compared. */
function sameMeaning(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const yes = (words: string): boolean => !['', 'non', '0', '-', 'faux'].includes(matchKey(words));
  return Object.entries(b).every(([key, words]) => !(key in a) || yes(words) === yes(a[key] ?? ''));
}

export function parseWritten(text: string | undefined): WrittenAnswers {
  if (text === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return {};
    const written: Record<string, Readonly<Record<string, string>>> = {};
    for (const [student, cells] of Object.entries(parsed)) {
      if (typeof cells !== 'object' || cells === null) continue;
      written[student] = Object.fromEntries(
        Object.entries(cells).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
    }
    return written;
  } catch {
    return {};
  }
}
