import { checkCandidate, checkTerms, personKey } from './check-candidate';
import { checkSession, sessionKey } from './check-session';
import type { ValueFinding } from './check-values';
import type { CertifFinding, CertifInstant, CertifSession, CertifSubject, CertifTerms } from './session';

/**
 * Every rule of the reference that can be checked without the tables of Pix, in order: parameters, then each session
 * followed by its candidates. Pix would report at most these, and its own tables besides.
 */
export function checkCampaign(
  sessions: readonly CertifSession[],
  terms: CertifTerms,
  now: CertifInstant,
): readonly CertifFinding[] {
  const keys = new Set<string>();
  const numbers = usedTwice(sessions.map((session) => session.existingNumber.trim()));
  const seated = new Map<string, string>();
  return [
    ...about({ kind: 'campaign' }, checkTerms(terms)),
    ...sessions.flatMap((session) => {
      const blocking = [...checkSession(session, now), ...checkAgainstOthers(session, keys, numbers)];
      return [
        ...about({ kind: 'session', session: session.key }, blocking),
        ...(blocking.length === 0 ? warnings(session) : []),
        ...checkSeats(session, seated),
      ];
    }),
  ];
}

function about(subject: CertifSubject, findings: readonly ValueFinding[]): CertifFinding[] {
  return findings.map((finding) => ({ ...finding, severity: 'blocking', subject }));
}

/** Both sessions of a repeated number are stopped: which of them Pix should replace is not ours to choose. */
function usedTwice(numbers: readonly string[]): ReadonlySet<string> {
  return new Set(numbers.filter((number, rank) => number !== '' && numbers.indexOf(number) !== rank));
}

function checkAgainstOthers(
  session: CertifSession,
  keys: Set<string>,
  numbersUsedTwice: ReadonlySet<string>,
): ValueFinding[] {
  const number = session.existingNumber.trim();
  if (numbersUsedTwice.has(number))
    return [{ code: 'SESSION_ID_USED_TWICE', field: 'existingNumber', seen: number }];
  const key = sessionKey(session);
  if (key === null) return [];
  if (keys.has(key))
    return [{ code: 'SESSION_WITH_DATE_AND_TIME_ALREADY_EXISTS', field: 'room', seen: session.room.trim() }];
  keys.add(key);
  return [];
}

function warnings(session: CertifSession): CertifFinding[] {
  const subject: CertifSubject = { kind: 'session', session: session.key };
  if (session.candidates.length === 0)
    return [{ code: 'EMPTY_SESSION', severity: 'warning', subject, field: null, seen: '' }];
  const number = session.existingNumber.trim();
  return number === ''
    ? []
    : [{ code: 'SESSION_REPLACED', severity: 'warning', subject, field: 'existingNumber', seen: number }];
}

function checkSeats(session: CertifSession, seated: Map<string, string>): CertifFinding[] {
  const persons = new Set<string>();
  return session.candidates.flatMap((candidate) => {
    const findings = checkCandidate(candidate);
    const person = personKey(candidate);
    if (persons.has(person))
      findings.push({ code: 'DUPLICATE_CANDIDATE_IN_SESSION', field: 'lastName', seen: candidate.lastName });
    persons.add(person);
    const before = seated.get(candidate.key);
    if (before !== undefined && before !== session.key)
      findings.push({ code: 'CANDIDATE_IN_TWO_SESSIONS', field: null, seen: before });
    seated.set(candidate.key, session.key);
    return about({ kind: 'candidate', session: session.key, candidate: candidate.key }, findings);
  });
}
