import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { candidateList } from '../../src/pix/certif-candidates/list';
import { newList } from '../../src/pix/certif-candidates/new-list';
import { fillTemplate } from '../../src/pix/certif-candidates/template';
import type { CertifCandidate, CertifCode, CertifTerms } from '../../src/pix/certif-sessions/session';
import { readGivenFile } from '../../src/pix/sheet-file/read';
import { candidate, day, FREE, given, session, unread } from '../support/certif-campaign';
import { readAsPixList } from '../support/pix-list-reader';
import { LABELS, listTemplate, paragraphs, stringCell } from '../support/pix-list-template';

const PREPAID: CertifTerms = {
  billing: 'Prépayée',
  prepaymentCode: '12345/2026',
  resultsEmail: 'prof@exemple.fr',
};
const people: readonly CertifCandidate[] = [
  candidate({
    key: '1',
    lastName: 'ZÉPHYR',
    firstName: 'Léo; "L"',
    extraTime: given(1 / 3),
    inseeCode: '2A004',
  }),
  candidate({
    key: '2',
    lastName: "D'ARC & <É>",
    firstName: 'Zoé 🎓',
    sex: 'f',
    inseeCode: '',
    postalCode: '01500',
    birthCity: 'Ambérieu',
    externalId: '00000007',
  }),
  candidate({
    key: '3',
    lastName: 'ALAOUI',
    inseeCode: '99350',
    birthCity: 'Fès',
    birthCountry: 'Maroc',
    email: '',
  }),
];

const filledBytes = (bytes: Uint8Array, rows: Parameters<typeof fillTemplate>[1]): Uint8Array => {
  const filled = fillTemplate(bytes, rows);
  if (filled.kind !== 'filled') throw new Error('not a template');
  return filled.bytes;
};

