import type { SlotCode } from '../../domain/ids';
import type { Slot } from '../../domain/slot';
import { identifierOf, textOf } from '../cells/text';
import { matchKey } from '../text-match';
import { slotOfLabel } from './slot-labels';
import type { Names } from './names';
import type { Table, TableRow } from './table';

/** What the add-on wrote in `Disponibilités` so far: by student, the words of each slot. */
export type WrittenAnswers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How the tab lays slots out: one column per slot, or two columns of lists, beside which there may be columns too. */
export type AvailabilityLayout =
  | { readonly kind: 'matrix'; readonly columns: ReadonlyMap<SlotCode, number> }
  | {
      readonly kind: 'lists';
      readonly possible: number;
      readonly preferred: number | null;
      readonly columns: ReadonlyMap<SlotCode, number>;
    };

const POSSIBLE = ['creneaux possibles', 'creneau possible', 'creneaux'];
const PREFERRED = ['creneaux preferes', 'creneau prefere'];

export function availabilityLayout(table: Table, slots: Names<Slot>): AvailabilityLayout {
  const find = (names: readonly string[]): number | null =>
    table.others.find(({ header }) => names.includes(matchKey(header)))?.column ?? null;
  const possible = find(POSSIBLE);
  const columns = new Map<SlotCode, number>();
  for (const { column, header } of table.others) {
    const slot = slotOfLabel(header, slots);
    if (slot !== undefined && !columns.has(slot.code)) columns.set(slot.code, column);
  }
  return possible === null
    ? { kind: 'matrix', columns }
    : { kind: 'lists', possible, preferred: find(PREFERRED), columns };
}

/** Key under which the words of a list stand, where there are lists instead of a column per slot. */
export const LIST_KEYS = { possible: 'possible', preferred: 'preferred' } as const;

/** The words that stand in a row, to be compared with those that the add-on wrote. */
export function standingWords(row: TableRow, layout: AvailabilityLayout): Readonly<Record<string, string>> {
  if (layout.kind === 'lists')
    return {
      [LIST_KEYS.possible]: textOf(row.at(layout.possible)),
      [LIST_KEYS.preferred]: layout.preferred === null ? '' : textOf(row.at(layout.preferred)),
    };
  return Object.fromEntries([...layout.columns].map(([code, column]) => [code, textOf(row.at(column))]));
}

/** Whether two rows say the same; slots that came or went since do not count. */
export function sameWords(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.entries(b).every(([key, words]) => !(key in a) || matchKey(a[key] ?? '') === matchKey(words));
}

/** The students whose row says what they answered to the form, and nothing that staff typed. */
export function answeredByForm(
  table: Table,
  slots: Names<Slot>,
  written: WrittenAnswers,
): ReadonlySet<string> {
  const ours = new Map(Object.entries(written).map(([student, words]) => [matchKey(student), words]));
  const found = new Set<string>();
  if (ours.size === 0) return found;
  const layout = availabilityLayout(table, slots);
  for (const row of table.rows) {
    const who = matchKey(identifierOf(row.cell('who'), row.shown('who')));
    const words = ours.get(who);
    if (words === undefined) continue;
    if (sameWords(words, standingWords(row, layout))) found.add(who);
    else found.delete(who);
  }
  return found;
}

/** The inverse of `JSON.stringify`; what cannot be read counts for nothing. */
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
