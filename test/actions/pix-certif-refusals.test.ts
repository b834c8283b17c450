import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk } from '../support/an-addon';
import {
  aCertifPlanning,
  type ExportAnswer,
  NOW,
  type PlannedSession,
  student,
  writeSetting,
} from '../support/a-certif-planning';
import { readAsPixCertif } from '../support/pix-certif-reader';

/**
 * Every rule by which Pix Certif refuses a file (section 1 of the reference of its formats), and what stands against it:
 * - `stopped`: a test below breaks it in a workbook, and sees it stopped in French, with its cell;
 * - `before`: the workbook cannot be read so, and says why with its cell, before there is anything to export;
 * - `built`: the writer cannot write it, whatever the workbook; the reader of the tests refuses it;
 * - `Pix`: only the tables of Pix know, and the export lists what they will look at.
 */
const RULES: Readonly<Record<string, 'stopped' | 'before' | 'built' | 'Pix'>> = {
  CSV_DATA_REQUIRED: 'built',
  CSV_HEADERS_NOT_VALID: 'built',
  SESSION_ADDRESS_REQUIRED: 'before',
  SESSION_ROOM_REQUIRED: 'before',
  SESSION_DATE_REQUIRED: 'before',
  SESSION_DATE_NOT_VALID: 'before',
  SESSION_TIME_REQUIRED: 'before',
  SESSION_TIME_NOT_VALID: 'before',
  SESSION_EXAMINER_REQUIRED: 'stopped',
  SESSION_SCHEDULED_IN_THE_PAST: 'stopped',
  SESSION_WITH_DATE_AND_TIME_ALREADY_EXISTS: 'stopped',
  INFORMATION_NOT_ALLOWED_WITH_SESSION_ID: 'built',
  SESSION_ID_NOT_VALID: 'stopped',
  SESSION_ID_NOT_EXISTING: 'Pix',
  CANDIDATE_NOT_ALLOWED_FOR_STARTED_SESSION: 'stopped',
  EMPTY_SESSION: 'stopped',
  DUPLICATE_CANDIDATE_IN_SESSION: 'stopped',
  CANDIDATE_LAST_NAME_REQUIRED: 'stopped',
  CANDIDATE_FIRST_NAME_REQUIRED: 'stopped',
  CANDIDATE_SEX_REQUIRED: 'stopped',
  CANDIDATE_SEX_NOT_VALID: 'stopped',
  CANDIDATE_BIRTHDATE_REQUIRED: 'stopped',
  CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID: 'stopped',
  CANDIDATE_BIRTHDATE_MUST_BE_GREATER: 'stopped',
  CANDIDATE_EMAIL_NOT_VALID: 'stopped',
  CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID: 'stopped',
  CANDIDATE_EXTRA_TIME_INTEGER: 'stopped',
  CANDIDATE_EXTRA_TIME_OUT_OF_RANGE: 'built',
  /** A blank parameter is its default. */
  CANDIDATE_BILLING_MODE_REQUIRED: 'built',
  CANDIDATE_BILLING_MODE_NOT_VALID: 'stopped',
  CANDIDATE_PREPAYMENT_CODE_REQUIRED: 'stopped',
  CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY: 'stopped',
  /** The file has no column of complementary certifications. */
  CANDIDATE_MAX_ONE_COMPLEMENTARY_CERTIFICATION: 'built',
  CANDIDATE_BIRTH_INFORMATION_REQUIRED: 'stopped',
  CANDIDATE_BIRTH_COUNTRY_REQUIRED: 'stopped',
  CANDIDATE_BIRTH_COUNTRY_NOT_FOUND: 'Pix',
  CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID: 'stopped',
  CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND: 'stopped',
  CANDIDATE_BIRTH_POSTAL_CODE_CITY_NOT_VALID: 'Pix',
  CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED: 'stopped',
  CANDIDATE_BIRTH_CITY_REQUIRED: 'stopped',
  CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED: 'stopped',
  CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID: 'stopped',
  CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY: 'stopped',
  CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED: 'stopped',
  /** Not of Pix, but of the contract: never altered, never exported. */
  TEXT_LIKE_A_FORMULA: 'stopped',
};

type Cells = Parameters<typeof student>[1];

