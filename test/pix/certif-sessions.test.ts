import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { exportCertifSessions, type CertifExport } from '../../src/pix/certif-sessions/export';
import type { CertifCandidate, CertifCode, CertifSession } from '../../src/pix/certif-sessions/session';
import {
  candidate,
  day,
  FREE,
  given,
  NOW,
  NOW_TEXT,
  randomSessions,
  session,
  unread,
} from '../support/certif-campaign';
import { type PixCandidate, type PixSession, readAsPixCertif } from '../support/pix-certif-reader';

const codesOf = (result: CertifExport): readonly CertifCode[] =>
  result.findings.map((finding) => finding.code);
const exported = (sessions: readonly CertifSession[], terms = FREE): CertifExport =>
  exportCertifSessions(sessions, terms, NOW);

const seat = (change: Parameters<typeof candidate>[0]): CertifSession =>
  session({ candidates: [candidate(change)] });

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

describe('the file for the mass import of Pix Certif', () => {
  it('is read by Pix as the session and the candidate that were given', () => {
    const result = exported([
      session({
        examiners: [' Anne MARTIN ', 'Paul; dit "Popol"'],
        candidates: [
          candidate({ lastName: 'D\'ÉCOLE ; "dite"\nLuna 🎓', inseeCode: '2A004', birthCity: 'Ajaccio' }),
        ],
      }),
    ]);
    const report = readAsPixCertif(result.files[0]?.text ?? '', NOW_TEXT);
    expect(report.errors).toEqual([]);
    expect(report.sessions).toEqual([
      {
        number: '',
        site: 'Caen Campus 1',
        room: 'Mercure',
        date: '12/01/2027',
        time: '08:30',
        examiners: ['Anne MARTIN, Paul; dit "Popol"'],
        observations: '',
        line: 2,
        candidates: [
          {
            lastName: 'D\'ÉCOLE ; "dite"\nLuna 🎓',
            firstName: 'Élise',
            birthDate: '09/03/2005',
            sex: 'F',
            insee: '2A004',
            postal: '',
            city: '',
            country: 'France',
            resultsEmail: '',
            email: 'elise.lefevre@etu.unicaen.fr',
            externalId: '02345678',
            extraTime: '',
            billing: 'Gratuite',
            prepayment: '',
            line: 2,
          },
        ],
      },
    ]);
  });

  it('starts with a byte order mark, quotes every value and ends every line in one way', () => {
    const text = exported([session()]).files[0]?.text ?? '';
    expect(text.startsWith('\uFEFF"Numéro de session préexistante";"* Nom du site";')).toBe(true);
    expect(text.split('\n')).toHaveLength(3);
    expect(text.split('\n')[1]?.split(';')).toHaveLength(21);
    expect(text).not.toContain('\r');
  });

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
      { seed: 20270112, numRuns: 400 },
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
      { seed: 20270115, numRuns: 300 },
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

  it('never cuts a session over two files, and keeps each file under the limit', () => {
    const sessions = Array.from({ length: 30 }, (_, rank) =>
      session({
        key: `S${rank}`,
        room: `É${rank}`,
        candidates: Array.from({ length: 5 }, (__, seat) =>
          candidate({ key: `${rank}-${seat}`, firstName: `Zoé ${seat}` }),
        ),
      }),
    );
    const limit = 4000;
    const result = exportCertifSessions(sessions, FREE, NOW, { sizeLimit: limit });
    expect(result.files.length).toBeGreaterThan(3);
    for (const file of result.files) expect(Buffer.byteLength(file.text, 'utf8')).toBeLessThanOrEqual(limit);
    expect(result.files.flatMap((file) => file.sessions)).toEqual(sessions.map((one) => one.key));
    expect(result.files.map((file) => file.candidates).reduce((sum, count) => sum + count, 0)).toBe(150);
    expect(result.files[1]?.name).toBe(`import-sessions-2-sur-${result.files.length}.csv`);
  });

  it('writes only the number of a session that Pix knows, and warns that its candidates are replaced', () => {
    const result = exported([
      session({ existingNumber: '4321' }),
      session({ key: 'S02', room: 'Neptune', candidates: [candidate({ key: '2' })] }),
    ]);
    expect(codesOf(result)).toEqual(['SESSION_REPLACED']);
    const report = readAsPixCertif(result.files[0]?.text ?? '', NOW_TEXT);
    expect(report.errors).toEqual([]);
    expect(
      report.sessions.map(({ number, site, room, date, time, examiners }) => [
        number,
        site,
        room,
        date,
        time,
        examiners,
      ]),
    ).toEqual([
      ['4321', '', '', '', '', []],
      ['', 'Caen Campus 1', 'Neptune', '12/01/2027', '08:30', ['Anne MARTIN']],
    ]);
  });

  it('does not ask for what an existing session already has', () => {
    const bare = session({
      existingNumber: '4321',
      examiners: [],
      site: '',
      day: unread(''),
      start: unread(''),
    });
    expect(exported([bare]).counts.sessionsWritten).toBe(1);
  });

  it('writes the code alone in France, and 99 elsewhere', () => {
    const result = exported([
      session({
        candidates: [
          candidate({
            key: '1',
            lastName: 'A',
            inseeCode: '01004',
            postalCode: '01500',
            birthCity: 'Ambérieu',
          }),
          candidate({ key: '2', lastName: 'B', inseeCode: '', postalCode: '01500', birthCity: 'Ambérieu' }),
          candidate({ key: '3', lastName: 'C', inseeCode: '99350', birthCity: 'Fès', birthCountry: 'Maroc' }),
          candidate({ key: '4', lastName: 'D', inseeCode: '', birthCity: 'Fès', birthCountry: 'Maroc' }),
        ],
      }),
    ]);
    const people = readAsPixCertif(result.files[0]?.text ?? '', NOW_TEXT).sessions[0]?.candidates ?? [];
    expect(people.map((one) => [one.insee, one.postal, one.city, one.country])).toEqual([
      ['01004', '', '', 'France'],
      ['', '01500', 'Ambérieu', 'France'],
      ['99', '', 'Fès', 'Maroc'],
      ['99', '', 'Fès', 'Maroc'],
    ]);
    expect(result.onlyPix).toMatchObject({
      inseeCodes: ['01004'],
      postalCodesAndCities: ['01500 Ambérieu'],
      countries: ['Maroc'],
      mailDomains: ['etu.unicaen.fr'],
      newSessions: ['S01'],
    });
  });

  it.each([
    [0, ''],
    [0.33, '33%'],
    [1 / 3, '33%'],
    [2 / 3, '67%'],
    [0.335, '33.5%'],
    [1, '100%'],
    [9.999, '999.9%'],
  ])('writes an extra time of %d as « %s »', (extra, expected) => {
    const result = exported([session({ candidates: [candidate({ extraTime: given(extra) })] })]);
    const people = readAsPixCertif(result.files[0]?.text ?? '', NOW_TEXT).sessions[0]?.candidates ?? [];
    expect(people.map((one) => one.extraTime)).toEqual([expected]);
  });

  it('exports 3,000 candidates in one file', () => {
    const sessions = Array.from({ length: 100 }, (_, rank) =>
      session({
        key: `S${rank}`,
        start: given(480 + rank),
        candidates: Array.from({ length: 30 }, (__, seat) =>
          candidate({ key: `${rank}-${seat}`, firstName: `Zoé ${seat}` }),
        ),
      }),
    );
    const result = exported(sessions);
    expect(result.files).toHaveLength(1);
    expect(readAsPixCertif(result.files[0]?.text ?? '', NOW_TEXT).sessions).toHaveLength(100);
    expect(result.counts).toEqual({
      sessionsGiven: 100,
      sessionsWritten: 100,
      candidatesGiven: 3000,
      candidatesWritten: 3000,
    });
  });
});

