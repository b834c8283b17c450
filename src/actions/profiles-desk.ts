import { serialOf } from '../domain/calendar';
import { digest } from '../domain/fingerprint';
import type { Grid } from '../domain/grid';
import { isDateCell } from '../domain/grid';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { COMPETENCE_AREAS } from '../pix/competences';
import type { Participation } from '../pix/profile-collection/profile';
import { latestParticipations, type ProfileReading } from '../pix/profile-collection/read';
import { isBlankCell, textOf } from '../workbook/cells/text';
import { readYesNo } from '../workbook/cells/values';
import { type ParticipantMatch, participantMatcher, pixNameOf } from '../workbook/import/participants';
import { readProfiles, type StudentProfile } from '../workbook/read/profiles';
import { PROFILES_TAB } from '../workbook/schema/profiles';
import { matchKey } from '../workbook/text-match';
import { findTab } from './find-tabs';
import type { StudentsDesk } from './students-desk';

/** Results of a campaign beside the workbook. */
export interface ProfilesDesk {
  readonly students: StudentsDesk;
  /** `Profils Pix` as it stands. */
  readonly tab: { readonly name: string; readonly grid: Grid | null };
  readonly before: readonly StudentProfile[];
  /** One participation per person, with whom it seems to be. */
  readonly people: readonly { readonly one: Participation; readonly match: ParticipantMatch }[];
  readonly reading: ProfileReading;
  /** Stands for all that the tabs hold. */
  readonly stamp: string;
}

export function openProfilesDesk(
  book: OpenSpreadsheet,
  students: StudentsDesk,
  reading: ProfileReading,
): ProfilesDesk {
  const { name, exists } = findTab(book, PROFILES_TAB);
  const grid = exists ? book.read(name, 'first column') : null;
  const before = readProfiles(grid, COMPETENCE_AREAS);
  const match = participantMatcher(students.known, before);
  return {
    students,
    tab: { name, grid },
    before,
    reading,
    people: latestParticipations(reading.participations).map((one) => ({ one, match: match(one) })),
    stamp: digest([students.stamp, grid?.cells ?? null]),
  };
}

/** What staff said: a row per line of the file (`null`: nobody), and rows whose typed `Certifiable` gives way. */
export interface SettledProfiles {
  readonly settled: ReadonlyMap<number, number | null>;
  readonly replaced: ReadonlySet<number>;
}

/** The last profile of each row of `Étudiants`, those known before included. */
export function profilesByRow(
  { students, people, before }: ProfilesDesk,
  { settled }: SettledProfiles,
): ReadonlyMap<number, StudentProfile> {
  const rowOf = new Map(students.known.all.map(({ row, values }) => [values.get('id')?.key ?? '', row]));
  const idOf = new Map(students.known.all.map(({ row, values }) => [row, values.get('id')?.text ?? '']));
  const found = new Map<number, StudentProfile>();
  const take = (row: number, profile: StudentProfile): void => {
    const standing = found.get(row);
    if (standing === undefined || (profile.at ?? 0) >= (standing.at ?? 0)) found.set(row, profile);
  };
  for (const profile of before) {
    const row = rowOf.get(matchKey(profile.id));
    if (row !== undefined) take(row, profile);
  }
  for (const { one, match } of people) {
    const row =
      match.kind === 'known'
        ? match.row
        : match.kind === 'doubt'
          ? match.rows.find((possible) => possible === settled.get(one.line))
          : undefined;
    const id = row === undefined ? '' : (idOf.get(row) ?? '');
    if (row !== undefined && id !== '' && one.profile !== null) take(row, profileOf(id, one));
  }
  return found;
}

function profileOf(id: string, one: Participation): StudentProfile {
  const { profile } = one;
  const pix = profile?.pix ?? [];
  let competence = 0;
  return {
    id,
    certifiable: profile?.certifiable ?? null,
    competences: profile?.certifiableCompetences ?? null,
    score: profile?.score ?? null,
    at: profile?.day ? serialOf(profile.day) + (profile.minutes ?? 0) / 1440 : null,
    areas: COMPETENCE_AREAS.map(({ competences }) => {
      const mine = pix.slice(competence, competence + competences.length);
      competence += competences.length;
      const known = mine.filter((value): value is number => value !== null);
      return known.length < competences.length ? null : known.reduce((sum, value) => sum + value, 0);
    }),
    levels: profile?.levels ?? [],
    identifier: one.externalId,
    pixName: pixNameOf(one),
  };
}

/** A cell of `Certifiable` beside what the profile says. */
export interface CertifiableCell {
  readonly row: number;
  readonly profile: StudentProfile;
  readonly certifiable: boolean;
  /** What stands in the cell, when staff typed it and it says otherwise; `null`: the cell is ours to fill. */
  readonly typed: string | null;
}

/**
 * The cells of `Certifiable` that do not say what the profiles say. An unticked box is no answer; what the last import
 * filled is not typed.
 */
export function certifiableCells(
  { students: { table }, before }: ProfilesDesk,
  profiles: ReadonlyMap<number, StudentProfile>,
): readonly CertifiableCell[] {
  const told = new Map(before.map(({ id, certifiable }) => [matchKey(id), certifiable]));
  return table.rows.flatMap((row): CertifiableCell[] => {
    const profile = profiles.get(row.row);
    const certifiable = profile?.certifiable ?? null;
    if (profile === undefined || certifiable === null) return [];
    const cell = row.cell('certifiable');
    const last = told.get(matchKey(profile.id)) ?? null;
    // Whether an unticked box was unticked by somebody is known only once it was filled.
    const says = cell === false ? (last === null ? null : false) : isBlankCell(cell) ? null : readYesNo(cell);
    const blank = isBlankCell(cell) && says === null;
    if (says === certifiable || (cell === false && !certifiable)) return [];
    const ours = blank || (last !== null && says === last);
    const typed = ours ? null : isDateCell(cell) ? row.shown('certifiable') : textOf(cell);
    return [{ row: row.row, profile, certifiable, typed }];
  });
}
