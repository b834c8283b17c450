import { frenchDate } from '../french-date';
import type { SupField, SupStudent } from './student';

export interface SupColumn {
  readonly field: SupField;
  readonly header: string;
  readonly required: boolean;
}

const column = (field: SupField, header: string, required = false): SupColumn => ({
  field,
  header,
  required,
});

/** The columns of the template, in its order; Pix compares headers letter for letter and refuses any other. */
export const SUP_COLUMNS: readonly SupColumn[] = [
  column('firstName', 'Premier prénom', true),
  column('secondName', 'Deuxième prénom'),
  column('thirdName', 'Troisième prénom'),
  column('lastName', 'Nom de famille', true),
  column('usualName', "Nom d'usage"),
  column('birthDate', 'Date de naissance (jj/mm/aaaa)', true),
  column('email', 'Email'),
  column('studentNumber', 'Numéro étudiant', true),
  column('department', 'Composante'),
  column('team', 'Équipe pédagogique'),
  column('group', 'Groupe'),
  column('diploma', 'Diplôme'),
  column('studyScheme', 'Régime'),
];

/** The cell of a column, trimmed as Pix does; inner runs of spaces of a group are one space for Pix. */
export function supCell(student: SupStudent, field: SupField): string {
  if (field === 'birthDate') {
    const { value, seen } = student.birthDate;
    return value === null ? seen.trim() : frenchDate(value);
  }
  const text = student[field].trim();
  return field === 'group' ? text.replace(/\s+/g, ' ') : text;
}