describe('what Pix would refuse is stopped before', () => {
  const twins = session({ candidates: [candidate({ key: '1' }), candidate({ key: '2' })] });

  it.each<[CertifCode, string | null, string, readonly CertifSession[], Partial<typeof FREE>]>([
    ['SESSION_ADDRESS_REQUIRED', 'site', '', [session({ site: ' ' })], {}],
    ['SESSION_ROOM_REQUIRED', 'room', '', [session({ room: '' })], {}],
    ['SESSION_DATE_REQUIRED', 'date', '', [session({ day: unread('') })], {}],
    ['SESSION_DATE_NOT_VALID', 'date', '31/02/2027', [session({ day: unread('31/02/2027') })], {}],
    ['SESSION_TIME_REQUIRED', 'time', '', [session({ start: unread('') })], {}],
    ['SESSION_TIME_NOT_VALID', 'time', 'matin', [session({ start: unread('matin') })], {}],
    ['SESSION_TIME_NOT_VALID', 'time', '1440', [session({ start: given(1440) })], {}],
    ['SESSION_EXAMINER_REQUIRED', 'examiners', '', [session({ examiners: [' '] })], {}],
    ['SESSION_SCHEDULED_IN_THE_PAST', 'date', '2027-01-05', [session({ day: given(day('2027-01-05')) })], {}],
    [
      'SESSION_WITH_DATE_AND_TIME_ALREADY_EXISTS',
      'room',
      'Mercure',
      [session(), session({ key: 'S02', candidates: [candidate({ key: '2' })] })],
      {},
    ],
    ['SESSION_ID_NOT_VALID', 'existingNumber', 'S12', [session({ existingNumber: 'S12' })], {}],
    [
      'SESSION_ID_USED_TWICE',
      'existingNumber',
      '12',
      [
        session({ existingNumber: '12' }),
        session({ key: 'S02', existingNumber: '12', candidates: [candidate({ key: '2' })] }),
      ],
      {},
    ],
    [
      'CANDIDATE_NOT_ALLOWED_FOR_STARTED_SESSION',
      'existingNumber',
      '12',
      [session({ existingNumber: '12', day: given(day('2027-01-04')) })],
      {},
    ],
    ['EMPTY_SESSION', null, '', [session({ candidates: [] })], {}],
    ['DUPLICATE_CANDIDATE_IN_SESSION', 'lastName', 'LEFÈVRE', [twins], {}],
    ['CANDIDATE_IN_TWO_SESSIONS', null, 'S01', [session(), session({ key: 'S02', room: 'Neptune' })], {}],
    ['CANDIDATE_LAST_NAME_REQUIRED', 'lastName', '', [seat({ lastName: ' ' })], {}],
    ['CANDIDATE_FIRST_NAME_REQUIRED', 'firstName', '', [seat({ firstName: '' })], {}],
    ['CANDIDATE_SEX_REQUIRED', 'sex', '', [seat({ sex: '' })], {}],
    ['CANDIDATE_SEX_NOT_VALID', 'sex', 'H', [seat({ sex: 'H' })], {}],
    ['CANDIDATE_BIRTHDATE_REQUIRED', 'birthDate', '', [seat({ birthDate: unread('') })], {}],
    [
      'CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID',
      'birthDate',
      '31/02/2004',
      [seat({ birthDate: unread('31/02/2004') })],
      {},
    ],
    [
      'CANDIDATE_BIRTHDATE_MUST_BE_GREATER',
      'birthDate',
      '1900-01-01',
      [seat({ birthDate: given(day('1900-01-01')) })],
      {},
    ],
    ['CANDIDATE_EMAIL_NOT_VALID', 'email', 'a@b', [seat({ email: 'a@b' })], {}],
    ['CANDIDATE_EMAIL_NOT_VALID', 'email', 'a@b.fr, c@d.fr', [seat({ email: 'a@b.fr, c@d.fr' })], {}],
    [
      'CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID',
      'resultsEmail',
      'pix',
      [session()],
      { resultsEmail: 'pix' },
    ],
    ['CANDIDATE_EXTRA_TIME_INTEGER', 'extraTime', 'beaucoup', [seat({ extraTime: unread('beaucoup') })], {}],
    ['CANDIDATE_EXTRA_TIME_OUT_OF_RANGE', 'extraTime', '10', [seat({ extraTime: given(10) })], {}],
    ['CANDIDATE_EXTRA_TIME_OUT_OF_RANGE', 'extraTime', '0.005', [seat({ extraTime: given(0.005) })], {}],
    ['CANDIDATE_EXTRA_TIME_OUT_OF_RANGE', 'extraTime', '-0.3', [seat({ extraTime: given(-0.3) })], {}],
    ['CANDIDATE_BILLING_MODE_REQUIRED', 'billing', '', [session()], { billing: '' }],
    ['CANDIDATE_BILLING_MODE_NOT_VALID', 'billing', 'gratuite', [session()], { billing: 'gratuite' }],
    ['CANDIDATE_PREPAYMENT_CODE_REQUIRED', 'prepaymentCode', '', [session()], { billing: 'Prépayée' }],
    [
      'CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY',
      'prepaymentCode',
      'X1',
      [session()],
      { prepaymentCode: 'X1' },
    ],
    [
      'CANDIDATE_BIRTH_INFORMATION_REQUIRED',
      'birthCountry',
      '',
      [seat({ birthCountry: '', inseeCode: '' })],
      {},
    ],
    ['CANDIDATE_BIRTH_COUNTRY_REQUIRED', 'birthCountry', '', [seat({ birthCountry: '' })], {}],
    ['CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID', 'inseeCode', '1004', [seat({ inseeCode: '1004' })], {}],
    [
      'CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND',
      'postalCode',
      '1000',
      [seat({ inseeCode: '', postalCode: '1000', birthCity: 'Bourg' })],
      {},
    ],
    [
      'CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED',
      'postalCode',
      '',
      [seat({ inseeCode: '', birthCity: 'Caen' })],
      {},
    ],
    ['CANDIDATE_BIRTH_CITY_REQUIRED', 'birthCity', '', [seat({ inseeCode: '', postalCode: '14000' })], {}],
    [
      'CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED',
      'inseeCode',
      '',
      [seat({ inseeCode: '' })],
      {},
    ],
    [
      'CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID',
      'inseeCode',
      '14118',
      [seat({ birthCountry: 'Maroc', birthCity: 'Fès' })],
      {},
    ],
    [
      'CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY',
      'postalCode',
      '30000',
      [seat({ birthCountry: 'Maroc', birthCity: 'Fès', inseeCode: '99', postalCode: '30000' })],
      {},
    ],
    [
      'CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED',
      'birthCity',
      '',
      [seat({ birthCountry: 'Maroc', inseeCode: '99' })],
      {},
    ],
    ['TEXT_LIKE_A_FORMULA', 'lastName', '=SOMME(A1)', [seat({ lastName: '=SOMME(A1)' })], {}],
    ['TEXT_LIKE_A_FORMULA', 'firstName', '-', [seat({ firstName: '-' })], {}],
    ['TEXT_LIKE_A_FORMULA', 'externalId', '+33', [seat({ externalId: '+33' })], {}],
    ['TEXT_LIKE_A_FORMULA', 'examiners', '@moi', [session({ examiners: ['@moi'] })], {}],
    ['TEXT_TOO_LONG', 'lastName', 'N'.repeat(256), [seat({ lastName: 'N'.repeat(256) })], {}],
  ])('%s (%s « %s »)', (code, field, seen, sessions, terms) => {
    const result = exported(sessions, { ...FREE, ...terms });
    const found = result.findings.map((finding) => [finding.code, finding.field, finding.seen]);
    expect([...new Map(found.map((one) => [one.join(), one])).values()]).toEqual([[code, field, seen]]);
    expect(result.counts.candidatesWritten).toBeLessThanOrEqual(1);
    for (const file of result.files) expect(readAsPixCertif(file.text, NOW_TEXT).errors).toEqual([]);
  });
});
