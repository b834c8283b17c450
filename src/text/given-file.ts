import { french, number } from './format';

const named = (name: string): string => (name === '' ? 'Le fichier' : `Le fichier « ${name} »`);

/** What windows say of a file that a user gives. */
export const GIVEN_FILE_TEXT = {
  file: 'Fichier (.csv, .xlsx ou .ods)',
  pasted: 'Ou collez ici des lignes copiées d’un tableur, titres compris',
  read: 'Lire ces lignes',
  reading: french('Lecture du fichier…'),
  oldFormat: (name: string): string =>
    french(
      `${named(name)} est dans l’ancien format .xls : ouvrez-le dans votre tableur, enregistrez-le en .xlsx, puis choisissez ce nouveau fichier.`,
    ),
  tooLarge: (name: string): string =>
    french(
      `${named(name)} est trop gros pour être lu ici. Enregistrez en .csv le seul onglet utile, puis recommencez.`,
    ),
  unreadable: (name: string): string =>
    french(
      `${named(name)} n’est pas lisible : il est abîmé, protégé par un mot de passe, ou d’un autre type. Il faut un fichier .csv, .xlsx ou .ods.`,
    ),
  empty: (name: string): string => french(`${named(name)} est vide.`),
  nothingPasted: french('Collez d’abord des lignes, ou choisissez un fichier.'),
  sheet: 'Onglet du fichier',
  stays: french('Le fichier reste sur votre ordinateur : seules ses lignes utiles vont dans le classeur.'),
  cancel: 'Annuler',
  close: 'Fermer',
  back: 'Retour',
  failedCall: french('Google n’a pas répondu. Rien n’a été écrit ; réessayez dans une minute.'),
  comparing: french('Comparaison en cours…'),
  writing: french('Écriture en cours…'),
  line: (line: number): string => french(`ligne ${line} du fichier`),
  more: (count: number): string => (count > 0 ? french(`… et ${number(count)} de plus.`) : ''),
  undecided: 'à décider',
  allSame: 'Tous : même personne',
  otherName: french('même numéro ou identifiant, autre nom'),
  sameName: french('même nom'),
  samePerson: (who: string, row: number): string => french(`c’est ${who} (ligne ${row})`),
} as const;
