import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { exportCertifSessions, type CertifExport } from '../../src/pix/certif-sessions/export';
import type { CertifCandidate, CertifSession } from '../../src/pix/certif-sessions/session';
import { FREE, NOW, NOW_TEXT, randomSessions } from '../support/certif-campaign';
import { type PixCandidate, type PixSession, readAsPixCertif } from '../support/pix-certif-reader';

const exported = (sessions: readonly CertifSession[]): CertifExport =>
  exportCertifSessions(sessions, FREE, NOW);

/** What Pix should know of a session, worked out apart from the writer. */
function factsOf(one: CertifSession): Omit<PixSession, 'line' | 'candidates'> {
  const number = one.existingNumber.trim();
  const told = (text: string): string => (number === '' ? text : '');
  const minutes = one.start.value ?? 0;
  const names = one.examiners.map((name) => name.trim()).filter((name) => name !== '');
  return {
    number,
    site: told(one.site.trim()),
    room: told(one.room.trim()),
    date: told((one.day.value ?? '').split('-').reverse().join('/')),
    time: told(new Date(minutes * 60_000).toISOString().slice(11, 16)),
    examiners: number === '' ? [names.join(', ')] : [],
    observations: one.observations.trim(),
  };
}

function personOf(one: CertifCandidate): Omit<PixCandidate, 'line'> {
  const france = /^france$/i.test(one.birthCountry.trim());
  const byCode = france && one.inseeCode.trim() !== '';
  const share = one.extraTime.value ?? 0;
  return {
    lastName: one.lastName.trim(),
    firstName: one.firstName.trim(),
    birthDate: (one.birthDate.value ?? '').split('-').reverse().join('/'),
    sex: one.sex.trim().toUpperCase(),
    insee: france ? one.inseeCode.trim().toUpperCase() : '99',
    postal: byCode ? '' : one.postalCode.trim(),
    city: byCode ? '' : one.birthCity.trim(),
    country: one.birthCountry.trim(),
    resultsEmail: '',
    email: one.email.trim(),
    externalId: one.externalId.trim(),
    extraTime: share === 0 ? '' : share === 0.335 ? '33.5%' : `${Math.round(share * 100)}%`,
    billing: 'Gratuite',
    prepayment: '',
  };
}

describe('the file for the mass import of Pix Certif, of random campaigns', () => {
  it('is accepted whatever the campaign, and says where everyone went', () => {
    fc.assert(
      fc.property(randomSessions, fc.constantFrom(600, 3000, 20_000_000), (sessions, limit) => {
        const result = exportCertifSessions(sessions, FREE, NOW, { sizeLimit: limit });
        const reports = result.files.map((file) => readAsPixCertif(file.text, NOW_TEXT));
        expect(reports.flatMap((report) => report.errors)).toEqual([]);
        const read = reports.flatMap((report) => report.sessions);
        expect(read).toHaveLength(result.counts.sessionsWritten);
        const names = read.flatMap((one) =>
          one.candidates.map((person) => [person.lastName, person.firstName]),
        );
        const out = new Set(result.leftOut.map((one) => one.candidate));
        const kept = sessions.flatMap((one) => one.candidates).filter((person) => !out.has(person.key));
        expect(names).toEqual(kept.map((person) => [person.lastName.trim(), person.firstName.trim()]));
        expect(result.counts.candidatesWritten + result.leftOut.length).toBe(result.counts.candidatesGiven);
      }),
      { seed: 20270112, numRuns: 250 },
    );
  });

  it('gives back the same sessions and people, whatever the campaign', () => {
    fc.assert(
      fc.property(randomSessions, (sessions) => {
        const result = exported(sessions);
        const read = result.files.flatMap((file) => readAsPixCertif(file.text, NOW_TEXT).sessions);
        const out = new Set(result.leftOut.map((one) => one.candidate));
        const kept = sessions
          .map((one) => ({ ...one, candidates: one.candidates.filter(({ key }) => !out.has(key)) }))
          .filter(({ candidates }) => candidates.length > 0);
        const line: unknown = expect.any(Number);
        expect(read).toEqual(
          kept.map((one) => ({
            ...factsOf(one),
            line,
            candidates: one.candidates.map((person) => ({ ...personOf(person), line })),
          })),
        );
      }),
      { seed: 20270115, numRuns: 200 },
    );
  });

  it('is tried on campaigns of which enough can go out', () => {
    const samples = fc.sample(randomSessions, { seed: 20270112, numRuns: 400 }).map((one) => exported(one));
    const written = samples.reduce((sum, result) => sum + result.counts.candidatesWritten, 0);
    expect(written).toBeGreaterThan(300);
  });

  it('leaves nobody out without a reason', () => {
    fc.assert(
      fc.property(randomSessions, (sessions) => {
        const result = exported(sessions);
        const blocking = result.findings.filter((finding) => finding.severity === 'blocking');
        for (const { session: key, candidate: person } of result.leftOut) {
          const why = blocking.filter(
            ({ subject }) =>
              (subject.kind === 'session' && subject.session === key) ||
              (subject.kind === 'candidate' && subject.session === key && subject.candidate === person),
          );
          expect(why).not.toEqual([]);
        }
      }),
      { seed: 20270113, numRuns: 200 },
    );
  });
});
