import { DOWNLOAD_WINDOW, type DownloadWindow } from '../dialogs/download/exchange';
import type { Problem } from '../domain/problem';
import { now } from '../google/clock';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { utf8Length } from '../pix/csv/write';
import type { SupCode, SupFinding } from '../pix/sup-students/student';
import { type SupFile, writeSupFile } from '../pix/sup-students/write';
import { firstProblems } from '../text/checked';
import { PIX_ORGA_TEXT as TEXT, SUP_REFUSALS } from '../text/pix-orga';
import type { ToldProblem } from '../workbook/write/problems';
import { act, alone, aloneInWords } from './act';
import { type Answer, type AnswerFile, blocked, type WindowOpened } from './answer';
import { type PixOrgaStudents, pixOrgaStudents } from './pix-orga-students';
import { readWorkbook } from './read-workbook';
import { writeProblems } from './report-problems';
import { answerProblems, shownTold, tellProblem, tellProblems, withoutRepeats } from './tell-problems';

/** Every code has its sentence, or nothing compiles. */
const SENTENCES: Readonly<Record<SupCode, (seen: string, column: string) => readonly [string, string]>> =
  SUP_REFUSALS;

const WINDOW = { width: 640, height: 520 } as const;
const MIME = 'text/csv;charset=utf-8';
const TOLD = 3;
/** The least of the limits that Pix Orga is known to have (reference, section 4.1). */
const SIZE_LIMIT = 10 * 1024 * 1024;

/**
 * *Exporter vers Pix Orga*: shows what the file would hold and who would have it refused; the page gives the file once
 * staff agree to leave those out.
 */
export function openPixOrga(): Answer | WindowOpened {
  const shown: DownloadWindow[] = [];
  const answer = aloneInWords((book) => {
    const { made, told } = makeFile(book);
    if (made.status === 'done') shown.push(windowOf(made, told));
    return made;
  });
  const [data] = shown;
  if (data === undefined) return act(TEXT.title, () => answer);
  showWindow(DOWNLOAD_WINDOW, { title: TEXT.title, data, ...WINDOW });
  return { defaultCall: 'exportPixOrga' };
}

/** The same without a window: whoever Pix Orga would refuse is left out, and listed. */
export function exportPixOrga(): Answer {
  return act(TEXT.title, () => alone((book) => makeFile(book).made));
}

interface Made {
  readonly made: Answer & { readonly leftOut: number };
  readonly told: readonly ToldProblem[];
}

function makeFile(book: OpenSpreadsheet): Made {
  const reading = readWorkbook(book);
  const students = pixOrgaStudents(reading, now(book.timeZone).day);
  const given = students.students.length;
  if (given === 0) return { made: { ...blocked(TEXT.noStudents), leftOut: 0 }, told: [] };
  const file = writeSupFile(students.students);
  const told = tellFindings(file, students);
  writeProblems(book, reading, withoutRepeats(told, tellProblems(reading.problems)));
  const problems = answerProblems(told);
  const leftOut = file.leftOut.length;
  if (file.text === null) {
    const lines = firstProblems(
      told.map(({ line }) => line),
      TOLD,
    );
    return { made: { status: 'blocked', lines: [TEXT.nobody, ...lines], problems, leftOut }, told };
  }
  if (utf8Length(file.text) > SIZE_LIMIT)
    return { made: { status: 'blocked', lines: [TEXT.tooLarge], problems, leftOut }, told };
  const files: readonly AnswerFile[] = [{ name: TEXT.fileName, mime: MIME, text: file.text }];
  return {
    made: {
      status: 'done',
      lines: [
        TEXT.exported(file.written, given, TEXT.fileName),
        ...(leftOut > 0 ? [TEXT.leftOut(leftOut, namesOf(file, students), reading.tabs.problems.name)] : []),
        ...unlabelledLine(file, students),
        TEXT.howTo,
        TEXT.replaceWarning,
      ],
      problems,
      files,
      leftOut,
    },
    told,
  };
}

/** Labels that are absent are no refusal: Pix says so once the file is in. */
function unlabelledLine({ leftOut }: SupFile, { students }: PixOrgaStudents): readonly string[] {
  const absent = new Set(leftOut);
  const written = students.filter((_, rank) => !absent.has(rank));
  const without = (field: 'diploma' | 'studyScheme'): number =>
    written.filter((student) => student[field].trim() === '').length;
  return [TEXT.unlabelled(without('diploma'), without('studyScheme'))].filter((line) => line !== '');
}

function namesOf({ leftOut }: SupFile, { students }: PixOrgaStudents): readonly string[] {
  return leftOut.map((rank) => {
    const student = students[rank];
    const name = `${student?.firstName ?? ''} ${student?.lastName ?? ''}`.trim();
    return name === '' ? (student?.studentNumber ?? '') : name;
  });
}

function windowOf(
  { lines, files = [], leftOut }: Made['made'],
  told: readonly ToldProblem[],
): DownloadWindow {
  return {
    files,
    lines,
    ...shownTold(told),
    ...(leftOut > 0 ? { consent: TEXT.consent(leftOut) } : {}),
  };
}

/**
 * Findings in words, those that leave a student out first. A label that Pix Orga does not know is told once, at the first
 * student who has it.
 */
function tellFindings(
  { findings, text }: SupFile,
  { placeOf, columnOf }: PixOrgaStudents,
): readonly ToldProblem[] {
  const labelKeyOf = ({ code, seen }: SupFinding): string => JSON.stringify([code, seen]);
  const times = new Map<string, number>();
  for (const finding of findings)
    if (finding.severity === 'warning')
      times.set(labelKeyOf(finding), (times.get(labelKeyOf(finding)) ?? 0) + 1);
  const labels = new Set<string>();
  const inOrder = [...findings].sort((a, b) => urgency(a) - urgency(b));
  return inOrder.flatMap((finding): ToldProblem[] => {
    const { code, seen, rank, field, severity } = finding;
    if (severity === 'warning' && labels.has(labelKeyOf(finding))) return [];
    labels.add(labelKeyOf(finding));
    const [message, remedy] = SENTENCES[code](`« ${seen} »`, columnOf(field));
    const problem: Problem = {
      code,
      // What leaves one student out is a warning, as everywhere in the workbook; what leaves everyone out blocks.
      severity: text === null ? severity : 'warning',
      place: placeOf(rank, field),
      seen,
      params: {},
    };
    const sentence =
      severity === 'blocking'
        ? `${message} ${TEXT.isLeftOut}`
        : `${message.replace(/\.$/, '')}${TEXT.others((times.get(labelKeyOf(finding)) ?? 1) - 1)}.`;
    return [tellProblem(problem, sentence, remedy)];
  });
}

const urgency = ({ severity }: SupFinding): number => (severity === 'blocking' ? 0 : 1);
