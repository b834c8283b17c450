import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../src/domain/grid';
import { AWorkbook, date } from '../support/a-workbook';
import { readWorkbook } from '../support/read-workbook';
import { told } from '../support/told';

describe('extra time that is too little to be meant', () => {
  it.each<[string | number, number, string]>([
    ['1,33', 0.33, '33 %'],
    ['1,5', 0.5, '50 %'],
    [1, 0.33, '33 %'],
  ])('%p is guessed, and said', (cell, fraction, words) => {
    const book = new AWorkbook().set('students', 'K4', cell);
    expect(readWorkbook(book).campaign?.candidates[2]?.extraTime).toBeCloseTo(fraction, 9);
    expect(told(book)).toEqual([
      `Étudiants!K4 : Un temps majoré de « ${cell} » est trop petit pour être vraisemblable : ${words} sont ` +
        'pris à la place. Écrivez le pourcentage à ajouter, par exemple 33 %, ou effacez la cellule si cette ' +
        'personne n’en a pas.',
    ]);
  });
});

describe('a parameter written twice', () => {
  const name = 'Places gardées libres';

  it('has its last value, and both cells are named', () => {
    const book = new AWorkbook().add('settings', [name, 1, ''], [name, 2, '']);
    expect(readWorkbook(book).campaign?.settings.keptFree).toBe(2);
    expect(told(book)).toEqual([
      'Paramètres!B2 : Le paramètre « Places gardées libres » est écrit plusieurs fois : « 1 » (B2) n’a pas d’effet, ' +
        'c’est « 2 » (B3) qui compte. Supprimez la ligne qui est de trop.',
    ]);
  });

  it('is no matter when one of the two is blank', () => {
    const book = new AWorkbook().add('settings', [name, 1, ''], [name, '', '']);
    expect(readWorkbook(book).campaign?.settings.keptFree).toBe(1);
    expect(told(book)).toEqual([]);
  });

  it('has its default, as the message says, when the last value is not understood', () => {
    const book = new AWorkbook().add('settings', [name, 1, ''], [name, 'deux', '']);
    expect(readWorkbook(book).campaign?.settings.keptFree).toBe(0);
    expect(told(book)).toHaveLength(2);
  });
});

describe('rooms without the column « Certifiée »', () => {
  it('are told once what is missing, and what else is wrong', () => {
    const book = new AWorkbook().dropColumn('rooms', 'Certifiée').set('students', 'J3', '');
    const lines = told(book);
    expect(lines.filter((line) => line.startsWith('Salles'))).toEqual([
      'Salles!1:1 : La colonne « Certifiée » manque : aucune salle ne peut recevoir de session. Ajoutez une colonne ' +
        '« Certifiée » à cet onglet, et écrivez-y « oui » pour les salles que le GIP Pix a certifiées.',
    ]);
    expect(lines).toContainEqual(expect.stringContaining('Étudiants!J3'));
  });
});

describe('a request', () => {
  const request = (count: number, extraTimes: Cell, state: string): Cell[] => [
    date(2026, 11, 16),
    'a@exemple.fr',
    'Agnès Rivoal',
    'UFR',
    'Licence',
    'Histoire',
    count,
    'Caen',
    'C01',
    extraTimes,
    '',
    state,
    '',
  ];

  it('of an unknown status reserves nothing, and the message says so', () => {
    const book = new AWorkbook().add('requests', request(10, '', 'Ok'));
    expect(readWorkbook(book).campaign?.requests).toEqual([]);
    expect(told(book)).toEqual([
      'Demandes!L2 : Le statut « Ok » n’est pas connu : la demande ne réserve aucune place. Choisissez « Nouvelle », ' +
        '« À compléter », « Acceptée », « Refusée », « Planifiée », « Remplacée » ou « Annulée ». Seules les demandes ' +
        '« Acceptée » et « Planifiée » réservent des places.',
    ]);
  });

  it.each<[Cell, string]>([
    [
      'quatre',
      'Le nombre de temps majorés « quatre » n’est pas un nombre entier : il n’est pas pris en compte.',
    ],
    [50, 'La demande annonce 50 temps majorés pour 10 étudiants.'],
  ])('with %p extra times keeps its seats, and is told', (extraTimes, words) => {
    const book = new AWorkbook().add('requests', request(10, extraTimes, 'Acceptée'));
    expect(readWorkbook(book).campaign?.requests.map(({ places }) => places)).toEqual([10]);
    expect(told(book)).toEqual([expect.stringContaining(`Demandes!J2 : ${words}`)]);
  });

  it.each<[Cell]>([[''], [0], ['non'], ['aucun'], [10]])('with %p of them is in order', (extraTimes) => {
    expect(told(new AWorkbook().add('requests', request(10, extraTimes, 'Acceptée')))).toEqual([]);
  });
});