describe('the list of candidates of one session', () => {
  const { rows, findings, leftOut } = candidateList(session({ candidates: people }), PREPAID);

  it('is read by Pix as the candidates of the session, in its own file or in ours', () => {
    expect([findings, leftOut]).toEqual([[], []]);
    for (const bytes of [filledBytes(listTemplate(), rows), newList(['Session S01'], rows)]) {
      const report = readAsPixList(bytes);
      expect(report.errors).toEqual([]);
      expect(report.candidates).toEqual([
        {
          lastName: 'ALAOUI',
          firstName: 'Élise',
          birthDate: '09/03/2005',
          sex: 'F',
          postalCode: '',
          inseeCode: '99',
          city: 'Fès',
          country: 'Maroc',
          resultsEmail: 'prof@exemple.fr',
          email: '',
          externalId: '02345678',
          extraTime: 0,
          billing: 'Prépayée',
          prepaymentCode: '12345/2026',
        },
        {
          lastName: "D'ARC & <É>",
          firstName: 'Zoé 🎓',
          birthDate: '09/03/2005',
          sex: 'F',
          postalCode: '01500',
          inseeCode: '',
          city: 'Ambérieu',
          country: 'France',
          resultsEmail: 'prof@exemple.fr',
          email: 'elise.lefevre@etu.unicaen.fr',
          externalId: '00000007',
          extraTime: 0,
          billing: 'Prépayée',
          prepaymentCode: '12345/2026',
        },
        {
          lastName: 'ZÉPHYR',
          firstName: 'Léo; "L"',
          birthDate: '09/03/2005',
          sex: 'F',
          postalCode: '',
          inseeCode: '2A004',
          city: '',
          country: 'France',
          resultsEmail: 'prof@exemple.fr',
          email: 'elise.lefevre@etu.unicaen.fr',
          externalId: '02345678',
          extraTime: 0.33,
          billing: 'Prépayée',
          prepaymentCode: '12345/2026',
        },
      ]);
    }
  });

  it('keeps all else of the file of Pix: styles, help, notes, other files, and the type of the file first', () => {
    const bytes = filledBytes(listTemplate(), rows);
    expect(strFromU8(bytes.slice(30, 38))).toBe('mimetype');
    expect(strFromU8(bytes.slice(38, 84))).toBe('application/vnd.oasis.opendocument.spreadsheet');
    const files = unzipSync(bytes);
    expect(files['Thumbnails/thumbnail.png']).toEqual(Uint8Array.of(1, 2, 3));
    const xml = strFromU8(files['content.xml'] ?? new Uint8Array());
    expect(xml).toContain('À l’étranger : 99');
    expect(xml).toContain('<table:content-validation table:name="billing"/>');
    expect(xml.match(/table:content-validation-name="share"/g)).toHaveLength(4);
    // The fourth row is empty again, and keeps its number.
    expect(xml).toContain('<text:p>4</text:p>');
    expect(xml.match(/date-value/g)).toBeNull();
  });

  it('takes more candidates than the file has rows, counts on, and empties who was there', () => {
    const many = Array.from({ length: 9 }, (_, rank) =>
      candidate({ key: String(rank), lastName: `N${rank}` }),
    );
    const list = candidateList(session({ candidates: many }), FREE);
    const former = `<table:table-row><table:table-cell/>${Array.from({ length: 14 }, () => stringCell(paragraphs('ANCIEN'))).join('')}</table:table-row>`;
    const filled = fillTemplate(listTemplate({ filled: former }), list.rows);
    expect(filled).toMatchObject({
      kind: 'filled',
      replaced: 1,
      missing: [],
      above: expect.stringContaining('1234'),
    });
    const report = readAsPixList(filled.kind === 'filled' ? filled.bytes : new Uint8Array());
    expect(report.candidates.map(({ lastName }) => lastName)).toEqual(many.map(({ lastName }) => lastName));
    const read = readGivenFile(filled.kind === 'filled' ? filled.bytes : new Uint8Array());
    const shown = read.kind === 'sheets' ? (read.sheets[0]?.rows ?? []) : [];
    expect(shown.slice(2).map(({ values }) => values[0])).toEqual([
      '',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
  });

  it('finds the columns of other versions: another order, line breaks, an older label, a certification more', () => {
    const labels = [...LABELS].reverse().map((label) => {
      if (label.startsWith('E-mail du prescripteur'))
        return 'E-mail du destinataire des résultats (formateur, enseignant…)';
      return label === '* Date de naissance (format : jj/mm/aaaa)'
        ? '* Date de naissance| (format : jj/mm/aaaa)'
        : label;
    });
    const former = `<table:table-row><table:table-cell/>${Array.from({ length: 15 }, () => stringCell(paragraphs('oui'))).join('')}</table:table-row>`;
    const bytes = filledBytes(
      listTemplate({ labels: [...labels, 'CléA Numérique|("oui" ou laisser vide)'], filled: former }),
      rows,
    );
    const report = readAsPixList(bytes);
    expect(report.errors).toEqual([]);
    expect(report.candidates.map(({ lastName, complementary }) => [lastName, complementary])).toEqual([
      ['ALAOUI', undefined],
      ["D'ARC & <É>", undefined],
      ['ZÉPHYR', undefined],
    ]);
  });

  it('says which columns are missing, and refuses what is no such list', () => {
    const without = fillTemplate(
      listTemplate({ labels: LABELS.filter((label) => !label.includes('Temps')) }),
      rows,
    );
    expect(without).toMatchObject({ kind: 'filled', missing: ['Temps majoré ?'] });
    expect(fillTemplate(listTemplate({ labels: LABELS.slice(1) }), rows)).toEqual({ kind: 'notTemplate' });
    expect(fillTemplate(strToU8('Nom;Prénom'), rows)).toEqual({ kind: 'notTemplate' });
    expect(fillTemplate(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), rows)).toEqual({
      kind: 'notTemplate',
    });
  });

  it.each<[CertifCode, string, Partial<CertifCandidate>]>([
    ['CANDIDATE_LAST_NAME_REQUIRED', 'lastName', { lastName: ' ' }],
    ['CANDIDATE_FIRST_NAME_REQUIRED', 'firstName', { firstName: '' }],
    ['CANDIDATE_BIRTHDATE_REQUIRED', 'birthDate', { birthDate: unread('') }],
    ['CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID', 'birthDate', { birthDate: unread('31/02/2004') }],
    ['CANDIDATE_BIRTHDATE_MUST_BE_GREATER', 'birthDate', { birthDate: given(day('1900-01-01')) }],
    ['CANDIDATE_SEX_REQUIRED', 'sex', { sex: '' }],
    ['CANDIDATE_SEX_NOT_VALID', 'sex', { sex: 'X' }],
    ['CANDIDATE_EMAIL_NOT_VALID', 'email', { email: 'a@b' }],
    ['CANDIDATE_EXTRA_TIME_INTEGER', 'extraTime', { extraTime: unread('beaucoup') }],
    ['CANDIDATE_EXTRA_TIME_OUT_OF_RANGE', 'extraTime', { extraTime: given(33) }],
    ['CANDIDATE_BIRTH_COUNTRY_REQUIRED', 'birthCountry', { birthCountry: '' }],
    ['CANDIDATE_BIRTH_INFORMATION_REQUIRED', 'birthCountry', { birthCountry: '', inseeCode: '' }],
    ['CANDIDATE_BIRTH_INSEE_CODE_NOT_VALID', 'inseeCode', { inseeCode: '1004' }],
    ['CANDIDATE_BIRTH_CITY_REQUIRED', 'birthCity', { inseeCode: '', postalCode: '14000' }],
    ['CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED', 'postalCode', { inseeCode: '', birthCity: 'Caen' }],
    [
      'CANDIDATE_BIRTH_POSTAL_CODE_NOT_FOUND',
      'postalCode',
      { inseeCode: '', postalCode: '1400', birthCity: 'Caen' },
    ],
    ['CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED', 'birthCity', { birthCountry: 'Maroc', inseeCode: '99' }],
    ['CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID', 'inseeCode', { birthCountry: 'Maroc', birthCity: 'Fès' }],
    [
      'CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY',
      'postalCode',
      { birthCountry: 'Maroc', inseeCode: '', birthCity: 'Fès', postalCode: '30000' },
    ],
    ['DUPLICATE_CANDIDATE_IN_SESSION', 'lastName', { lastName: 'lefèvre', firstName: 'ÉLISE' }],
    ['TEXT_LIKE_A_FORMULA', 'lastName', { lastName: '=1+1' }],
  ])('leaves out whoever would have it refused: %s', (code, field, change) => {
    const list = candidateList(
      session({ candidates: [candidate(), candidate({ key: 'bad', lastName: 'BAD', ...change })] }),
      FREE,
    );
    expect(list.findings.map((finding) => [finding.code, finding.field, finding.severity])).toEqual([
      [code, field, 'blocking'],
    ]);
    expect(list.rows).toHaveLength(1);
    expect(list.leftOut).toHaveLength(1);
    expect(readAsPixList(newList([], list.rows)).errors).toEqual([]);
  });

  it.each<[CertifCode, CertifTerms]>([
    ['CANDIDATE_BILLING_MODE_REQUIRED', { ...FREE, billing: '' }],
    ['CANDIDATE_BILLING_MODE_NOT_VALID', { ...FREE, billing: 'gratuite' }],
    ['CANDIDATE_PREPAYMENT_CODE_REQUIRED', { ...FREE, billing: 'Prépayée' }],
    ['CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY', { ...FREE, prepaymentCode: '1' }],
    ['CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID', { ...FREE, resultsEmail: 'prof' }],
  ])('is not made when the parameters would have it refused: %s', (code, terms) => {
    const list = candidateList(session(), terms);
    expect(list.findings.map((finding) => finding.code)).toEqual([code]);
    expect(list.rows).toEqual([]);
  });

  it('holds whatever names hold, also for another library', async () => {
    const rough = fc
      .array(fc.constantFrom(';', '"', '<', '&', '>', "'", 'É', '🎓', '\u00A0', ']]>', 'a'), { maxLength: 6 })
      .map((parts) => `N${parts.join('')}o`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(rough, rough), { minLength: 1, maxLength: 6 }), async (names) => {
        const some = names.map(([lastName, firstName], rank) =>
          candidate({
            key: String(rank),
            externalId: String(rank),
            lastName: `${rank}${lastName}`,
            firstName,
          }),
        );
        const list = candidateList(session({ candidates: some }), FREE);
        expect(list.findings).toEqual([]);
        const wanted = list.rows.map(([lastName, firstName]) => [lastName, firstName]);
        const bytes = filledBytes(listTemplate(), list.rows);
        const read = readAsPixList(bytes).candidates.map(({ lastName, firstName }) => [lastName, firstName]);
        expect(read).toEqual(wanted);
        const book = await readOds(newList([], list.rows));
        expect(book.sheets[0]?.rows.slice(12).map((row) => [row[1], row[2]])).toEqual(wanted);
      }),
      { seed: 9, numRuns: 40 },
    );
  });
});