/** What is wrong with one candidate, the column of the cell to correct, and the words that tell it. */
const CANDIDATES: readonly (readonly [code: string, wrong: Cells, column: string, words: RegExp])[] = [
  ['CANDIDATE_LAST_NAME_REQUIRED', { Nom: '' }, 'B', /Pix exige le nom de naissance/],
  ['CANDIDATE_FIRST_NAME_REQUIRED', { Prénom: ' ' }, 'C', /Pix exige le prénom/],
  ['CANDIDATE_SEX_REQUIRED', { Sexe: '' }, 'E', /Pix exige le sexe/],
  ['CANDIDATE_SEX_NOT_VALID', { Sexe: 'X' }, 'E', /Pix refuse le sexe « X »/],
  ['CANDIDATE_BIRTHDATE_REQUIRED', { 'Date de naissance': '' }, 'D', /Pix exige la date de naissance/],
  ['CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID', { 'Date de naissance': '31/02/2004' }, 'D', /« 31\/02\/2004 »/],
  ['CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID', { 'Date de naissance': "'05/03/98" }, 'D', /« 05\/03\/98 »/],
  ['CANDIDATE_BIRTHDATE_MUST_BE_GREATER', { 'Date de naissance': "'01/01/1900" }, 'D', /trop ancienne/],
  ['CANDIDATE_EMAIL_NOT_VALID', { Courriel: 'lou' }, 'F', /« lou » n’est pas une adresse/],
  ['CANDIDATE_EMAIL_NOT_VALID', { Courriel: 'a@b.fr, c@d.fr' }, 'F', /n’est pas une adresse/],
  ['CANDIDATE_EXTRA_TIME_INTEGER', { 'Temps majoré': 'beaucoup' }, 'K', /« beaucoup » n’est pas compris/],
  ['CANDIDATE_EXTRA_TIME_INTEGER', { 'Temps majoré': '0,005' }, 'K', /« 0,005 » n’est pas compris/],
  [
    'CANDIDATE_BIRTH_INFORMATION_REQUIRED',
    { 'Pays de naissance': '', 'Code INSEE': '' },
    'L',
    /Pix exige le lieu de naissance/,
  ],
  ['CANDIDATE_BIRTH_COUNTRY_REQUIRED', { 'Pays de naissance': '' }, 'L', /Pix exige le pays de naissance/],
  ['CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID', { 'Code INSEE': '1004' }, 'M', /« 1004 » n’est pas le code INSEE/],
  [
    'CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND',
    { 'Code INSEE': '', 'Code postal': '1500', 'Commune de naissance': 'Ambérieu' },
    'N',
    /« 1500 » n’est pas un code postal/,
  ],
  [
    'CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED',
    { 'Code INSEE': '', 'Commune de naissance': 'Caen' },
    'N',
    /sans code postal/,
  ],
  ['CANDIDATE_BIRTH_CITY_REQUIRED', { 'Code INSEE': '', 'Code postal': '14000' }, 'O', /sans commune/],
  [
    'CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED',
    { 'Code INSEE': '' },
    'M',
    /Pix exige la commune de naissance/,
  ],
  [
    'CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID',
    { 'Pays de naissance': 'Maroc', 'Commune de naissance': 'Fès' },
    'M',
    /« 14118 » ne va pas avec un pays étranger/,
  ],
  [
    'CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY',
    {
      'Pays de naissance': 'Maroc',
      'Code INSEE': '99350',
      'Code postal': '30000',
      'Commune de naissance': 'Fès',
    },
    'N',
    /Pix refuse le code postal « 30000 »/,
  ],
  [
    'CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED',
    { 'Pays de naissance': 'Maroc', 'Code INSEE': '99' },
    'O',
    /Pix exige la ville de naissance/,
  ],
  ['TEXT_LIKE_A_FORMULA', { Nom: "'=SOMME(A1)" }, 'B', /commence comme une formule/],
  ['TEXT_LIKE_A_FORMULA', { Prénom: "'-Zoé" }, 'C', /commence comme une formule/],
  [
    'TEXT_LIKE_A_FORMULA',
    { 'Commune de naissance': '@Fès', 'Pays de naissance': 'Maroc', 'Code INSEE': '99' },
    'O',
    /formule/,
  ],
  ['DUPLICATE_CANDIDATE_IN_SESSION', { Nom: 'NOM1', Prénom: 'Prénom1' }, 'B', /le même nom « NOM1 »/],
];

