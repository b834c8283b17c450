import { andList, french, number, plural } from './format';

/** What *Exporter vers Pix Certif* says. */
export const PIX_CERTIF_TEXT = {
  title: 'Exporter vers Pix Certif',
  nothingPlanned: french("Aucune session à exporter. Calculez d'abord le planning."),
  nothingExported: french("Aucun candidat ne peut être exporté : rien n'a été écrit."),
  nothingNew: french(
    'Rien n’a changé depuis le dernier export : Pix Certif a déjà toutes les sessions. Pour en exporter une de nouveau, cochez-la dans la fenêtre.',
  ),
  notAgreed: french('Rien n’a été exporté : cochez d’abord ce que vous acceptez.'),
  dataChanged: french(
    'Les données ont changé depuis l’ouverture de cette fenêtre : rien n’a été exporté. Relisez ce qui suit, puis recommencez.',
  ),
  howTo: french(
    'Importez le fichier dans Pix Certif, page « Sessions », « Créer/éditer plusieurs sessions ». Rien n’y est écrit avant votre confirmation.',
  ),
  howToSeveral: french(
    'Importez les fichiers l’un après l’autre dans Pix Certif, page « Sessions », « Créer/éditer plusieurs sessions ».',
  ),
  thenNumbers: french(
    'Une fois les sessions créées, choisissez « Lire les numéros de session Pix » : vous pourrez les modifier sans les créer deux fois.',
  ),
} as const;

/** What exporting a session does to Pix, as the window says it. */
export const CERTIF_STATES = {
  fresh: 'Nouvelle',
  replaced: (number: string): string => french(`Remplace les candidats de la session Pix ${number}`),
  changed: (number: string): string =>
    french(`Candidats changés depuis l’export : remplace ceux de la session Pix ${number}`),
  same: (number: string): string =>
    french(`Session Pix ${number} : aucun candidat n’a changé depuis l’export`),
  exported: (when: string): string =>
    french(`Déjà exportée ${when} : décochez-la si Pix l’a créée, il refuserait tout le fichier`),
  moved: (before: string): string =>
    french(`C’était ${before} à l’export : changez-la à la main, voir « Écarts avec Pix Certif »`),
} as const;

/** Words of the window of the export. */
export const CERTIF_WINDOW_TEXT = {
  sessions: 'Sessions à exporter',
  all: 'Tout cocher',
  none: 'Tout décocher',
  session: 'Session',
  when: 'Quand',
  where: 'Où',
  candidates: 'Candidats',
  inPix: 'Dans Pix',
  leftOutOf: (leftOut: number): string =>
    leftOut === 0 ? '' : `dont ${number(leftOut)} refusé${leftOut < 2 ? '' : 's'}`,
  counted: (candidates: number, exportable: number, sessions: number): string =>
    french(
      `${plural(candidates, 'candidat coché', 'candidats cochés')} en ${plural(sessions, 'session', 'sessions')} : ${plural(exportable, 'candidat', 'candidats')} dans le fichier, ${plural(candidates - exportable, 'laissé', 'laissés')} de côté.`,
    ),
  nothing: 'Cochez au moins une session dont un candidat peut être exporté.',
  parametersRefused: french('Pix refuserait tout le fichier : corrigez d’abord les paramètres ci-dessous.'),
  problems: 'Ce que Pix refuserait, et où le corriger',
  noProblem: french('Pix ne trouvera rien à refuser, hors ce que lui seul peut vérifier.'),
  more: (count: number): string => french(`… et ${number(count)} de plus : voir l’onglet « À corriger ».`),
  onlyPix: 'Ce que seul Pix peut vérifier',
  leaveOut: (count: number): string =>
    french(
      count < 2
        ? 'J’exporte sans le candidat refusé : il ne sera pas inscrit dans Pix'
        : `J’exporte sans les ${number(count)} candidats refusés : ils ne seront pas inscrits dans Pix`,
    ),
  replace: (numbers: readonly string[]): string =>
    french(
      `J’accepte qu’à l’import Pix supprime les candidats déjà inscrits dans ${numbers.length < 2 ? 'la session' : 'les sessions'} ${andList(numbers)} et les remplace par ceux du fichier`,
    ),
  make: 'Télécharger le fichier',
  making: 'Préparation du fichier…',
  again: 'Télécharger',
  close: 'Fermer',
  failed: french('Le fichier n’a pas pu être fait. Fermez cette fenêtre et recommencez.'),
} as const;

