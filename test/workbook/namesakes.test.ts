import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../src/domain/grid';
import { AWorkbook } from '../support/a-workbook';
import { readWorkbook } from '../support/read-workbook';
import { told } from '../support/told';

const durand = (email: string, site: string, ...answers: Cell[]): Cell[] => [
  'Durand',
  email,
  '',
  site,
  ...answers,
];

const people = (book: AWorkbook) =>
  (readWorkbook(book).campaign?.invigilators ?? []).map(({ name, sites, possible }) => [
    name,
    sites.join(),
    possible.join(),
  ]);

describe('invigilators of one name', () => {
  it('are different people when their e-mails differ', () => {
    const book = new AWorkbook().add(
      'invigilators',
      durand('agnes@exemple.fr', 'Caen', 'x', '', '', ''),
      durand('paul@exemple.fr', "Campus d'Alençon", '', 'x', '', ''),
    );
    expect(people(book)).toEqual([
      ['Durand (agnes)', 'Caen', 'C01'],
      ['Durand (paul)', "Campus d'Alençon", 'C02'],
    ]);
    expect(told(book)).toEqual([
      'Surveillants!A3 : Plusieurs personnes s’appellent « Durand ». Leurs courriels les distinguent : le planning ' +
        'écrit « Durand (agnes) » et « Durand (paul) ». Ajoutez leur prénom à leur nom.',
    ]);
  });

  it('have their whole e-mail where its beginning is the same', () => {
    const book = new AWorkbook().add(
      'invigilators',
      durand('p.durand@a.fr', '', 'x', '', '', ''),
      durand('p.durand@b.fr', '', '', 'x', '', ''),
    );
    expect(people(book).map(([name]) => name)).toEqual(['Durand (p.durand@a.fr)', 'Durand (p.durand@b.fr)']);
  });

  it('are one person otherwise, and the message says how to tell two apart', () => {
    const book = new AWorkbook().add(
      'invigilators',
      durand('', 'Caen', 'x', '', '', ''),
      durand('paul@exemple.fr', "Campus d'Alençon", '', 'x', '', ''),
    );
    expect(people(book)).toEqual([['Durand', "Campus d'Alençon", 'C02']]);
    expect(told(book)).toEqual([
      'Surveillants!A3 : « Durand » a plusieurs lignes : seule la dernière compte. S’il s’agit de plusieurs ' +
        'personnes, ajoutez à chacune son prénom ou un courriel ; sinon, supprimez la ligne qui ne vaut plus.',
    ]);
  });

  it('leave aside the one who cannot be told from the others', () => {
    const book = new AWorkbook().add(
      'invigilators',
      durand('agnes@exemple.fr', '', 'x', '', '', ''),
      durand('paul@exemple.fr', '', '', 'x', '', ''),
      durand('', '', '', '', 'x', ''),
    );
    expect(people(book)).toHaveLength(2);
    expect(told(book)[1]).toBe(
      'Surveillants!A4 : Plusieurs personnes s’appellent « Durand », et le courriel de celle-ci manque. ' +
        'La ligne est mise de côté. Ajoutez son prénom à son nom, ou complétez « Courriel ».',
    );
  });
});
