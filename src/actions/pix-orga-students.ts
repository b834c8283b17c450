import type { CalendarDay } from '../domain/calendar';
import type { Place } from '../domain/problem';
import { SUP_COLUMNS } from '../pix/sup-students/columns';
import type { SupField, SupStudent } from '../pix/sup-students/student';
import { labelKey } from '../pix/table';
import { identifierOf, isErrorValue, outgoingText } from '../workbook/cells/text';
import { ProblemLog } from '../workbook/read/problem-log';
import { readTable, type Table, type TableRow } from '../workbook/read/table';
import { TABS } from '../workbook/schema/tabs';
import { birthDateOf } from './pix-certif-campaign';
import type { WorkbookReading } from './read-workbook';

/** The students as Pix Orga is told of them, in the order of the tab, and where each value stands. */
export interface PixOrgaStudents {
  readonly students: readonly SupStudent[];
  readonly placeOf: (rank: number, field: SupField) => Place;
  /** The header of the workbook for a field. */
  readonly columnOf: (field: SupField) => string;
}

/** Columns of the workbook that the file takes; the other fields are columns that staff added under Pix's own header. */
const KEYS: Readonly<Partial<Record<SupField, string>>> = {
  firstName: 'firstName',
  lastName: 'lastName',
  birthDate: 'birthDay',
  email: 'email',
  studentNumber: 'id',
  department: 'department',
  group: 'group',
  diploma: 'course',
};

/** Every row of `Étudiants`, planned or not. */
export function pixOrgaStudents(reading: WorkbookReading, today: CalendarDay): PixOrgaStudents {
  const grid = reading.grids.students;
  const table = grid === null ? null : readTable(grid, TABS.students, new ProblemLog());
  const rows = table?.rows ?? [];
  const added = addedColumns(table);
  const columnAt = (field: SupField): number | undefined =>
    added.get(field)?.column ?? table?.columns.get(KEYS[field] ?? '');
  return {
    students: rows.map((row) => studentOf(row, columnAt, today)),
    placeOf: (rank, field) => ({
      tab: reading.tabs.students.name,
      row: rows[rank]?.row ?? null,
      column: columnAt(field) ?? null,
    }),
    columnOf: (field) =>
      added.get(field)?.header ??
      TABS.students.columns.find(({ key }) => key === KEYS[field])?.header ??
      SUP_COLUMNS.find((column) => column.field === field)?.header ??
      '',
  };
}

/** Columns beside those of the workbook whose header is one of the file: `Régime`, `Nom d'usage`… */
function addedColumns(
  table: Table | null,
): ReadonlyMap<SupField, { readonly column: number; readonly header: string }> {
  const others = table?.others ?? [];
  return new Map(
    SUP_COLUMNS.flatMap(({ field, header }) => {
      const found = others.find((other) => labelKey(other.header) === labelKey(header));
      return found === undefined ? [] : [[field, found] as const];
    }),
  );
}

function studentOf(
  row: TableRow,
  columnAt: (field: SupField) => number | undefined,
  today: CalendarDay,
): SupStudent {
  const text = (field: SupField): string => {
    const column = columnAt(field);
    return column === undefined ? '' : outgoingText(row.at(column));
  };
  return {
    firstName: text('firstName'),
    secondName: text('secondName'),
    thirdName: text('thirdName'),
    lastName: text('lastName'),
    usualName: text('usualName'),
    birthDate: birthDateOf(row, { day: today }),
    email: text('email'),
    studentNumber: isErrorValue(row.cell('id')) ? '' : identifierOf(row.cell('id'), row.shown('id')),
    department: text('department'),
    team: text('team'),
    group: text('group'),
    diploma: text('diploma'),
    studyScheme: text('studyScheme'),
  };
}
