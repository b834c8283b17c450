import type { LineNote } from '../workbook/import/enrolments';
import type { LineOutcome } from '../workbook/import/student-edits';
import { andList, french, number, plural } from './format';

/** What *Importer des étudiants* and *Importer un fichier Pix Orga* say. */
export const STUDENT_IMPORT_TEXT = {
  titles: { students: 'Importer des étudiants', pixOrga: 'Importer un fichier Pix Orga' },
  /** Where there is no window. */
  explained: {
    students: [
      'Rien n’a changé : l’import se fait dans la fenêtre du menu Pix, où vous choisissez le fichier de vos étudiants ou collez ses lignes.',
      'Elle lit les fichiers .csv, .xlsx et .ods d’Apogée, de Pégase ou d’un tableur, montre ce qu’elle a compris et n’écrit qu’après votre accord.',
    ].map(french),
    pixOrga: [
      'Rien n’a changé : l’import se fait dans la fenêtre du menu Pix, où vous choisissez le fichier d’étudiants de Pix Orga.',
      'Elle montre ce qu’elle a compris et n’écrit qu’après votre accord.',
    ].map(french),
  },
  unreadable: french(
    'Ce que la fenêtre a envoyé n’a pas été compris : rien n’a été écrit. Recommencez l’import.',
  ),
  empty: french('La liste n’a aucune ligne : rien n’a été écrit.'),
  changedMeanwhile: (tab: string): string =>
    french(`L’onglet « ${tab} » a changé depuis la comparaison : rien n’a été écrit. Comparez de nouveau.`),
  nothing: french('Il n’y avait rien à changer.'),
  done: (added: number, updated: number, cells: number, same: number): string =>
    french(
      `${plural(added, 'étudiant ajouté', 'étudiants ajoutés')}, ${number(updated)} mis à jour (${plural(cells, 'cellule', 'cellules')}), ${plural(same, 'inchangé', 'inchangés')}.`,
    ),
  removed: (count: number): string =>
    french(`${plural(count, 'étudiant retiré', 'étudiants retirés')} de l’onglet.`),
  aside: (count: number): string =>
    french(
      `${plural(count, 'personne laissée de côté', 'personnes laissées de côté')} : voir le compte rendu.`,
    ),
  columnsAdded: (headers: readonly string[]): string =>
    french(
      `${headers.length < 2 ? 'Colonne ajoutée' : 'Colonnes ajoutées'} à droite : ${andList(headers.map((header) => `« ${header} »`))}.`,
    ),
  columnsLeft: (headers: readonly string[]): string =>
    french(
      `L’onglet n’a pas ${headers.length < 2 ? 'la colonne' : 'les colonnes'} ${andList(headers.map((header) => `« ${header} »`))} : ces valeurs n’ont pas été reprises.`,
    ),
  renumbered: (count: number): string =>
    french(
      `${plural(count, 'numéro d’étudiant a changé', 'numéros d’étudiant ont changé')} ; « Affectations », « Disponibilités » et « Messages » suivent.`,
    ),
  next: french('Choisissez « Vérifier les données » dans le menu Pix pour voir ce qui manque encore.'),
  lineAside: 'Laissé de côté',
  together: (line: number): string => french(`Réuni à la ligne ${line}`),
  reportHeaders: ['Ligne', 'N° étudiant', 'Nom', 'Prénom', 'Résultat', 'Détail'],
} as const;

/** *« liste.csv », importé le lun. 11/01/2027*. */
export function pastImportName(label: string, day: string): string {
  return french(`${label === '' ? 'des lignes collées' : `« ${label} »`}, le ${day}`);
}

