import type { WantedColumn } from './recognise';

/** What can be read of a student in a file from elsewhere: the columns of `Étudiants`, under the same keys. */
export type ContractField =
  | 'id'
  | 'lastName'
  | 'firstName'
  | 'birthDay'
  | 'sex'
  | 'email'
  | 'department'
  | 'course'
  | 'group'
  | 'sites'
  | 'extraTime'
  | 'birthCountry'
  | 'birthInsee'
  | 'birthPostalCode'
  | 'birthTown'
  | 'externalId';

/** What Pix Orga knows of a student besides: columns that staff may add, under Pix's own headers. */
export type PixOrgaField = 'secondName' | 'thirdName' | 'usualName' | 'team' | 'studyScheme';

export type StudentField = ContractField | PixOrgaField;

/** A column of a file of students; `header` is how users know it. */
export interface StudentColumn extends WantedColumn<StudentField> {
  readonly header: string;
}

const column = (field: StudentField, header: string, ...names: string[]): StudentColumn => ({
  field,
  header,
  names,
});

/**
 * Headers met in files of students: the tab `Étudiants`, Pix Orga, and the usual labels of Apogée and Pégase. Of several
 * columns that mean one thing, the name that comes first here wins: the name of birth is asked for, not the usual one.
 */
export const STUDENT_COLUMNS: readonly StudentColumn[] = [
  column(
    'id',
    'N° étudiant',
    'N° étudiant',
    'Numéro étudiant',
    "Numéro d'étudiant",
    'Num étudiant',
    'No étudiant',
    'N° etu',
    'Code étudiant',
    'COD_ETU',
    'Code apprenant',
    'Numéro apprenant',
  ),
  column(
    'lastName',
    'Nom',
    'Nom de naissance',
    'LIB_NOM_PAT_IND',
    'Nom patronymique',
    'Nom de famille',
    'Nom famille',
    'Nom',
  ),
  column(
    'firstName',
    'Prénom',
    'Premier prénom',
    'Prénom 1',
    'LIB_PR1_IND',
    'Prénom',
    'Prénoms',
    'Prénom usuel',
  ),
  column('secondName', 'Deuxième prénom', 'Deuxième prénom', 'Prénom 2', 'LIB_PR2_IND'),
  column('thirdName', 'Troisième prénom', 'Troisième prénom', 'Prénom 3', 'LIB_PR3_IND'),
  column('usualName', "Nom d'usage", "Nom d'usage", 'Nom usuel', 'LIB_NOM_USU_IND'),
  column(
    'birthDay',
    'Date de naissance',
    'Date de naissance',
    'Date de naissance (jj/mm/aaaa)',
    'Né(e) le',
    'Né le',
    'Née le',
    'DATE_NAI_IND',
    'Date naissance',
  ),
  column(
    'sex',
    'Sexe',
    'Sexe',
    'Sexe (M ou F)',
    'COD_SEX_ETU',
    'COD_SEX_IND',
    'Genre',
    'Civilité',
    'COD_CIV',
  ),
  column(
    'email',
    'Courriel',
    'Courriel institutionnel',
    'Mail institutionnel',
    'Courriel',
    'Email',
    'E-mail',
    'Mail',
    'Adresse e-mail',
    'Adresse électronique',
    'Adresse mail',
  ),
  column('department', 'Composante', 'Composante', 'UFR', 'LIB_CMP', 'Libellé composante'),
  column('team', 'Équipe pédagogique', 'Équipe pédagogique'),
  column(
    'course',
    'Formation',
    'Formation',
    'Libellé formation',
    'Diplôme',
    'LIB_ETP',
    'Libellé étape',
    'LIB_WEB_VET',
    'Étape',
    'Parcours',
  ),
  column('studyScheme', 'Régime', 'Régime', "Régime d'inscription", 'LIB_RGI'),
  column('group', 'Groupe', 'Groupe', 'Groupe TD', 'Groupe de TD', 'TD', 'LIB_GPE', 'Libellé groupe'),
  column('sites', 'Site', 'Site', 'Sites', 'Campus', "Site d'enseignement"),
  column('extraTime', 'Temps majoré', 'Temps majoré', 'Tiers temps', 'Tiers-temps', 'Majoration'),
  column('birthCountry', 'Pays de naissance', 'Pays de naissance', 'Pays naissance', 'LIB_PAY_NAI'),
  column(
    'birthInsee',
    'Code INSEE',
    'Code INSEE',
    'Code INSEE de la commune de naissance',
    'Code INSEE de naissance',
    'INSEE commune de naissance',
    'COD_COM_NAI',
  ),
  column(
    'birthPostalCode',
    'Code postal',
    'Code postal de naissance',
    'Code postal de la commune de naissance',
    'Code postal',
  ),
  column(
    'birthTown',
    'Commune de naissance',
    'Commune de naissance',
    'Nom de la commune de naissance',
    'Ville de naissance',
    'Lieu de naissance',
    'LIB_VIL_NAI_ETU',
  ),
  column('externalId', 'Identifiant externe', 'Identifiant externe', 'Identifiant local'),
];
