import { describe, expect, it } from '@jest/globals';
import { readAsPixCertif } from '../support/pix-certif-reader';

/**
 * The reader that judges the files is held to the reference of the format, rule by rule: a reader that takes everything
 * would prove nothing. Rules that need the tables of Pix (communes, countries, mail servers, its sessions) are left out.
 */
const NOW = '2027-01-05T10:00';

const GOOD = {
  'Numéro de session préexistante': '',
  '* Nom du site': 'Caen',
  '* Nom de la salle': 'Mercure',
  '* Date de début (format: JJ/MM/AAAA)': '12/01/2027',
  '* Heure de début (heure locale format: HH:MM)': '08:30',
  '* Surveillant(s)': 'Anne',
  'Observations (optionnel)': '',
  '* Nom de naissance': 'MARTIN',
  '* Prénom': 'Zoé',
  '* Date de naissance (format: JJ/MM/AAAA)': '01/02/2003',
  '* Sexe (M ou F)': 'F',
  'Code INSEE de la commune de naissance': '14118',
  'Code postal de la commune de naissance': '',
  'Nom de la commune de naissance': '',
  '* Pays de naissance': 'France',
  'E-mail du destinataire des résultats (formateur, enseignant…)': '',
  'E-mail de convocation': '',
  'Identifiant externe': '',
  'Temps majoré ? (exemple format: 33%)': '',
  '* Tarification part Pix (Gratuite, Prépayée ou Payante)': 'Gratuite',
  'Code de prépaiement (si Tarification part Pix Prépayée)': '',
} as const;

type Cells = Readonly<Partial<Record<keyof typeof GOOD, string>>>;
const [
  NUMBER,
  SITE,
  ROOM,
  DATE,
  TIME,
  EXAMINER,
  ,
  LAST,
  FIRST,
  BORN,
  SEX,
  INSEE,
  POSTAL,
  CITY,
  COUNTRY,
  RESULTS,
  EMAIL,
  ,
  EXTRA,
  BILLING,
  CODE,
] = Object.keys(GOOD) as (keyof typeof GOOD)[];

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(';');
const HEADERS: readonly string[] = Object.keys(GOOD);
const lineOf = (change: Cells = {}): string => quoted(Object.values({ ...GOOD, ...change }));
const fileOf = (lines: readonly string[], headers: readonly string[] = HEADERS): string =>
  [quoted(headers), ...lines].join('\n');
const codesOf = (text: string): readonly string[] =>
  readAsPixCertif(text, NOW).errors.map(({ code }) => code);
const but = (field: string | undefined, value: string): Cells => ({ [field ?? '']: value });

