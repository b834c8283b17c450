import { checkRequired, checkText, type ValueFinding } from './check-values';
import type { CertifInstant, CertifSession } from './session';

/** The rules of section 1.6 of the reference that one session can break alone; all of them block. */
export function checkSession(session: CertifSession, now: CertifInstant): ValueFinding[] {
  return session.existingNumber.trim() === '' ? checkNew(session, now) : checkExisting(session, now);
}

/** What makes two new sessions one for Pix: `null` when a part is missing, or when Pix knows the session already. */
export function sessionKey(session: CertifSession): string | null {
  if (session.existingNumber.trim() !== '' || session.day.value === null || session.start.value === null)
    return null;
  return JSON.stringify([session.site.trim(), session.room.trim(), session.day.value, session.start.value]);
}

/** Examiners as one cell, the same on every line of the session. */
export function examinersText(session: CertifSession): string {
  return session.examiners
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join(', ');
}

function checkNew(session: CertifSession, now: CertifInstant): ValueFinding[] {
  return [
    ...checkRequired('site', session.site, 'SESSION_ADDRESS_REQUIRED'),
    ...checkRequired('room', session.room, 'SESSION_ROOM_REQUIRED'),
    ...checkWhen(session, now),
    ...checkRequired('examiners', examinersText(session), 'SESSION_EXAMINER_REQUIRED'),
    ...checkText('observations', session.observations),
  ];
}

function checkWhen(session: CertifSession, now: CertifInstant): ValueFinding[] {
  const { day, start } = session;
  const findings: ValueFinding[] = [];
  if (day.value === null)
    findings.push({
      code: day.seen.trim() === '' ? 'SESSION_DATE_REQUIRED' : 'SESSION_DATE_NOT_VALID',
      field: 'date',
      seen: day.seen,
    });
  const time = start.value;
  if (time === null || !(time >= 0 && time < 1440))
    findings.push({
      code: time === null && start.seen.trim() === '' ? 'SESSION_TIME_REQUIRED' : 'SESSION_TIME_NOT_VALID',
      field: 'time',
      seen: start.seen,
    });
  if (findings.length === 0 && hasBegun(session, now))
    findings.push({ code: 'SESSION_SCHEDULED_IN_THE_PAST', field: 'date', seen: day.seen });
  return findings;
}

/** Date, room and the rest stay as Pix has them: only the number goes out. */
function checkExisting(session: CertifSession, now: CertifInstant): ValueFinding[] {
  const seen = session.existingNumber.trim();
  if (!/^[1-9]\d{0,9}$/.test(seen)) return [{ code: 'SESSION_ID_NOT_VALID', field: 'existingNumber', seen }];
  return hasBegun(session, now)
    ? [{ code: 'CANDIDATE_NOT_ALLOWED_FOR_STARTED_SESSION', field: 'existingNumber', seen }]
    : checkText('observations', session.observations);
}

/** Whether the day and the time of a session are over. */
export function hasBegun(session: CertifSession, now: CertifInstant): boolean {
  if (session.day.value === null || session.start.value === null) return false;
  return session.day.value < now.day || (session.day.value === now.day && session.start.value < now.minutes);
}
