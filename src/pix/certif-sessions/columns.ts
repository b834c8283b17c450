import type { Minutes } from '../../domain/calendar';
import { frenchDate } from '../french-date';
import { birthPlaceOf } from './birth-place';
import { examinersText } from './check-session';
import { extraTimeText } from './extra-time';
import type { CertifCandidate, CertifSession, CertifTerms } from './session';

interface Column {
  readonly header: string;
  readonly text: (session: CertifSession, candidate: CertifCandidate, terms: CertifTerms) => string;
}

/** Session information must be absent from the lines of a session that Pix knows already. */
const onlyNew =
  (text: (session: CertifSession) => string) =>
  (session: CertifSession): string =>
    session.existingNumber.trim() === '' ? text(session) : '';

/** The 21 columns of a SUP centre, in the order of the template; headers are compared letter for letter by Pix. */
const COLUMNS: readonly Column[] = [
  { header: 'Numéro de session préexistante', text: (session) => session.existingNumber },
  { header: '* Nom du site', text: onlyNew((session) => session.site) },
  { header: '* Nom de la salle', text: onlyNew((session) => session.room) },
  {
    header: '* Date de début (format: JJ/MM/AAAA)',
    text: onlyNew((session) => frenchDate(session.day.value)),
  },
  {
    header: '* Heure de début (heure locale format: HH:MM)',
    text: onlyNew((session) => timeText(session.start.value)),
  },
  { header: '* Surveillant(s)', text: onlyNew(examinersText) },
  { header: 'Observations (optionnel)', text: (session) => session.observations },
  { header: '* Nom de naissance', text: (_, candidate) => candidate.lastName },
  { header: '* Prénom', text: (_, candidate) => candidate.firstName },
  {
    header: '* Date de naissance (format: JJ/MM/AAAA)',
    text: (_, candidate) => frenchDate(candidate.birthDate.value),
  },
  { header: '* Sexe (M ou F)', text: (_, candidate) => candidate.sex.toUpperCase() },
  {
    header: 'Code INSEE de la commune de naissance',
    text: (_, candidate) => birthPlaceOf(candidate).inseeCode,
  },
  {
    header: 'Code postal de la commune de naissance',
    text: (_, candidate) => birthPlaceOf(candidate).postalCode,
  },
  { header: 'Nom de la commune de naissance', text: (_, candidate) => birthPlaceOf(candidate).city },
  { header: '* Pays de naissance', text: (_, candidate) => birthPlaceOf(candidate).country },
  {
    header: 'E-mail du destinataire des résultats (formateur, enseignant…)',
    text: (_, __, terms) => terms.resultsEmail,
  },
  { header: 'E-mail de convocation', text: (_, candidate) => candidate.email },
  { header: 'Identifiant externe', text: (_, candidate) => candidate.externalId },
  {
    header: 'Temps majoré ? (exemple format: 33%)',
    text: (_, candidate) => extraTimeText(candidate.extraTime.value ?? 0),
  },
  {
    header: '* Tarification part Pix (Gratuite, Prépayée ou Payante)',
    text: (_, __, terms) => terms.billing,
  },
  {
    header: 'Code de prépaiement (si Tarification part Pix Prépayée)',
    text: (_, __, terms) => terms.prepaymentCode,
  },
];

export const CERTIF_HEADERS: readonly string[] = COLUMNS.map((column) => column.header);

/** The 21 cells of one candidate, full session information included: the form that cannot be misread. */
export function certifCells(
  session: CertifSession,
  candidate: CertifCandidate,
  terms: CertifTerms,
): readonly string[] {
  return COLUMNS.map((column) => column.text(session, candidate, terms).trim());
}

const two = (value: number): string => String(value).padStart(2, '0');

function timeText(minutes: Minutes | null): string {
  if (minutes === null) return '';
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
