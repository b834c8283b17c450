import {
  CERTIF_WINDOW,
  type CertifAnswer,
  type CertifOrder,
  type CertifWindow,
} from '../dialogs/certif/exchange';
import { nowSerial } from '../google/clock';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { type CertifExport, exportCertifSessions } from '../pix/certif-sessions/export';
import { afterExport } from '../pix/certif-sessions/exported';
import { firstProblems } from '../text/checked';
import {
  billingLine,
  exportedLine,
  leftOutLine,
  onlyPixLine,
  onlyPixParts,
  PIX_CERTIF_TEXT as TEXT,
  replacedLine,
} from '../text/pix-certif';
import type { ToldProblem } from '../workbook/write/problems';
import { act, aloneInWords, attempt, isAnswer } from './act';
import { type Answer, type AnswerFile, blocked, type WindowOpened } from './answer';
import { type CertifDesk, openCertifDesk } from './pix-certif-desk';
import { tellFindings } from './pix-certif-findings';
import { memoryOfExported } from './pix-certif-memory';
import {
  certifWindow,
  chosenByDefault,
  elsewhereLines,
  leftOutNames,
  stampOf,
  wholeExport,
} from './pix-certif-window';
import { writeProblems } from './report-problems';
import { answerProblems, blockingLines, tellProblems, withoutRepeats } from './tell-problems';

const TOLD = 3;
const WINDOW = { width: 860, height: 640 } as const;

/**
 * *Exporter vers Pix Certif*: shows what would go out, session by session, and what Pix would refuse with the cell to
 * correct. Nothing is exported before staff say what they choose and agree to leave out.
 */
export function openPixCertif(): Answer | WindowOpened {
  const shown: CertifWindow[] = [];
  const answer = aloneInWords((book) => {
    const desk = openCertifDesk(book);
    if (isAnswer(desk)) return desk;
    if (desk.campaign.sessions.length === 0) return blocked(TEXT.nothingPlanned);
    const whole = wholeExport(desk);
    writeProblems(book, desk.reading, toldProblems(desk, whole));
    shown.push(certifWindow(desk, whole));
    return { status: 'done', lines: [], problems: [] };
  });
  const [data] = shown;
  if (data === undefined) return act(TEXT.title, () => answer);
  showWindow(CERTIF_WINDOW, { title: TEXT.title, data, ...WINDOW });
  return { defaultCall: 'exportPixCertif' };
}

/** The same without a window: whoever Pix would refuse is left out, and listed. */
export function exportPixCertif(): Answer {
  return act(TEXT.title, () =>
    aloneInWords((book) => {
      const desk = openCertifDesk(book);
      if (isAnswer(desk)) return desk;
      if (desk.campaign.sessions.length === 0) return blocked(TEXT.nothingPlanned);
      const chosen = chosenByDefault(desk);
      return chosen.size === 0 ? blocked(TEXT.nothingNew) : exportChosen(book, desk, chosen);
    }),
  );
}

/** Makes the files that the window asks for: only of what it showed, and only what staff agreed to. */
export function makePixCertif(given: unknown): CertifAnswer {
  const order = readOrder(given);
  const made = attempt(() =>
    aloneInWords<Answer | CertifMade>((book) => {
      const desk = openCertifDesk(book);
      if (isAnswer(desk)) return desk;
      const whole = wholeExport(desk);
      if (stampOf(desk, whole) !== order.stamp)
        return { status: 'done', lines: [], problems: [], window: changed(desk, whole) };
      const chosen = new Set(order.sessions);
      const { leftOut, onlyPix } = exportCertifSessions(
        desk.campaign.sessions,
        desk.campaign.terms,
        desk.present,
        { chosen },
      );
      if (leftOut.length > 0 && !order.leaveOut) return blocked(TEXT.notAgreed);
      if (onlyPix.sessionNumbers.length > 0 && !order.replace) return blocked(TEXT.notAgreed);
      return exportChosen(book, desk, chosen);
    }),
  );
  if ('window' in made) return { kind: 'changed', window: made.window };
  const { files = [], lines } = made;
  return files.length === 0 ? { kind: 'refused', lines } : { kind: 'files', files, lines };
}

/** The answer to a window that shows data of before. */
interface CertifMade extends Answer {
  readonly window: CertifWindow;
}

function changed(desk: CertifDesk, whole: CertifExport): CertifWindow {
  const window = certifWindow(desk, whole);
  return { ...window, lines: [TEXT.dataChanged, ...window.lines] };
}

function readOrder(given: unknown): CertifOrder {
  const order = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  const value = new Map<string, unknown>(order);
  const sessions = value.get('sessions');
  const stamp = value.get('stamp');
  return {
    stamp: typeof stamp === 'string' ? stamp : '',
    sessions: Array.isArray(sessions) ? sessions.map(String) : [],
    leaveOut: value.get('leaveOut') === true,
    replace: value.get('replace') === true,
  };
}

function exportChosen(book: OpenSpreadsheet, desk: CertifDesk, chosen: ReadonlySet<string>): Answer {
  const { sessions, terms } = desk.campaign;
  const exported = exportCertifSessions(sessions, terms, desk.present, { chosen });
  const told = toldProblems(desk, exported);
  const problems = answerProblems(told);
  if (exported.files.length === 0) {
    writeProblems(book, desk.reading, told);
    const reasons = firstProblems(blockingLines(told), TOLD);
    return { status: 'blocked', lines: [TEXT.nothingExported, ...reasons], problems };
  }
  const known = afterExport(desk.known, exported.written, terms, nowSerial(book.timeZone));
  writeProblems(book, desk.reading, told, memoryOfExported(known));
  const files = exported.files.map(({ name, text }): AnswerFile => ({
    name,
    mime: 'text/csv;charset=utf-8',
    text,
  }));
  return { status: 'done', lines: linesOf(desk, exported), problems, files };
}

function toldProblems(desk: CertifDesk, exported: CertifExport): readonly ToldProblem[] {
  const findings = tellFindings(exported, desk.campaign);
  return withoutRepeats(
    findings.map(({ told }) => told),
    tellProblems(desk.reading.problems),
  );
}

function linesOf(desk: CertifDesk, exported: CertifExport): readonly string[] {
  const { files, counts, onlyPix } = exported;
  return [
    exportedLine({
      candidates: counts.candidatesWritten,
      candidatesGiven: counts.candidatesGiven,
      sessions: counts.sessionsWritten,
      files: files.map(({ name }) => name),
    }),
    leftOutLine(leftOutNames(desk, exported), desk.reading.tabs.problems.name),
    ...elsewhereLines(desk),
    replacedLine(onlyPix.sessionNumbers),
    billingLine(desk.campaign.terms.billing),
    onlyPixLine(onlyPixParts(onlyPix)),
    files.length === 1 ? TEXT.howTo : TEXT.howToSeveral,
    onlyPix.newSessions.length > 0 ? TEXT.thenNumbers : '',
  ].filter((line) => line !== '');
}
