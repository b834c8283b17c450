import { french, number, plural } from './format';
import type { RefusalSentence } from './pix-refusals';

/** What *Exporter vers Pix Orga* says. */
export const PIX_ORGA_TEXT = {
  title: 'Exporter vers Pix Orga',
  fileName: 'etudiants-pix-orga.csv',
  nobody: french('Aucun étudiant ne peut être exporté : aucun fichier n’a été fait.'),
  noStudents: french('Il n’y a aucun étudiant à exporter : remplissez l’onglet « Étudiants ».'),
  tooLarge: french(
    'Le fichier dépasse 10 Mo : Pix Orga le refuserait. Exportez une partie des étudiants depuis une copie du classeur.',
  ),
  howTo: french(
    'Dans Pix Orga, page « Étudiants », choisissez « Ajouter des étudiants » : ceux qui ont déjà le même numéro sont mis à jour.',
  ),
  /** *Replace* deletes whoever is not in the file. */
  replaceWarning: french(
    '« Remplacer » supprime de Pix Orga tous les étudiants absents du fichier, avec leurs participations : cela ne s’annule pas.',
  ),
  exported: (written: number, given: number, file: string): string =>
    french(
      `${plural(written, 'étudiant', 'étudiants')}${written === given ? '' : ` sur ${number(given)}`} dans « ${file} ».`,
    ),
  leftOut: (count: number, names: readonly string[], tab: string): string =>
    french(
      `${plural(count, 'étudiant n’est', 'étudiants ne sont')} pas dans le fichier : ${named(names)}. Les raisons sont dans l’onglet « ${tab} ».`,
    ),
  consent: (count: number): string =>
    french(
      count < 2
        ? 'Exporter sans l’étudiant que Pix Orga refuserait'
        : `Exporter sans les ${number(count)} étudiants que Pix Orga refuserait`,
    ),
  /** Pix Orga stores an absent label as « Non reconnu ». */
  unlabelled: (diplomas: number, schemes: number): string => {
    const parts = [
      ...(diplomas > 0 ? [`${plural(diplomas, 'étudiant', 'étudiants')} sans « Formation »`] : []),
      ...(schemes > 0 ? [`${plural(schemes, 'étudiant', 'étudiants')} sans « Régime »`] : []),
    ];
    return parts.length === 0
      ? ''
      : french(`${parts.join(', ')} : Pix Orga notera « Non reconnu », et prendra le fichier.`);
  },
  isLeftOut: french('L’étudiant n’est pas dans le fichier pour Pix Orga.'),
  others: (count: number): string =>
    count === 0 ? '' : french(` (et ${plural(count, 'autre étudiant', 'autres étudiants')})`),
} as const;

const NAMES_TOLD = 10;

function named(names: readonly string[]): string {
  const rest = names.length - NAMES_TOLD;
  return names.slice(0, NAMES_TOLD).join(', ') + (rest > 0 ? `… et ${number(rest)} de plus` : '');
}

/** What Pix Orga would refuse, by its code. `column` is the column of the workbook. */
export const SUP_REFUSALS = {
  FIELD_REQUIRED: (_, column) => [`Pix Orga exige « ${column} ».`, 'Remplissez cette cellule.'],
  FIELD_MAX_LENGTH: (_, column) => [
    `« ${column} » a plus de 255 caractères : Pix Orga le refuse.`,
    'Raccourcissez le texte.',
  ],
  FIELD_DATE_FORMAT: (seen) => [
    `La date de naissance ${seen} n’est pas une date possible.`,
    'Écrivez-la sous la forme JJ/MM/AAAA.',
  ],
  FIELD_EMAIL_FORMAT: (seen) => [
    `L’adresse ${seen} n’est pas une adresse e-mail : Pix Orga la refuse.`,
    'Corrigez-la, ou effacez-la : Pix Orga ne l’exige pas.',
  ],
  STUDENT_NUMBER_FORMAT: (seen) => [
    `Pix Orga refuse le numéro ${seen}.`,
    'Il ne peut contenir que des lettres sans accent, des chiffres, et les signes - et _.',
  ],
  STUDENT_NUMBER_UNIQUE: (seen) => [
    `Le numéro ${seen} est déjà celui d’un étudiant plus haut.`,
    'Corrigez-le, ou supprimez la ligne en double.',
  ],
  DIPLOMA_UNKNOWN: (seen) => [
    `${seen} n’est pas dans la liste des diplômes de Pix Orga.`,
    'L’étudiant est exporté ; Pix Orga note « Non reconnu ». Rien n’est à faire si cela vous convient.',
  ],
  STUDY_SCHEME_UNKNOWN: (seen) => [
    `${seen} n’est pas dans la liste des régimes de Pix Orga.`,
    'L’étudiant est exporté ; Pix Orga note « Non reconnu ». Rien n’est à faire si cela vous convient.',
  ],
  TEXT_LIKE_A_FORMULA: (seen) => [
    `${seen} commence comme une formule : le texte n’est ni exporté ni modifié.`,
    'Corrigez-le : il ne peut pas commencer par =, +, - ou @.',
  ],
} satisfies Readonly<Record<string, (seen: string, column: string) => ReturnType<RefusalSentence>>>;
