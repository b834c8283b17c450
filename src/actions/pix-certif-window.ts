import { dayOfSerial, minutesOfSerial } from '../domain/calendar';
import { digest } from '../domain/fingerprint';
import type { CertifChoice, CertifWindow } from '../dialogs/certif/exchange';
import { type CertifExport, exportCertifSessions } from '../pix/certif-sessions/export';
import type { CertifSession } from '../pix/certif-sessions/session';
import { shortDay, time } from '../text/format';
import { billingLine, CERTIF_STATES, countedElsewhere, onlyPixParts } from '../text/pix-certif';
import { type CertifDesk, gapOf } from './pix-certif-desk';
import { tellFindings } from './pix-certif-findings';
import { shownTold } from './tell-problems';

/** Problems sent to the window, which shows those of the sessions that are ticked. */
const SENT = 400;

/** The sessions that are exported unless staff say otherwise. */
export function chosenByDefault(desk: CertifDesk): ReadonlySet<string> {
  return new Set(
    desk.campaign.sessions.filter((session) => stateOf(desk, session).chosen).map(({ key }) => key),
  );
}

/** Everything that could go out, chosen or not. */
export function wholeExport({ campaign, present }: CertifDesk): CertifExport {
  return exportCertifSessions(campaign.sessions, campaign.terms, present);
}

/** Equal as long as the files, and who is left out of them, would be the same. */
export function stampOf({ known }: CertifDesk, { files, leftOut }: CertifExport): string {
  const exported = known.map(({ key, number, at }) => [key, number, at]);
  return digest([files.map(({ text }) => text), leftOut, exported]);
}

/** What the window shows of the planning as it stands. */
export function certifWindow(desk: CertifDesk, whole: CertifExport): CertifWindow {
  const { sessions, terms } = desk.campaign;
  const findings = [...tellFindings(whole, desk.campaign)].sort(
    (a, b) => Number(b.leavesOut) - Number(a.leavesOut),
  );
  const { problems, more } = shownTold(
    findings.map(({ told }) => told),
    SENT,
  );
  const exportable = new Map(whole.written.map(({ key, candidates }) => [key, candidates.length]));
  return {
    stamp: stampOf(desk, whole),
    lines: [billingLine(terms.billing), ...elsewhereLines(desk)].filter((line) => line !== ''),
    sessions: sessions.map((session) => choiceOf(desk, session, exportable.get(session.key) ?? 0)),
    problems: problems.map((problem, index) => {
      const subject = findings[index]?.subject;
      return {
        ...problem,
        session: subject === undefined || subject.kind === 'campaign' ? '' : subject.session,
      };
    }),
    more,
    blocked: findings.some(({ subject, leavesOut }) => subject.kind === 'campaign' && leavesOut),
    onlyPix: onlyPixParts(whole.onlyPix),
  };
}

/** Where the candidates are who are in no session that can be exported. */
export function elsewhereLines({ reading, campaign }: CertifDesk): readonly string[] {
  const existing = reading.campaign?.existing ?? [];
  const planned = new Set(campaign.sessions.flatMap(({ candidates }) => candidates.map(({ key }) => key)));
  const held = existing
    .filter(({ state }) => state === 'held')
    .reduce((sum, { seats }) => sum + seats.length, 0);
  const nameless = existing
    .filter(({ state }) => state !== 'held' && state !== 'cancelled')
    .flatMap(({ anonymous }) => anonymous)
    .reduce((sum, { places }) => sum + places, 0);
  return countedElsewhere({
    held,
    unseated: Math.max(0, reading.candidates - planned.size - held),
    nameless,
    unread: campaign.unread,
  });
}

function choiceOf(desk: CertifDesk, session: CertifSession, exportable: number): CertifChoice {
  const { key, existingNumber, day, start, room, site, candidates } = session;
  const when = [
    ...(day.value === null ? [] : [shortDay(day.value)]),
    ...(start.value === null ? [] : [time(start.value)]),
  ];
  return {
    key,
    when: when.join(' '),
    where: [room, site].filter((part) => part !== '').join(', '),
    candidates: candidates.length,
    exportable,
    number: existingNumber.trim(),
    ...stateOf(desk, session),
  };
}

/** What Pix has of a session already decides what exporting it does, and whether that is likely to be wanted. */
function stateOf(desk: CertifDesk, session: CertifSession): Pick<CertifChoice, 'state' | 'chosen'> {
  const number = session.existingNumber.trim();
  const before = desk.gaps.knownOf.get(session.key);
  if (before === undefined)
    return { state: number === '' ? CERTIF_STATES.fresh : CERTIF_STATES.replaced(number), chosen: true };
  if (number === '') {
    if (before.key !== session.key) return { state: CERTIF_STATES.moved(before.key), chosen: false };
    const day = dayOfSerial(before.at);
    const when = day === null ? '' : `${shortDay(day)} à ${time(minutesOfSerial(before.at))}`;
    return { state: CERTIF_STATES.exported(when), chosen: true };
  }
  const gap = gapOf(desk, session.key);
  const people =
    gap !== undefined && (gap.terms || gap.added.length + gap.removed.length + gap.changed.length > 0);
  return people
    ? { state: CERTIF_STATES.changed(number), chosen: true }
    : { state: CERTIF_STATES.same(number), chosen: false };
}

/** Names of those left out, with their sessions. */
export function leftOutNames({ campaign }: CertifDesk, { leftOut }: CertifExport): readonly string[] {
  const candidates = new Map(
    campaign.sessions.flatMap((session) => session.candidates).map((one) => [one.key, one]),
  );
  return leftOut.map(({ session, candidate }) => {
    const found = candidates.get(candidate);
    return `${found?.firstName ?? ''} ${found?.lastName ?? candidate} (${session})`.trim();
  });
}
