import { matchKey } from '../text-match';
import { arePeople } from './enrolments';
import { type KnownStudent, type KnownStudents, nameOf } from './known-students';
import type { FieldValue } from './student-fields';

/** What a platform says of someone who took part in a campaign. */
export interface Participant {
  readonly lastName: string;
  readonly firstName: string;
  readonly studentNumber: string;
  /** What the participant typed: a number, an address, anything. */
  readonly externalId: string;
}

/** Whom a participant is taken for, before. */
export interface KnownParticipant {
  readonly id: string;
  readonly identifier: string;
  readonly pixName: string;
}

export type ParticipantMatch =
  | { readonly kind: 'known'; readonly row: number }
  /** Rows that it may be, the likeliest first: staff say. */
  | {
      readonly kind: 'doubt';
      readonly why: 'sameName' | 'otherName';
      readonly rows: readonly number[];
    }
  | { readonly kind: 'unknown' };

/**
 * Finds the row of each participant by student number, else by identifier (which may be the number or the address of
 * `Étudiants`), else as staff said the last time. A name alone is only proposed.
 */
export function participantMatcher(
  known: KnownStudents,
  before: readonly KnownParticipant[],
): (participant: Participant) => ParticipantMatch {
  const byEmail = uniqueBy(known.all, ({ values }) => values.get('email')?.key ?? '');
  const rowOf = new Map(known.all.map((one) => [one.values.get('id')?.key ?? '', one]));
  const told = new Map(
    before.flatMap(({ id, identifier, pixName }) => {
      const row = rowOf.get(matchKey(id));
      const keys = [identifier === '' ? null : `i ${matchKey(identifier)}`, `n ${matchKey(pixName)}`];
      return row === undefined ? [] : keys.flatMap((key) => (key === null ? [] : [[key, row] as const]));
    }),
  );
  const only = (key: string): KnownStudent | undefined => {
    const rows = known.byIdentity.get(key) ?? [];
    return rows.length === 1 ? rows[0] : undefined;
  };
  return (participant) => {
    const number = matchKey(participant.studentNumber);
    const typed = matchKey(participant.externalId);
    const names = new Map(
      (['lastName', 'firstName'] as const)
        .filter((field) => participant[field] !== '')
        .map((field) => [field, valueOf(participant[field])]),
    );
    const remembered =
      typed === '' ? told.get(`n ${matchKey(pixNameOf(participant))}`) : told.get(`i ${typed}`);
    const sure =
      (number === '' ? undefined : only(`n ${number}`)) ??
      (typed === '' ? undefined : (only(`n ${typed}`) ?? only(`e ${typed}`) ?? byEmail.get(typed))) ??
      undefined;
    if (sure !== undefined) {
      const stranger = arePeople(sure.values, names) && remembered?.row !== sure.row;
      return stranger
        ? { kind: 'doubt', why: 'otherName', rows: [sure.row] }
        : { kind: 'known', row: sure.row };
    }
    if (remembered !== undefined) return { kind: 'known', row: remembered.row };
    const alike = known.byName.get(nameOf(names) ?? '') ?? [];
    return alike.length === 0
      ? { kind: 'unknown' }
      : { kind: 'doubt', why: 'sameName', rows: alike.map(({ row }) => row) };
  };
}

/** First and last name, as Pix writes them. */
export function pixNameOf({ lastName, firstName }: Pick<Participant, 'lastName' | 'firstName'>): string {
  return `${firstName} ${lastName}`.trim();
}

const valueOf = (text: string): FieldValue => ({ cell: text, text, key: matchKey(text) });

/** Students found by something that only one of them has. */
function uniqueBy(
  students: readonly KnownStudent[],
  keyOf: (student: KnownStudent) => string,
): ReadonlyMap<string, KnownStudent> {
  const found = new Map<string, KnownStudent | null>();
  for (const student of students) {
    const key = keyOf(student);
    if (key !== '') found.set(key, found.has(key) ? null : student);
  }
  return new Map([...found].flatMap(([key, student]) => (student === null ? [] : [[key, student] as const])));
}
