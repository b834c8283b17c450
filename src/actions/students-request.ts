import type { StudentsRequest } from '../dialogs/students/exchange';
import type { FileLine } from '../workbook/import/enrolments';
import type { ImportDecisions } from '../workbook/import/student-edits';
import { isStudentField } from './students-desk';

/** What a window sends is read with care: it may come from anywhere. */

/** More lines than any campaign has. */
const MOST_LINES = 50_000;

/** @returns `null` when it is no list of students */
export function readStudentsRequest(value: unknown): StudentsRequest | null {
  const given = entriesOf(value);
  const fields = listOf(given.get('fields'));
  const rows = listOf(given.get('rows'));
  const read = rows.flatMap((row): StudentsRequest['rows'][number][] => {
    const [line, ...texts] = listOf(row);
    return typeof line === 'number' && texts.every((text): text is string => typeof text === 'string')
      ? [[line, ...texts]]
      : [];
  });
  if (read.length !== rows.length || rows.length > MOST_LINES || !fields.every(isStudentField)) return null;
  return {
    kind: given.get('kind') === 'pixOrga' ? 'pixOrga' : 'students',
    label: textOf(given.get('label')).slice(0, 120),
    fields: fields.filter(isStudentField),
    rows: read,
    site: textOf(given.get('site')),
    group: textOf(given.get('group')),
    newList: given.get('newList') === true,
  };
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
  const numbers = (name: string): ReadonlySet<number> =>
    new Set(listOf(given.get(name)).filter((one): one is number => typeof one === 'number'));
  return {
    refused: numbers('refused'),
    replaced: numbers('replaced'),
    addedBack: numbers('addedBack'),
    removed: numbers('removed'),
    settled: new Map(
      listOf(given.get('settled')).flatMap((pair): [number, number | null][] => {
        const [line, row] = listOf(pair);
        return typeof line === 'number' && (typeof row === 'number' || row === null) ? [[line, row]] : [];
      }),
    ),
    addColumns: given.get('addColumns') !== false,
  };
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
