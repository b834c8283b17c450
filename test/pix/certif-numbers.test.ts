import { describe, expect, it } from '@jest/globals';
import { readCsv, detectDelimiter } from '../../src/pix/csv/read';
import { findPixSessions, matchPixSessions } from '../../src/pix/certif-sessions/numbers';
import { given, session, day } from '../support/certif-campaign';

const rows = (text: string) => readCsv(text, detectDelimiter(text)).map(({ values }) => values);
const found = (text: string) =>
  findPixSessions(rows(text)).map(({ number, day: date, start }) => [number, date, start]);

const HEADER = [
  'N° de session',
  'Nom du site',
  'Salle',
  'Date',
  'Heure',
  'Surveillant(s)',
  'Candidats inscrits',
  'Certifications passées',
  'Statut',
].join('\t');

describe('the numbers that Pix Certif gave', () => {
  it('are read in the list of sessions copied from its page', () => {
    const text = [
      HEADER,
      '4321\tCaen Campus 1\tMercure\t12/01/2027\t08:30\tAnne MARTIN\t37\t0\tCréée',
      '4322\tCampus de Saint Lô\t204\t12/01/2027\t13:30\tPaul PETIT\t28\t0\tCréée',
    ].join('\n');
    expect(found(text)).toEqual([
      ['4321', '2027-01-12', 510],
      ['4322', '2027-01-12', 810],
    ]);
  });

  it('are read when each cell was copied on a line of its own', () => {
    const text = ['4321', 'Caen Campus 1', '204', '12/01/2027', '08:30', 'Anne MARTIN', '37', '0', 'Créée'];
    expect(found([...text, ...text.map((cell) => (cell === '4321' ? '4322' : cell))].join('\n'))).toEqual([
      ['4321', '2027-01-12', 510],
      ['4322', '2027-01-12', 510],
    ]);
  });

  it.each([
    [
      'label and value apart',
      [
        ['La session de certification', 'N°', '4321'],
        ['Date :', '12/01/2027', 'Heure locale (début) :', '08:30'],
      ],
    ],
    ['label and value together', [['Session n° 4321'], ['Date : 12/01/2027', 'Heure : 8 h 30']]],
    ['value below', [['N°'], ['4321'], ['12/01/2027'], ['08:30']]],
  ])('are read above the candidates of a session (%s)', (_, head) => {
    const sheet = [
      ...head,
      ['Nom du site :', 'Caen Campus 1', 'Nom de la salle :', 'Mercure'],
      ['', '* Nom de naissance', '* Prénom', '* Date de naissance (format : jj/mm/aaaa)'],
      ['1', 'MARTIN', 'Zoé', '14/03/2005'],
    ];
    const [only, ...others] = findPixSessions(sheet);
    expect([only?.number, only?.day, only?.start, others]).toEqual(['4321', '2027-01-12', 510, []]);
    expect(
      matchPixSessions(
        [only].flatMap((one) => one ?? []),
        [session()],
      ).matched.map(({ number }) => number),
    ).toEqual(['4321']);
  });

  it('are not read in a list of candidates, or anything else', () => {
    expect(found('Nom;Prénom;Naissance\nMARTIN;Zoé;14/03/2005')).toEqual([]);
    expect(found('bonjour')).toEqual([]);
    expect(found('4321;Caen;Mercure;31/02/2027;08:30')).toEqual([]);
    expect(found('4321;Caen;Mercure;12/01/2027;25:00')).toEqual([]);
  });
});

describe('the session that a number belongs to', () => {
  const list = (...lines: readonly string[]) => findPixSessions(lines.map((line) => line.split(';')));
  const matches = (
    lines: readonly string[],
    sessions = [session(), session({ key: 'S02', room: 'Venus' })],
  ) => {
    const { matched, unknown } = matchPixSessions(list(...lines), sessions);
    return [matched.map((one) => [one.session.key, one.number]), unknown.map(({ number }) => number)];
  };

  it('is the one of the same day, time and room, whatever the case and the accents', () => {
    expect(matches(['11;Caen;VENUS;12/01/2027;08:30', '12;Caen;mercure;12/01/2027;08:30'])).toEqual([
      [
        ['S02', '11'],
        ['S01', '12'],
      ],
      [],
    ]);
    expect(matches(['11;Caen;Mercure (DR S03);12/01/2027;08:30'])).toEqual([[['S01', '11']], []]);
  });

  it('is none at another day, at another time, or in another room', () => {
    const lines = [
      '11;Caen;Mercure;13/01/2027;08:30',
      '12;Caen;Mercure;12/01/2027;09:00',
      '13;Caen;Jupiter;12/01/2027;08:30',
    ];
    expect(matches(lines)).toEqual([[], ['11', '12', '13']]);
  });

  it('is told by the site where two sites have a room of one name', () => {
    const twins = [session(), session({ key: 'S02', site: "Campus d'Alençon" })];
    expect(matches(['11;Campus d’Alençon;Mercure;12/01/2027;08:30'], twins)).toEqual([[['S02', '11']], []]);
    expect(matches(['11;Ailleurs;Mercure;12/01/2027;08:30'], twins)).toEqual([[], ['11']]);
  });

  it('is left to staff when two numbers are given to one session, or one number to two', () => {
    expect(matches(['11;Caen;Mercure;12/01/2027;08:30', '12;Caen;Mercure;12/01/2027;08:30'])).toEqual([
      [],
      ['11', '12'],
    ]);
    expect(matches(['11;Caen;Mercure;12/01/2027;08:30', '11;Caen;Venus;12/01/2027;08:30'])).toEqual([
      [],
      ['11', '11'],
    ]);
    expect(matches(['11;Caen;Mercure;12/01/2027;08:30', '11;Caen;Mercure;12/01/2027;08:30'])).toEqual([
      [['S01', '11']],
      [],
    ]);
  });

  it('is found at whatever hour it begins', () => {
    const late = session({ start: given(845), day: given(day('2027-02-01')) });
    expect(matches(['9;Caen;Mercure;01/02/2027;14:05'], [late])).toEqual([[['S01', '9']], []]);
  });
});
