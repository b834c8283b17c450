import { arePeople, type FileStudent, type FileStudents, type LineNote } from './enrolments';
import { type KnownStudent, type KnownStudents, nameOf } from './known-students';
import { digestsOf, goneSince, type PastImport, valueDigest, wasIn } from './past-imports';
import type { FieldValue } from './student-fields';

/** A cell of `Étudiants` that the file says otherwise. */
export interface FieldChange {
  readonly field: string;
  readonly before: FieldValue | null;
  readonly after: FieldValue;
}

/** Someone of the file who has a row. */
export interface StudentChange {
  readonly student: FileStudent;
  readonly row: number;
  /** What the file says anew. */
  readonly changes: readonly FieldChange[];
  /** Changed both in the file and by hand since the last import: what was typed stays unless staff say otherwise. */
  readonly conflicts: readonly FieldChange[];
  /** Changed by hand alone: what was typed stays. */
  readonly keptByHand: number;
}

/** Someone of the file who may be somebody of the tab: staff say. */
export interface Doubt {
  readonly student: FileStudent;
  readonly kind:
    /** One name, and birth dates that do not contradict it. */
    | 'sameName'
    /** One number, and two names. */
    | 'otherName';
  /** The rows that it may be, the likeliest first. */
  readonly rows: readonly number[];
}

/** A file beside the tab: what importing it would do. */
export interface Comparison {
  readonly added: readonly FileStudent[];
  /** In the last import and deleted by hand since: added back only if staff say so. */
  readonly deletedByHand: readonly FileStudent[];
  readonly changed: readonly StudentChange[];
  /** People whose row says the same. */
  readonly same: readonly StudentChange[];
  readonly doubts: readonly Doubt[];
  /** In the last import, no more in the file, still in the tab. */
  readonly gone: readonly KnownStudent[];
  /** In the order of the file. */
  readonly notes: readonly LineNote[];
}

/** @param past the last import of this list; `null` when this is a new one */
export function compareStudents(
  file: FileStudents,
  known: KnownStudents,
  past: PastImport | null,
): Comparison {
  const notes: LineNote[] = [...file.notes];
  const added: FileStudent[] = [];
  const deletedByHand: FileStudent[] = [];
  const changes: StudentChange[] = [];
  const doubts: Doubt[] = [];
  const found = new Set<number>();
  const taken = new Map<number, FileStudent>();
  const note = (student: FileStudent, code: LineNote['code'], others: readonly number[] = []): void => {
    const seen = (student.values.get('id') ?? student.values.get('externalId'))?.text ?? '';
    notes.push({ line: student.lines[0] ?? 0, code, field: 'id', seen, others });
  };
  for (const student of file.students) {
    const rows = rowsOf(student, known);
    for (const { row } of rows) found.add(row);
    const [first] = rows;
    if (rows.length > 1)
      note(
        student,
        'numberTwiceInTab',
        rows.map(({ row }) => row),
      );
    else if (first !== undefined && taken.has(first.row))
      note(student, 'rowTaken', [taken.get(first.row)?.lines[0] ?? 0]);
    else if (first !== undefined && arePeople(first.values, student.values))
      doubts.push({ student, kind: 'otherName', rows: [first.row] });
    else if (first !== undefined) {
      taken.set(first.row, student);
      changes.push(changeOf(student, first, past));
    } else {
      const alike = likeRows(student, known);
      if (alike.length > 0) doubts.push({ student, kind: 'sameName', rows: alike.map(({ row }) => row) });
      else if (nameOf(student.values) === null) note(student, 'newWithoutName');
      else {
        if (!student.values.has('id')) note(student, 'newWithoutNumber');
        (wasIn(past, student.identity) ? deletedByHand : added).push(student);
      }
    }
  }
  const undecided = new Set(doubts.flatMap(({ rows }) => rows));
  return {
    added,
    deletedByHand,
    changed: changes.filter((one) => one.changes.length + one.conflicts.length > 0),
    same: changes.filter((one) => one.changes.length + one.conflicts.length === 0),
    doubts,
    gone: goneSince(past, file.students, known.all).filter(
      ({ row }) => !found.has(row) && !undecided.has(row),
    ),
    notes: notes.sort((a, b) => a.line - b.line),
  };
}

/** The rows with the person's number, else with their identifier. */
function rowsOf({ values }: FileStudent, { byIdentity }: KnownStudents): readonly KnownStudent[] {
  const [id, external] = [values.get('id')?.key, values.get('externalId')?.key];
  const byNumber = id === undefined ? undefined : byIdentity.get(`n ${id}`);
  if (byNumber !== undefined) return byNumber;
  const byExternal = external === undefined ? undefined : byIdentity.get(`e ${external}`);
  // Two numbers are two people, whatever their identifiers say: names settle it.
  return (byExternal ?? []).filter((one) => id === undefined || !one.values.has('id'));
}

/** Rows of the same name whose birth date does not contradict it; those with the same date first. */
function likeRows(student: FileStudent, { byName }: KnownStudents): readonly KnownStudent[] {
  const name = nameOf(student.values);
  const birth = student.values.get('birthDay')?.key;
  const alike = (name === null ? undefined : byName.get(name)) ?? [];
  return alike
    .filter(({ values }) => {
      const other = values.get('birthDay')?.key;
      return birth === undefined || other === undefined || birth === other;
    })
    .sort((a, b) => Number(b.values.has('birthDay')) - Number(a.values.has('birthDay')));
}

/** What the file changes of a row, told from what staff changed by hand since the last import. */
export function changeOf(student: FileStudent, known: KnownStudent, past: PastImport | null): StudentChange {
  const before = digestsOf(past, student.identity);
  const changes: FieldChange[] = [];
  const conflicts: FieldChange[] = [];
  let keptByHand = 0;
  for (const [field, after] of student.values) {
    const now = known.values.get(field) ?? null;
    if (sameAs(field, now, [after, ...(student.otherValues.get(field) ?? [])])) continue;
    const last = before.get(field);
    const change: FieldChange = { field, before: now, after };
    if (last === undefined || (now !== null && valueDigest(now.key) === last)) changes.push(change);
    else if (last === valueDigest(after.key)) keptByHand += 1;
    else conflicts.push(change);
  }
  return { student, row: known.row, changes, conflicts, keptByHand };
}

/** No extra time is written in many ways, nothing among them. */
const NO_EXTRA_TIME = '0.0000';

function sameAs(field: string, now: FieldValue | null, said: readonly FieldValue[]): boolean {
  if (now === null) return field === 'extraTime' && said.every(({ key }) => key === NO_EXTRA_TIME);
  return said.some(({ key }) => key === now.key);
}

/** Whether a value is worth a cell of a new row. */
export function isWorthWriting(field: string, { key }: FieldValue): boolean {
  return field !== 'extraTime' || key !== NO_EXTRA_TIME;
}
