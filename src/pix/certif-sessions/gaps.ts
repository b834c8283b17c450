import { digest } from '../../domain/fingerprint';
import {
  CANDIDATE_FACTS,
  type CandidateFact,
  candidateFacts,
  type ExportedCandidate,
  exportedSession,
  type ExportedSession,
  SESSION_FACTS,
  type SessionFact,
} from './exported';
import type { CertifCandidate, CertifSession, CertifTerms } from './session';

/** What has to be changed by hand in Pix Certif for one session that was exported. */
export interface CertifGap {
  /** Number in the workbook: today's, or the one at the export when the session is gone. */
  readonly session: string;
  /** Its number at the export, when it has another one since its date or room changed. */
  readonly before: string;
  /** `N° session Pix`, empty when nobody gave it. */
  readonly number: string;
  /** Where and when Pix has it. */
  readonly known: ExportedSession['facts'];
  /** The session takes place no more: Pix should not have it either. `enrolled` people are in it there. */
  readonly gone: boolean;
  readonly enrolled: number;
  readonly facts: readonly { readonly fact: SessionFact; readonly before: string; readonly now: string }[];
  readonly added: readonly MovedPerson[];
  readonly removed: readonly MovedPerson[];
  readonly changed: readonly ChangedPerson[];
  /** The billing, the prepayment code or the recipient of results changed. */
  readonly terms: boolean;
  /** Equal as long as the gap is the same. */
  readonly mark: string;
  /** What Pix holds once the change is made there; `null` once the session is deleted. */
  readonly after: ExportedSession | null;
}

export interface GapPerson {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
}

export interface MovedPerson extends GapPerson {
  /** The other exported session that the person comes from or goes to; empty when there is none. */
  readonly other: string;
}

export interface ChangedPerson extends GapPerson {
  /** The name that Pix has, when it is another one. */
  readonly name: string | null;
  readonly facts: readonly { readonly fact: CandidateFact; readonly now: string }[];
}

export interface CertifGaps {
  /** In the order of the sessions; those that are gone last. */
  readonly gaps: readonly CertifGap[];
  /** Sessions of today that were never exported. */
  readonly never: readonly CertifSession[];
  /** What each session of today was at the export. */
  readonly knownOf: ReadonlyMap<string, ExportedSession>;
}

/**
 * Compares what Pix Certif is known to hold with the planning.
 *
 * @param sessions those that take place and have not begun
 * @param closed keys of sessions that are held, have begun or cannot be read: nothing is said of them
 */
export function certifGaps(
  known: readonly ExportedSession[],
  sessions: readonly CertifSession[],
  terms: CertifTerms,
  closed: ReadonlySet<string>,
): CertifGaps {
  const knownOf = pair(
    known.filter(({ key }) => !closed.has(key)),
    sessions,
  );
  const paired = new Set([...knownOf.values()].map(({ key }) => key));
  const wasIn = new Map(known.flatMap((one) => one.candidates.map(({ id }) => [id, one.key] as const)));
  const isIn = new Map(
    sessions.flatMap((one) => one.candidates.map((candidate) => [candidate.key, one.key] as const)),
  );
  const gaps = sessions.flatMap((session): readonly CertifGap[] => {
    const before = knownOf.get(session.key);
    return before === undefined ? [] : gapOf(before, session, terms, { wasIn, isIn });
  });
  const gone = known
    .filter(({ key }) => !closed.has(key) && !paired.has(key))
    .map((session): CertifGap => marked({ ...NO_GAP, ...identityOf(session), gone: true, after: null }));
  return { gaps: [...gaps, ...gone], never: sessions.filter(({ key }) => !knownOf.has(key)), knownOf };
}

const NO_GAP = {
  before: '',
  gone: false,
  facts: [],
  added: [],
  removed: [],
  changed: [],
  terms: false,
} as const;

const identityOf = ({ key, number, facts, candidates }: ExportedSession) => ({
  session: key,
  number,
  known: facts,
  enrolled: candidates.length,
});

const marked = (gap: Omit<CertifGap, 'mark'>): CertifGap => ({
  ...gap,
  mark: digest([
    gap.session,
    gap.number,
    gap.known,
    gap.gone,
    gap.after === null ? null : { ...gap.after, at: 0 },
  ]),
});

