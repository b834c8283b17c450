import { isDateCell, type Grid } from '../../domain/grid';
import { identifierOf, textOf } from '../cells/text';
import { readYesNo } from '../cells/values';
import { type Areas, areaKey, levelKey, profilesTab } from '../schema/profiles';
import { ProblemLog } from './problem-log';
import { hasHeaders, readTable, type TableRow } from './table';

/** The last profile of a student that is known; `null` for what is not. */
export interface StudentProfile {
  readonly id: string;
  readonly certifiable: boolean | null;
  /** Certifiable competences. */
  readonly competences: number | null;
  readonly score: number | null;
  /** When it was sent, as a cell of date and time. */
  readonly at: number | null;
  /** Pix in each area. */
  readonly areas: readonly (number | null)[];
  /** Level of each competence. */
  readonly levels: readonly (number | null)[];
  /** What the student typed in the campaign. */
  readonly identifier: string;
  /** First and last name as Pix knows them. */
  readonly pixName: string;
}

/** The rows of `Profils Pix`, in the order of the tab; none when there is no such tab. */
export function readProfiles(grid: Grid | null, areas: Areas): readonly StudentProfile[] {
  const schema = profilesTab(areas);
  if (grid === null || !hasHeaders(grid, schema)) return [];
  const competences = areas.flatMap((area) => area.competences);
  return (readTable(grid, schema, new ProblemLog())?.rows ?? []).flatMap((row): StudentProfile[] => {
    const id = identifierOf(row.cell('id'), row.shown('id'));
    if (id === '') return [];
    const at = row.cell('at');
    return [
      {
        id,
        certifiable: textOf(row.cell('certifiable')) === '' ? null : readYesNo(row.cell('certifiable')),
        competences: numberOf(row, 'competences'),
        score: numberOf(row, 'score'),
        at: isDateCell(at) ? at.serial : null,
        areas: areas.map((_, rank) => numberOf(row, areaKey(rank))),
        levels: competences.map((_, rank) => numberOf(row, levelKey(rank))),
        identifier: textOf(row.cell('identifier')),
        pixName: textOf(row.cell('pixName')),
      },
    ];
  });
}

function numberOf(row: TableRow, key: string): number | null {
  const cell = row.cell(key);
  return typeof cell === 'number' ? cell : null;
}