/** *Zoé MARTIN, n° 22000001, né·e le 02/03/2004, groupe L2*: as much as is known. */
export function personWords(person: {
  readonly lastName: string;
  readonly firstName: string;
  readonly id: string;
  readonly birthDay: string;
  readonly group: string;
  readonly session: string;
}): string {
  const { lastName, firstName, id, birthDay, group, session } = person;
  return french(
    [
      `${firstName} ${lastName}`.trim(),
      ...(id === '' ? [] : [`n° ${id}`]),
      ...(birthDay === '' ? [] : [birthDay]),
      ...(group === '' ? [] : [group]),
      ...(session === '' ? [] : [`placé en ${session}`]),
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
}

/** How a line of the file ended: *Mis à jour*, and what changed. */
export function outcomeWords(
  outcome: LineOutcome,
  headerOf: (field: string) => string,
): readonly [result: string, detail: string] {
  const words = (): readonly [string, string] => {
    switch (outcome.kind) {
      case 'added':
        return ['Ajouté', ''];
      case 'same':
        return ['Inchangé', `ligne ${outcome.row} de l’onglet`];
      case 'refused':
        return ['Inchangé', `ligne ${outcome.row} de l’onglet : changements non pris, comme demandé`];
      case 'undecided':
        return ['Laissé de côté', 'personne n’a dit s’il est déjà dans l’onglet'];
      case 'deletedByHand':
        return ['Laissé de côté', 'retiré de l’onglet à la main depuis le dernier import'];
      case 'updated':
        return [
          'Mis à jour',
          `ligne ${outcome.row} de l’onglet : ${outcome.changes
            .map(
              ({ field, before, after }) =>
                `${headerOf(field)} « ${before?.text ?? ''} » devient « ${after.text} »`,
            )
            .join(' ; ')}`,
        ];
    }
  };
  const [result, detail] = words();
  return [french(result), french(detail)];
}

/** One sentence about one line of the file: what is wrong, and what becomes of it. */
export function noteSentence(note: LineNote, header: string, tab: string): string {
  return french(`Ligne ${note.line} : ${sentence(note, header, tab)}`);
}

function sentence({ code, seen, others }: LineNote, header: string, tab: string): string {
  const value = `« ${seen.length > 60 ? `${seen.slice(0, 59)}…` : seen} »`;
  const numbers = andList(others.map(String));
  const at = `${others.length < 2 ? 'à la ligne' : 'aux lignes'} ${numbers}`;
  const of = `${others.length < 2 ? 'de la ligne' : 'des lignes'} ${numbers}`;
  switch (code) {
    case 'errorValue':
      return `« ${header} » contient une erreur (${value}) : cette valeur n’est pas prise.`;
    case 'birthDayUnreadable':
      return `la date de naissance ${value} n’est pas comprise : elle n’est pas prise. Écrivez-la sous la forme JJ/MM/AAAA.`;
    case 'birthDayImpossible':
      return `la date de naissance ${value} n’existe pas : elle n’est pas prise.`;
    case 'birthDayTooLate':
      return `la date de naissance ${value} est dans le futur : elle n’est pas prise.`;
    case 'sexUnknown':
      return `le sexe ${value} n’est ni M ni F : il n’est pas pris.`;
    case 'emailUnlikely':
      return `${value} n’est pas une adresse de courriel : elle n’est pas prise.`;
    case 'extraTimeUnreadable':
      return `le temps majoré ${value} n’est pas compris : il n’est pas pris. Écrivez par exemple 33 %.`;
    case 'siteUnknown':
      return `le site ${value} n’est pas dans l’onglet des salles : il est écrit tel quel, et la personne ne sera pas placée avant correction.`;
    case 'nobody':
      return 'ni numéro d’étudiant, ni identifiant, ni nom : la ligne est laissée de côté.';
    case 'numberShared':
      return `le n° ${value} est aussi celui de quelqu’un d’autre, ${at} : ces lignes sont laissées de côté. Corrigez le fichier.`;
    case 'enrolmentsDiffer':
      return `deuxième inscription de la personne ${of}, avec « ${header} » ${value} : ${header} garde la valeur de l’onglet si c’est l’une des deux, sinon celle de la première inscription.`;
    case 'newWithoutName':
      return `le n° ${value} n’est pas dans l’onglet, et la ligne ne donne pas le nom et le prénom : elle est laissée de côté.`;
    case 'newWithoutNumber':
      return 'la personne est ajoutée sans numéro d’étudiant : elle ne sera pas placée avant qu’il soit rempli.';
    case 'numberTwiceInTab':
      return `le n° ${value} est ${at} de l’onglet « ${tab} » : rien n’y est changé. Supprimez la ligne en double, puis recommencez.`;
    case 'rowTaken':
      return `la personne semble être celle ${of} du fichier : la ligne est laissée de côté.`;
  }
}
