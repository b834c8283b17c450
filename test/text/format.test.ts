import { describe, expect, it } from '@jest/globals';
import { calendarDay, type CalendarDay } from '../../src/domain/calendar';
import {
  andList,
  duration,
  french,
  longDay,
  number,
  orList,
  percent,
  placeName,
  plural,
  shortDay,
  time,
  timeRange,
} from '../../src/text/format';

function day(year: number, month: number, date: number): CalendarDay {
  const found = calendarDay(year, month, date);
  if (found === null) throw new Error('No such day.');
  return found;
}

describe('what users read', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1\u202f000'],
    [3000, '3\u202f000'],
    [1234567, '1\u202f234\u202f567'],
    [1.5, '1,5'],
    [1234.567, '1\u202f234,57'],
    [-3000, '-3\u202f000'],
    [-0.001, '0'],
  ])('writes the number %p as %p', (value, text) => {
    expect(number(value)).toBe(text);
  });

  it.each([
    [0, '0 candidat'],
    [1, '1 candidat'],
    [2, '2 candidats'],
    [3000, '3\u202f000 candidats'],
  ])('puts %p in the right number', (count, text) => {
    expect(plural(count, 'candidat', 'candidats')).toBe(text);
  });

  it.each([
    [1 / 3, '33\u00a0%'],
    [0.33, '33\u00a0%'],
    [1, '100\u00a0%'],
    [0.005, '1\u00a0%'],
  ])('writes the share %p as %p', (fraction, text) => {
    expect(percent(fraction)).toBe(text);
  });

  it.each([
    [45, '45\u00a0min'],
    [60, '1\u00a0h'],
    [155, '2\u00a0h\u00a035'],
    [125, '2\u00a0h\u00a005'],
  ])('says that %p minutes last %p', (minutes, text) => {
    expect(duration(minutes)).toBe(text);
  });

  it.each([
    [510, '8\u00a0h\u00a030'],
    [840, '14\u00a0h'],
    [0, '0\u00a0h'],
    [605, '10\u00a0h\u00a005'],
  ])('says the time %p as %p', (minutes, text) => {
    expect(time(minutes)).toBe(text);
  });

  it('says from when to when', () => {
    expect(timeRange(510, 630)).toBe('de 8\u00a0h\u00a030 à 10\u00a0h\u00a030');
  });

  it.each([
    [day(2027, 1, 11), 'lun.\u00a011/01/2027', 'lundi 11 janvier'],
    [day(2027, 8, 1), 'dim.\u00a001/08/2027', 'dimanche 1er août'],
    [day(2028, 2, 29), 'mar.\u00a029/02/2028', 'mardi 29 février'],
  ])('says the day %p as %p', (given, short, long) => {
    expect(shortDay(given)).toBe(short);
    expect(longDay(given)).toBe(long);
  });

  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a et b', 'a ou b'],
    [['a', 'b', 'c'], 'a, b et c', 'a, b ou c'],
  ])('joins %p', (items, and, or) => {
    expect(andList(items)).toBe(and);
    expect(orList(items)).toBe(or);
  });

  it('keeps signs with their words', () => {
    expect(french('Que faire ? « Oui » : 33 % ; non !')).toBe(
      'Que faire\u00a0? «\u00a0Oui\u00a0»\u00a0: 33\u00a0%\u00a0; non\u00a0!',
    );
  });

  it('leaves times typed with a colon alone', () => {
    expect(french('8:30')).toBe('8:30');
  });

  it('does the same thing twice without harm', () => {
    const once = french('« Oui » : non');
    expect(french(once)).toBe(once);
  });

  it.each([
    [{ tab: 'Étudiants', row: 14, column: 4 }, 'Étudiants!D14'],
    [{ tab: 'Étudiants', row: null, column: null }, 'Étudiants'],
    [{ tab: 'Étudiants', row: null, column: 28 }, 'Étudiants!AB'],
    [{ tab: 'Étudiants', row: 3, column: null }, 'Étudiants!3:3'],
  ])('names %p', (place, name) => {
    expect(placeName(place)).toBe(name);
  });
});