/** Candidates who are in no session to export. */
export interface Elsewhere {
  readonly held: number;
  readonly unseated: number;
  readonly nameless: number;
  /** Sessions whose row cannot be read. */
  readonly unread: readonly string[];
}

/** *5 candidats n’ont pas de session à venir, 30 sont dans une session tenue : ils ne sont pas exportés.* */
export function countedElsewhere({ held, unseated, nameless, unread }: Elsewhere): readonly string[] {
  const parts = [
    ...(unseated > 0
      ? [`${plural(unseated, 'candidat n’a', 'candidats n’ont')} pas de session à venir`]
      : []),
    ...(held > 0 ? [`${plural(held, 'candidat est', 'candidats sont')} dans une session tenue`] : []),
    ...(nameless > 0
      ? [`${plural(nameless, 'place réservée n’a', 'places réservées n’ont')} pas encore de nom`]
      : []),
  ];
  return [
    ...(parts.length === 0 ? [] : [`Hors de l’export : ${parts.join(' ; ')}.`]),
    ...(unread.length === 0
      ? []
      : [
          `${plural(unread.length, 'session est illisible', 'sessions sont illisibles')} dans « Planning » : ${andList(unread)}. Corrigez « Créneau » ou « Code ».`,
        ]),
  ].map(french);
}

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

/** *5 candidats ne sont pas dans le fichier : Zoé MARTIN (S03)… Les raisons sont dans l'onglet « À corriger ».* */
export function leftOutLine(names: readonly string[], tab: string): string {
  if (names.length === 0) return '';
  const verb = names.length < 2 ? "n'est" : 'ne sont';
  return french(
    `${plural(names.length, 'candidat', 'candidats')} ${verb} pas dans le fichier : ${names.join(', ')}. Les raisons sont dans l'onglet « ${tab} ».`,
  );
}

/** What Pix does to sessions that it has already; empty when there are none. */
export function replacedLine(numbers: readonly string[]): string {
  if (numbers.length === 0) return '';
  return french(
    `Attention : à l'import, Pix supprime les candidats déjà inscrits dans ${numbers.length === 1 ? 'la session' : 'les sessions'} ${andList(numbers)} et les remplace par ceux du fichier.`,
  );
}

/** What only Pix can check. */
interface OnlyPix {
  readonly inseeCodes: readonly string[];
  readonly postalCodesAndCities: readonly string[];
  readonly countries: readonly string[];
  readonly mailDomains: readonly string[];
  readonly sessionNumbers: readonly string[];
  readonly newSessions: readonly string[];
}

interface OnlyPixPart {
  readonly label: string;
  readonly values: readonly string[];
}

/** The same by kind, each with its values; kinds without any are left out. */
export function onlyPixParts(only: OnlyPix): readonly OnlyPixPart[] {
  const { inseeCodes, postalCodesAndCities, countries, mailDomains, sessionNumbers, newSessions } = only;
  return [
    { label: plural(inseeCodes.length, 'code INSEE', 'codes INSEE'), values: inseeCodes },
    {
      label: plural(
        postalCodesAndCities.length,
        'code postal et sa commune',
        'codes postaux et leur commune',
      ),
      values: postalCodesAndCities,
    },
    { label: plural(countries.length, 'nom de pays étranger', 'noms de pays étrangers'), values: countries },
    {
      label: plural(mailDomains.length, 'domaine de messagerie', 'domaines de messagerie'),
      values: mailDomains,
    },
    {
      label: `que ${plural(sessionNumbers.length, 'session est la vôtre et n’a', 'sessions sont les vôtres et n’ont')} pas commencé`,
      values: sessionNumbers,
    },
    {
      label: `que ${plural(newSessions.length, 'nouvelle session n’existe', 'nouvelles sessions n’existent')} pas déjà (même site, même salle, même date, même heure)`,
      values: newSessions,
    },
  ]
    .filter(({ values }) => values.length > 0)
    .map(({ label, values }) => ({ label: french(label), values }));
}

const VALUES_TOLD = 12;

/** *Seul Pix peut vérifier : 45 codes INSEE (01004, 14118…) ; 1 nom de pays étranger (Maroc)…* */
export function onlyPixLine(parts: readonly OnlyPixPart[]): string {
  if (parts.length === 0) return '';
  const told = parts.map(
    ({ label, values }) =>
      `${label} : ${values.slice(0, VALUES_TOLD).join(', ')}${values.length > VALUES_TOLD ? '…' : ''}`,
  );
  return french(`Seul Pix peut vérifier ${told.join(' ; ')}.`);
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
