import { describe, expect, it } from '@jest/globals';
import { exportCertifSessions, type CertifExport } from '../../src/pix/certif-sessions/export';
import type { CertifCode, CertifSession } from '../../src/pix/certif-sessions/session';
import { candidate, day, FREE, given, NOW, NOW_TEXT, session, unread } from '../support/certif-campaign';
import { readAsPixCertif } from '../support/pix-certif-reader';

const codesOf = (result: CertifExport): readonly CertifCode[] =>
  result.findings.map((finding) => finding.code);
const exported = (sessions: readonly CertifSession[], terms = FREE): CertifExport =>
  exportCertifSessions(sessions, terms, NOW);

const seat = (change: Parameters<typeof candidate>[0]): CertifSession =>
  session({ candidates: [candidate(change)] });

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
