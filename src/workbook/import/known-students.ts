import type { Table } from '../read/table';
import { matchKey } from '../text-match';
import { identitiesOf } from './enrolments';
import { type FieldContext, type FieldValue, valueOfCell } from './student-fields';

/** A row of `Étudiants` as an import sees it. */
export interface KnownStudent {
  /** From 1. */
  readonly row: number;
  readonly values: ReadonlyMap<string, FieldValue>;
  readonly identities: ReturnType<typeof identitiesOf>;
}

/** The rows of the tab, each found by number, by identifier and by name. */
export interface KnownStudents {
  readonly all: readonly KnownStudent[];
  /** Rows under each identity (`identitiesOf`), but those by name. */
  readonly byIdentity: ReadonlyMap<string, readonly KnownStudent[]>;
  /** Rows under each folded last and first name. */
  readonly byName: ReadonlyMap<string, readonly KnownStudent[]>;
  /** Column of each field that the tab has, those that staff added included. */
  readonly columns: ReadonlyMap<string, number>;
}

/** @param added fields of columns that are no part of the contract, with their header */
export function readKnownStudents(
  table: Table,
  added: readonly { readonly field: string; readonly header: string }[],
  context: FieldContext,
): KnownStudents {
  const columns = new Map(table.columns);
  for (const { field, header } of added) {
    const found = table.others.find((other) => matchKey(other.header) === matchKey(header));
    if (found !== undefined) columns.set(field, found.column);
  }
  const all = table.rows.map((row): KnownStudent => {
    const values = new Map<string, FieldValue>();
    for (const [field, column] of columns) {
      const value = valueOfCell(
        field,
        row.at(column),
        table.columns.has(field) ? row.shown(field) : '',
        context,
      );
      if (value !== null) values.set(field, value);
    }
    return { row: row.row, values, identities: identitiesOf(values) };
  });
  return {
    all,
    byIdentity: grouped(all, ({ identities: [id, external] }) => [id, external]),
    byName: grouped(all, ({ values }) => [nameOf(values)]),
    columns,
  };
}

/** Folded last and first name; `null` when one is missing. Hyphens and apostrophes do not count. */
export function nameOf(values: ReadonlyMap<string, FieldValue>): string | null {
  const [last, first] = [values.get('lastName')?.key, values.get('firstName')?.key];
  return last === undefined || first === undefined ? null : `${last} ${first}`.replace(/[-' ]+/g, ' ');
}

function grouped(
  students: readonly KnownStudent[],
  keysOf: (student: KnownStudent) => readonly (string | null)[],
): ReadonlyMap<string, readonly KnownStudent[]> {
  const groups = new Map<string, KnownStudent[]>();
  for (const student of students) {
    for (const key of keysOf(student)) {
      if (key === null) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [student]);
      else group.push(student);
    }
  }
  return groups;
}
