import { andList, french, number, plural } from './format';

/** What *Candidats d'une session (ODS)* says. */
export const CANDIDATE_LIST_TEXT = {
  title: 'Candidats d’une session (ODS)',
  nothingPlanned: french('Aucune session à venir n’a de candidat. Calculez d’abord le planning.'),
  sessionGone: french(
    'Cette session n’est plus dans le planning, ou elle a commencé. Fermez cette fenêtre, puis recommencez.',
  ),
  fileName: (key: string, pixNumber: string): string =>
    `candidats-session-${(pixNumber === '' ? key : pixNumber).replace(/[^\w-]+/g, '-')}.ods`,
  session: (key: string, when: string, room: string, candidates: number): string =>
    french(`${key}, ${when}, ${room} : ${plural(candidates, 'candidat', 'candidats')}`),
  heading: (key: string, pixNumber: string, when: string, site: string, room: string): readonly string[] =>
    [
      `Candidats de la session ${key}${pixNumber === '' ? '' : ` (n° ${pixNumber} de Pix)`}`,
      `Date et heure : ${when}`,
      `Site : ${site}`,
      `Salle : ${room}`,
      'Liste faite par PixOrga, avec les colonnes de Pix Certif. Les lignes au-dessus du tableau ne sont pas lues.',
    ].map(french),
  made: (candidates: number, given: number, file: string): string =>
    french(
      `${plural(candidates, 'candidat', 'candidats')}${candidates === given ? '' : ` sur ${number(given)}`} dans « ${file} ».`,
    ),
  nobody: french(
    'Aucun candidat de cette session ne peut être dans la liste : voyez ce qu’il faut corriger.',
  ),
  howTo: french(
    'Dans Pix Certif, ouvrez la session, onglet « Candidats », puis importez la liste complétée.',
  ),
  replaces: french(
    'Cet import remplace tous les candidats déjà inscrits dans la session. Pix le refuse dès que l’un d’eux est relié à un compte.',
  ),

  choose: 'Session',
  reading: french('Lecture de la session…'),
  template: 'Liste téléchargée de Pix Certif pour cette session (.ods)',
  templateHint: french(
    'Dans Pix Certif, ouvrez la session, onglet « Candidats », puis « Télécharger (.ods) ». PixOrga y écrit les candidats et ne touche à rien d’autre.',
  ),
  consent: (count: number): string =>
    french(
      count < 2
        ? 'Faire la liste sans le candidat que Pix refuserait'
        : `Faire la liste sans les ${number(count)} candidats que Pix refuserait`,
    ),
  fill: 'Remplir la liste de Pix',
  without: 'Liste sans modèle',
  close: 'Fermer',
  failedCall: french('Google n’a pas répondu. Réessayez dans une minute.'),
  notTemplate: (name: string): string =>
    french(
      `« ${name} » n’est pas la liste de candidats de Pix Certif : ses colonnes ne s’y trouvent pas. Téléchargez-la depuis la session, sans l’ouvrir ni la convertir.`,
    ),
  otherSession: (pixNumber: string): string =>
    french(
      `La session a le n° ${pixNumber} dans « Planning », et ce numéro n’est pas dans le fichier : vérifiez que c’est bien la liste de cette session.`,
    ),
  missing: (labels: readonly string[]): string =>
    french(
      `Le fichier n’a pas ${labels.length < 2 ? 'la colonne' : 'les colonnes'} ${andList(labels.map((label) => `« ${label} »`))} : ces valeurs n’y sont pas.`,
    ),
  replaced: (count: number): string =>
    french(
      `${plural(count, 'candidat qui y figurait', 'candidats qui y figuraient')} ${count < 2 ? 'a été remplacé' : 'ont été remplacés'}.`,
    ),
} as const;
