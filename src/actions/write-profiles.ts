import type { ProfilesAnswer } from '../dialogs/profiles/exchange';
import type { Cell } from '../domain/grid';
import { isCheckbox } from '../google/checkboxes';
import { editTable } from '../google/edit-table';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { writeTab } from '../google/write-tab';
import { COMPETENCE_AREAS } from '../pix/competences';
import { PROFILE_GROUPS_TEXT } from '../text/profile-groups';
import { PROFILES_TEXT as TEXT } from '../text/profiles';
import type { StudentProfile } from '../workbook/read/profiles';
import { PROFILE_GROUPS_TAB } from '../workbook/schema/profiles';
import { TABS } from '../workbook/schema/tabs';
import { profileGroupsContent } from '../workbook/write/profile-groups';
import { type ProfilePicture, profilePicture, shareOf } from '../workbook/write/profile-picture';
import { profilesContent } from '../workbook/write/profiles';
import { findTab } from './find-tabs';
import {
  type CertifiableCell,
  certifiableCells,
  profilesByRow,
  type ProfilesDesk,
  type SettledProfiles,
} from './profiles-desk';

/** Keeps the profiles, fills `Certifiable` from them, and draws the picture of the groups. */
export function writeProfiles(
  book: OpenSpreadsheet,
  desk: ProfilesDesk,
  decisions: SettledProfiles,
): ProfilesAnswer {
  const profiles = profilesByRow(desk, decisions);
  const cells = certifiableCells(desk, profiles);
  const taken = cells.filter(({ row, typed }) => typed === null || decisions.replaced.has(row));
  fillCertifiable(book, desk, taken);
  const { known } = desk.students;
  writeTab(
    book,
    profilesContent(
      desk.tab.name,
      COMPETENCE_AREAS,
      known.all.flatMap(({ row, values }) => {
        const profile = profiles.get(row);
        const text = (field: string): string => values.get(field)?.text ?? '';
        return profile === undefined
          ? []
          : [
              {
                profile,
                lastName: text('lastName'),
                firstName: text('firstName'),
                group: text('group'),
              },
            ];
      }),
      desk.tab.grid,
      () => book.readExtras(desk.tab.name),
    ),
  );
  const picture = pictureOf(desk, profiles);
  const groups = findTab(book, PROFILE_GROUPS_TAB).name;
  writeTab(book, profileGroupsContent(groups, picture, COMPETENCE_AREAS));
  book.flush();
  return { kind: 'written', lines: linesOf(desk, decisions, { profiles, cells, taken, picture, groups }) };
}

/** What the profiles say, group by group. */
export function pictureOf(
  { students: { known, settings } }: ProfilesDesk,
  profiles: ReadonlyMap<number, StudentProfile>,
): ProfilePicture {
  return profilePicture(
    known.all.map(({ row, values }) => ({
      group: values.get('group')?.text ?? '',
      profile: profiles.get(row) ?? null,
    })),
    COMPETENCE_AREAS,
    settings.maximumLevel,
    { all: PROFILE_GROUPS_TEXT.everybody, noGroup: PROFILE_GROUPS_TEXT.noGroup },
  );
}

function fillCertifiable(
  book: OpenSpreadsheet,
  { students: { table, grid } }: ProfilesDesk,
  cells: readonly CertifiableCell[],
): void {
  const [first] = cells;
  if (first === undefined) return;
  const standing = table.columns.get('certifiable');
  const width = Math.max(0, ...grid.cells.map((row) => row.length));
  const column = standing ?? width + 1;
  const box = standing !== undefined && isCheckbox(book, grid.tab, first.row, column);
  const header = TABS.students.columns.find(({ key }) => key === 'certifiable')?.header ?? '';
  editTable(book, grid, {
    tab: grid.tab,
    headerRow: table.headerRow,
    newColumns: standing === undefined ? [{ column, header }] : [],
    formats: box ? new Map([[column, 'General']]) : new Map(),
    cells: new Map([
      [
        column,
        new Map(
          cells.map(({ row, certifiable }): [number, Cell] => [
            row,
            box ? certifiable : certifiable ? 'oui' : 'non',
          ]),
        ),
      ],
    ]),
    firstFree: grid.cells.length + 1,
    added: [],
    emptied: [],
  });
}

interface Written {
  readonly profiles: ReadonlyMap<number, StudentProfile>;
  readonly cells: readonly CertifiableCell[];
  readonly taken: readonly CertifiableCell[];
  readonly picture: ProfilePicture;
  /** Name of the tab of the groups. */
  readonly groups: string;
}

function linesOf(
  { people, students, tab }: ProfilesDesk,
  { settled }: SettledProfiles,
  { profiles, cells, taken, picture, groups }: Written,
): readonly string[] {
  const conflicts = cells.length - taken.length;
  const count = (test: (one: (typeof people)[number]) => boolean): number => people.filter(test).length;
  const unknown = count(({ match }) => match.kind === 'unknown');
  const undecided = count(({ one, match }) => match.kind === 'doubt' && !settled.has(one.line));
  const notSent = count(({ one }) => one.profile === null);
  const share = shareOf(picture.all.score, picture.maximum.score);
  const notCertifiable = [...profiles.values()].filter(({ certifiable }) => certifiable === false).length;
  return [
    TEXT.done(profiles.size, tab.name),
    ...(share === null ? [] : [TEXT.picture(share, picture.maximum.score, groups)]),
    ...(taken.length > 0 ? [TEXT.filled(taken.length)] : []),
    ...(conflicts > 0 ? [TEXT.conflicts(conflicts)] : []),
    ...(notCertifiable > 0 ? [TEXT.notCertifiable(notCertifiable, tab.name)] : []),
    ...(students.settings.planning.certifiableOnly ? [TEXT.required] : []),
    ...(unknown > 0 ? [TEXT.unknown(unknown)] : []),
    ...(undecided > 0 ? [TEXT.undecided(undecided)] : []),
    ...(notSent > 0 ? [TEXT.notSent(notSent)] : []),
  ];
}
