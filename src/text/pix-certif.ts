import { andList, french, number, plural } from './format';

/** What *Exporter vers Pix Certif* says. */
export const PIX_CERTIF_TEXT = {
  title: 'Exporter vers Pix Certif',
  nothingPlanned: french("Aucune session à exporter. Calculez d'abord le planning."),
  nothingExported: french("Aucun candidat ne peut être exporté : rien n'a été écrit."),
  cancelled: french("Rien n'a été exporté."),
  howTo: french(
    'Importez le fichier dans Pix Certif, page « Sessions », « Créer / éditer plusieurs sessions ». Rien n’y est écrit avant votre confirmation.',
  ),
  howToSeveral: french(
    'Importez les fichiers l’un après l’autre dans Pix Certif, page « Sessions », « Créer / éditer plusieurs sessions ».',
  ),
} as const;

export interface ExportFigures {
  readonly candidates: number;
  readonly candidatesGiven: number;
  readonly sessions: number;
  readonly files: readonly string[];
}

/** *372 candidats sur 377 exportés, en 14 sessions : « import-sessions.csv ».* */
export function exportedLine({ candidates, candidatesGiven, sessions, files }: ExportFigures): string {
  const names = andList(files.map((name) => `« ${name} »`));
  const people =
    candidates === candidatesGiven
      ? plural(candidates, 'candidat', 'candidats')
      : `${plural(candidates, 'candidat', 'candidats')} sur ${number(candidatesGiven)}`;
  return french(`${people}, ${plural(sessions, 'session', 'sessions')} : ${names}.`);
}

const NAMES_TOLD = 20;

/** *5 candidats ne sont pas dans le fichier : Zoé MARTIN (S03)… Les raisons sont dans l'onglet « À corriger ».* */
export function leftOutLine(names: readonly string[], tab: string): string {
  const rest = names.length - NAMES_TOLD;
  const told = names.slice(0, NAMES_TOLD).join(', ') + (rest > 0 ? `… et ${number(rest)} de plus` : '');
  const verb = names.length < 2 ? "n'est" : 'ne sont';
  return french(
    `${plural(names.length, 'candidat', 'candidats')} ${verb} pas dans le fichier : ${told}. Les raisons sont dans l'onglet « ${tab} ».`,
  );
}

export function leaveOutQuestion(leftOut: number, kept: number): string {
  return french(
    `${plural(leftOut, 'candidat ne peut', 'candidats ne peuvent')} pas être exporté${leftOut < 2 ? '' : 's'} : Pix refuserait tout le fichier. Exporter sans eux ${plural(kept, 'autre candidat', 'autres candidats')} ?`,
  );
}

/** What Pix does to sessions that it has already; empty when there are none. */
export function replacedLine(numbers: readonly string[]): string {
  if (numbers.length === 0) return '';
  return french(
    `Attention : à l'import, Pix supprime les candidats déjà inscrits dans ${numbers.length === 1 ? 'la session' : 'les sessions'} ${andList(numbers)} et les remplace par ceux du fichier.`,
  );
}

/** Counts of what only Pix can check. */
export interface OnlyPixCounts {
  readonly inseeCodes: number;
  readonly postalCodes: number;
  readonly countries: readonly string[];
  readonly mailDomains: readonly string[];
  readonly newSessions: number;
}

/** *Pix vérifiera lui-même : 45 codes INSEE, le pays « Maroc »…* */
export function onlyPixLine(counts: OnlyPixCounts): string {
  const { inseeCodes, postalCodes, countries, mailDomains, newSessions } = counts;
  const parts = [
    ...(inseeCodes > 0 ? [plural(inseeCodes, 'code INSEE', 'codes INSEE')] : []),
    ...(postalCodes > 0
      ? [plural(postalCodes, 'code postal et sa commune', 'codes postaux et leur commune')]
      : []),
    ...(countries.length > 0
      ? [`${countries.length < 2 ? 'le pays' : 'les pays'} ${countries.join(', ')}`]
      : []),
    ...(mailDomains.length > 0
      ? [`${mailDomains.length < 2 ? 'le domaine' : 'les domaines'} ${mailDomains.join(', ')}`]
      : []),
    ...(newSessions > 0 ? ["qu'il n'a pas déjà ces sessions"] : []),
  ];
  return parts.length === 0 ? '' : french(`Seul Pix peut vérifier : ${parts.join(' ; ')}.`);
}

/** *Tarification : Gratuite.* */
export function billingLine(billing: string): string {
  return french(`Tarification de la part Pix : ${billing} (onglet « Paramètres »).`);
}

/** Words of the list of what a platform would refuse. */
export const REFUSALS_TEXT = {
  title: 'À corriger',
  more: (count: number): string => french(`… et ${number(count)} de plus : voir l’onglet « À corriger ».`),
} as const;

/** Words of the window that offers the files. */
export const DOWNLOAD_TEXT = {
  download: 'Télécharger',
  close: 'Fermer',
} as const;
