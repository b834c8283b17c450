import { checkCandidate, checkTerms } from '../certif-sessions/check-candidate';
import type { CertifCandidate, CertifFinding, CertifSession, CertifTerms } from '../certif-sessions/session';
import { type ListCell, listCells } from './columns';

/** The candidates of one session as Pix takes them in a list, and what keeps the others out. */
export interface CandidateList {
  /** One row per candidate, in alphabetical order; empty when the parameters themselves are refused. */
  readonly rows: readonly (readonly ListCell[])[];
  readonly findings: readonly CertifFinding[];
  /** Keys of the candidates who are not in it. */
  readonly leftOut: readonly string[];
}

/**
 * Pix stops at the first error and takes nobody: whoever it would refuse is left out. Here two people of one name and
 * birth date are refused whatever the case of their names.
 */
export function candidateList(session: CertifSession, terms: CertifTerms): CandidateList {
  const ofTerms = checkTerms(terms).map((finding): CertifFinding => ({
    ...finding,
    severity: 'blocking',
    subject: { kind: 'campaign' },
  }));
  const persons = new Set<string>();
  const findings: CertifFinding[] = [];
  const kept: CertifCandidate[] = [];
  for (const candidate of inOrder(session.candidates)) {
    const mine = checkCandidate(candidate);
    const person = personOf(candidate);
    if (persons.has(person))
      mine.push({ code: 'DUPLICATE_CANDIDATE_IN_SESSION', field: 'lastName', seen: candidate.lastName });
    persons.add(person);
    if (mine.length === 0) kept.push(candidate);
    const subject = { kind: 'candidate', session: session.key, candidate: candidate.key } as const;
    findings.push(...mine.map((finding): CertifFinding => ({ ...finding, severity: 'blocking', subject })));
  }
  const taken = ofTerms.length === 0 ? kept : [];
  return {
    rows: taken.map((candidate) => listCells(candidate, terms)),
    findings: [...ofTerms, ...findings],
    leftOut: session.candidates.filter((one) => !taken.includes(one)).map(({ key }) => key),
  };
}

function personOf({ firstName, lastName, birthDate }: CertifCandidate): string {
  const name = [firstName, lastName].map((part) => part.trim().toLowerCase());
  return JSON.stringify([...name, birthDate.value ?? birthDate.seen.trim()]);
}

function inOrder(candidates: readonly CertifCandidate[]): readonly CertifCandidate[] {
  const name = (one: CertifCandidate): string => `${one.lastName} ${one.firstName}`.toLowerCase();
  return [...candidates].sort((a, b) => name(a).localeCompare(name(b), 'fr'));
}
