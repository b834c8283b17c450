import { describe, expect, it } from '@jest/globals';
import { LocalRuntime } from '../../local/execution';
import { scriptFiles } from '../../local/execution/script-files';
import { WorkbookModel } from '../../local/model/workbook';

function evaluate(body: string): unknown {
  const code = `function main() { var s = SpreadsheetApp.getActiveSheet(); ${body} }`;
  return new LocalRuntime({ workbook: WorkbookModel.blank(), files: scriptFiles({ 'Code.js': code }) }).call(
    'main',
  );
}

describe('limits of the platform', () => {
  it.each([
    [
      "s.getRange('A1').setValue('x'.repeat(50001))",
      'more than the maximum of 50000 characters in a single cell',
    ],
    ['s.insertRowsAfter(1000, 400000)', 'above the limit of 10000000 cells'],
    ['s.insertRowsBefore(1001, 1)', 'Those rows are out of bounds.'],
    ['s.insertColumnsAfter(27, 1)', 'Those columns are out of bounds.'],
  ])('%s is refused', (script, message) => {
    expect(() => evaluate(script)).toThrow(message);
  });

  it('lets a tab grow with what is appended', () => {
    expect(
      evaluate(
        's.getRange(1000, 1).setValue(1); s.appendRow(new Array(28).fill(2)); return [s.getMaxRows(), s.getMaxColumns()]',
      ),
    ).toEqual([1001, 28]);
  });
});

describe('the selection', () => {
  it('is the first cell until a range is activated', () => {
    expect(
      evaluate(`var before = SpreadsheetApp.getActiveRange().getA1Notation();
        SpreadsheetApp.setActiveRange(s.getRange('B2:C3'));
        return [before, SpreadsheetApp.getActiveRange().getA1Notation()]`),
    ).toEqual(['A1', 'B2:C3']);
  });
});
