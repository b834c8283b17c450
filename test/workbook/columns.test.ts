import { describe, expect, it } from '@jest/globals';
import { AWorkbook } from '../support/a-workbook';
import { readWorkbook } from '../support/read-workbook';
import { told } from '../support/told';

/** What is said of columns that play one part. */
const saidOfColumns = (book: AWorkbook): string[] =>
  told(book).filter((line) => line.includes('Deux colonnes'));

const lastNames = (book: AWorkbook): unknown[] =>
  (readWorkbook(book).campaign?.candidates ?? []).map(({ lastName }) => lastName);

function withColumn(book: AWorkbook, column: string, header: string, values: readonly string[]): AWorkbook {
  book.set('students', `${column}1`, header);
  values.forEach((value, index) => book.set('students', `${column}${index + 2}`, value));
  return book;
}

const SIX = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'];

describe('two columns for one part', () => {
  it('give the name of birth where the tab has both, on either side', () => {
    expect(lastNames(withColumn(new AWorkbook(), 'R', 'Nom de naissance', SIX))).toEqual(SIX);
    const swapped = withColumn(new AWorkbook(), 'R', 'Nom', SIX).set('students', 'B1', 'Nom de naissance');
    expect(lastNames(swapped)[0]).toBe('Lefèvre');
  });

  it('are named both, with the one that is read', () => {
    expect(saidOfColumns(withColumn(new AWorkbook(), 'R', 'Nom de naissance', SIX))).toEqual([
      'Étudiants!B1 : Deux colonnes peuvent tenir lieu de « Nom » : « Nom de naissance » (R1) et « Nom » (B1). ' +
        'Seule la colonne R1 est lue. Renommez ou supprimez celle qui ne sert pas.',
    ]);
  });

  it('are read in the one that holds something', () => {
    const book = withColumn(new AWorkbook(), 'R', 'TD', ['TD1', 'TD1', 'TD1', 'TD2', 'TD2', 'TD2']);
    book.set('students', 'I1', 'Groupe de TD');
    for (let row = 2; row <= 7; row++) book.set('students', `I${row}`, '');
    expect(new Set(readWorkbook(book).campaign?.candidates.map(({ group }) => group))).toEqual(
      new Set(['TD1', 'TD2']),
    );
    expect(saidOfColumns(book)).toEqual([
      'Étudiants!I1 : Deux colonnes peuvent tenir lieu de « Groupe » : « TD » (R1) et « Groupe de TD » (I1). ' +
        'La seconde est vide : seule la colonne R1 est lue. Renommez ou supprimez celle qui ne sert pas.',
    ]);
  });

  it('are both read in the availability: the number of the student, else the group', () => {
    const book = new AWorkbook().replace('availability', [
      ['Groupe', 'N° étudiant', 'C01', 'C02', 'C03', 'C04'],
      ['Droit L2', '', 'oui', '', '', ''],
      ['AES L2', '', '', 'oui', '', ''],
      ['Droit L2', '01000003', '', '', '', 'oui'],
    ]);
    const { campaign } = readWorkbook(book);
    expect(campaign?.candidates.map(({ availability }) => availability.possible)).toEqual([
      ['C01'],
      ['C01'],
      ['C04'],
      ['C02'],
      ['C02'],
      ['C02'],
    ]);
    expect(told(book)).toEqual([
      'Disponibilités!A1 : Deux colonnes peuvent tenir lieu de « Étudiant ou groupe » : « N° étudiant » (B1) et ' +
        '« Groupe » (A1). Sur chaque ligne, la colonne B1 est lue ; si elle est vide, la colonne A1. ' +
        'Renommez ou supprimez celle qui ne sert pas.',
    ]);
  });

  it('are said of rooms and invigilators too', () => {
    const rooms = new AWorkbook().set('rooms', 'H1', 'Places certifiées');
    rooms.set('rooms', 'H2', 12).set('rooms', 'H3', 13).set('rooms', 'H4', 14);
    expect(readWorkbook(rooms).campaign?.rooms.map(({ places }) => places)).toEqual([12, 13, 14]);
    expect(saidOfColumns(rooms)).toHaveLength(1);
    expect(saidOfColumns(new AWorkbook().set('invigilators', 'B1', 'Surveillant'))).toHaveLength(1);
  });
});

describe('an empty cell', () => {
  it('is told under the title that the tab has', () => {
    const book = new AWorkbook().set('availability', 'A1', 'Groupe').set('availability', 'A2', '');
    expect(told(book)[0]).toContain('La colonne « Groupe » est vide.');
  });
});
