import type { Candidate } from '../../domain/candidate';
import { candidateId, type CandidateId, type GroupName, type SiteName } from '../../domain/ids';
import { readDay } from '../cells/day';
import { identifierOf, isBlankCell, textOf } from '../cells/text';
import { readExtraTime, readYesNo } from '../cells/values';
import { matchKey } from '../text-match';
import { Names, readSites, type Groups } from './names';
import type { ProblemLog } from './problem-log';
import { reportErrorValues, type Table, type TableRow } from './table';

/** A candidate before anyone has said when they can come. */
export type Student = Omit<Candidate, 'availability'>;

export interface StudentReading {
  readonly students: readonly Student[];
  readonly byId: Names<Student>;
  /** Rows that hold something, exact repeats apart. */
  readonly listed: number;
  /** Rows left out, each with its problem: they are candidates too, and none of them is seated. */
  readonly leftOut: readonly LeftOut[];
  /** Row of each usable candidate in the tab. */
  readonly rowOf: ReadonlyMap<CandidateId, number>;
  /** Students listed in each group, usable or not: what requests deduct. */
  readonly groupSizes: ReadonlyMap<GroupName, number>;
}

/** A row of `Étudiants` that cannot be planned. */
export interface LeftOut {
  readonly row: number;
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly group: string;
  readonly site: string;
}

const USED = ['id', 'lastName', 'firstName', 'group', 'sites', 'extraTime'];

export function readStudents(
  table: Table,
  sites: Names<SiteName>,
  groups: Groups,
  defaultExtraTime: number,
  log: ProblemLog,
): StudentReading {
  const students: Student[] = [];
  const byId = new Names<Student>();
  const leftOut: LeftOut[] = [];
  const rowOf = new Map<CandidateId, number>();
  const groupSizes = new Map<GroupName, number>();
  const seen = new Names<{ row: number; fingerprint: string }>();
  let repeats = 0;
  for (const row of table.rows) {
    const id = identifierOf(row.cell('id'), row.shown('id'));
    const fingerprint = fingerprintOf(row, table);
    const before = id === '' ? undefined : seen.get(id);
    if (before?.fingerprint === fingerprint) {
      log.warning('rowRepeated', row.spot('id'), id, { row: before.row });
      repeats++;
      continue;
    }
    const group = groups.of(textOf(row.cell('group')));
    if (group !== null) groupSizes.set(group, (groupSizes.get(group) ?? 0) + 1);
    if (before)
      log.blocking('codeRepeated', row.spot('id'), id, { row: before.row, header: row.header('id') });
    else if (id !== '') seen.add(id, { row: row.row, fingerprint });
    const student = before ? null : readStudent(row, id, group, sites, defaultExtraTime, log);
    if (student === null) {
      leftOut.push(leftOutOf(row, id));
      continue;
    }
    students.push(student);
    byId.add(id, student);
    rowOf.set(student.id, row.row);
  }
  if (students.length === 0) log.blocking('noUsableCandidate', { tab: table.tab });
  return { students, byId, listed: table.rows.length - repeats, leftOut, rowOf, groupSizes };
}

function readStudent(
  row: TableRow,
  id: string,
  group: GroupName | null,
  sites: Names<SiteName>,
  defaultExtraTime: number,
  log: ProblemLog,
): Student | null {
  if (reportErrorValues(row, USED, log)) return null;
  const missing = (['id', 'lastName', 'firstName', 'sites'] as const).filter((key) =>
    isBlankCell(row.cell(key)),
  );
  for (const key of missing)
    log.warning('valueMissing', row.spot(key), '', { header: row.header(key), what: 'student' });
  const { known, unknown } = readSites(row.cell('sites'), sites);
  for (const site of unknown) {
    log.warning('siteUnknown', row.spot('sites'), site, {
      what: known.length > 0 ? 'studentOther' : 'student',
    });
  }
  const extraTime = readExtraTime(row.cell('extraTime'), defaultExtraTime, row.shown('extraTime'));
  if (extraTime.kind !== 'fraction') {
    log.warning(
      extraTime.kind === 'date' ? 'extraTimeDate' : 'extraTimeUnreadable',
      row.spot('extraTime'),
      row.shown('extraTime'),
    );
  }
  if (extraTime.kind === 'fraction' && extraTime.guessed === true) {
    log.warning('extraTimeGuessed', row.spot('extraTime'), row.shown('extraTime'), {
      percent: Math.round(extraTime.fraction * 10_000) / 100,
    });
  }
  const birth = readDay(row.cell('birthDay'));
  if (birth.kind === 'impossible' || birth.kind === 'unreadable') {
    log.warning('birthDayUnreadable', row.spot('birthDay'), row.shown('birthDay'), { kind: birth.kind });
  }
  const certifiable = readCertifiable(row, log);
  if (missing.length > 0 || known.length === 0 || extraTime.kind !== 'fraction') return null;
  return {
    id: candidateId(id),
    lastName: textOf(row.cell('lastName')),
    firstName: textOf(row.cell('firstName')),
    group,
    sites: known,
    extraTime: extraTime.fraction,
    certifiable,
  };
}

/** `null` when nothing is said; an unticked box says no. */
function readCertifiable(row: TableRow, log: ProblemLog): boolean | null {
  const cell = row.cell('certifiable');
  if (cell === '') return null;
  const answer = readYesNo(cell);
  if (answer === null)
    log.warning('certifiableUnreadable', row.spot('certifiable'), row.shown('certifiable'));
  return answer;
}

/** Everything that the row says: two rows with the same words are one row pasted twice. */
function fingerprintOf(row: TableRow, table: Table): string {
  const parts: string[] = [];
  for (const column of table.columns.values()) {
    const cell = row.at(column);
    parts.push(typeof cell === 'object' ? `d${cell.serial}` : matchKey(textOf(cell)));
  }
  return parts.join('|');
}

function leftOutOf(row: TableRow, id: string): LeftOut {
  return {
    row: row.row,
    id,
    lastName: textOf(row.cell('lastName')),
    firstName: textOf(row.cell('firstName')),
    group: textOf(row.cell('group')),
    site: textOf(row.cell('sites')),
  };
}
