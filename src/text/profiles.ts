import { andList, french, number, percent, plural } from './format';

/** What *Importer les profils Pix* says. */
export const PROFILES_TEXT = {
  title: 'Importer les profils Pix',
  explained: [
    'Rien n’a changé : l’import se fait dans la fenêtre du menu Pix, où vous choisissez le fichier de résultats d’une campagne de collecte de profils.',
    'Dans Pix Orga, ouvrez la campagne, puis « Exporter les résultats (.csv) ».',
  ].map(french),
  unreadable: french(
    'Ce que la fenêtre a envoyé n’a pas été compris : rien n’a été écrit. Recommencez l’import.',
  ),
  empty: french('Le fichier n’a aucune ligne : rien n’a été écrit.'),
  noStudents: (tab: string): string =>
    french(`L’onglet « ${tab} » n’a aucun étudiant : importez d’abord vos étudiants.`),
  changedMeanwhile: french(
    'Le classeur a changé depuis la comparaison : rien n’a été écrit. Comparez de nouveau.',
  ),
  notResults: (headers: readonly string[]): string =>
    french(
      `Ce fichier n’est pas l’export des résultats d’une campagne de collecte de profils : il n’a pas ${andList(headers.map((header) => `« ${header} »`))}. Dans Pix Orga, ouvrez la campagne, puis « Exporter les résultats (.csv) ».`,
    ),
  done: (profiles: number, tab: string): string =>
    french(`${plural(profiles, 'profil', 'profils')} dans l’onglet « ${tab} ».`),
  filled: (cells: number): string =>
    french(`« Certifiable » : ${plural(cells, 'cellule remplie', 'cellules remplies')} d’après les profils.`),
  conflicts: (count: number): string =>
    french(
      `${plural(count, 'réponse tapée', 'réponses tapées')} dans « Certifiable » ${count < 2 ? 'dit' : 'disent'} autre chose que le profil : ${count < 2 ? 'elle reste' : 'elles restent'}.`,
    ),
  picture: (share: number, maximum: number, tab: string): string =>
    french(
      `En moyenne ${percent(share)} du score maximum (${number(maximum)} pix) : le détail est dans l’onglet « ${tab} ».`,
    ),
  unknown: (count: number): string =>
    french(
      `${plural(count, 'participant n’est', 'participants ne sont')} pas dans l’onglet des étudiants : ${count < 2 ? 'son profil n’est pas gardé' : 'leurs profils ne sont pas gardés'}.`,
    ),
  undecided: (count: number): string =>
    french(`${plural(count, 'participant laissé', 'participants laissés')} de côté, faute de réponse.`),
  notSent: (count: number): string =>
    french(
      `${plural(count, 'participant n’a', 'participants n’ont')} pas encore envoyé ${count < 2 ? 'son' : 'leur'} profil.`,
    ),
  notCertifiable: (count: number, tab: string): string =>
    french(
      `${plural(count, 'étudiant n’est', 'étudiants ne sont')} pas encore ${count < 2 ? 'certifiable' : 'certifiables'} : « ${tab} » dit combien de compétences ${count < 2 ? 'il a' : 'ils ont'}.`,
    ),
  required: french(
    'Le paramètre « Exiger la certifiabilité » est à « oui » : seuls les certifiables seront planifiés.',
  ),
} as const;

/** *3 compétences certifiables sur 5 nécessaires*. */
export function competencesOf(count: number, needed: number): string {
  return french(
    `${plural(count, 'compétence certifiable', 'compétences certifiables')} sur ${needed} nécessaires`,
  );
}

/** Data above the highest level of the parameters. */
export function aboveMaximum(people: number, level: number, highest: number, cell: string): string {
  return french(
    `${cell} : ${plural(people, 'profil dépasse', 'profils dépassent')} le niveau maximum ${level}, jusqu’au niveau ${highest}. Mettez « Niveau maximum Pix » à ${highest} dans cette cellule, pour que les parts du maximum soient justes.`,
  );
}

/** What is said of a line of the results, by the code of what is wrong. */
export const PROFILE_NOTES = {
  COLUMN_MISSING: (_, header) => `Il manque la colonne « ${header} ».`,
  VALUE_NOT_UNDERSTOOD: (line, header, seen) =>
    `Ligne ${line} : « ${header} » contient « ${seen} », qui n’est pas compris : cette valeur est tenue pour inconnue.`,
  VALUE_TOO_HIGH: (line, header, seen) =>
    `Ligne ${line} : « ${header} » contient « ${seen} », plus que Pix ne donne : cette valeur est tenue pour inconnue.`,
  CERTIFIABLE_DOUBTFUL: (line, header, seen) =>
    `Ligne ${line} : « ${header} » dit « ${seen} », mais les niveaux disent le contraire. C’est la réponse de Pix qui compte.`,
} satisfies Readonly<Record<string, (line: number, header: string, seen: string) => string>>;

/** Words of the window, step by step. */
export const PROFILES_WINDOW_TEXT = {
  intro: french(
    'Choisissez le fichier de résultats d’une campagne de collecte de profils. Dans Pix Orga : ouvrez la campagne, puis « Exporter les résultats (.csv) ».',
  ),
  reviewTitle: 'Ce que disent les profils',
  matched: (count: number): string => (count < 2 ? 'profil reconnu' : 'profils reconnus'),
  certifiable: (count: number): string => (count < 2 ? 'certifiable' : 'certifiables'),
  notCertifiable: 'pas encore',
  doubtful: 'à décider',
  mean: (share: number, maximum: number): string =>
    french(`En moyenne ${percent(share)} du score maximum (${number(maximum)} pix).`),
  filled: (cells: number): string =>
    french(
      cells === 0
        ? '« Certifiable » dit déjà la même chose.'
        : `« Certifiable » changera dans ${plural(cells, 'cellule', 'cellules')}.`,
    ),
  areasTitle: 'Par domaine',
  groupsTitle: 'Par groupe',
  group: 'Groupe',
  profiles: 'Profils',
  certifiableColumn: 'Certifiables',
  share: 'Part du maximum',
  unknownShare: 'inconnue',
  conflictsTitle: (count: number): string =>
    french(`« Certifiable » tapé autrement : ${plural(count, 'personne', 'personnes')}`),
  conflictsHint: french('Ce que vous avez tapé reste, sauf si vous cochez.'),
  takePix: (who: string, row: number, typed: string, pix: string): string =>
    french(`${who} (ligne ${row}) : vous avez « ${typed} », le profil dit ${pix}. Prendre le profil`),
  doubtsTitle: (count: number): string =>
    french(`À décider : ${plural(count, 'participant', 'participants')} peut-être dans l’onglet`),
  doubtsHint: french('Sans réponse, le profil n’est pas gardé.'),
  nobody: 'ce n’est personne de l’onglet',
  unknownTitle: (count: number): string =>
    french(`Pas dans l’onglet des étudiants : ${plural(count, 'participant', 'participants')}`),
  notSentTitle: (count: number): string =>
    french(`Profil pas encore envoyé : ${plural(count, 'participant', 'participants')}`),
  notesTitle: (count: number): string => french(`Remarques : ${number(count)}`),
  write: 'Garder ces profils',
  writtenTitle: 'Profils gardés',
} as const;
