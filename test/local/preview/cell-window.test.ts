import { describe, expect, it } from '@jest/globals';
import { WorkbookModel } from '../../../local/model/workbook';
import { cellWindow } from '../../../local/preview/cell-window';
import { sheetLayout } from '../../../local/preview/sheet-layout';

const book = () => {
  const workbook = new WorkbookModel();
  return { workbook, sheet: workbook.addSheet('Essai', 0, 100, 10) };
};
const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
const ALL = { sheet: 0, rows: [[1, 100]], columns: [[1, 10]] } as const;
const BOX = { criteria: 'CHECKBOX', values: [], allowInvalid: true, helpText: null };

describe('what the page receives of a tab', () => {
  it('leaves out plainly empty cells, and sends each style once', () => {
    const { workbook, sheet } = book();
    sheet.set(3, 2, 'a');
    sheet.set(4, 2, 'b');
    sheet.styles.fontWeight.set({ row: 3, column: 2, rows: 2, columns: 1 }, 'bold');
    const { cells, styles } = cellWindow(workbook, sheet, 7, ALL);
    expect(cells.map(({ row, column, text, style }) => [row, column, text, styles[style]])).toEqual([
      [3, 2, 'a', 'font-weight:700'],
      [4, 2, 'b', 'font-weight:700'],
    ]);
    expect(styles).toHaveLength(2);
  });

  it('says how a value is typed when it shows otherwise', () => {
    const { workbook, sheet } = book();
    sheet.set(1, 1, 46398.354166666664);
    sheet.styles.numberFormat.set(at(1, 1), 'hh:mm');
    sheet.set(1, 2, 0.875);
    sheet.styles.numberFormat.set(at(1, 2), '0%');
    sheet.setFormula(1, 3, '=A1', 'x');
    const { cells } = cellWindow(workbook, sheet, 1, ALL);
    expect(cells.map(({ text, typed }) => [text, typed])).toEqual([
      ['08:30', '11/01/2027 08:30:00'],
      ['88%', '87,5%'],
      ['x', '=A1'],
    ]);
  });

  it('draws a box for what is ticked or not, and shows what is neither as it was typed', () => {
    const { workbook, sheet } = book();
    sheet.validations.set({ row: 1, column: 1, rows: 4, columns: 1 }, BOX);
    sheet.set(1, 1, true);
    sheet.set(2, 1, false);
    sheet.set(3, 1, 'oui');
    const { cells } = cellWindow(workbook, sheet, 1, ALL);
    expect(cells.map(({ box, invalid, text }) => [box, invalid, text])).toEqual([
      [true, undefined, 'VRAI'],
      [false, undefined, 'FAUX'],
      [undefined, true, 'oui'],
      [false, undefined, ''],
    ]);
  });

  it('gives the choices of a list, also of a list that is a range', () => {
    const { workbook, sheet } = book();
    const rule = { allowInvalid: false, helpText: null };
    sheet.validations.set(at(1, 1), { ...rule, criteria: 'VALUE_IN_LIST', values: [['oui', 'non'], true] });
    const source = { sheet: 'Essai', rect: { row: 5, column: 3, rows: 96, columns: 1 } };
    sheet.validations.set(at(1, 2), { ...rule, criteria: 'VALUE_IN_RANGE', values: [source, true] });
    sheet.set(5, 3, 'Caen');
    sheet.set(6, 3, 'Alençon');
    sheet.set(7, 3, 'Caen');
    const { cells, lists } = cellWindow(workbook, sheet, 1, { ...ALL, rows: [[1, 1]] });
    expect(cells.map(({ list = -1 }) => lists[list])).toEqual([
      ['oui', 'non'],
      ['Caen', 'Alençon'],
    ]);
  });

  it('lets no style of a file write anything but a colour where a colour goes', () => {
    const { workbook, sheet } = book();
    sheet.styles.background.set(at(1, 1), 'red;position:fixed');
    sheet.styles.fontFamily.set(at(1, 1), 'x";color:red');
    sheet.set(1, 1, 'a');
    const { cells, styles } = cellWindow(workbook, sheet, 1, ALL);
    expect(styles[cells[0]?.style ?? -1]).toBe('');
  });

  it('makes a row as high as its wrapped text, and at least as high as was set', () => {
    const { workbook, sheet } = book();
    sheet.styles.wrapStrategy.set({ row: 1, column: 1, rows: 3, columns: 1 }, 'WRAP');
    sheet.set(1, 1, 'Une phrase bien trop longue pour tenir sur une seule ligne de cent pixels');
    sheet.set(2, 1, 'court');
    sheet.rowHeights.set(1, 30);
    sheet.rowHeights.set(3, 40);
    sheet.hiddenRows.add(4);
    const heights = new Map(sheetLayout(workbook, sheet).heights);
    expect(heights.get(1)).toBeGreaterThan(60);
    expect(heights.has(2)).toBe(false);
    expect(heights.get(3)).toBe(40);
    expect(heights.get(4)).toBe(0);
  });
});
