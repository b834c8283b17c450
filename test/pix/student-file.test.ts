import { describe, expect, it } from '@jest/globals';
import { STUDENT_COLUMNS } from '../../src/pix/student-file/headers';
import { recogniseBytes, recogniseText } from '../../src/pix/student-file/recognise';
import { labelKey } from '../../src/pix/table';

const table = [
  ['N° ETUDIANT', 'Nom de  naissance', 'PRENOM', 'Code INSEE', 'Couleur'],
  ['02345678', 'LEFÈVRE', 'Élise', '2A004', 'bleu'],
  ['00000001', 'D\'ARC, dite "la; Pucelle"', 'Zoé', '01004', ''],
];
const written = (delimiter: string, end: string): string =>
  table.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(delimiter)).join(end);

describe('a file of students from elsewhere', () => {
  const texts = [';', ',', '\t'].flatMap((delimiter) =>
    ['\n', '\r\n', '\r'].map((end) => written(delimiter, end)),
  );
  const encodings: readonly BufferEncoding[] = ['utf8', 'latin1'];

  it.each(texts.flatMap((text) => encodings.map((encoding) => ({ text, encoding }))))(
    'is understood: $encoding $text',
    ({ text, encoding }) => {
      const file = recogniseBytes([...Buffer.from(text, encoding)], STUDENT_COLUMNS);
      expect(file.encoding).toBe(encoding === 'utf8' ? 'UTF-8' : 'Windows-1252');
      expect([...file.columns]).toEqual([
        ['number', 0],
        ['lastName', 1],
        ['firstName', 2],
        ['inseeCode', 3],
      ]);
      expect(file.ignored).toEqual(['Couleur']);
      expect(file.records.map((record) => record.values)).toEqual(table.slice(1));
    },
  );

  it('is understood with a byte order mark and titles above the table', () => {
    const text = `\uFEFFUniversité de Caen, 2026-2027, liste\nÉditée le, 05/01/2027, par, X\n\n${written(';', '\n')}`;
    const file = recogniseBytes([...Buffer.from(text, 'utf8')], STUDENT_COLUMNS);
    expect(file.delimiter).toBe(';');
    expect(file.columns.get('lastName')).toBe(1);
    expect(file.records.map((record) => record.line)).toEqual([5, 6]);
  });

  it('is understood when rows are pasted from a spreadsheet', () => {
    const file = recogniseText('Numéro étudiant\tNom\tPrénom\n007\tMARTIN\tZoé', STUDENT_COLUMNS);
    expect(file.delimiter).toBe('\t');
    expect(file.records.map((record) => record.values)).toEqual([['007', 'MARTIN', 'Zoé']]);
  });

  it('keeps the leftmost of two columns that mean one thing', () => {
    const file = recogniseText('Nom;Nom de famille;Prénom\nA;B;C', STUDENT_COLUMNS);
    expect(file.columns.get('lastName')).toBe(0);
    expect(file.ignored).toEqual(['Nom de famille']);
  });

  it('finds nothing in an empty file', () => {
    expect(recogniseText('', STUDENT_COLUMNS)).toMatchObject({ headers: [], records: [] });
  });

  it('gives each header one meaning', () => {
    const names = STUDENT_COLUMNS.flatMap((column) => column.names.map(labelKey));
    expect(names.filter((name, rank) => names.indexOf(name) !== rank)).toEqual([]);
  });
});
