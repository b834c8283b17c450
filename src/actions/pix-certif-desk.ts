import { now } from '../google/clock';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { hasBegun } from '../pix/certif-sessions/check-session';
import type { ExportedSession } from '../pix/certif-sessions/exported';
import { type CertifGap, type CertifGaps, certifGaps } from '../pix/certif-sessions/gaps';
import type { CertifInstant, CertifSession } from '../pix/certif-sessions/session';
import { readFrenchDate } from '../pix/french-date';
import { PIX_CERTIF_TEXT } from '../text/pix-certif';
import { isAnswer } from './act';
import type { Answer } from './answer';
import { openCampaign } from './open-campaign';
import { type PixCertifCampaign, pixCertifCampaign } from './pix-certif-campaign';
import { exportedSessions } from './pix-certif-memory';
import type { WorkbookReading } from './read-workbook';
import { answerProblems, tellProblems } from './tell-problems';

/** What the export and the gaps start from, read once. */
export interface CertifDesk {
  readonly reading: WorkbookReading;
  readonly campaign: PixCertifCampaign;
  readonly present: CertifInstant;
  /** What Pix Certif is known to hold. */
  readonly known: readonly ExportedSession[];
  readonly gaps: CertifGaps;
}

/** Reads the planning and what was exported of it; an answer when there is no planning, or the data block. */
export function openCertifDesk(book: OpenSpreadsheet): CertifDesk | Answer {
  const open = openCampaign(book);
  if (isAnswer(open)) return open;
  const { reading } = open;
  const present = now(book.timeZone);
  const campaign = pixCertifCampaign(reading, open.campaign, present);
  const known = exportedSessions(book);
  if (campaign.sessions.length === 0 && known.length === 0)
    return {
      status: 'blocked',
      lines: [PIX_CERTIF_TEXT.nothingPlanned],
      problems: answerProblems(tellProblems(reading.problems)),
    };
  const { sessions, terms } = campaign;
  const begun = (session: CertifSession): boolean => hasBegun(session, present);
  const closed = new Set([...campaign.closed, ...sessions.filter(begun).map(({ key }) => key)]);
  const gaps = certifGaps(
    known.filter((session) => isToCome(session, present)),
    sessions.filter((session) => !begun(session)),
    terms,
    closed,
  );
  return { reading, campaign, present, known, gaps };
}

/** What is over in Pix cannot be changed there. */
function isToCome({ facts }: ExportedSession, present: CertifInstant): boolean {
  const day = readFrenchDate(facts.date, null);
  return day === null || day >= present.day;
}

/** The gap of a session of today, if there is one. */
export const gapOf = ({ gaps }: CertifDesk, key: string): CertifGap | undefined =>
  gaps.gaps.find(({ session, gone }) => session === key && !gone);
