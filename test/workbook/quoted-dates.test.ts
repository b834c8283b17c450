import { describe, expect, it } from '@jest/globals';
import { textOf } from '../../src/workbook/cells/text';
import { AWorkbook, date, time } from '../support/a-workbook';
import { readWorkbook } from '../support/read-workbook';

const seen = (book: AWorkbook): string[] => readWorkbook(book).problems.map((problem) => problem.seen);

describe('a group whose name the spreadsheet made a date', () => {
  it('is the same group in both tabs', () => {
    const name = date(2027, 2, 1);
    const book = new AWorkbook().set('availability', 'A2', name);
    for (const row of [2, 3, 4]) book.set('students', `I${row}`, name);
    const { campaign, problems } = readWorkbook(book);
    expect(problems).toEqual([]);
    expect(campaign?.candidates[0]?.group).toBe('01/02/2027');
    expect(campaign?.candidates[0]?.availability.source).toBe('group');
  });
});

describe('a day or a time in a message', () => {
  it('is written as people write it', () => {
    expect(textOf(date(2027, 1, 12))).toBe('12/01/2027');
    expect(textOf(time(8, 30))).toBe('8 h 30');
    expect(textOf(time(14, 0))).toBe('14 h');
    expect(textOf({ serial: 46_399 + 510 / 1440 })).toBe('12/01/2027 8 h 30');
  });

  it.each<[string, (book: AWorkbook) => AWorkbook, string]>([
    ['of a slot that ends too soon', (book) => book.set('slots', 'D2', time(8, 0)), '8 h'],
    ['where a time is due', (book) => book.set('slots', 'C2', date(2027, 1, 11)), '11/01/2027'],
    ['where 1/3 was typed', (book) => book.set('students', 'K4', date(2027, 3, 1)), '01/03/2027'],
    ['for an answer', (book) => book.set('availability', 'C2', date(2027, 1, 12)), '12/01/2027'],
    ['for a group', (book) => book.set('availability', 'A2', date(2027, 2, 1)), '01/02/2027'],
    [
      'for a parameter',
      (book) => book.add('settings', ['Places gardées libres', date(2027, 2, 1), '']),
      '01/02/2027',
    ],
  ])('is so %s', (_, spoil, quoted) => {
    expect(seen(spoil(new AWorkbook()))).toContain(quoted);
  });
});
