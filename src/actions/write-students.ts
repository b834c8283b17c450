import type { StudentsAnswer } from '../dialogs/students/exchange';
import type { Cell } from '../domain/grid';
import { nowSerial } from '../google/clock';
import { editTable } from '../google/edit-table';
import { readMemory, writeMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { writeTab } from '../google/write-tab';
import { noteSentence, outcomeWords, STUDENT_IMPORT_TEXT as TEXT } from '../text/student-import';
import { linesLeftAside } from '../workbook/import/enrolments';
import type { FieldValue } from '../workbook/import/student-fields';
import { withImport } from '../workbook/import/past-imports';
import { type ImportDecisions, studentEdits, type StudentEdits } from '../workbook/import/student-edits';
import { blankTab } from '../workbook/write/blank-tabs';
import type { TableEdits } from '../workbook/write/table-edits';
import type { ComparedStudents } from './import-students';
import { renumberStudents } from './renumber-students';
import { givenValue, headerOf } from './students-desk';

/** Name under which the lists imported are remembered. */
export const PAST_IMPORTS = 'imports d’étudiants';

/** Fields that the file fills and the tab has no column for, in the order of the file. */
export function missingColumns({ given, file, desk }: ComparedStudents): readonly string[] {
  return given.fields.filter(
    (field) => !desk.known.columns.has(field) && file.students.some(({ values }) => values.has(field)),
  );
}

/** Writes what was agreed to, and what the next import has to know. */
export function writeStudents(
  book: OpenSpreadsheet,
  compared: ComparedStudents,
  decisions: ImportDecisions & { readonly addColumns: boolean },
): StudentsAnswer {
  const { desk, comparison, past, lists, given } = compared;
  const edits = studentEdits(comparison, desk.known, past, decisions, defaultsOf(compared));
  const missing = missingColumns(compared);
  const newFields = decisions.addColumns ? missing : [];
  if (!desk.exists) {
    // A tab without anything in it is no tab yet: its headers and looks are those of a new one.
    writeTab(book, blankTab('students', desk.tabs.students.name));
  }
  editTable(book, desk.grid, placed(compared, edits, newFields));
  const renumbered = renumberStudents(book, desk.tabs, edits.renumbered);
  book.flush();
  const undecided = new Set(
    edits.outcomes.flatMap(({ student, outcome }) => (outcome.kind === 'undecided' ? [student] : [])),
  );
  const remembered = withImport(lists, past, {
    label: given.label,
    at: nowSerial(book.timeZone),
    students: compared.file.students.filter((student) => !undecided.has(student)),
  });
  writeMemory(book, new Map([...readMemory(book), [PAST_IMPORTS, JSON.stringify(remembered)]]));
  return {
    kind: 'written',
    lines: linesOf(compared, edits, {
      renumbered,
      added: newFields.map(headerOf),
      left: decisions.addColumns ? [] : missing.map(headerOf),
    }),
    report: reportOf(compared, edits),
  };
}

/** What a new student gets where the file says nothing. */
function defaultsOf({ given, desk }: ComparedStudents): ReadonlyMap<string, FieldValue> {
  const defaults = new Map<string, FieldValue>();
  for (const [field, text] of [
    ['sites', given.site],
    ['group', given.group],
  ] as const) {
    const value = givenValue(field, text, desk.context);
    if (value !== null) defaults.set(field, value);
  }
  return defaults;
}

/** The edits under the columns of the tab. */
function placed({ desk }: ComparedStudents, edits: StudentEdits, newFields: readonly string[]): TableEdits {
  const { table, known, grid } = desk;
  const width = Math.max(0, ...grid.cells.map((row) => row.length));
  const columns = new Map(known.columns);
  newFields.forEach((field, rank) => columns.set(field, width + 1 + rank));
  const cells = new Map<number, ReadonlyMap<number, Cell>>();
  for (const [field, changes] of edits.cells) {
    const column = columns.get(field);
    if (column !== undefined) cells.set(column, changes);
  }
  const last = table.rows[table.rows.length - 1]?.row ?? table.headerRow;
  return {
    tab: grid.tab,
    headerRow: table.headerRow,
    newColumns: newFields.map((field, rank) => ({ column: width + 1 + rank, header: headerOf(field) })),
    formats: new Map(
      [...columns].flatMap(([field, column]) => (field === 'birthDay' ? [[column, 'dd/mm/yyyy']] : [])),
    ),
    cells,
    firstFree: last + 1,
    added: edits.added.map(
      (row) =>
        new Map(
          [...row].flatMap(([field, cell]): [number, Cell][] => {
            const column = columns.get(field);
            return column === undefined ? [] : [[column, cell]];
          }),
        ),
    ),
    emptied: edits.removed,
  };
}

function linesOf(
  { comparison }: ComparedStudents,
  edits: StudentEdits,
  columns: {
    readonly renumbered: number;
    readonly added: readonly string[];
    readonly left: readonly string[];
  },
): readonly string[] {
  const count = (kind: string): number =>
    edits.outcomes.filter(({ outcome }) => outcome.kind === kind).length;
  const cells = edits.outcomes.reduce(
    (sum, { outcome }) => sum + (outcome.kind === 'updated' ? outcome.changes.length : 0),
    0,
  );
  const aside = count('undecided') + count('deletedByHand');
  const lost = linesLeftAside(comparison.notes);
  const nothing = edits.added.length + cells + edits.removed.length === 0;
  return [
    ...(nothing ? [TEXT.nothing] : []),
    TEXT.done(edits.added.length, count('updated'), cells, count('same') + count('refused')),
    ...(edits.removed.length > 0 ? [TEXT.removed(edits.removed.length)] : []),
    ...(aside + lost > 0 ? [TEXT.aside(aside + lost)] : []),
    ...(columns.added.length > 0 ? [TEXT.columnsAdded(columns.added)] : []),
    ...(columns.left.length > 0 ? [TEXT.columnsLeft(columns.left)] : []),
    ...(columns.renumbered > 0 ? [TEXT.renumbered(columns.renumbered)] : []),
    TEXT.next,
  ];
}

/** Line by line: what became of it, and what is said of it. */
function reportOf(
  { comparison, given, desk }: ComparedStudents,
  edits: StudentEdits,
): readonly (readonly string[])[] {
  const tab = desk.tabs.students.name;
  const outcomes = new Map(
    edits.outcomes.flatMap(({ student, outcome }) =>
      student.lines.map((line, rank) => [line, { outcome, first: student.lines[0] ?? 0, rank }] as const),
    ),
  );
  const notes = new Map<number, string[]>();
  for (const note of comparison.notes) {
    const sentence = noteSentence(note, note.field === null ? '' : headerOf(note.field), tab);
    notes.set(note.line, [...(notes.get(note.line) ?? []), sentence]);
  }
  const column = (field: string): number => given.fields.findIndex((one) => one === field);
  const shown = ['id', 'lastName', 'firstName'].map(column);
  return [
    TEXT.reportHeaders,
    ...given.rows.map(([line, ...texts]) => {
      const found = outcomes.get(line);
      const [result, detail] =
        found === undefined
          ? [TEXT.lineAside, '']
          : found.rank > 0
            ? [TEXT.together(found.first), '']
            : outcomeWords(found.outcome, headerOf);
      const said = [detail, ...(notes.get(line) ?? [])].filter((part) => part !== '').join(' ');
      return [String(line), ...shown.map((rank) => texts[rank] ?? ''), result, said];
    }),
  ];
}
