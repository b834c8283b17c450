import { parse } from 'papaparse';

/**
 * Reads an import file of students as a SUP organisation of Pix Orga does, from the written reference alone: nothing
 * here comes from the writer.
 */
export interface OrgaReport {
  readonly students: readonly Readonly<Record<string, string>>[];
  readonly errors: readonly { readonly code: string; readonly line: number; readonly header: string }[];
}

const REQUIRED = [
  'Premier prénom',
  'Nom de famille',
  'Date de naissance (jj/mm/aaaa)',
  'Numéro étudiant',
] as const;
const OPTIONAL = [
  'Deuxième prénom',
  'Troisième prénom',
  "Nom d'usage",
  'Email',
  'Composante',
  'Équipe pédagogique',
  'Groupe',
  'Diplôme',
  'Régime',
];

export function readAsPixOrga(text: string): OrgaReport {
  const parsed = parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transform: (value) => value.trim(),
  });
  const headers = parsed.meta.fields ?? [];
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL];
  const errors: { code: string; line: number; header: string }[] = [];
  for (const header of REQUIRED)
    if (!headers.includes(header)) errors.push({ code: 'HEADER_REQUIRED', line: 1, header });
  for (const header of headers)
    if (header !== '' && !known.includes(header)) errors.push({ code: 'HEADER_UNKNOWN', line: 1, header });
  if (errors.length > 0) return { students: [], errors };
  const numbers = new Set<string>();
  parsed.data.forEach((row, index) => {
    const add = (failed: boolean, code: string, header: string): void => {
      if (failed) errors.push({ code, line: index + 2, header });
    };
    const at = (header: string): string => row[header] ?? '';
    for (const header of REQUIRED) add(at(header) === '', 'FIELD_REQUIRED', header);
    for (const header of known) add(at(header).length > 255, 'FIELD_MAX_LENGTH', header);
    const born = at('Date de naissance (jj/mm/aaaa)');
    add(born !== '' && !isDate(born), 'FIELD_DATE_FORMAT', 'Date de naissance (jj/mm/aaaa)');
    const mail = at('Email');
    add(
      mail !== '' && !/^[^\s@,;<>"]+@[^\s@.,;<>"]+(\.[^\s@.,;<>"]+)+$/.test(mail),
      'FIELD_EMAIL_FORMAT',
      'Email',
    );
    const number = at('Numéro étudiant');
    add(number !== '' && !/^[A-Za-z0-9_\\-]+$/.test(number), 'STUDENT_NUMBER_FORMAT', 'Numéro étudiant');
    add(number !== '' && numbers.has(number), 'STUDENT_NUMBER_UNIQUE', 'Numéro étudiant');
    numbers.add(number);
  });
  return { students: parsed.data, errors };
}

function isDate(text: string): boolean {
  const parts = /^(\d\d)\/(\d\d)\/(\d\d|\d{4})$/.exec(text);
  if (parts === null) return false;
  const year = Number(parts[3]) + (parts[3]?.length === 2 ? 1900 : 0);
  const date = new Date(Date.UTC(year, Number(parts[2]) - 1, Number(parts[1])));
  return date.getUTCDate() === Number(parts[1]) && date.getUTCMonth() === Number(parts[2]) - 1;
}
