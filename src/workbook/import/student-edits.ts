import type { Cell } from '../../domain/grid';
import { type Comparison, changeOf, type FieldChange, isWorthWriting, type StudentChange } from './compare';
import type { FileStudent } from './enrolments';
import type { KnownStudent, KnownStudents } from './known-students';
import type { PastImport } from './past-imports';
import type { FieldValue } from './student-fields';

/** What staff said of a comparison. People of the file are known by their first line, others by their row. */
export interface ImportDecisions {
  /** People whose row does not change. */
  readonly refused: ReadonlySet<number>;
  /** People whose hand-typed values give way to those of the file. */
  readonly replaced: ReadonlySet<number>;
  /** People deleted by hand who are added back. */
  readonly addedBack: ReadonlySet<number>;
  /** Doubts that are settled: the row that the person is, or `null` for somebody new. */
  readonly settled: ReadonlyMap<number, number | null>;
  /** Rows of people who are gone, to empty. */
  readonly removed: ReadonlySet<number>;
}

/** How each line of the file ended. */
export type LineOutcome =
  | { readonly kind: 'added' }
  | { readonly kind: 'updated'; readonly changes: readonly FieldChange[]; readonly row: number }
  | { readonly kind: 'same'; readonly row: number }
  | { readonly kind: 'refused'; readonly row: number }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'deletedByHand' };

/** What is written in `Étudiants`, by field. */
export interface StudentEdits {
  readonly cells: ReadonlyMap<string, ReadonlyMap<number, Cell>>;
  readonly added: readonly ReadonlyMap<string, Cell>[];
  /** Rows to empty. */
  readonly removed: readonly number[];
  /** Student numbers that change: what else names them must follow. */
  readonly renumbered: readonly { readonly from: string; readonly to: string }[];
  /** By person, in the order of the file. */
  readonly outcomes: readonly { readonly student: FileStudent; readonly outcome: LineOutcome }[];
}

/** @param defaults what a new student gets where the file says nothing, by field */
export function studentEdits(
  comparison: Comparison,
  known: KnownStudents,
  past: PastImport | null,
  decisions: ImportDecisions,
  defaults: ReadonlyMap<string, FieldValue>,
): StudentEdits {
  const cells = new Map<string, Map<number, Cell>>();
  const added: ReadonlyMap<string, Cell>[] = [];
  const renumbered: { from: string; to: string }[] = [];
  const outcomes: { student: FileStudent; outcome: LineOutcome }[] = [];
  const rows = new Map(known.all.map((one) => [one.row, one]));
  const written = new Set<number>();
  const tell = (student: FileStudent, outcome: LineOutcome): void => {
    outcomes.push({ student, outcome });
  };
  const add = (student: FileStudent): void => {
    added.push(newRow(student, defaults));
    tell(student, { kind: 'added' });
  };
  const update = (change: StudentChange, settled: boolean): void => {
    const { student, row } = change;
    const [line = 0] = student.lines;
    const replaced = settled || decisions.replaced.has(line);
    const taken = [
      ...(decisions.refused.has(line) ? [] : change.changes),
      ...(replaced ? change.conflicts : []),
    ];
    written.add(row);
    for (const { field, before, after } of taken) {
      const column = cells.get(field) ?? new Map<number, Cell>();
      cells.set(field, column.set(row, after.cell));
      if (field === 'id' && before !== null) renumbered.push({ from: before.text, to: after.text });
    }
    if (taken.length > 0) tell(student, { kind: 'updated', changes: taken, row });
    else tell(student, { kind: change.changes.length > 0 ? 'refused' : 'same', row });
  };
  for (const change of [...comparison.changed, ...comparison.same]) update(change, false);
  for (const student of comparison.added) add(student);
  for (const student of comparison.deletedByHand) {
    if (decisions.addedBack.has(student.lines[0] ?? 0)) add(student);
    else tell(student, { kind: 'deletedByHand' });
  }
  for (const { student, kind, rows: possible } of comparison.doubts) {
    const settled = decisions.settled.get(student.lines[0] ?? 0);
    const row = possible.find((one) => one === settled);
    const chosen = row === undefined || written.has(row) ? undefined : rows.get(row);
    if (chosen !== undefined) update(changeOf(student, chosen, past), true);
    // A number that somebody has already is not given twice.
    else if (settled === null && kind === 'sameName') add(student);
    else tell(student, { kind: 'undecided' });
  }
  return {
    cells,
    added,
    removed: comparison.gone.map(({ row }: KnownStudent) => row).filter((row) => decisions.removed.has(row)),
    renumbered,
    outcomes: [...outcomes].sort((a, b) => (a.student.lines[0] ?? 0) - (b.student.lines[0] ?? 0)),
  };
}

function newRow(
  { values }: FileStudent,
  defaults: ReadonlyMap<string, FieldValue>,
): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [field, value] of [...defaults, ...values])
    if (isWorthWriting(field, value)) cells.set(field, value.cell);
  return cells;
}