describe('the reader that judges the files', () => {
  it('takes the form that is right', () => {
    expect(codesOf(fileOf([lineOf()]))).toEqual([]);
    expect(codesOf(`\uFEFF${fileOf([lineOf()])}`)).toEqual([]);
    expect(codesOf(fileOf([lineOf(), '', ''])).length).toBe(0);
  });

  it.each<readonly [string, string]>([
    ['no line', fileOf([])],
    [
      'a header misspelt',
      fileOf(
        [lineOf()],
        HEADERS.map((header) => header.replace('* Prénom', 'Prénom')),
      ),
    ],
    [
      'a header with three dots',
      fileOf(
        [lineOf()],
        HEADERS.map((header) => header.replace('…', '...')),
      ),
    ],
    ['a header missing', fileOf([lineOf()], HEADERS.slice(0, -1))],
    ['a line too short', fileOf([lineOf().split(';').slice(0, -1).join(';')])],
    ['a line of spaces', fileOf([lineOf(), '   '])],
    ['another encoding', Buffer.from(fileOf([lineOf()]), 'latin1').toString('utf8')],
  ])('CSV_DATA_REQUIRED: %s', (_, text) => {
    expect(codesOf(text)).toEqual(['CSV_DATA_REQUIRED']);
  });

  it('refuses a file larger than a request, and a certification that the centre may not give', () => {
    const long = lineOf({ 'Observations (optionnel)': 'x'.repeat(20_715_200) });
    expect(codesOf(fileOf([long]))).toEqual(['PAYLOAD_TOO_LARGE']);
    const headers = [...HEADERS, "CléA Numérique ('oui' ou laisser vide)"];
    expect(codesOf(fileOf([`${lineOf()};"oui"`], headers))).toEqual(['CSV_HEADERS_NOT_VALID']);
    expect(codesOf(fileOf([`${lineOf()};""`], headers))).toEqual([]);
  });

  it.each<readonly [string, Cells]>([
    ['SESSION_ADDRESS_REQUIRED', but(SITE, ' ')],
    ['SESSION_ROOM_REQUIRED', but(ROOM, '')],
    ['SESSION_DATE_REQUIRED', but(DATE, '')],
    ['SESSION_DATE_NOT_VALID', but(DATE, '12/1/2027')],
    ['SESSION_DATE_NOT_VALID', but(DATE, '31/02/2027')],
    ['SESSION_TIME_REQUIRED', but(TIME, '')],
    ['SESSION_TIME_NOT_VALID', but(TIME, '8:30')],
    ['SESSION_TIME_NOT_VALID', but(TIME, '24:00')],
    ['SESSION_EXAMINER_REQUIRED', but(EXAMINER, '')],
    ['SESSION_SCHEDULED_IN_THE_PAST', { ...but(DATE, '05/01/2027'), ...but(TIME, '09:59') }],
    ['INFORMATION_NOT_ALLOWED_WITH_SESSION_ID', but(NUMBER, '12')],
    ['CANDIDATE_LAST_NAME_REQUIRED', but(LAST, '')],
    ['CANDIDATE_FIRST_NAME_REQUIRED', but(FIRST, ' ')],
    ['CANDIDATE_BIRTHDATE_REQUIRED', but(BORN, '')],
    ['CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID', but(BORN, '1/2/2003')],
    ['CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID', but(BORN, '01/02/03')],
    ['CANDIDATE_BIRTHDATE_MUST_BE_GREATER', but(BORN, '01/01/1900')],
    ['CANDIDATE_SEX_REQUIRED', but(SEX, '')],
    ['CANDIDATE_SEX_NOT_VALID', but(SEX, 'H')],
    ['CANDIDATE_EMAIL_NOT_VALID', but(EMAIL, 'a@b')],
    ['CANDIDATE_EMAIL_NOT_VALID', but(EMAIL, 'a@b.fr, c@d.fr')],
    ['CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID', but(RESULTS, 'pix')],
    ['CANDIDATE_EXTRA_TIME_INTEGER', but(EXTRA, 'oui')],
    ['CANDIDATE_EXTRA_TIME_OUT_OF_RANGE', but(EXTRA, '0.33')],
    ['CANDIDATE_EXTRA_TIME_OUT_OF_RANGE', but(EXTRA, '1000')],
    ['CANDIDATE_EXTRA_TIME_OUT_OF_RANGE', but(EXTRA, '-33%')],
    ['CANDIDATE_BILLING_MODE_REQUIRED', but(BILLING, '')],
    ['CANDIDATE_BILLING_MODE_NOT_VALID', but(BILLING, 'gratuite')],
    ['CANDIDATE_PREPAYMENT_CODE_REQUIRED', but(BILLING, 'Prépayée')],
    ['CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY', but(CODE, 'X1')],
    ['CANDIDATE_BIRTH_INFORMATION_REQUIRED', { ...but(COUNTRY, ''), ...but(INSEE, '') }],
    ['CANDIDATE_BIRTH_COUNTRY_REQUIRED', but(COUNTRY, '')],
    ['CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID', but(INSEE, '1004')],
    ['CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED', but(CITY, 'Caen')],
    ['CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED', but(POSTAL, '14000')],
    ['CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED', but(INSEE, '')],
    ['CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED', { ...but(INSEE, ''), ...but(CITY, 'Caen') }],
    ['CANDIDATE_BIRTH_CITY_REQUIRED', { ...but(INSEE, ''), ...but(POSTAL, '14000') }],
    [
      'CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND',
      { ...but(INSEE, ''), ...but(POSTAL, '1500'), ...but(CITY, 'Bourg') },
    ],
    ['CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID', { ...but(COUNTRY, 'Maroc'), ...but(CITY, 'Fès') }],
    [
      'CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY',
      { ...but(COUNTRY, 'Maroc'), ...but(INSEE, '99'), ...but(POSTAL, '30000'), ...but(CITY, 'Fès') },
    ],
    ['CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED', { ...but(COUNTRY, 'Maroc'), ...but(INSEE, '99') }],
  ])('%s (%j)', (code, change) => {
    expect(codesOf(fileOf([lineOf(change)]))).toEqual([code]);
  });

  it('refuses a number that is none, and takes one alone', () => {
    const alone = {
      ...but(SITE, ''),
      ...but(ROOM, ''),
      ...but(DATE, ''),
      ...but(TIME, ''),
      ...but(EXAMINER, ''),
    };
    expect(codesOf(fileOf([lineOf({ ...alone, ...but(NUMBER, 'S12') })]))).toEqual(['SESSION_ID_NOT_VALID']);
    expect(codesOf(fileOf([lineOf({ ...alone, ...but(NUMBER, '12') })]))).toEqual([]);
  });

  it('takes what Pix takes', () => {
    for (const change of [
      but(DATE, '2027-01-12'),
      but(BORN, '2003-02-01'),
      but(SEX, 'f'),
      but(COUNTRY, ' fRANCE '),
      but(EXTRA, '33'),
      but(EXTRA, '33,5 %'),
      but(EXTRA, '0%'),
      but(EXTRA, '999.9'),
      but(INSEE, '2A004'),
      { ...but(BILLING, 'Prépayée'), ...but(CODE, '123') },
      { ...but(INSEE, ''), ...but(POSTAL, '01500'), ...but(CITY, 'Ambérieu') },
    ])
      expect(codesOf(fileOf([lineOf(change)]))).toEqual([]);
  });

  it('gathers lines in sessions as Pix does', () => {
    const other = but(LAST, 'PETIT');
    const nothing = {
      ...but(SITE, ''),
      ...but(ROOM, ''),
      ...but(DATE, ''),
      ...but(TIME, ''),
      ...but(EXAMINER, ''),
    };
    const sessionsOf = (
      ...lines: readonly string[]
    ): readonly (readonly [string, number, readonly string[]])[] =>
      readAsPixCertif(fileOf(lines), NOW).sessions.map(({ room, candidates, examiners }) => [
        room,
        candidates.length,
        examiners,
      ]);
    const venus = { ...but(ROOM, 'Venus'), ...other };
    expect(sessionsOf(lineOf(), lineOf(venus), lineOf({ ...other, ...but(EXAMINER, 'Paul') }))).toEqual([
      ['Mercure', 2, ['Anne', 'Paul']],
      ['Venus', 1, ['Anne']],
    ]);
    // Without any session, a line joins the session created last, not the one of the line above.
    expect(
      sessionsOf(lineOf(), lineOf(venus), lineOf({ ...other }), lineOf({ ...nothing, ...but(LAST, 'ROUX') })),
    ).toEqual([
      ['Mercure', 2, ['Anne']],
      ['Venus', 2, ['Anne']],
    ]);
    expect(codesOf(fileOf([lineOf(nothing)]))).toHaveLength(5);
    expect(codesOf(fileOf([lineOf(), lineOf()]))).toEqual(['DUPLICATE_CANDIDATE_IN_SESSION']);
    const empty = [LAST, FIRST, BORN, SEX, BILLING, COUNTRY].map((field) => but(field, ''));
    expect(codesOf(fileOf([lineOf(Object.assign({}, ...empty) as Cells)]))).toEqual(['EMPTY_SESSION']);
  });
});
