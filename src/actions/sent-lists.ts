import type { StudentsRequest } from '../dialogs/students/exchange';
import type { CsvRecord } from '../pix/csv/read';
import type { FileLine } from '../workbook/import/enrolments';
import type { ImportDecisions } from '../workbook/import/student-edits';
import type { SettledProfiles } from './profiles-desk';
import { isStudentField } from './students-desk';

/** What a window sends is read with care: it may come from anywhere. */

/** More lines than any campaign has. */
const MOST_LINES = 50_000;

/** @returns `null` when it is no list of students */
export function readStudentsRequest(value: unknown): StudentsRequest | null {
  const given = entriesOf(value);
  const fields = listOf(given.get('fields'));
  const rows = readSentRows(value);
  if (rows === null || !fields.every(isStudentField)) return null;
  return {
    kind: given.get('kind') === 'pixOrga' ? 'pixOrga' : 'students',
    label: textOf(given.get('label')).slice(0, 120),
    fields: fields.filter(isStudentField),
    rows: rows.map(({ line, values }) => [line, ...values]),
    site: textOf(given.get('site')),
    group: textOf(given.get('group')),
    newList: given.get('newList') === true,
  };
}

/** Rows as a window sends them: each with its line. @returns `null` when they are none */
export function readSentRows(value: unknown): readonly CsvRecord[] | null {
  const rows = listOf(entriesOf(value).get('rows'));
  const read = rows.flatMap((row): CsvRecord[] => {
    const [line, ...values] = listOf(row);
    return typeof line === 'number' && values.every((text): text is string => typeof text === 'string')
      ? [{ line, values }]
      : [];
  });
  return read.length === rows.length && rows.length <= MOST_LINES ? read : null;
}

export function fileLines({ fields, rows }: StudentsRequest): readonly FileLine[] {
  return rows.map(([line, ...texts]) => ({
    line,
    texts: new Map(fields.map((field, rank) => [field, texts[rank] ?? ''])),
  }));
}

/** Nothing said: what the file changes is taken, and nothing else. */
export function readDecisions(value: unknown): ImportDecisions & { readonly addColumns: boolean } {
  const given = entriesOf(value);
  return {
    refused: numbersIn(given.get('refused')),
    replaced: numbersIn(given.get('replaced')),
    addedBack: numbersIn(given.get('addedBack')),
    removed: numbersIn(given.get('removed')),
    settled: settledIn(given.get('settled')),
    addColumns: given.get('addColumns') !== false,
  };
}

/** Nothing said: nobody is known by name, and what was typed stays. */
export function readProfileDecisions(value: unknown): SettledProfiles {
  const given = entriesOf(value);
  return { settled: settledIn(given.get('settled')), replaced: numbersIn(given.get('replaced')) };
}

function numbersIn(value: unknown): ReadonlySet<number> {
  return new Set(listOf(value).filter((one): one is number => typeof one === 'number'));
}

/** A row, or nobody, per line. */
function settledIn(value: unknown): ReadonlyMap<number, number | null> {
  return new Map(
    listOf(value).flatMap((pair): [number, number | null][] => {
      const [line, row] = listOf(pair);
      return typeof line === 'number' && (typeof row === 'number' || row === null) ? [[line, row]] : [];
    }),
  );
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
