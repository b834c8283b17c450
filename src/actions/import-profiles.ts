import {
  PROFILES_WINDOW,
  type ProfilesAnswer,
  type ProfilesPreview,
  type ProfilesWindow,
} from '../dialogs/profiles/exchange';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import type { CsvRecord } from '../pix/csv/read';
import { readProfileCollection } from '../pix/profile-collection/read';
import { PROFILES_TEXT as TEXT } from '../text/profiles';
import { PROFILES_TAB } from '../workbook/schema/profiles';
import { act, alone, aloneInWords, attempt, isAnswer } from './act';
import { type Answer, blocked, done, type WindowOpened } from './answer';
import { findTab } from './find-tabs';
import { aboveLevel, previewOf } from './preview-profiles';
import { openProfilesDesk, profilesByRow, type ProfilesDesk } from './profiles-desk';
import { openStudentsDesk } from './students-desk';
import { readProfileDecisions, readSentRows } from './sent-lists';
import { writeProfiles } from './write-profiles';

const WINDOW = { width: 760, height: 600 } as const;

/** *Importer les profils Pix*: opens the window where staff give the results of a campaign. Changes nothing. */
export function openProfileImport(): Answer | WindowOpened {
  const shown: ProfilesWindow[] = [];
  const answer = aloneInWords((book) => {
    const desk = openStudentsDesk(book);
    if (isAnswer(desk)) return desk;
    if (desk.known.all.length === 0) return blocked(TEXT.noStudents(desk.tabs.students.name));
    shown.push({ students: desk.tabs.students.name, profiles: findTab(book, PROFILES_TAB).name });
    return done([]);
  });
  const [data] = shown;
  if (data === undefined) return act(TEXT.title, () => answer);
  showWindow(PROFILES_WINDOW, { title: TEXT.title, data, ...WINDOW });
  return { defaultCall: 'explainProfileImport' };
}

/** Where there is no window to give a file in: what to do. */
export function explainProfileImport(): Answer {
  return act(TEXT.title, () => done(TEXT.explained));
}

/** What the results say beside the workbook. Changes nothing. */
export function previewProfiles(request: unknown): ProfilesPreview | ProfilesAnswer {
  return answered<ProfilesPreview>(request, (_, desk) => previewOf(desk));
}

/** Keeps the profiles as staff settled them, if the workbook still holds what they were compared with. */
export function importProfiles(request: unknown, stamp: unknown, decisions: unknown): ProfilesAnswer {
  return answered<ProfilesAnswer>(request, (book, desk) => {
    if (desk.stamp !== stamp) return blocked(TEXT.changedMeanwhile);
    const settled = readProfileDecisions(decisions);
    const above = aboveLevel(desk, profilesByRow(desk, settled));
    const { kind, lines } = writeProfiles(book, desk, settled);
    return { kind, lines: [...lines, ...above] };
  });
}

function answered<Result>(
  request: unknown,
  work: (book: OpenSpreadsheet, desk: ProfilesDesk) => Result | Answer,
): Result | ProfilesAnswer {
  const rows = readSentRows(request);
  if (rows === null) return failedWith([TEXT.unreadable]);
  if (rows.length === 0) return failedWith([TEXT.empty]);
  const result = attempt(() => alone<Result>((book) => onResults(book, rows, work)));
  return isAnswer(result) ? failedWith(result.lines) : result;
}

function onResults<Result>(
  book: OpenSpreadsheet,
  rows: readonly CsvRecord[],
  work: (book: OpenSpreadsheet, desk: ProfilesDesk) => Result | Answer,
): Result | Answer {
  const reading = readProfileCollection(rows);
  const missing = reading.findings.filter(({ code }) => code === 'COLUMN_MISSING');
  if (missing.length > 0) return blocked(TEXT.notResults(missing.map(({ header }) => header)));
  const students = openStudentsDesk(book);
  if (isAnswer(students)) return students;
  if (students.known.all.length === 0) return blocked(TEXT.noStudents(students.tabs.students.name));
  return work(book, openProfilesDesk(book, students, reading));
}

function failedWith(lines: readonly string[]): ProfilesAnswer {
  return { kind: 'failed', lines };
}
