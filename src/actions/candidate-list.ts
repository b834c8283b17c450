import {
  CANDIDATES_WINDOW,
  type CandidatesWindow,
  type SessionList,
  type SessionListAnswer,
} from '../dialogs/candidates/exchange';
import { base64Of } from '../google/base64';
import { now } from '../google/clock';
import { showWindow } from '../google/page-window';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { type CandidateList, candidateList } from '../pix/certif-candidates/list';
import { newList } from '../pix/certif-candidates/new-list';
import { hasBegun } from '../pix/certif-sessions/check-session';
import type { CertifSession } from '../pix/certif-sessions/session';
import { CANDIDATE_LIST_TEXT as TEXT } from '../text/candidate-list';
import { firstProblems } from '../text/checked';
import { shortDay, time } from '../text/format';
import { act, alone, aloneInWords, attempt, isAnswer } from './act';
import { type Answer, blocked, done, type WindowOpened } from './answer';
import { openCampaign } from './open-campaign';
import { type PixCertifCampaign, pixCertifCampaign } from './pix-certif-campaign';
import { tellFindings } from './pix-certif-findings';
import { answerProblems, shownTold } from './tell-problems';

const WINDOW = { width: 680, height: 560 } as const;
const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const TOLD = 3;

/** *Candidats d'une session (ODS)*: opens the window where staff choose a session, and fill the file of Pix for it. */
export function openCandidateList(): Answer | WindowOpened {
  const shown: CandidatesWindow[] = [];
  const answer = aloneInWords((book) => {
    const desk = openListDesk(book);
    if (isAnswer(desk)) return desk;
    shown.push({ sessions: desk.sessions.map((session) => ({ key: session.key, label: labelOf(session) })) });
    return done([]);
  });
  const [data] = shown;
  if (data === undefined) return act(TEXT.title, () => answer);
  showWindow(CANDIDATES_WINDOW, { title: TEXT.title, data, ...WINDOW });
  return { defaultCall: 'exportCandidateList' };
}

/** The list of one session, for the window. Writes nothing. */
export function sessionCandidates(key: unknown): SessionListAnswer {
  const result = attempt(() =>
    alone<SessionListAnswer>((book) => {
      const desk = openListDesk(book);
      if (isAnswer(desk)) return desk;
      const session = desk.sessions.find((one) => one.key === key);
      return session === undefined ? blocked(TEXT.sessionGone) : listOf(desk, session);
    }),
  );
  return isAnswer(result) ? { kind: 'refused', lines: result.lines } : result;
}

/** Without a window: the list of the first session to come, whoever Pix would refuse left out and listed. */
export function exportCandidateList(): Answer {
  return act(TEXT.title, () =>
    alone((book) => {
      const desk = openListDesk(book);
      if (isAnswer(desk)) return desk;
      const [session] = desk.sessions;
      if (session === undefined) return blocked(TEXT.nothingPlanned);
      const list = candidateList(session, desk.campaign.terms);
      const told = toldOf(desk, list).map((finding) => finding.told);
      const problems = answerProblems(told);
      if (list.rows.length === 0) {
        const lines = firstProblems(
          told.map(({ line }) => line),
          TOLD,
        );
        return { status: 'blocked', lines: [TEXT.nobody, ...lines], problems };
      }
      const name = TEXT.fileName(session.key, session.existingNumber.trim());
      return {
        status: 'done',
        lines: [TEXT.made(list.rows.length, session.candidates.length, name), TEXT.howTo, TEXT.replaces],
        problems,
        files: [
          { name, mime: MIME, text: base64Of(newList(headingOf(session), list.rows)), encoding: 'base64' },
        ],
      };
    }),
  );
}

interface ListDesk {
  readonly campaign: PixCertifCampaign;
  /** Sessions to come that have candidates, in order of date and time. */
  readonly sessions: readonly CertifSession[];
}

function openListDesk(book: OpenSpreadsheet): ListDesk | Answer {
  const open = openCampaign(book);
  if (isAnswer(open)) return open;
  const present = now(book.timeZone);
  const campaign = pixCertifCampaign(open.reading, open.campaign, present);
  const sessions = campaign.sessions
    .filter((session) => session.candidates.length > 0 && !hasBegun(session, present))
    .sort((a, b) => momentOf(a).localeCompare(momentOf(b)));
  return sessions.length === 0 ? blocked(TEXT.nothingPlanned) : { campaign, sessions };
}

const momentOf = ({ day, start }: CertifSession): string =>
  `${day.value ?? ''} ${String(start.value ?? 0).padStart(4, '0')}`;

function listOf(desk: ListDesk, session: CertifSession): SessionList {
  const list = candidateList(session, desk.campaign.terms);
  const number = session.existingNumber.trim();
  return {
    kind: 'list',
    number,
    fileName: TEXT.fileName(session.key, number),
    heading: headingOf(session),
    rows: list.rows,
    given: session.candidates.length,
    leftOut: list.leftOut.length,
    ...shownTold(toldOf(desk, list).map(({ told }) => told)),
  };
}

function toldOf({ campaign }: ListDesk, { findings, rows }: CandidateList): ReturnType<typeof tellFindings> {
  return tellFindings({ findings, files: rows }, campaign);
}

function whenOf({ day, start }: CertifSession): string {
  const parts = [
    ...(day.value === null ? [] : [shortDay(day.value)]),
    ...(start.value === null ? [] : [time(start.value)]),
  ];
  return parts.join(' ');
}

function labelOf(session: CertifSession): string {
  return TEXT.session(session.key, whenOf(session), session.room, session.candidates.length);
}

function headingOf(session: CertifSession): readonly string[] {
  const { key, existingNumber, site, room } = session;
  return TEXT.heading(key, existingNumber.trim(), whenOf(session), site, room);
}