/** What is wrong with one session, the column of the cell to correct in `Planning`, and the words that tell it. */
const SESSIONS: readonly (readonly [string, Partial<PlannedSession>, string, RegExp])[] = [
  ['SESSION_EXAMINER_REQUIRED', { invigilators: ' ' }, 'E', /Pix exige au moins un surveillant/],
  ['SESSION_SCHEDULED_IN_THE_PAST', { slot: 'PASSE' }, 'G', /La session est passée/],
  [
    'SESSION_WITH_DATE_AND_TIME_ALREADY_EXISTS',
    { slot: 'C01', room: 'DR S03' },
    'J',
    /la même salle « Mercure »/,
  ],
  ['SESSION_ID_NOT_VALID', { pixNumber: 'S12' }, 'F', /« S12 » n’est pas un nombre/],
  ['CANDIDATE_NOT_ALLOWED_FOR_STARTED_SESSION', { slot: 'PASSE', pixNumber: '77' }, 'F', /« 77 » a commencé/],
  ['EMPTY_SESSION', { people: [] }, 'A', /aucun candidat nommé/],
];

const PARAMETERS: readonly (readonly [string, Readonly<Record<string, string>>, string, RegExp])[] = [
  [
    'CANDIDATE_BILLING_MODE_NOT_VALID',
    { 'Tarification part Pix': 'Offerte' },
    'Tarification part Pix',
    /Pix refuse la tarification « Offerte »/,
  ],
  [
    'CANDIDATE_PREPAYMENT_CODE_REQUIRED',
    { 'Tarification part Pix': 'Prépayée' },
    'Code de prépaiement',
    /Pix exige un code de prépaiement/,
  ],
  [
    'CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY',
    { 'Code de prépaiement': 'X1' },
    'Code de prépaiement',
    /Pix refuse le code de prépaiement « X1 »/,
  ],
  [
    'CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID',
    { 'E-mail du destinataire des résultats': 'pix' },
    'E-mail du destinataire des résultats',
    /« pix » n’est pas une adresse/,
  ],
];

/** What the workbook itself refuses to read: the cell is that of the second row. */
const BEFORE: readonly (readonly [code: string, tab: string, header: string, value: string, cell: string])[] =
  [
    ['SESSION_ADDRESS_REQUIRED', 'Salles', 'Site', '', 'A2'],
    ['SESSION_DATE_REQUIRED', 'Créneaux', 'Date', '', 'B2'],
    ['SESSION_DATE_NOT_VALID', 'Créneaux', 'Date', '31/02/2027', 'B2'],
    ['SESSION_TIME_REQUIRED', 'Créneaux', 'Début', '', 'C2'],
    ['SESSION_TIME_NOT_VALID', 'Créneaux', 'Début', 'matin', 'C2'],
    ['SESSION_ROOM_REQUIRED', 'Planning', 'Code', 'NULLE PART', 'D2'],
  ];

const FIRST = 10;
const good = (index: number) => student(index, { 'Code INSEE': '2A004' });

/** One workbook that breaks every rule: whoever is wrong in S01, then a session for each rule of sessions. */
function everythingWrong(): Desk {
  const wrong = CANDIDATES.map(([, cells], index) => student(FIRST + index, cells));
  const alone = SESSIONS.map((_, index) => 100 + index);
  const sessions: PlannedSession[] = [
    {
      number: 'S01',
      slot: 'C01',
      room: 'DR S03',
      people: [1, 2, ...CANDIDATES.map((_, index) => FIRST + index)],
    },
    ...SESSIONS.map(([, change], index): PlannedSession => ({
      number: `S${index + 10}`,
      slot: 'C02',
      room: ['DR S03', 'DR S04', 'SC S36', 'SC S37', 'B100', 'SO S41'][index] ?? '',
      people: [alone[index] ?? 0],
      ...change,
    })),
  ];
  const desk = aCertifPlanning(sessions, [good(1), good(2), ...wrong, ...alone.map(good)]);
  const slots = desk.values('Créneaux').length;
  desk.set('Créneaux', slots + 1, 1, 'PASSE');
  for (const [column, value] of [
    [2, 46_000],
    [3, 8.5 / 24],
    [4, 0.5],
  ] as const)
    desk.set('Créneaux', slots + 1, column, value);
  return desk;
}