/** Which session of today each exported one is: by its Pix number, by its number, else by who sits there. */
function pair(
  known: readonly ExportedSession[],
  sessions: readonly CertifSession[],
): ReadonlyMap<string, ExportedSession> {
  const pairs = new Map<string, ExportedSession>();
  const left = new Set(known);
  const take = (session: CertifSession, found: ExportedSession | undefined): void => {
    if (found === undefined || pairs.has(session.key)) return;
    pairs.set(session.key, found);
    left.delete(found);
  };
  for (const session of sessions) {
    const number = session.existingNumber.trim();
    if (number !== '')
      take(
        session,
        [...left].find((one) => one.number === number),
      );
  }
  for (const session of sessions)
    take(
      session,
      [...left].find((one) => one.key === session.key),
    );
  for (const session of sessions) if (!pairs.has(session.key)) take(session, continued(left, session));
  return pairs;
}

/** The session that was given a new number because it moved: most of its people moved with it. */
function continued(known: Iterable<ExportedSession>, session: CertifSession): ExportedSession | undefined {
  const now = new Set(session.candidates.map(({ key }) => key));
  let best: { readonly found: ExportedSession; readonly stayed: number } | undefined;
  for (const found of known) {
    const stayed = found.candidates.filter(({ id }) => now.has(id)).length;
    if (stayed * 2 > found.candidates.length && stayed > (best?.stayed ?? 0)) best = { found, stayed };
  }
  return best?.found;
}

interface Whereabouts {
  readonly wasIn: ReadonlyMap<string, string>;
  readonly isIn: ReadonlyMap<string, string>;
}

function gapOf(
  known: ExportedSession,
  session: CertifSession,
  terms: CertifTerms,
  { wasIn, isIn }: Whereabouts,
): readonly CertifGap[] {
  const today = exportedSession(session, terms, known.at);
  const facts = SESSION_FACTS.filter((fact) => known.facts[fact] !== today.facts[fact]).map((fact) => ({
    fact,
    before: known.facts[fact],
    now: today.facts[fact],
  }));
  const before = new Map(known.candidates.map((one) => [one.id, one]));
  const now = new Map(session.candidates.map((one) => [one.key, one]));
  const added = today.candidates
    .filter(({ id }) => !before.has(id))
    .map((one) => ({ ...personOf(one), other: wasIn.get(one.id) ?? '' }));
  const removed = known.candidates
    .filter(({ id }) => !now.has(id))
    .map((one) => ({ ...personOf(one), other: isIn.get(one.id) ?? '' }));
  const changed = today.candidates.flatMap((one) => changeOf(before.get(one.id), one, now.get(one.id)));
  const otherTerms = known.terms !== today.terms;
  const same = facts.length + added.length + removed.length + changed.length === 0 && !otherTerms;
  if (same) return [];
  return [
    marked({
      ...identityOf(known),
      session: session.key,
      before: known.key === session.key ? '' : known.key,
      number: today.number === '' ? known.number : today.number,
      gone: false,
      facts,
      added,
      removed,
      changed,
      terms: otherTerms,
      after: { ...today, number: today.number === '' ? known.number : today.number },
    }),
  ];
}

const personOf = ({ id, lastName, firstName }: ExportedCandidate): GapPerson => ({ id, lastName, firstName });

function changeOf(
  before: ExportedCandidate | undefined,
  now: ExportedCandidate,
  candidate: CertifCandidate | undefined,
): readonly ChangedPerson[] {
  if (before === undefined || candidate === undefined) return [];
  const values = candidateFacts(candidate);
  const facts = CANDIDATE_FACTS.filter((_, index) => before.marks[index] !== now.marks[index]).map(
    (fact) => ({
      fact,
      now: values[fact],
    }),
  );
  const nameOf = ({ firstName, lastName }: ExportedCandidate): string => `${firstName} ${lastName}`.trim();
  const name = nameOf(before) === nameOf(now) ? null : nameOf(before);
  return facts.length === 0 && name === null ? [] : [{ ...personOf(now), name, facts }];
}

/** What Pix holds once staff made the changes whose marks are given; others stay as they are. */
export function afterChanges(
  known: readonly ExportedSession[],
  { gaps }: CertifGaps,
  marks: ReadonlySet<string>,
): readonly ExportedSession[] {
  const done = gaps.filter(({ mark }) => marks.has(mark));
  const keys = new Set(done.map(({ session, before }) => (before === '' ? session : before)));
  return [
    ...known.filter(({ key }) => !keys.has(key)),
    ...done.flatMap(({ after }) => (after === null ? [] : [after])),
  ];
}
