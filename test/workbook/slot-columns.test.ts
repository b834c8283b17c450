import { describe, expect, it } from '@jest/globals';
import { calendarDay } from '../../src/domain/calendar';
import type { Cell } from '../../src/domain/grid';
import { saysAnotherTime } from '../../src/workbook/read/slot-labels';
import { AWorkbook } from '../support/a-workbook';
import { readWorkbook } from '../support/read-workbook';
import { told } from '../support/told';

const possible = (book: AWorkbook): unknown[] =>
  (readWorkbook(book).campaign?.candidates ?? []).map(({ availability }) => availability.possible.join(' '));

/** `Disponibilités` for the first group; the other one comes at C02. */
const answers = (headers: Cell[], first: Cell[], second: Cell[]): AWorkbook =>
  new AWorkbook().replace('availability', [
    ['Étudiant ou groupe', ...headers],
    ['Droit L2', ...first],
    ['AES L2', ...second],
  ]);

describe('a list of slots and columns of slots in one tab', () => {
  it('count together, and the tab is told so', () => {
    const book = answers(['Créneaux possibles', 'C01', 'C03'], ['C02', 'oui', ''], ['C02, C03', '', 'non']);
    expect(possible(book)).toEqual(['C02 C01', 'C02 C01', 'C02 C01', 'C02', 'C02', 'C02']);
    expect(told(book)).toEqual([
      'Disponibilités!C1 : Cet onglet a une liste de créneaux par ligne et aussi des colonnes de créneaux, comme ' +
        '« C01 » : les deux comptent ensemble, et un « non » dans une colonne l’emporte sur la liste. Gardez les ' +
        'listes ou les colonnes, et supprimez les autres.',
    ]);
  });

  it('is read in the columns alone when the list is blank, as in the list of preferred slots alone', () => {
    expect(possible(answers(['Créneaux possibles', 'C01'], ['', 'oui'], ['', 'x']))[0]).toBe('C01');
    expect(possible(answers(['C01', 'Créneaux préférés'], ['oui', 'C02'], ['x', '']))[0]).toBe('C02 C01');
  });

  it('is no matter when nobody uses the columns', () => {
    expect(told(answers(['Créneaux possibles', 'C01'], ['C02', ''], ['C02', false]))).toEqual([]);
  });
});

describe('the header of a column', () => {
  it('that says another moment than the slot is told, and its answers count', () => {
    const book = new AWorkbook().set('availability', 'C1', 'C02 mer. 13/01 14 h');
    expect(possible(book)[0]).toBe('C01 C02');
    expect(told(book)).toEqual([
      'Disponibilités!C1 : Le titre « C02 mer. 13/01 14 h » annonce un autre moment que celui du créneau C02 : ' +
        'mar. 12/01/2027 à 13 h 30. Les réponses de la colonne comptent pour ce moment. Vérifiez qu’elles valent ' +
        'pour lui, puis écrivez « C02 mar. 12/01 13 h 30 » dans ce titre.',
    ]);
  });

  it('of a slot that is set aside says no more than the slot', () => {
    const unknown = new AWorkbook().set('slots', 'E2', 'Rennes');
    expect(told(unknown)).toEqual([expect.stringContaining('Créneaux!E2')]);
    expect(told(new AWorkbook().set('slots', 'B2', '31/02/2027'))).toEqual([
      expect.stringContaining('Créneaux!B2'),
    ]);
    const lists = answers(['Créneaux possibles'], ['C01, C02'], ['C02']).set('slots', 'E2', 'Rennes');
    expect(told(lists.replace('roomAvailability', []))).toEqual([expect.stringContaining('Créneaux!E2')]);
  });
});

describe('a label in a list', () => {
  it('that says another moment does not count, in its short form either', () => {
    const book = answers(['Créneaux possibles'], ['C01, C02 mer. 13/01 14 h'], ['C02']);
    expect(possible(book)[0]).toBe('C01');
    expect(told(book)).toEqual([expect.stringContaining('« C02 mer. 13/01 14 h »')]);
  });
});

describe('what a label says', () => {
  const day = calendarDay(2027, 1, 12);
  if (day === null) throw new Error('No such day.');
  const slot = { day, start: 510, end: 630 };

  it.each([
    'C03',
    'C03 mar. 12/01 8 h 30',
    'C03 mar. 12/01 8\u00a0h\u00a030',
    'C03 mardi 12/01 à 8h30',
    'C03 12/01',
    'C03 12/01/27 08:30',
    'C03 mar. 12/01/2027 de 8 h 30 à 10 h 30',
    'C03 mar. 12/01/2027 de 8 h à 11 h',
    'C03 mar. 12/01 8 h 30 - 10 h 30',
    'C03 groupe 1/2',
    'C03 12/01, salle 14',
  ])('« %s » is the moment of the slot', (label) => {
    expect(saysAnotherTime(label, slot)).toBe(false);
  });

  it.each([
    'C03 mer. 13/01 14 h',
    'C03 mar. 12/01 14 h',
    'C03 lun. 12/01 8 h 30',
    'C03 mar. 12/01/2026',
    'C03 12/01/26 08:30',
    'C03 13/01',
    'C03 mar. 12/01/2027 de 9 h à 10 h 30',
    'C03 mar. 12/01/2027 de 8 h 30 à 10 h',
  ])('« %s » is another', (label) => {
    expect(saysAnotherTime(label, slot)).toBe(true);
  });
});
