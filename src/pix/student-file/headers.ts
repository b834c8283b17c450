import type { WantedColumn } from './recognise';

/** What can be read of a student in a file from elsewhere. */
export type StudentField =
  | 'number'
  | 'lastName'
  | 'firstName'
  | 'birthDate'
  | 'sex'
  | 'email'
  | 'department'
  | 'programme'
  | 'group'
  | 'site'
  | 'extraTime'
  | 'birthCountry'
  | 'inseeCode'
  | 'postalCode'
  | 'birthCity'
  | 'externalId';

/** Headers met in files of students: the tab `Étudiants`, Pix Orga, and the usual labels of Apogée and Pégase. */
export const STUDENT_COLUMNS: readonly WantedColumn<StudentField>[] = [
  {
    field: 'number',
    names: [
      'N° étudiant',
      'Numéro étudiant',
      'Num étudiant',
      'No étudiant',
      'Code étudiant',
      'COD_ETU',
      'Code apprenant',
      'Numéro apprenant',
    ],
  },
  {
    field: 'lastName',
    names: [
      'Nom',
      'Nom de naissance',
      'Nom de famille',
      'Nom patronymique',
      'LIB_NOM_PAT_IND',
      'Nom famille',
    ],
  },
  { field: 'firstName', names: ['Prénom', 'Premier prénom', 'Prénom 1', 'LIB_PR1_IND', 'Prénom usuel'] },
  {
    field: 'birthDate',
    names: [
      'Date de naissance',
      'Date de naissance (jj/mm/aaaa)',
      'Né(e) le',
      'Né le',
      'DATE_NAI_IND',
      'Date naissance',
    ],
  },
  { field: 'sex', names: ['Sexe', 'Sexe (M ou F)', 'Genre', 'COD_SEX_ETU'] },
  {
    field: 'email',
    names: [
      'Courriel',
      'Email',
      'E-mail',
      'Mail',
      'Adresse e-mail',
      'Adresse électronique',
      'Courriel institutionnel',
      'Mail institutionnel',
    ],
  },
  { field: 'department', names: ['Composante', 'UFR', 'LIB_CMP'] },
  {
    field: 'programme',
    names: ['Formation', 'Diplôme', 'Étape', 'Libellé étape', 'LIB_ETP', 'Libellé formation'],
  },
  { field: 'group', names: ['Groupe', 'Groupe TD', 'Groupe de TD', 'TD', 'LIB_GPE'] },
  { field: 'site', names: ['Site', 'Campus', "Site d'enseignement"] },
  { field: 'extraTime', names: ['Temps majoré', 'Tiers temps', 'Tiers-temps', 'Majoration'] },
  { field: 'birthCountry', names: ['Pays de naissance', 'Pays naissance', 'LIB_PAY_NAI'] },
  {
    field: 'inseeCode',
    names: [
      'Code INSEE',
      'Code INSEE de la commune de naissance',
      'INSEE commune de naissance',
      'COD_COM_NAI',
    ],
  },
  {
    field: 'postalCode',
    names: ['Code postal', 'Code postal de naissance', 'Code postal de la commune de naissance'],
  },
  {
    field: 'birthCity',
    names: [
      'Commune de naissance',
      'Ville de naissance',
      'Nom de la commune de naissance',
      'Lieu de naissance',
      'LIB_VIL_NAI_ETU',
    ],
  },
  { field: 'externalId', names: ['Identifiant externe', 'Identifiant local'] },
];