/** Texts as a person compares them. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('each rule by which Pix refuses a file is met before Pix', () => {
  let answer: ExportAnswer;
  /** A planning without fault, spoiled and mended by each test. */
  let desk: Desk;
  const problemsAt = (tab: string, cell: string): readonly string[] =>
    answer.problems
      .filter((one) => one.tab === tab && one.cell === cell)
      .map(({ message }) => plain(message));
  beforeAll(() => {
    answer = everythingWrong().click('Exporter vers Pix Certif');
    desk = aCertifPlanning();
  });

  it.each(CANDIDATES.map((rule, index) => [...rule, index] as const))(
    '%s (%j)',
    (_, __, column, words, index) => {
      const told = problemsAt('Étudiants', `${column}${index + 4}`);
      expect(told.filter((message) => words.test(message))).toHaveLength(1);
    },
  );

  it.each(SESSIONS.map((rule, index) => [...rule, index] as const))(
    '%s (%j)',
    (_, __, column, words, index) => {
      const told = problemsAt('Planning', `${column}${index + 3}`);
      expect(told.filter((message) => words.test(message))).toHaveLength(1);
    },
  );

  it('exports the others, and Pix finds nothing to refuse', () => {
    expect(answer.status).toBe('done');
    const report = readAsPixCertif(answer.files?.[0]?.text ?? '', NOW);
    expect(report.errors).toEqual([]);
    expect(report.sessions.map(({ candidates }) => candidates.map(({ externalId }) => externalId))).toEqual([
      ['00000001', '00000002'],
    ]);
    const out = CANDIDATES.length + SESSIONS.length - 1;
    expect(plain(answer.lines[0] ?? '')).toMatch(new RegExp(`^2 candidats sur ${out + 2}, 1 session`));
    expect(plain(answer.lines[1] ?? '')).toMatch(new RegExp(`^${out} candidats ne sont pas dans le fichier`));
  });

  it.each(PARAMETERS)('%s (%j)', (_, settings, name, words) => {
    const before = desk.values('Paramètres');
    for (const [setting, value] of Object.entries(settings)) writeSetting(desk, setting, value);
    const refused: ExportAnswer = desk.click('Exporter vers Pix Certif');
    expect(refused.files ?? []).toEqual([]);
    expect(refused.status).toBe('blocked');
    const cell = `B${before.findIndex((line) => line[0] === name) + 1}`;
    const told = refused.problems.filter((one) => one.tab === 'Paramètres' && one.cell === cell);
    expect(told.map(({ message }) => words.test(plain(message)))).toEqual([true]);
    before.forEach((line, row) => desk.set('Paramètres', row + 1, 2, line[1] ?? null));
  });

  it.each(BEFORE)('%s: the workbook says so first (%s, %s « %s »)', (_, tab, header, value, cell) => {
    const column = (desk.values(tab)[0] ?? []).indexOf(header);
    const before = desk.values(tab)[1]?.[column] ?? null;
    desk.set(tab, 2, column + 1, value === '' ? null : value);
    const first: ExportAnswer = desk.click('Exporter vers Pix Certif');
    desk.set(tab, 2, column + 1, before);
    expect(first.problems.map((one) => `${one.tab}!${one.cell}`)).toContain(`${tab}!${cell}`);
    const ids = (first.files ?? []).flatMap(({ text }) =>
      readAsPixCertif(text, NOW).sessions.flatMap(({ candidates }) =>
        candidates.map((one) => one.externalId),
      ),
    );
    expect(ids.filter((id) => id !== '00000003')).toEqual([]);
  });

  it('is tested for every rule that can be stopped', () => {
    const tested = [...CANDIDATES, ...SESSIONS, ...PARAMETERS].map(([code]) => code);
    const stopped = Object.entries(RULES).filter(([, how]) => how === 'stopped');
    expect([...new Set(tested)].sort()).toEqual(stopped.map(([code]) => code).sort());
    const before = Object.entries(RULES).filter(([, how]) => how === 'before');
    expect([...new Set(BEFORE.map(([code]) => code))].sort()).toEqual(before.map(([code]) => code).sort());
  });
});
