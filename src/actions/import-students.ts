import {
  type ImportKind,
  STUDENTS_WINDOW,
  type StudentsAnswer,
  type StudentsPreview,
  type StudentsRequest,
  type StudentsWindow,
} from '../dialogs/students/exchange';
import { readMemory } from '../google/memory';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { STUDENT_IMPORT_TEXT as TEXT } from '../text/student-import';
import { compareStudents, type Comparison } from '../workbook/import/compare';
import { type FileStudents, readFileStudents } from '../workbook/import/enrolments';
import { parsePastImports, type PastImport, sameList } from '../workbook/import/past-imports';
import { act, alone, aloneInWords, attempt, isAnswer } from './act';
import { type Answer, blocked, done, type WindowOpened } from './answer';
import { previewOf } from './preview-students';
import { openStudentsDesk, type StudentsDesk } from './students-desk';
import { fileLines, readDecisions, readStudentsRequest } from './sent-lists';
import { PAST_IMPORTS, writeStudents } from './write-students';

const WINDOW = { width: 760, height: 600 } as const;

/** *Importer des étudiants*: opens the window where staff give a list. Changes nothing. */
export function openStudentImport(kind: ImportKind): Answer | WindowOpened {
  const title = TEXT.titles[kind];
  const shown: StudentsWindow[] = [];
  const answer = aloneInWords((book) => {
    const desk = openStudentsDesk(book);
    if (isAnswer(desk)) return desk;
    shown.push({ kind, tab: desk.tabs.students.name, students: desk.known.all.length, sites: desk.sites });
    return done([]);
  });
  const [data] = shown;
  if (data === undefined) return act(title, () => answer);
  showWindow(STUDENTS_WINDOW, { title, data, ...WINDOW });
  return { defaultCall: kind === 'students' ? 'explainStudentImport' : 'explainPixOrgaImport' };
}

/** Where there is no window to give a list in: what to do. */
export function explainStudentImport(kind: ImportKind): Answer {
  return act(TEXT.titles[kind], () => done(TEXT.explained[kind]));
}

/** Compares a list with the tab. Changes nothing. */
export function previewStudents(request: unknown): StudentsPreview | StudentsAnswer {
  const given = readStudentsRequest(request);
  if (given === null) return failedWith([TEXT.unreadable]);
  if (given.rows.length === 0) return failedWith([TEXT.empty]);
  const result = attempt(() =>
    alone<StudentsPreview>((book) => {
      const compared = compareWith(book, given);
      return isAnswer(compared) ? compared : previewOf(book, compared);
    }),
  );
  return isAnswer(result) ? failedWith(result.lines) : result;
}

/** Writes what staff agreed to, if the tab still holds what the list was compared with. */
export function importStudents(request: unknown, stamp: unknown, decisions: unknown): StudentsAnswer {
  const given = readStudentsRequest(request);
  if (given === null) return failedWith([TEXT.unreadable]);
  const result = attempt(() =>
    alone<StudentsAnswer>((book) => {
      const compared = compareWith(book, given);
      if (isAnswer(compared)) return compared;
      const { desk } = compared;
      if (desk.stamp !== stamp) return blocked(TEXT.changedMeanwhile(desk.tabs.students.name));
      return writeStudents(book, compared, readDecisions(decisions));
    }),
  );
  return isAnswer(result) ? failedWith(result.lines) : result;
}

/** A list beside the tab. */
export interface ComparedStudents {
  readonly given: StudentsRequest;
  readonly desk: StudentsDesk;
  readonly file: FileStudents;
  readonly comparison: Comparison;
  /** Every list that is remembered, and the one that this is a newer version of. */
  readonly lists: readonly PastImport[];
  readonly past: PastImport | null;
}

function compareWith(book: OpenSpreadsheet, given: StudentsRequest): ComparedStudents | Answer {
  const desk = openStudentsDesk(book);
  if (isAnswer(desk)) return desk;
  const file = readFileStudents(fileLines(given), desk.context);
  const lists = parsePastImports(readMemory(book).get(PAST_IMPORTS));
  const past = given.newList ? null : sameList(lists, file.students);
  return { given, desk, file, lists, past, comparison: compareStudents(file, desk.known, past) };
}

function failedWith(lines: readonly string[]): StudentsAnswer {
  return { kind: 'failed', lines, report: [] };
}
