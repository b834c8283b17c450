import type { ShownChange, ShownField, ShownPerson, StudentsPreview } from '../dialogs/students/exchange';
import { dayOfSerial } from '../domain/calendar';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { shortDay } from '../text/format';
import { noteSentence, pastImportName, personWords } from '../text/student-import';
import { identifierOf } from '../workbook/cells/text';
import type { FieldChange, StudentChange } from '../workbook/import/compare';
import { type FileStudent, linesLeftAside } from '../workbook/import/enrolments';
import type { KnownStudent } from '../workbook/import/known-students';
import type { FieldValue } from '../workbook/import/student-fields';
import { ProblemLog } from '../workbook/read/problem-log';
import { hasHeaders, readTable } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { matchKey } from '../workbook/text-match';
import type { ComparedStudents } from './import-students';
import { headerOf } from './students-desk';
import { missingColumns } from './write-students';

/** People and lines in one list of the window. */
const SHOWN = 300;

/** A comparison in words and figures, for the window. */
export function previewOf(book: OpenSpreadsheet, compared: ComparedStudents): StudentsPreview {
  const { desk, file, comparison, past } = compared;
  const { added, changed, same, doubts, gone, deletedByHand, notes } = comparison;
  const known = new Map(desk.known.all.map((one) => [one.row, one]));
  const sessions = gone.length > 0 ? sessionsOf(book, compared) : new Map<string, string>();
  const day = past === null ? null : dayOfSerial(past.at);
  return {
    kind: 'preview',
    stamp: desk.stamp,
    counts: {
      lines: compared.given.rows.length,
      people: file.students.length,
      added: added.length,
      changed: changed.length,
      same: same.length,
      aside: linesLeftAside(notes),
      repeatedLines: file.repeatedLines,
      zerosRestored: file.zerosRestored,
      keptByHand: [...changed, ...same].reduce((sum, { keptByHand }) => sum + keptByHand, 0),
      doubts: doubts.length,
      gone: gone.length,
      deletedByHand: deletedByHand.length,
    },
    comparedWith: past === null ? null : pastImportName(past.label, day === null ? '' : shortDay(day)),
    added: added.slice(0, SHOWN).map(personOfFile),
    changes: [...changed]
      .sort((a, b) => b.conflicts.length - a.conflicts.length)
      .slice(0, SHOWN)
      .map(shownChange),
    doubts: doubts.slice(0, SHOWN).map(({ student, kind, rows }) => ({
      line: student.lines[0] ?? 0,
      kind,
      who: who(student.values),
      rows: rows.map((row) => ({ row, who: who(known.get(row)?.values ?? new Map()) })),
    })),
    gone: gone.slice(0, SHOWN).map((one) => personOfTab(one, sessions)),
    deletedByHand: deletedByHand.slice(0, SHOWN).map(personOfFile),
    notes: notes
      .slice(0, SHOWN)
      .map((note) =>
        noteSentence(note, note.field === null ? '' : headerOf(note.field), desk.tabs.students.name),
      ),
    moreNotes: Math.max(0, notes.length - SHOWN),
    newColumns: missingColumns(compared).map(headerOf),
  };
}

function shownChange({ student, row, changes, conflicts }: StudentChange): ShownChange {
  return {
    line: student.lines[0] ?? 0,
    who: who(student.values),
    row,
    changes: changes.map(shownField),
    conflicts: conflicts.map(shownField),
  };
}

function shownField({ field, before, after }: FieldChange): ShownField {
  return { header: headerOf(field), before: before?.text ?? '', after: after.text };
}

function personOfFile(student: FileStudent): ShownPerson {
  return { at: student.lines[0] ?? 0, who: who(student.values) };
}

function personOfTab({ row, values }: KnownStudent, sessions: ReadonlyMap<string, string>): ShownPerson {
  const session = sessions.get(values.get('id')?.key ?? '') ?? '';
  return { at: row, who: who(values, session) };
}

function who(values: ReadonlyMap<string, FieldValue>, session = ''): string {
  const text = (field: string): string => values.get(field)?.text ?? '';
  return personWords({
    lastName: text('lastName'),
    firstName: text('firstName'),
    id: text('id'),
    birthDay: text('birthDay'),
    group: text('group'),
    session,
  });
}

/** Session of each student who has a seat, by folded number. */
function sessionsOf(book: OpenSpreadsheet, { desk }: ComparedStudents): ReadonlyMap<string, string> {
  const { name, exists } = desk.tabs.assignments;
  const grid = exists ? book.read(name, 'nothing') : null;
  if (grid === null || !hasHeaders(grid, TABS.assignments)) return new Map();
  return new Map(
    (readTable(grid, TABS.assignments, new ProblemLog())?.rows ?? []).map((row) => [
      matchKey(identifierOf(row.cell('id'), undefined)),
      identifierOf(row.cell('session'), undefined),
    ]),
  );
}
