import type { ProfilesPreview, ShownPicture } from '../dialogs/profiles/exchange';
import { COMPETENCE_AREAS } from '../pix/competences';
import type { ProfileCode } from '../pix/profile-collection/profile';
import { CERTIFIABLE_FROM } from '../pix/profile-collection/read';
import { french } from '../text/format';
import { aboveMaximum, competencesOf, PROFILE_NOTES } from '../text/profiles';
import { personWords } from '../text/student-import';
import type { KnownStudent } from '../workbook/import/known-students';
import { pixNameOf } from '../workbook/import/participants';
import type { StudentProfile } from '../workbook/read/profiles';
import { type Picture, shareOf } from '../workbook/write/profile-picture';
import { certifiableCells, profilesByRow, type ProfilesDesk } from './profiles-desk';
import { pictureOf } from './write-profiles';

/** Every code has its sentence, or nothing compiles. */
const NOTES: Readonly<Record<ProfileCode, (line: number, header: string, seen: string) => string>> =
  PROFILE_NOTES;

/** People in one list of the window. */
const SHOWN = 300;
const NOTES_SHOWN = 100;

/** Results in words and figures, for the window, before staff have settled anything. */
export function previewOf(desk: ProfilesDesk): ProfilesPreview {
  const { people, students, reading } = desk;
  const profiles = profilesByRow(desk, { settled: new Map(), replaced: new Set() });
  const cells = certifiableCells(desk, profiles);
  const picture = pictureOf(desk, profiles);
  const { maximum } = picture;
  const rows = new Map(students.known.all.map((one) => [one.row, one]));
  const conflicts = cells.filter(({ typed }) => typed !== null);
  const doubts = people.flatMap(({ one, match }) => (match.kind === 'doubt' ? [{ one, match }] : []));
  const unknown = people.filter(({ match }) => match.kind === 'unknown').map(({ one }) => one);
  const notSent = people.filter(({ one }) => one.profile === null).map(({ one }) => one);
  const shown = (group: Picture): ShownPicture => ({
    label: group.label,
    profiles: group.profiles,
    certifiable: group.certifiable,
    score: group.score,
    share: shareOf(group.score, maximum.score),
  });
  const said = [...profiles.values()].map(({ certifiable }) => certifiable);
  return {
    kind: 'preview',
    stamp: desk.stamp,
    counts: {
      participants: people.length,
      sent: people.length - notSent.length,
      matched: people.filter(({ one, match }) => match.kind === 'known' && one.profile !== null).length,
      certifiable: said.filter((certifiable) => certifiable === true).length,
      notCertifiable: said.filter((certifiable) => certifiable === false).length,
      filled: cells.length - conflicts.length,
      doubts: doubts.length,
      conflicts: conflicts.length,
      unknown: unknown.length,
      notSent: notSent.length,
    },
    maximum: maximum.score,
    all: shown(picture.all),
    groups: picture.groups.slice(0, SHOWN).map(shown),
    areas: COMPETENCE_AREAS.map(({ name }, rank) => ({
      name,
      share: shareOf(picture.all.areas[rank] ?? null, maximum.areas[rank] ?? 0),
    })),
    doubts: doubts.slice(0, SHOWN).map(({ one, match }) => ({
      line: one.line,
      why: match.why,
      who: [pixNameOf(one), one.group, one.studentNumber, one.externalId]
        .filter((part) => part !== '')
        .join(', '),
      rows: match.rows.map((row) => ({ row, who: wordsOf(rows.get(row)) })),
    })),
    conflicts: conflicts.slice(0, SHOWN).map(({ row, typed, profile }) => ({
      row,
      who: wordsOf(rows.get(row)),
      typed: typed ?? '',
      pix: verdict(profile),
    })),
    unknown: unknown.slice(0, SHOWN).map(pixNameOf),
    notSent: notSent.slice(0, SHOWN).map(pixNameOf),
    notes: [
      ...aboveLevel(desk, profiles),
      ...reading.findings
        .slice(0, NOTES_SHOWN)
        .map(({ code, line, header, seen }) => french(NOTES[code](line, header, seen))),
    ],
  };
}

function wordsOf(known: KnownStudent | undefined): string {
  const text = (field: string): string => known?.values.get(field)?.text ?? '';
  return personWords({
    lastName: text('lastName'),
    firstName: text('firstName'),
    id: text('id'),
    birthDay: '',
    group: text('group'),
    session: '',
  });
}

/** *non, 3 compétences certifiables sur 5 nécessaires*. */
function verdict({ certifiable, competences }: StudentProfile): string {
  const answer = certifiable ? 'oui' : 'non';
  return competences === null || certifiable
    ? answer
    : `${answer}, ${competencesOf(competences, CERTIFIABLE_FROM)}`;
}

/** Profiles above the highest level of the parameters, with the cell to change. */
export function aboveLevel(
  { students: { settings, settingCell } }: ProfilesDesk,
  profiles: ReadonlyMap<number, StudentProfile>,
): readonly string[] {
  const highest = (profile: StudentProfile): number =>
    Math.max(0, ...profile.levels.map((level) => level ?? 0));
  const above = [...profiles.values()].map(highest).filter((level) => level > settings.maximumLevel);
  return above.length === 0
    ? []
    : [aboveMaximum(above.length, settings.maximumLevel, Math.max(...above), settingCell('maximumLevel'))];
}
