import { describe, expect, it } from '@jest/globals';
import { movedRect } from '../../local/model/line-change';
import { WorkbookModel } from '../../local/model/workbook';

const rows = (row: number, count: number) => ({ row, column: 1, rows: count, columns: 2 });

describe('a block, when rows are put in or taken out', () => {
  it.each([
    ['pushed by rows before it', rows(3, 2), 3, 1, rows(4, 2)],
    ['stretched by rows within it', rows(3, 2), 4, 2, rows(3, 4)],
    ['untouched by rows after it', rows(3, 2), 5, 1, rows(3, 2)],
    ['pulled by rows gone before it', rows(3, 2), 1, -2, rows(1, 2)],
    ['shortened by rows gone at its start', rows(3, 3), 2, -2, rows(2, 2)],
    ['shortened by rows gone at its end', rows(3, 3), 5, -3, rows(3, 2)],
    ['gone with all its rows', rows(3, 2), 2, -3, null],
  ])('is %s', (_, rect, at, count, expected) => {
    expect(movedRect(rect, { axis: 'row', at, count })).toEqual(expected);
  });
});

describe('a sheet, when rows and columns are put in or taken out', () => {
  it('moves everything that stands on it', () => {
    const workbook = WorkbookModel.blank();
    const sheet = workbook.addSheet('S');
    sheet.set(5, 2, 'x');
    sheet.setFormula(6, 2, '=1', 1);
    sheet.merges.push(rows(8, 1));
    sheet.filter = rows(4, 10);
    sheet.frozenRows = 3;
    sheet.rowHeights.set(5, 40);
    sheet.hiddenRows.add(7);
    workbook.namedRanges.set('N', { sheet, rect: rows(5, 1) });
    sheet.insertRows(2, 2);
    sheet.deleteRows(8, 1);
    expect(sheet.get(7, 2)).toBe('x');
    expect(sheet.formulas.size).toBe(0);
    expect(sheet.merges).toEqual([rows(9, 1)]);
    expect(sheet.filter).toEqual(rows(6, 9));
    expect(sheet.frozenRows).toBe(5);
    expect([...sheet.rowHeights]).toEqual([[7, 40]]);
    expect([...sheet.hiddenRows]).toEqual([8]);
    expect(workbook.namedRanges.get('N')?.rect).toEqual(rows(7, 1));
    expect(sheet.maxRows).toBe(1001);
  });

  it('drops what loses all its cells', () => {
    const workbook = WorkbookModel.blank();
    const sheet = workbook.addSheet('S');
    sheet.merges.push({ row: 1, column: 3, rows: 2, columns: 1 });
    workbook.namedRanges.set('N', { sheet, rect: { row: 1, column: 3, rows: 5, columns: 1 } });
    sheet.deleteColumns(3, 1);
    expect(sheet.merges).toEqual([]);
    expect(workbook.namedRanges.size).toBe(0);
  });
});
