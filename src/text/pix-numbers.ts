import { french, plural } from './format';

/** What *Lire les numéros de session Pix* says. */
export const NUMBERS_TEXT = {
  title: 'Lire les numéros de session Pix',
  intro: french(
    'Dans Pix Certif, page « Sessions », sélectionnez le tableau des sessions, copiez-le et collez-le ici. Vous pouvez aussi choisir des listes de candidats (.ods) téléchargées depuis les sessions.',
  ),
  noWindow: french(
    'Choisissez un fichier de Pix Certif dans la fenêtre, ou remplissez « N° session Pix » dans l’onglet « Planning ».',
  ),
  noColumn: french(
    'L’onglet « Planning » n’a pas de colonne « N° session Pix » : recalculez, ou ajoutez-la.',
  ),
  files: 'Fichiers de Pix Certif',
  pasted: 'Ou tableau des sessions, collé',
  read: 'Lire',
  reading: 'Lecture…',
  back: 'Recommencer',
  close: 'Fermer',
  nothingFound: french(
    'Aucune session n’est reconnue : il faut au moins le numéro, la date et l’heure de chacune. Collez le tableau entier.',
  ),
  found: (known: number, unknown: number): string =>
    french(
      [
        plural(known, 'session reconnue', 'sessions reconnues'),
        ...(unknown === 0 ? [] : [`${plural(unknown, 'autre ne l’est', 'autres ne le sont')} pas`]),
      ].join(', ') + '.',
    ),
  session: 'Session',
  when: 'Quand',
  where: 'Où',
  now: 'N° actuel',
  number: 'N° lu',
  tick: (session: string, number: string): string => `Donner le numéro ${number} à ${session}`,
  same: 'déjà noté',
  replaces: (number: string): string => `remplace ${number}`,
  unknown: 'Sessions de Pix sans correspondance claire dans le planning',
  unknownOne: (number: string, day: string, at: string, texts: string): string =>
    french(`${number} : ${day} à ${at}${texts === '' ? '' : `, ${texts}`}`),
  write: (count: number): string => `Écrire ${plural(count, 'numéro', 'numéros')}`,
  writeNone: 'Écrire les numéros',
  writing: 'Écriture…',
  written: (count: number): string =>
    french(
      `${plural(count, 'numéro écrit', 'numéros écrits')} dans « N° session Pix » : le prochain export remplacera les candidats de ces sessions au lieu de les créer.`,
    ),
} as const;
