import { describe, expect, it } from '@jest/globals';
import { LocalRuntime } from '../../local/execution';
import { scriptFiles } from '../../local/execution/script-files';
import { WorkbookModel } from '../../local/model/workbook';

/** What some lines of script return, over a tab of which `s` is the sheet. */
function evaluate(body: string): unknown {
  const code = `function main() { var s = SpreadsheetApp.getActiveSheet(); ${body} }`;
  return new LocalRuntime({ workbook: WorkbookModel.blank(), files: scriptFiles({ 'Code.js': code }) }).call(
    'main',
  );
}

describe('rules of validation', () => {
  it('refuse the whole write when one cell breaks a rule', () => {
    expect(
      evaluate(`s.getRange('B1').setDataValidation(
          SpreadsheetApp.newDataValidation().requireValueInList(['oui', 'non']).setAllowInvalid(false).build());
        var message = '';
        try { s.getRange('A1:B1').setValues([['x', 'peut-être']]); } catch (e) { message = e.message; }
        return [message, s.getRange('A1').getValue()]`),
    ).toEqual([
      'The data you entered in cell B1 violates the data validation rules set on this cell. ' +
        'Please enter one of the following values: oui, non.',
      '',
    ]);
  });

  it('on a range know that range again, and accept only what it holds', () => {
    expect(
      evaluate(`s.getRange('D1:D2').setValues([['Mercure'], ['Venus']]);
        s.getRange('A1').setDataValidation(
          SpreadsheetApp.newDataValidation().requireValueInRange(s.getRange('D1:D2')).setAllowInvalid(false).build());
        s.getRange('A1').setValue('Venus');
        var refused = false;
        try { s.getRange('A1').setValue('Mars'); } catch (e) { refused = true; }
        return [refused, s.getRange('A1').getDataValidation().getCriteriaValues()[0].getA1Notation()]`),
    ).toEqual([true, 'D1:D2']);
  });
});

describe('dates in cells', () => {
  it('come back to the millisecond, in winter, in summer and at the change of hour', () => {
    expect(
      evaluate(`return [new Date(2027, 0, 12, 8, 30, 15, 123), new Date(2027, 6, 1, 23, 59), new Date(2027, 2, 28, 3, 0)].map(
        function (date) { return s.getRange('A1').setValue(date).getValue().getTime() - date.getTime(); })`),
    ).toEqual([0, 0, 0]);
  });
});
