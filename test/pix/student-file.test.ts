import { describe, expect, it } from '@jest/globals';
import { decodeText } from '../../src/pix/csv/decode';
import { STUDENT_COLUMNS, type StudentField } from '../../src/pix/student-file/headers';
import { recogniseRows, type RecognisedTable, rowsOfText } from '../../src/pix/student-file/recognise';
import { labelKey } from '../../src/pix/table';

const recognised = (text: string, titled: boolean | null = null): RecognisedTable<StudentField> =>
  recogniseRows(rowsOfText(text, STUDENT_COLUMNS), STUDENT_COLUMNS, titled);
const values = (table: RecognisedTable<StudentField>): readonly (readonly string[])[] =>
  table.records.map((record) => record.values);

const table = [
  ['N° ETUDIANT', 'Nom de  naissance', 'PRENOM', 'Code INSEE', 'Couleur'],
  ['02345678', 'LEFÈVRE', 'Élise', '2A004', 'bleu'],
  ['00000001', 'D\'ARC, dite "la; Pucelle"', 'Zoé', '01004', ''],
];
const written = (delimiter: string, end: string): string =>
  table.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(delimiter)).join(end);

/** The bytes of a text as an old Macintosh writes them, for the letters used here. */
function macBytes(text: string): number[] {
  const codes: Readonly<Record<string, number>> = { É: 0x83, é: 0x8e, è: 0x8f, È: 0xe9, '°': 0xa1, ç: 0x8d };
  return Array.from(text, (sign) => codes[sign] ?? sign.charCodeAt(0));
}

describe('a file of students from elsewhere', () => {
  const texts = [';', ',', '\t'].flatMap((delimiter) =>
    ['\n', '\r\n', '\r'].map((end) => written(delimiter, end)),
  );
  const encodings: readonly [string, (text: string) => ArrayLike<number>][] = [
    ['UTF-8', (text) => Buffer.from(text, 'utf8')],
    ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
    ['Mac Roman', macBytes],
  ];

  it.each(texts.flatMap((text) => encodings.map(([name, encode]) => ({ text, name, encode }))))(
    'is understood: $name $text',
    ({ text, name, encode }) => {
      const decoded = decodeText(encode(text));
      expect(decoded.encoding).toBe(name);
      const file = recognised(decoded.text);
      expect([...file.columns].sort(([, a], [, b]) => a - b)).toEqual([
        ['id', 0],
        ['lastName', 1],
        ['firstName', 2],
        ['birthInsee', 3],
      ]);
      expect([...file.doubtful]).toEqual([]);
      expect(values(file)).toEqual(table.slice(1));
    },
  );

  it('is understood with a byte order mark and titles above the table', () => {
    const text = `\uFEFFUniversité de Caen, 2026-2027, liste\nÉditée le, 05/01/2027, par, X\n\n${written(';', '\n')}`;
    const file = recognised(decodeText(Buffer.from(text, 'utf8')).text);
    expect(file.columns.get('lastName')).toBe(1);
    expect(file.records.map((record) => record.line)).toEqual([5, 6]);
  });

  it('is understood when rows are pasted from a spreadsheet', () => {
    expect(values(recognised('Numéro étudiant\tNom\tPrénom\n007\tMARTIN\tZoé'))).toEqual([
      ['007', 'MARTIN', 'Zoé'],
    ]);
  });

  it('takes the name of birth rather than another, and asks for it to be confirmed', () => {
    const file = recognised('Nom;Nom de naissance;Prénom;Nom usuel\nA;B;C;D');
    expect(file.columns.get('lastName')).toBe(1);
    expect(file.columns.get('usualName')).toBe(3);
    expect([...file.doubtful]).toEqual([1]);
  });

  it('proposes a column whose title is longer than a known one', () => {
    const file = recognised("COD_ETU;LIB_NOM_PAT_IND;LIB_PR1_IND;Date de naissance de l'étudiant\n1;A;B;x");
    expect([...file.columns.keys()].sort()).toEqual(['birthDay', 'firstName', 'id', 'lastName']);
    expect([...file.doubtful]).toEqual([3]);
  });

  it('knows columns without titles by what they hold, and lets people say that there is none', () => {
    const rows = '02345678;MARTIN;zoe@x.fr;F;02/03/2004\n02345679;PETIT;luc@x.fr;M;01/02/2004';
    const file = recognised(rows);
    expect(file.titled).toBe(false);
    expect([...file.columns].sort(([, a], [, b]) => a - b)).toEqual([
      ['id', 0],
      ['email', 2],
      ['sex', 3],
      ['birthDay', 4],
    ]);
    expect(file.doubtful.size).toBe(4);
    expect(file.records).toHaveLength(2);
    expect(recognised(rows, true).records).toHaveLength(1);
    expect(recognised(written(';', '\n'), false).records).toHaveLength(3);
  });

  it('finds nothing in an empty file', () => {
    expect(recognised('')).toMatchObject({ headers: [], records: [] });
  });

  it('gives each header one meaning', () => {
    const names = STUDENT_COLUMNS.flatMap((column) => column.names.map(labelKey));
    expect(names.filter((name, rank) => names.indexOf(name) !== rank)).toEqual([]);
  });
});
