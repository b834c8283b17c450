import { csvFile, csvLine, utf8Length } from '../csv/write';
import { checkCampaign } from './check-campaign';
import { CERTIF_HEADERS, certifCells } from './columns';
import { onlyPixKnows, type OnlyPixKnows } from './only-pix';
import type { CertifFinding, CertifInstant, CertifSession, CertifTerms } from './session';

/** Pix refuses a request body above 20 715 200 bytes; the rest is room for the envelope of the request. */
export const CERTIF_SIZE_LIMIT = 20_000_000;

export interface CertifFile {
  readonly name: string;
  readonly text: string;
  /** Keys of its sessions, whole: a session is never cut over two files, since Pix would refuse the second half. */
  readonly sessions: readonly string[];
  readonly candidates: number;
}

export interface CertifExport {
  /** Empty when nothing can go out. To be imported one after the other. */
  readonly files: readonly CertifFile[];
  /** Of every session given, chosen or not. */
  readonly findings: readonly CertifFinding[];
  /** The sessions in the files, with the candidates that are there. */
  readonly written: readonly CertifSession[];
  /** Candidates of the sessions chosen who are not in the files, in the order given. */
  readonly leftOut: readonly { readonly session: string; readonly candidate: string }[];
  readonly onlyPix: OnlyPixKnows;
  /** Of the sessions chosen. */
  readonly counts: {
    readonly sessionsGiven: number;
    readonly sessionsWritten: number;
    readonly candidatesGiven: number;
    readonly candidatesWritten: number;
  };
}

export interface CertifExportOptions {
  /** Keys of the sessions to write; all of them when absent. What is not chosen is checked all the same. */
  readonly chosen?: ReadonlySet<string>;
  /** In bytes of one file. */
  readonly sizeLimit?: number;
}

/**
 * The mass-import files of Pix Certif (reference, section 1.12), with what had to stay out and why. A session goes out
 * when it is chosen, neither it nor the parameters block and at least one of its candidates can; a candidate when nothing
 * blocks.
 */
export function exportCertifSessions(
  given: readonly CertifSession[],
  terms: CertifTerms,
  now: CertifInstant,
  { chosen, sizeLimit = CERTIF_SIZE_LIMIT }: CertifExportOptions = {},
): CertifExport {
  const findings = checkCampaign(given, terms, now);
  const sessions = chosen === undefined ? given : given.filter(({ key }) => chosen.has(key));
  const writable = writableOnly(sessions, findings);
  const written = new Set(
    writable.flatMap((session) => session.candidates.map((one) => seatKey(session, one))),
  );
  return {
    files: filesOf(writable, terms, sizeLimit),
    findings,
    written: writable,
    leftOut: sessions.flatMap((session) =>
      session.candidates
        .filter((candidate) => !written.has(seatKey(session, candidate)))
        .map((candidate) => ({ session: session.key, candidate: candidate.key })),
    ),
    onlyPix: onlyPixKnows(writable, terms),
    counts: {
      sessionsGiven: sessions.length,
      sessionsWritten: writable.length,
      candidatesGiven: countCandidates(sessions),
      candidatesWritten: countCandidates(writable),
    },
  };
}

const seatKey = (session: { readonly key: string }, candidate: { readonly key: string }): string =>
  JSON.stringify([session.key, candidate.key]);

function countCandidates(sessions: readonly CertifSession[]): number {
  return sessions.reduce((sum, session) => sum + session.candidates.length, 0);
}

function writableOnly(
  sessions: readonly CertifSession[],
  findings: readonly CertifFinding[],
): readonly CertifSession[] {
  const blocking = findings.filter((finding) => finding.severity === 'blocking');
  if (blocking.some((finding) => finding.subject.kind === 'campaign')) return [];
  const blockedSessions = new Set<string>();
  const blockedSeats = new Set<string>();
  for (const { subject } of blocking) {
    if (subject.kind === 'session') blockedSessions.add(subject.session);
    if (subject.kind === 'candidate')
      blockedSeats.add(seatKey({ key: subject.session }, { key: subject.candidate }));
  }
  return sessions
    .filter((session) => !blockedSessions.has(session.key))
    .map((session) => ({
      ...session,
      candidates: session.candidates.filter((candidate) => !blockedSeats.has(seatKey(session, candidate))),
    }))
    .filter((session) => session.candidates.length > 0);
}

interface Block {
  readonly session: string;
  readonly candidates: number;
  readonly text: string;
}

function filesOf(
  sessions: readonly CertifSession[],
  terms: CertifTerms,
  sizeLimit: number,
): readonly CertifFile[] {
  const header = csvLine(CERTIF_HEADERS);
  const overhead = utf8Length(csvFile([header]));
  const parts = packed(
    sessions.map((session) => ({
      session: session.key,
      candidates: session.candidates.length,
      text: session.candidates.map((one) => csvLine(certifCells(session, one, terms))).join(''),
    })),
    sizeLimit - overhead,
  );
  return parts.map((blocks, index) => ({
    name: parts.length === 1 ? 'import-sessions.csv' : `import-sessions-${index + 1}-sur-${parts.length}.csv`,
    text: csvFile([header, ...blocks.map((block) => block.text)]),
    sessions: blocks.map((block) => block.session),
    candidates: blocks.reduce((sum, block) => sum + block.candidates, 0),
  }));
}

/** Whole sessions, in order, as many per file as fit. */
function packed(blocks: readonly Block[], room: number): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let left = 0;
  for (const block of blocks) {
    const size = utf8Length(block.text);
    const current = parts[parts.length - 1];
    if (current !== undefined && size <= left) {
      current.push(block);
      left -= size;
    } else {
      parts.push([block]);
      left = room - size;
    }
  }
  return parts;
}
