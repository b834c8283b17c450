import type { StudentProfile } from '../read/profiles';
import type { Areas } from '../schema/profiles';
import { matchKey } from '../text-match';

/** What the profiles of some people say together. */
export interface Picture {
  readonly label: string;
  readonly students: number;
  /** Students whose profile is known. */
  readonly profiles: number;
  readonly certifiable: number;
  /** Mean, in pix; `null` without any score. */
  readonly score: number | null;
  /** Mean of each area, in pix. */
  readonly areas: readonly (number | null)[];
}

/** The same for everybody and for each group, beside the scores that can be reached. */
export interface ProfilePicture {
  readonly all: Picture;
  /** In alphabetical order. */
  readonly groups: readonly Picture[];
  readonly maximum: {
    readonly level: number;
    readonly score: number;
    readonly areas: readonly number[];
  };
}

/** Pix in one level of one competence. */
const PIX_PER_LEVEL = 8;

export interface PicturedStudent {
  readonly group: string;
  readonly profile: StudentProfile | null;
}

/** @param level the highest level that can be reached today */
export function profilePicture(
  students: readonly PicturedStudent[],
  areas: Areas,
  level: number,
  labels: { readonly all: string; readonly noGroup: string },
): ProfilePicture {
  const groups = new Map<string, { label: string; students: PicturedStudent[] }>();
  for (const student of students) {
    const key = matchKey(student.group);
    const group = groups.get(key) ?? { label: student.group, students: [] };
    group.students.push(student);
    groups.set(key, group);
  }
  const areaMaxima = areas.map(({ competences }) => competences.length * level * PIX_PER_LEVEL);
  return {
    all: pictureOf(labels.all, students, areas.length),
    groups: [...groups.values()]
      .map((group) =>
        pictureOf(group.label === '' ? labels.noGroup : group.label, group.students, areas.length),
      )
      .filter(({ profiles }) => profiles > 0)
      .sort((a, b) => a.label.localeCompare(b.label, 'fr', { numeric: true })),
    maximum: { level, score: areaMaxima.reduce((sum, area) => sum + area, 0), areas: areaMaxima },
  };
}

function pictureOf(label: string, students: readonly PicturedStudent[], areas: number): Picture {
  const profiles = students.flatMap(({ profile }) => (profile === null ? [] : [profile]));
  return {
    label,
    students: students.length,
    profiles: profiles.length,
    certifiable: profiles.filter(({ certifiable }) => certifiable === true).length,
    score: meanOf(profiles.map(({ score }) => score)),
    areas: Array.from({ length: areas }, (_, rank) =>
      meanOf(profiles.map((profile) => profile.areas[rank] ?? null)),
    ),
  };
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** A share of a maximum; `null` when nothing is known. */
export function shareOf(value: number | null, maximum: number): number | null {
  return value === null || maximum === 0 ? null : value / maximum;
}
