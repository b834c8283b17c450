import { readFrenchDate } from '../french-date';
import { readTable } from '../table';
import { SUP_COLUMNS } from './columns';
import type { SupField, SupStudent } from './student';

/** `missing`: headers that the file must have; `unknown`: headers that Pix would refuse (their values are not read). */
export interface SupReading {
  /** With the line of the file (from 1) on which each student starts. */
  readonly students: readonly (SupStudent & { readonly line: number })[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/** Reads a file of that form, whatever its separator; nobody is read when a required header is missing. */
export function readSupFile(text: string, currentYear: number): SupReading {
  const table = readTable(text);
  const missing = SUP_COLUMNS.filter(({ header, required }) => required && !table.headers.includes(header));
  const known = SUP_COLUMNS.map(({ header }) => header);
  const at = (values: readonly string[], field: SupField): string => {
    const header = SUP_COLUMNS.find((one) => one.field === field)?.header ?? '';
    return (values[table.headers.indexOf(header)] ?? '').trim();
  };
  return {
    missing: missing.map(({ header }) => header),
    unknown: table.headers.filter((header) => header !== '' && !known.includes(header)),
    students:
      missing.length > 0
        ? []
        : table.records.map(({ line, values }) => ({
            line,
            firstName: at(values, 'firstName'),
            secondName: at(values, 'secondName'),
            thirdName: at(values, 'thirdName'),
            lastName: at(values, 'lastName'),
            usualName: at(values, 'usualName'),
            birthDate: {
              value: readFrenchDate(at(values, 'birthDate'), currentYear),
              seen: at(values, 'birthDate'),
            },
            email: at(values, 'email'),
            studentNumber: at(values, 'studentNumber'),
            department: at(values, 'department'),
            team: at(values, 'team'),
            group: at(values, 'group').replace(/\s+/g, ' '),
            diploma: at(values, 'diploma'),
            studyScheme: at(values, 'studyScheme'),
          })),
  };
}
