import { csvFile, csvLine } from '../csv/write';
import { isEmail } from '../email';
import { SUP_COLUMNS, supCell } from './columns';
import { DIPLOMAS, isRecognised, STUDY_SCHEMES } from './known-labels';
import type { SupCode, SupField, SupFinding, SupStudent } from './student';

export interface SupFile {
  /** The file, or `null` when nobody can be in it. */
  readonly text: string | null;
  readonly findings: readonly SupFinding[];
  /** Ranks (from 0) of the students who are not in it. */
  readonly leftOut: readonly number[];
  readonly written: number;
}

/**
 * The import file of students of a SUP organisation (reference, section 4). One error would refuse the whole file, so a
 * student with a blocking finding is left out.
 */
export function writeSupFile(students: readonly SupStudent[]): SupFile {
  const findings = checkSupStudents(students);
  const blocked = new Set(
    findings.filter((finding) => finding.severity === 'blocking').map((finding) => finding.rank),
  );
  const kept = students.filter((_, rank) => !blocked.has(rank));
  const lines = kept.map((student) => csvLine(SUP_COLUMNS.map(({ field }) => supCell(student, field))));
  return {
    text: kept.length === 0 ? null : csvFile([csvLine(SUP_COLUMNS.map(({ header }) => header)), ...lines]),
    findings,
    leftOut: [...blocked].sort((a, b) => a - b),
    written: kept.length,
  };
}

/** The rules of section 4.3 of the reference. Of several students with one number, the first stays. */
export function checkSupStudents(students: readonly SupStudent[]): readonly SupFinding[] {
  const numbers = new Set<string>();
  return students.flatMap((student, rank) => {
    const findings: SupFinding[] = [];
    const add = (field: SupField, code: SupCode, severity: SupFinding['severity'] = 'blocking'): void => {
      findings.push({ code, severity, rank, field, seen: supCell(student, field) });
    };
    for (const { field, required } of SUP_COLUMNS) {
      const text = supCell(student, field);
      if (required && text === '') add(field, 'FIELD_REQUIRED');
      if (text.length > 255) add(field, 'FIELD_MAX_LENGTH');
      if (/^[=+\-@]/.test(text)) add(field, 'TEXT_LIKE_A_FORMULA');
    }
    if (student.birthDate.value === null && student.birthDate.seen.trim() !== '')
      add('birthDate', 'FIELD_DATE_FORMAT');
    if (student.email.trim() !== '' && !isEmail(student.email)) add('email', 'FIELD_EMAIL_FORMAT');
    const number = student.studentNumber.trim();
    if (number !== '' && !/^[A-Za-z0-9\-_\\]+$/.test(number)) add('studentNumber', 'STUDENT_NUMBER_FORMAT');
    if (number !== '' && numbers.has(number)) add('studentNumber', 'STUDENT_NUMBER_UNIQUE');
    numbers.add(number);
    if (student.diploma.trim() !== '' && !isRecognised(student.diploma, DIPLOMAS))
      add('diploma', 'DIPLOMA_UNKNOWN', 'warning');
    if (student.studyScheme.trim() !== '' && !isRecognised(student.studyScheme, STUDY_SCHEMES))
      add('studyScheme', 'STUDY_SCHEME_UNKNOWN', 'warning');
    return findings;
  });
}
