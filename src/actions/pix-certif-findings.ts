import type { Problem } from '../domain/problem';
import type { CertifExport } from '../pix/certif-sessions/export';
import type { CertifCode, CertifFinding, CertifSubject } from '../pix/certif-sessions/session';
import { PIX_REFUSALS, type RefusalSentence } from '../text/pix-refusals';
import type { ToldProblem } from '../workbook/write/problems';
import type { PixCertifCampaign } from './pix-certif-campaign';
import { tellProblem } from './tell-problems';

/** Every code has its sentence, or nothing compiles. */
const SENTENCES: Readonly<Record<CertifCode, RefusalSentence>> = PIX_REFUSALS;

/** A finding in words, and what it is about. */
export interface ToldFinding {
  readonly told: ToldProblem;
  readonly subject: CertifSubject;
  /** Its subject cannot be in a file. */
  readonly leavesOut: boolean;
}

/**
 * Findings in words. Only what prevents any file blocks; what leaves one candidate or one session out is a warning, as
 * everywhere in the workbook.
 */
export function tellFindings(
  { findings, files }: Pick<CertifExport, 'findings'> & { readonly files: readonly unknown[] },
  campaign: PixCertifCampaign,
): readonly ToldFinding[] {
  const parametersBlock = findings.some(({ subject }) => subject.kind === 'campaign');
  const stops = ({ severity, code }: CertifFinding): boolean =>
    severity === 'blocking' || code === 'EMPTY_SESSION';
  const preventsAll = (finding: CertifFinding): boolean =>
    files.length === 0 && stops(finding) && (finding.subject.kind === 'campaign' || !parametersBlock);
  return findings.map((finding) => {
    const problem: Problem = {
      code: finding.code,
      severity: preventsAll(finding) ? 'blocking' : 'warning',
      place: campaign.placeOf(finding.subject, finding.field),
      seen: finding.seen,
      params: {},
    };
    return {
      told: tellProblem(problem, ...wordsOf(finding)),
      subject: finding.subject,
      leavesOut: finding.severity === 'blocking',
    };
  });
}

function wordsOf({ code, seen, subject }: CertifFinding): readonly [string, string] {
  const [message, remedy] = SENTENCES[code](seen === '' ? '' : `« ${seen} »`);
  const who = subject.kind === 'candidate' ? ` (session ${subject.session})` : '';
  return [`${message}${who === '' ? '' : ` Le candidat n’est pas dans le fichier pour Pix${who}.`}`, remedy];
}
