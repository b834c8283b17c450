import * as fc from 'fast-check';
import { calendarDay, type CalendarDay } from '../../src/domain/calendar';
import type { Given } from '../../src/pix/given';
import type {
  CertifCandidate,
  CertifInstant,
  CertifSession,
  CertifTerms,
} from '../../src/pix/certif-sessions/session';

export function day(text: string): CalendarDay {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const found = calendarDay(year, month, date);
  if (found === null) throw new Error(`${text} is not a day`);
  return found;
}

export const given = <Value>(value: Value): Given<Value> => ({ value, seen: String(value) });
export const unread = <Value>(seen: string): Given<Value> => ({ value: null, seen });

export const NOW: CertifInstant = { day: day('2027-01-05'), minutes: 600 };
export const NOW_TEXT = '2027-01-05T10:00';
export const FREE: CertifTerms = { billing: 'Gratuite', prepaymentCode: '', resultsEmail: '' };

export function candidate(change: Partial<CertifCandidate> = {}): CertifCandidate {
  return {
    key: '02345678',
    lastName: 'LEFÈVRE',
    firstName: 'Élise',
    birthDate: given(day('2005-03-09')),
    sex: 'F',
    inseeCode: '14118',
    postalCode: '',
    birthCity: '',
    birthCountry: 'France',
    email: 'elise.lefevre@etu.unicaen.fr',
    externalId: '02345678',
    extraTime: given(0),
    ...change,
  };
}

export function session(change: Partial<CertifSession> = {}): CertifSession {
  return {
    key: 'S01',
    existingNumber: '',
    site: 'Caen Campus 1',
    room: 'Mercure',
    day: given(day('2027-01-12')),
    start: given(510),
    examiners: ['Anne MARTIN'],
    observations: '',
    candidates: [candidate()],
    ...change,
  };
}

/** Texts that break careless writers: separators, quotes, line breaks, apostrophes, accents, emoji, formulas. */
const roughText = fc
  .array(
    fc.constantFrom(
      ';',
      '"',
      '\n',
      '\r\n',
      '\r',
      ',',
      '\t',
      '|',
      "'",
      '’',
      'É',
      'ç',
      '🎓',
      ' ',
      '\u00A0',
      '=',
      '-',
      'a',
      'B',
      '7',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(
  { weight: 3, arbitrary: roughText.map((rough) => `N${rough}o`) },
  roughText,
  fc.constant(''),
);
const name = fc.oneof({ weight: 6, arbitrary: roughText.map((rough) => `N${rough}o`) }, text);

const days = fc.constantFrom('2027-01-04', '2027-01-05', '2027-01-11', '2027-01-12', '2027-02-01').map(day);
const births = fc.constantFrom('1900-01-01', '1988-02-29', '2004-12-31', '2005-03-09').map(day);
const share = fc.constantFrom(0, 0, 0, 1 / 3, 0.33, 0.335, 0.5, 1, 2 / 3, 0.005, 10);

function maybe<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Given<Value>> {
  return fc.oneof(
    { weight: 8, arbitrary: values.map((value) => given(value)) },
    { weight: 1, arbitrary: fc.constantFrom('', '31/02/2004', 'demain').map((seen) => unread<Value>(seen)) },
  );
}

const mostly = <Value>(good: readonly Value[], bad: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  );

type BirthPlace = Pick<CertifCandidate, 'inseeCode' | 'postalCode' | 'birthCity' | 'birthCountry'>;

const goodPlace: fc.Arbitrary<BirthPlace> = fc.constantFrom(
  { inseeCode: '2A004', postalCode: '', birthCity: '', birthCountry: 'France' },
  { inseeCode: '01004', postalCode: '01500', birthCity: 'Ambérieu', birthCountry: 'FRANCE' },
  { inseeCode: '', postalCode: '50000', birthCity: 'Saint-Lô', birthCountry: 'france ' },
  { inseeCode: '99350', postalCode: '', birthCity: 'L\'Oued; "B"', birthCountry: 'Maroc' },
);
const anyPlace: fc.Arbitrary<BirthPlace> = fc.record({
  inseeCode: fc.constantFrom('', '14118', '2a004', '1004', '99', '99350'),
  postalCode: fc.constantFrom('', '', '14000', '01000', '1000'),
  birthCity: fc.constantFrom('', 'Caen', 'Saint-Lô', "L'Île-d'Elle"),
  birthCountry: fc.constantFrom('France', 'FRANCE', 'france ', 'Maroc', 'Côte d’Ivoire', ''),
});

const randomCandidate: fc.Arbitrary<Omit<CertifCandidate, 'key'>> = fc
  .record({
    lastName: name,
    firstName: name,
    birthDate: maybe(births),
    sex: mostly(['M', 'F', 'm', 'f'], ['H', '']),
    place: fc.oneof({ weight: 4, arbitrary: goodPlace }, anyPlace),
    email: mostly(['', 'a.b@unicaen.fr'], ['a@b', 'a b@c.fr', 'a@b.fr, c@d.fr']),
    externalId: mostly(['', '02345678'], ['-12']),
    extraTime: maybe(share),
  })
  .map(({ place, ...rest }) => ({ ...rest, ...place }));

/** Sessions with unique keys and candidates with unique keys; anything may be wrong with them otherwise. */
export const randomSessions: fc.Arbitrary<readonly CertifSession[]> = fc
  .array(
    fc.record({
      existingNumber: fc.constantFrom('', '', '', '', '1234', '5678', 'S01'),
      site: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('Caen Campus 1', "Campus d'Alençon") }, text),
      room: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('Mercure', 'S. Multimédia') }, text),
      day: maybe(days),
      start: maybe(fc.constantFrom(0, 480, 510, 1439, 1440)),
      examiners: fc.array(name, { maxLength: 3 }),
      observations: text,
      candidates: fc.array(randomCandidate, { maxLength: 6 }),
    }),
    { maxLength: 6 },
  )
  .map((sessions) =>
    sessions.map((one, index) => ({
      ...one,
      key: `S${index + 1}`,
      candidates: one.candidates.map((person, rank) => ({ ...person, key: `${index}-${rank}` })),
    })),
  );
