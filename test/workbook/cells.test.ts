import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../src/domain/grid';
import { readDay } from '../../src/workbook/cells/day';
import { identifierOf, isBlankCell, isErrorValue } from '../../src/workbook/cells/text';
import { readTime } from '../../src/workbook/cells/time';
import { readExtraTime, readMark, readWholeNumber, readYesNo } from '../../src/workbook/cells/values';
import { editDistance, matchKey } from '../../src/workbook/text-match';
import { date, time } from '../support/a-workbook';

describe('one name in several spellings', () => {
  it.each([
    ['Campus d’Alençon', "CAMPUS D'ALENCON"],
    ['  Nom\u00a0de   naissance ', 'nom de naissance'],
    ['Nº étudiant', 'n° etudiant'],
    ['Prénom', 'PRE\u0301NOM'],
    ['Cœur', 'COEUR'],
    ['SO\u202fS41', 'so s41'],
    ['Saint\u2011Lô', 'saint-lo'],
  ])('%p is %p', (a, b) => {
    expect(matchKey(a)).toBe(matchKey(b));
  });

  it.each([
    ['Caen Campus 1', 'Caen Campus 2'],
    ['SC S36', 'SCS36'],
    ['01', '1'],
  ])('%p is not %p', (a, b) => {
    expect(matchKey(a)).not.toBe(matchKey(b));
  });

  it.each([
    ['place', 'places', 1],
    ['salle', 'salle', 0],
    ['abc', 'xyz', 3],
    ['court', 'bien plus long', 3],
  ])('counts the letters between %p and %p', (a, b, letters) => {
    expect(editDistance(a, b, 2)).toBe(letters);
  });
});

describe('a day', () => {
  it.each<[Cell]>([
    ['12/01/2027'],
    [' 12/1/2027 '],
    ['2027-01-12'],
    ['mar. 12/01/2027'],
    ['mar 12/01/2027'],
    ['Mardi 12/01/2027'],
    ['MAR.\u00a012/01/2027'],
    [date(2027, 1, 12)],
    [{ serial: 46_399.5 }],
  ])('%p is 12 January 2027', (cell) => {
    expect(readDay(cell)).toEqual({ kind: 'day', day: '2027-01-12', misfit: false });
  });

  it.each<[Cell]>([['lun. 12/01/2027'], ['dimanche 12/01/2027']])('%p has the wrong weekday', (cell) => {
    expect(readDay(cell)).toEqual({ kind: 'day', day: '2027-01-12', misfit: true });
  });

  it.each<[Cell]>([
    ['31/02/2027'],
    ['29/02/2027'],
    ['01/13/2027'],
    ['00/01/2027'],
    ['2027-02-30'],
    ['32/01/2027'],
  ])('%p does not exist', (cell) => {
    expect(readDay(cell).kind).toBe('impossible');
  });

  it.each<[Cell]>([
    ['bientôt'],
    [46_399],
    [true],
    ['12/01'],
    ['#REF!'],
    ['8h30'],
    [time(8, 30)],
    ['January 12, 2027'],
    ['12/01/2027 ou 13/01/2027'],
  ])('%p is no day', (cell) => {
    expect(readDay(cell).kind).toBe('unreadable');
  });

  it('reads nothing as nothing', () => {
    expect(readDay('').kind).toBe('blank');
    expect(readDay('\u00a0 ').kind).toBe('blank');
  });
});

describe('a time', () => {
  it.each<[Cell, number]>([
    ['8h30', 510],
    ['8 h 30', 510],
    ['8\u00a0h\u00a030', 510],
    ['8:30', 510],
    ['08:30', 510],
    ['8H30', 510],
    ['8h', 480],
    ['08h05', 485],
    ['23:59', 1439],
    ['0h', 0],
    [time(8, 30), 510],
    [{ serial: 46_399 + 510 / 1440 }, 510],
    [{ serial: 1 / 3 }, 480],
  ])('%p is %p minutes', (cell, minutes) => {
    expect(readTime(cell)).toEqual({ kind: 'time', minutes });
  });

  it.each<[Cell]>([
    ['25h00'],
    ['8h75'],
    ['8:'],
    ['matin'],
    ['8'],
    [8],
    [8.5],
    [true],
    ['8:3'],
    ['8h30 - 10h30'],
    ['#VALUE!'],
    ['-8h30'],
    ['24h30'],
    [date(2027, 1, 12)],
  ])('%p is no time', (cell) => {
    expect(readTime(cell).kind).toBe('unreadable');
  });
});

describe('an identifier', () => {
  it.each<[Cell, string | undefined, string]>([
    ['02345678', undefined, '02345678'],
    [' 02345678\u00a0', undefined, '02345678'],
    [2345678, '02345678', '02345678'],
    [2345678, '2345678', '2345678'],
    [2345678, undefined, '2345678'],
    [22_301_234_567, '2,23E+10', '22301234567'],
    ['2A004', undefined, '2A004'],
    [99, '99', '99'],
  ])('%p shown as %p is %p', (cell, shown, text) => {
    expect(identifierOf(cell, shown)).toBe(text);
  });
});

describe('an error value', () => {
  it.each([
    '#REF!',
    '#N/A',
    '#VALUE!',
    '#DIV/0!',
    '#NAME?',
    '#NUM!',
    '#NULL!',
    '#ERROR!',
    '#VALEUR!',
    '#NOM?',
    '#NOMBRE!',
    '#DIV/0 !',
  ])('%p', (text) => {
    expect(isErrorValue(text)).toBe(true);
  });

  it.each(['', '#', '# 3', 'REF!', '#1'])('%p is none', (text) => {
    expect(isErrorValue(text)).toBe(false);
  });
});

