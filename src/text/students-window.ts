import { andList, french, number, plural } from './format';

/** Words of the window that imports students, step by step. */
export const STUDENTS_WINDOW_TEXT = {
  intro: {
    students: french(
      'Choisissez le fichier de vos étudiants, tel qu’Apogée, Pégase ou un tableur le donne. Rien n’est écrit avant que vous l’ayez relu.',
    ),
    pixOrga: french(
      'Choisissez le fichier d’étudiants de Pix Orga (celui de « Ajouter des étudiants »). Rien n’est écrit avant que vous l’ayez relu.',
    ),
  },

  columnsTitle: 'Ce que PixOrga a compris',
  understood: (label: string, rows: number, encoding: string): string =>
    french(
      `${label === '' ? 'Lignes collées' : `« ${label} »`} : ${plural(rows, 'ligne', 'lignes')}${encoding === '' ? '' : ` (${encoding})`}.`,
    ),
  titled: 'Une ligne du fichier contient les titres des colonnes',
  fileColumn: 'Colonne du fichier',
  samples: 'Premières valeurs',
  meaning: 'Ce que c’est',
  ignore: 'ne pas prendre',
  untitled: (rank: number): string => `Colonne ${rank}`,
  meaningOf: (header: string): string => french(`Ce que contient « ${header} »`),
  toConfirm: 'à confirmer',
  needIdentity: french(
    'Il faut au moins « N° étudiant », ou « Identifiant externe », ou « Nom » et « Prénom » : indiquez leur colonne.',
  ),
  pixMissing: (headers: readonly string[]): string =>
    french(
      `Ce n’est pas tout à fait un fichier de Pix Orga : il n’a pas ${andList(headers.map((header) => `« ${header} »`))}. Vous pouvez continuer.`,
    ),
  pixUnknown: (headers: readonly string[]): string =>
    french(
      `Pix Orga refuserait ce fichier à cause de ${andList(headers.map((header) => `« ${header} »`))}. Ici, vous pouvez continuer.`,
    ),
  site: 'Site des nouveaux étudiants',
  noSite: 'à remplir plus tard',
  group: 'Groupe des nouveaux étudiants',
  compare: (tab: string): string => french(`Comparer avec « ${tab} »`),

  reviewTitle: 'Ce qui changerait',
  added: (count: number): string => (count < 2 ? 'nouveau' : 'nouveaux'),
  changed: 'mis à jour',
  same: (count: number): string => (count < 2 ? 'inchangé' : 'inchangés'),
  doubtful: 'à décider',
  gone: (count: number): string => (count < 2 ? 'absent' : 'absents'),
  aside: (count: number): string => (count < 2 ? 'ligne laissée' : 'lignes laissées'),
  people: (lines: number, people: number): string =>
    french(
      lines === people
        ? `${plural(lines, 'ligne', 'lignes')}, autant d’étudiants.`
        : `${plural(lines, 'ligne', 'lignes')}, ${plural(people, 'étudiant', 'étudiants')} : les inscriptions d’une même personne sont réunies.`,
    ),
  comparedWith: (name: string): string => french(`Comparé avec le dernier import de cette liste : ${name}.`),
  notCompared: french('Aucun import précédent de cette liste : personne n’est signalé comme absent.'),
  newList: 'C’est une autre liste : ne pas comparer avec cet import',
  zeros: (count: number): string =>
    french(
      `${plural(count, 'code INSEE ou postal', 'codes INSEE ou postaux')} : le zéro du début a été remis.`,
    ),
  keptByHand: (count: number): string =>
    french(
      `${plural(count, 'valeur changée', 'valeurs changées')} à la main depuis le dernier import : ${count < 2 ? 'elle reste' : 'elles restent'} comme vous l’avez tapée${count < 2 ? '' : 's'}.`,
    ),
  doubtsTitle: (count: number): string =>
    french(`À décider : ${plural(count, 'personne', 'personnes')} peut-être déjà dans l’onglet`),
  doubtsHint: french('Sans réponse, la personne est laissée de côté.'),
  newPerson: 'c’est quelqu’un d’autre : ajouter',
  conflictsTitle: (count: number): string =>
    french(`Changés dans le fichier et à la main : ${plural(count, 'personne', 'personnes')}`),
  takeFile: (who: string): string => french(`Prendre le fichier pour ${who}`),
  changesTitle: (count: number): string => french(`Mis à jour : ${plural(count, 'personne', 'personnes')}`),
  takeChange: (who: string): string => french(`Mettre à jour ${who}`),
  becomes: (header: string, before: string, after: string): string =>
    french(before === '' ? `${header} : « ${after} »` : `${header} : « ${before} » devient « ${after} »`),
  addedTitle: (count: number): string => french(`Nouveaux : ${plural(count, 'personne', 'personnes')}`),
  goneTitle: (count: number): string =>
    french(`Absents du fichier : ${plural(count, 'personne', 'personnes')}`),
  goneHint: french('Cochez qui retirer de l’onglet ; les autres restent.'),
  remove: (who: string, row: number): string => french(`Retirer ${who} (ligne ${row})`),
  deletedTitle: (count: number): string =>
    french(`Retirés à la main depuis le dernier import : ${plural(count, 'personne', 'personnes')}`),
  addBack: (who: string): string => french(`Remettre ${who}`),
  notesTitle: (count: number): string => french(`Remarques : ${number(count)}`),
  moreChanges: (count: number): string => french(`… et ${number(count)} de plus, mis à jour aussi.`),
  addColumns: (headers: readonly string[]): string =>
    french(
      `Ajouter à l’onglet ${headers.length < 2 ? 'la colonne' : 'les colonnes'} qui lui ${headers.length < 2 ? 'manque' : 'manquent'} : ${andList(headers.map((header) => `« ${header} »`))}`,
    ),
  write: (tab: string): string => french(`Écrire dans « ${tab} »`),
  writtenTitle: 'Import terminé',
  report: 'Télécharger le compte rendu, ligne par ligne',
  reportFile: 'compte-rendu-import.csv',
} as const;
