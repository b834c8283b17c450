import { birthPlaceOf } from '../certif-sessions/birth-place';
import { extraTimeText } from '../certif-sessions/extra-time';
import type { CertifCandidate, CertifTerms } from '../certif-sessions/session';
import { frenchDate } from '../french-date';

/** A cell of the list: a text, a share of the test as a number, or nothing. */
export type ListCell = string | number | null;

interface Column {
  /** As Pix writes it; line breaks in it do not count. */
  readonly label: string;
  /** What Pix called it before. */
  readonly formerly: readonly string[];
  readonly required: boolean;
  readonly cell: (candidate: CertifCandidate, terms: CertifTerms) => ListCell;
}

const column = (
  label: string,
  cell: Column['cell'],
  { required = false, formerly = [] }: Partial<Pick<Column, 'required' | 'formerly'>> = {},
): Column => ({ label, cell, required, formerly });

/** The columns of the list of candidates of a session of a SUP centre (reference, section 2), in the order of its data. */
export const LIST_COLUMNS: readonly Column[] = [
  column('* Nom de naissance', ({ lastName }) => lastName, { required: true }),
  column('* Prénom', ({ firstName }) => firstName, { required: true }),
  column('* Date de naissance (format : jj/mm/aaaa)', ({ birthDate }) => frenchDate(birthDate.value), {
    required: true,
  }),
  column('* Sexe (M ou F)', ({ sex }) => sex.toUpperCase(), { required: true }),
  column('Code postal', (candidate) => birthPlaceOf(candidate).postalCode),
  column('Code Insee', (candidate) => birthPlaceOf(candidate).inseeCode),
  column('Nom de la commune', (candidate) => birthPlaceOf(candidate).city),
  column('Pays', (candidate) => birthPlaceOf(candidate).country, { required: true }),
  column(
    'E-mail du prescripteur (enseignant, formateur), pour la réception des résultats',
    (_, { resultsEmail }) => resultsEmail,
    { formerly: ['E-mail du destinataire des résultats (formateur, enseignant…)'] },
  ),
  column('E-mail de convocation', ({ email }) => email),
  column('Identifiant local', ({ externalId }) => externalId),
  column('Temps majoré ?', ({ extraTime }) => shareOf(extraTime.value ?? 0)),
  column('Tarification part Pix', (_, { billing }) => billing),
  column('Code de prépaiement', (_, { prepaymentCode }) => prepaymentCode),
];

/** The same share as in the mass import: what a person gets does not depend on the file. */
function shareOf(share: number): number | null {
  const text = extraTimeText(share);
  return text === '' ? null : Math.round(Number.parseFloat(text) * 10) / 1000;
}

/** One cell per column. */
export function listCells(candidate: CertifCandidate, terms: CertifTerms): readonly ListCell[] {
  return LIST_COLUMNS.map(({ cell }) => {
    const value = cell(candidate, terms);
    return typeof value === 'string' ? value.trim() || null : value;
  });
}
