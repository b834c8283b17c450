import { DOWNLOAD_WINDOW } from '../dialogs/download/exchange';
import type { Problem } from '../domain/problem';
import { now } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { logFailure } from '../google/log';
import { askYesOrNo } from '../google/ui';
import { showWindow } from '../google/page-window';
import { type CertifExport, exportCertifSessions } from '../pix/certif-sessions/export';
import type { CertifCode, CertifFinding } from '../pix/certif-sessions/session';
import { firstProblems } from '../text/checked';
import {
  billingLine,
  exportedLine,
  leaveOutQuestion,
  leftOutLine,
  onlyPixLine,
  PIX_CERTIF_TEXT,
  replacedLine,
} from '../text/pix-certif';
import { PIX_REFUSALS, type RefusalSentence } from '../text/pix-refusals';
import type { ToldProblem } from '../workbook/write/problems';
import { act, alone } from './act';
import type { Answer } from './answer';
import { type PixCertifCampaign, pixCertifCampaign } from './pix-certif-campaign';
import { readWorkbook, type WorkbookReading } from './read-workbook';
import { answerOfData, writeProblems } from './report-problems';
import { answerProblems, blockingLines, tellProblem, tellProblems, withoutRepeats } from './tell-problems';

/** Every code has its sentence, or nothing compiles. */
const SENTENCES: Readonly<Record<CertifCode, RefusalSentence>> = PIX_REFUSALS;

const TOLD = 3;
const WINDOW = { width: 560, height: 420 } as const;

/**
 * *Exporter vers Pix Certif*: the mass-import files of the planning. Whoever Pix would refuse is left out, listed with
 * the cell to correct in `À corriger`, and the files are offered in a window.
 */
export function exportPixCertif(): Answer {
  const answer = act(PIX_CERTIF_TEXT.title, () => {
    const exported = alone((book) => exportFrom(book));
    return 'asked' in exported ? askAboutLeftOut(exported) : exported;
  });
  if (answer.status === 'done' && answer.files !== undefined && answer.files.length > 0) offer(answer);
  return answer;
}

/** An answer that holds only once the user has agreed to leave people out. */
interface Proposal {
  readonly asked: string;
  readonly answer: Answer;
}

/** Asked outside the lock: a question may stay open for an hour. */
function askAboutLeftOut({ asked, answer }: Proposal): Answer {
  if (askYesOrNo(PIX_CERTIF_TEXT.title, asked, true)) return answer;
  return { status: 'done', lines: [PIX_CERTIF_TEXT.cancelled], problems: answer.problems };
}

function exportFrom(book: OpenSpreadsheet): Answer | Proposal {
  const reading = readWorkbook(book);
  const read = tellProblems(reading.problems);
  if (reading.campaign === null) {
    writeProblems(book, reading, read);
    return answerOfData(reading, read, 'check');
  }
  const present = now(book.timeZone);
  const campaign = pixCertifCampaign(reading, reading.campaign, present);
  if (campaign.sessions.length === 0)
    return { status: 'blocked', lines: [PIX_CERTIF_TEXT.nothingPlanned], problems: answerProblems(read) };
  const exported = exportCertifSessions(campaign.sessions, campaign.terms, present);
  const told = withoutRepeats(tellFindings(exported, campaign), read);
  writeProblems(book, reading, told);
  return answerOf(reading, campaign, exported, told);
}

function answerOf(
  reading: WorkbookReading,
  campaign: PixCertifCampaign,
  exported: CertifExport,
  told: readonly ToldProblem[],
): Answer | Proposal {
  const problems = answerProblems(told);
  if (exported.files.length === 0) {
    const reasons = blockingLines(told);
    return {
      status: 'blocked',
      lines: [PIX_CERTIF_TEXT.nothingExported, ...firstProblems(reasons, TOLD)],
      problems,
    };
  }
  const answer: Answer = {
    status: 'done',
    lines: linesOf(reading, campaign, exported),
    problems,
    files: exported.files.map(({ name, text }) => ({ name, mime: 'text/csv;charset=utf-8', text })),
  };
  const missing = exported.leftOut.length;
  return missing === 0
    ? answer
    : { asked: leaveOutQuestion(missing, exported.counts.candidatesWritten), answer };
}

function linesOf(
  reading: WorkbookReading,
  { sessions, terms }: PixCertifCampaign,
  { files, counts, leftOut, onlyPix }: CertifExport,
): readonly string[] {
  const candidates = new Map(sessions.flatMap((session) => session.candidates).map((one) => [one.key, one]));
  const names = leftOut.map(({ session, candidate }) => {
    const found = candidates.get(candidate);
    return `${found?.firstName ?? ''} ${found?.lastName ?? candidate} (${session})`.trim();
  });
  return [
    exportedLine({
      candidates: counts.candidatesWritten,
      candidatesGiven: counts.candidatesGiven,
      sessions: counts.sessionsWritten,
      files: files.map(({ name }) => name),
    }),
    ...(names.length > 0 ? [leftOutLine(names, reading.tabs.problems.name)] : []),
    replacedLine(onlyPix.sessionNumbers),
    billingLine(terms.billing),
    onlyPixLine({
      inseeCodes: onlyPix.inseeCodes.length,
      postalCodes: onlyPix.postalCodesAndCities.length,
      countries: onlyPix.countries,
      mailDomains: onlyPix.mailDomains,
      newSessions: onlyPix.newSessions.length,
    }),
    files.length === 1 ? PIX_CERTIF_TEXT.howTo : PIX_CERTIF_TEXT.howToSeveral,
  ].filter((line) => line !== '');
}

/**
 * Findings in words. Only what prevents any file blocks; what leaves one candidate or one session out is a warning, as
 * everywhere in the workbook.
 */
function tellFindings(exported: CertifExport, campaign: PixCertifCampaign): readonly ToldProblem[] {
  const parametersBlock = exported.findings.some(({ subject }) => subject.kind === 'campaign');
  const preventsAll = ({ severity, subject }: CertifFinding): boolean =>
    exported.files.length === 0 &&
    severity === 'blocking' &&
    (subject.kind === 'campaign' || !parametersBlock);
  return exported.findings.map((finding) => {
    const problem: Problem = {
      code: finding.code,
      severity: preventsAll(finding) ? 'blocking' : 'warning',
      place: campaign.placeOf(finding.subject, finding.field),
      seen: finding.seen,
      params: {},
    };
    return tellProblem(problem, ...wordsOf(finding));
  });
}

function wordsOf({ code, seen, subject }: CertifFinding): readonly [string, string] {
  const [message, remedy] = SENTENCES[code](seen === '' ? '' : `« ${seen} »`);
  const who = subject.kind === 'candidate' ? ` (session ${subject.session})` : '';
  return [`${message}${who === '' ? '' : ` Le candidat n’est pas dans le fichier pour Pix${who}.`}`, remedy];
}

function offer({ files = [], lines }: Answer): void {
  try {
    showWindow(DOWNLOAD_WINDOW, { title: PIX_CERTIF_TEXT.title, data: { files, lines }, ...WINDOW });
  } catch (error) {
    // Where there is no window (a command), the files are in the answer.
    logFailure(error);
  }
}
