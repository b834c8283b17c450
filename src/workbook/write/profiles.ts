import type { Cell, Grid } from '../../domain/grid';
import type { StudentProfile } from '../read/profiles';
import { type Areas, profilesTab } from '../schema/profiles';
import { matchKey } from '../text-match';
import { type CellExtras, keepTable } from './kept-table';
import type { TabContent } from './tab-content';
import { tableContent } from './table-content';

/** A row of `Profils Pix`: a profile, and whose it is. */
export interface ProfileRow {
  readonly profile: StudentProfile;
  readonly lastName: string;
  readonly firstName: string;
  readonly group: string;
}

/** The tab `Profils Pix`; columns that staff added follow their student. */
export function profilesContent(
  tab: string,
  areas: Areas,
  rows: readonly ProfileRow[],
  before: Grid | null,
  readExtras: () => CellExtras | null,
): TabContent {
  const schema = profilesTab(areas);
  const known = (value: number | null | undefined): Cell => value ?? '';
  const content = tableContent<ProfileRow>(
    tab,
    'result',
    schema,
    rows,
    {
      'N° étudiant': ({ profile }) => profile.id,
      Nom: ({ lastName }) => lastName,
      Prénom: ({ firstName }) => firstName,
      Groupe: ({ group }) => group,
      Certifiable: ({ profile }) => (profile.certifiable === null ? '' : profile.certifiable ? 'oui' : 'non'),
      'Compétences certifiables': ({ profile }) => known(profile.competences),
      Score: ({ profile }) => known(profile.score),
      'Envoyé le': ({ profile }) => (profile.at === null ? '' : { serial: profile.at }),
      ...Object.fromEntries(
        areas.map((_, rank) => [
          `Pix ${rank + 1}`,
          ({ profile }: ProfileRow): Cell => known(profile.areas[rank]),
        ]),
      ),
      ...Object.fromEntries(
        areas
          .flatMap(({ competences }) => competences)
          .map(({ code }, rank) => [
            `Niveau ${code}`,
            ({ profile }: ProfileRow): Cell => known(profile.levels[rank]),
          ]),
      ),
      'Identifiant Pix': ({ profile }) => profile.identifier,
      'Nom dans Pix': ({ profile }) => profile.pixName,
    },
    {
      kept: keepTable(before, schema, 'id', readExtras),
      keyOf: ({ profile }) => matchKey(profile.id),
      editable: [],
    },
  );
  return content;
}