describe('a blank', () => {
  it.each<[Cell]>([[''], ['  '], ['\u00a0'], [false]])('%p is blank', (cell) => {
    expect(isBlankCell(cell)).toBe(true);
  });

  it.each<[Cell]>([[0], ['non'], ['-'], [true], [{ serial: 0 }]])('%p is not', (cell) => {
    expect(isBlankCell(cell)).toBe(false);
  });
});

describe('a box', () => {
  it.each<[Cell, boolean | null]>([
    [true, true],
    [false, false],
    ['oui', true],
    ['OUI', true],
    ['x', true],
    ['non', false],
    ['', false],
    ['peut-être', null],
    [7, null],
  ])('%p says %p', (cell, answer) => {
    expect(readYesNo(cell)).toBe(answer);
  });
});

describe('a whole number', () => {
  it.each<[Cell, number | null]>([
    [37, 37],
    ['37', 37],
    [' 37 ', 37],
    ['1 200', 1200],
    ['1\u202f200', 1200],
    [0, 0],
    [-3, -3],
    [36.5, null],
    ['36,5', null],
    ['trente', null],
    ['37 places', null],
    ['', null],
    [true, null],
  ])('%p is %p', (cell, number) => {
    expect(readWholeNumber(cell)).toBe(number);
  });
});

describe('an answer', () => {
  it.each<[Cell, string]>([
    ['', 'blank'],
    ['  ', 'blank'],
    [false, 'blank'],
    ['non', 'no'],
    ['Non', 'no'],
    ['0', 'no'],
    [0, 'no'],
    ['-', 'no'],
    [true, 'yes'],
    ['oui', 'yes'],
    ['OUI ', 'yes'],
    ['x', 'yes'],
    ['X', 'yes'],
    ['1', 'yes'],
    [1, 'yes'],
    ['✓', 'yes'],
    ['ok', 'yes'],
    ['OK', 'yes'],
    ['préféré', 'preferred'],
    ['Préférée', 'preferred'],
    ['prefere', 'preferred'],
    ['2', 'preferred'],
    [2, 'preferred'],
    ['★', 'preferred'],
    ['peut-être', 'unknown'],
    ['?', 'unknown'],
    ['3', 'unknown'],
    [3, 'unknown'],
    [0.5, 'unknown'],
    ['#REF!', 'unknown'],
    ['oui sauf 9h', 'unknown'],
    [date(2027, 1, 12), 'unknown'],
  ])('%p says %p', (cell, mark) => {
    expect(readMark(cell)).toBe(mark);
  });
});

describe('extra time', () => {
  it.each<[Cell, number]>([
    ['', 0],
    [' ', 0],
    ['non', 0],
    [false, 0],
    [0, 0],
    ['33%', 0.33],
    ['33 %', 0.33],
    ['33\u00a0%', 0.33],
    ['33', 0.33],
    [33, 0.33],
    ['0,33', 0.33],
    [0.33, 0.33],
    ['1/3', 1 / 3],
    [' 1 / 3 ', 1 / 3],
    ['oui', 0.25],
    ['Oui', 0.25],
    ['33,3 %', 0.333],
    ['50 %', 0.5],
    ['300%', 3],
  ])('%p is %p', (cell, fraction) => {
    const reading = readExtraTime(cell, 25);
    expect(reading.kind).toBe('fraction');
    expect(reading.kind === 'fraction' ? reading.fraction : NaN).toBeCloseTo(fraction, 9);
  });

  it('is a fraction of any size where the cell shows a per cent sign', () => {
    expect(readExtraTime(1, 33, '100%')).toEqual({ kind: 'fraction', fraction: 1 });
    expect(readExtraTime(0.5, 33, '50%')).toEqual({ kind: 'fraction', fraction: 0.5 });
  });

  it.each<[Cell, string, number]>([
    ['1,33', '', 0.33],
    [1.33, '1,33', 0.33],
    [0.0133, '1,33%', 0.33],
    ['1,33 %', '', 0.33],
    ['1,5', '', 0.5],
    ['4/3', '', 0.3333],
    ['1', '', 0.25],
    [1, '1', 0.25],
    ['2', '', 0.25],
    ['4,9', '', 0.25],
    ['0,01', '', 0.25],
    ['1/33', '', 0.25],
  ])('%p shown as %p is too little to be meant: %p is taken', (cell, shown, fraction) => {
    expect(readExtraTime(cell, 25, shown)).toEqual({ kind: 'fraction', fraction, guessed: true });
  });

  it.each<[Cell, number]>([
    ['5', 0.05],
    [5, 0.05],
    ['5 %', 0.05],
    ['0,05', 0.05],
  ])('%p is not', (cell, fraction) => {
    expect(readExtraTime(cell, 25)).toEqual({ kind: 'fraction', fraction });
  });

  it('is a date when the spreadsheet made one of 1/3', () => {
    expect(readExtraTime(date(2027, 3, 1), 33).kind).toBe('date');
    expect(readExtraTime('01/03/2027', 33).kind).toBe('date');
  });

  it.each<[Cell]>([['-33%'], [-0.33], [-33], ['301%'], [400], ['à voir'], ['1/0'], ['#REF!'], ['33 min']])(
    '%p cannot be read',
    (cell) => {
      expect(readExtraTime(cell, 33).kind).toBe('unreadable');
    },
  );
});
