import { digest } from '../../domain/fingerprint';
import { certifCells } from './columns';
import type { CertifCandidate, CertifSession, CertifTerms } from './session';

/**
 * What Pix Certif is known to hold: what was exported last, corrected by what staff said they changed there. It is kept in
 * the workbook, so it holds no more of people than their number and name; the rest are marks, equal when the value is.
 */
export interface ExportedSession {
  /** The number of the session in the workbook (`S01`). */
  readonly key: string;
  /** `N° session Pix`, empty when it was not known. */
  readonly number: string;
  /** When it was exported: a cell of date and time. */
  readonly at: number;
  /** What Pix was told of the session, as the file says it. */
  readonly facts: Readonly<Record<SessionFact, string>>;
  readonly terms: string;
  readonly candidates: readonly ExportedCandidate[];
}

export interface ExportedCandidate {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  /** A mark for each of `CANDIDATE_FACTS`, in order. */
  readonly marks: readonly string[];
}

export const SESSION_FACTS = ['site', 'room', 'date', 'time', 'examiners'] as const;
export type SessionFact = (typeof SESSION_FACTS)[number];

/** What Pix knows of a candidate beside the name. */
export const CANDIDATE_FACTS = [
  'birthDate',
  'sex',
  'birthPlace',
  'email',
  'externalId',
  'extraTime',
] as const;
export type CandidateFact = (typeof CANDIDATE_FACTS)[number];

/** The same session as Pix would be told of it now. */
export function exportedSession(session: CertifSession, terms: CertifTerms, at: number): ExportedSession {
  return {
    key: session.key,
    number: session.existingNumber.trim(),
    at,
    facts: sessionFacts(session, terms),
    terms: mark(
      JSON.stringify([terms.billing, terms.prepaymentCode, terms.resultsEmail].map((one) => one.trim())),
    ),
    candidates: session.candidates.map((candidate) => ({
      id: candidate.key,
      lastName: candidate.lastName.trim(),
      firstName: candidate.firstName.trim(),
      marks: Object.values(candidateFacts(candidate)).map(mark),
    })),
  };
}

/** Pix is told where and when only while it does not know the session: asked here whatever its number. */
function sessionFacts(session: CertifSession, terms: CertifTerms): ExportedSession['facts'] {
  const [, site = '', room = '', date = '', time = '', examiners = ''] = certifCells(
    { ...session, existingNumber: '' },
    NOBODY,
    terms,
  );
  return { site, room, date, time, examiners };
}

const NOBODY: CertifCandidate = {
  key: '',
  lastName: '',
  firstName: '',
  birthDate: { value: null, seen: '' },
  sex: '',
  inseeCode: '',
  postalCode: '',
  birthCity: '',
  birthCountry: '',
  email: '',
  externalId: '',
  extraTime: { value: 0, seen: '' },
};

const NOWHERE: CertifSession = {
  key: '',
  existingNumber: '',
  site: '',
  room: '',
  day: { value: null, seen: '' },
  start: { value: null, seen: '' },
  examiners: [],
  observations: '',
  candidates: [],
};

/** The values of a candidate, as the file says them; the parts of the birth place are told together. */
export function candidateFacts(candidate: CertifCandidate): Readonly<Record<CandidateFact, string>> {
  const cells = certifCells(NOWHERE, candidate, { billing: '', prepaymentCode: '', resultsEmail: '' });
  const [birthDate = '', sex = '', insee = '', postal = '', city = '', country = ''] = cells.slice(9, 15);
  const [email = '', externalId = '', extraTime = ''] = cells.slice(16, 19);
  const birthPlace = [insee, postal, city, country].filter((part) => part !== '').join(' ');
  return { birthDate, sex, birthPlace, email, externalId, extraTime };
}

const mark = (text: string): string => (text === '' ? '' : digest(text).slice(0, 8));

/**
 * What is known once sessions are written: those that Pix creates as they are in the file; of those that it had, only the
 * candidates changed, and where and when stay what they were.
 */
export function afterExport(
  known: readonly ExportedSession[],
  written: readonly CertifSession[],
  terms: CertifTerms,
  at: number,
): readonly ExportedSession[] {
  const fresh = written.map((session) => {
    const now = exportedSession(session, terms, at);
    const before = now.number === '' ? undefined : known.find((one) => sameSession(one, now));
    return before === undefined ? now : { ...now, facts: before.facts };
  });
  return [...known.filter((one) => !fresh.some((now) => sameSession(one, now))), ...fresh];
}

function sameSession(a: ExportedSession, b: ExportedSession): boolean {
  return a.key === b.key || (a.number !== '' && a.number === b.number);
}

/** A text for the memory of the workbook. */
export function writeExported(sessions: readonly ExportedSession[]): string {
  return JSON.stringify(
    sessions.map(({ key, number, at, facts, terms, candidates }) => [
      key,
      number,
      at,
      SESSION_FACTS.map((fact) => facts[fact]),
      terms,
      candidates.map(({ id, lastName, firstName, marks }) => [id, lastName, firstName, marks.join()]),
    ]),
  );
}

/** The inverse of `writeExported`; nothing when there is no text, or it is not what was written. */
export function parseExported(text: string | undefined): readonly ExportedSession[] {
  if (text === undefined) return [];
  try {
    return list(JSON.parse(text)).map(readSession);
  } catch {
    return [];
  }
}

function readSession(value: unknown): ExportedSession {
  const [key, number, at, facts, terms, candidates] = list(value);
  const [site, room, date, time, examiners] = list(facts);
  return {
    key: word(key),
    number: word(number),
    at: typeof at === 'number' ? at : 0,
    facts: {
      site: word(site),
      room: word(room),
      date: word(date),
      time: word(time),
      examiners: word(examiners),
    },
    terms: word(terms),
    candidates: list(candidates).map((candidate) => {
      const [id, lastName, firstName, marks] = list(candidate);
      return {
        id: word(id),
        lastName: word(lastName),
        firstName: word(firstName),
        marks: word(marks).split(','),
      };
    }),
  };
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('Not what was written.');
  return value;
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
