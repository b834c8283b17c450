import { column, COUNT, TEXT, type ColumnSchema, type TableSchema } from './tab-schema';

/** The areas of Pix and the competences in each, as the platform names them. */
export type Areas = readonly {
  readonly name: string;
  readonly competences: readonly { readonly code: string; readonly name: string }[];
}[];

/** Name of the tab of the profiles, which is made when they are first imported. */
export const PROFILES_TAB = 'Profils Pix';

/** The last profile that each student sent: one row each. */
export function profilesTab(areas: Areas): TableSchema {
  return {
    name: PROFILES_TAB,
    explanation:
      'Le dernier profil Pix envoyé par chaque étudiant, tel qu’il était ce jour-là. Rempli par « Importer les profils Pix ».',
    columns: [
      column('id', 'N° étudiant', 95, { ...TEXT, required: true }),
      column('lastName', 'Nom', 140),
      column('firstName', 'Prénom', 115),
      column('group', 'Groupe', 130),
      column('certifiable', 'Certifiable', 85, {
        ...TEXT,
        align: 'center',
        note: 'Au moins 5 compétences de niveau 1 ou plus.',
      }),
      column('competences', 'Compétences certifiables', 115, { ...COUNT, note: 'Sur 16 ; il en faut 5.' }),
      column('score', 'Score', 65, { format: '#,##0', align: 'right', note: 'En pix.' }),
      column('at', 'Envoyé le', 130, { format: 'dd/mm/yyyy hh:mm', align: 'center' }),
      ...areas.map(({ name }, rank): ColumnSchema =>
        column(areaKey(rank), `Pix ${rank + 1}`, 60, { ...COUNT, note: `Pix du domaine « ${name} ».` }),
      ),
      ...areas
        .flatMap(({ competences }) => competences)
        .map(({ code, name }, rank): ColumnSchema =>
          column(levelKey(rank), `Niveau ${code}`, 80, { ...COUNT, note: `Niveau : ${name}.` }),
        ),
      column('identifier', 'Identifiant Pix', 150, {
        ...TEXT,
        note: 'Ce que l’étudiant a tapé dans la campagne, quand elle demande un identifiant.',
      }),
      column('pixName', 'Nom dans Pix', 180, TEXT),
    ],
  };
}

export const areaKey = (rank: number): string => `area ${rank}`;
export const levelKey = (rank: number): string => `level ${rank}`;

/** Name of the tab that tells the profiles group by group. */
export const PROFILE_GROUPS_TAB = 'Profils par groupe';
