import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LocalRuntime } from '../../local/execution';
import { scriptFiles } from '../../local/execution/script-files';
import { WorkbookModel } from '../../local/model/workbook';

interface Report {
  readonly total: number;
  readonly passed: number;
  readonly failed: readonly string[];
}

describe('the local runtime beside the platform', () => {
  const workbook = WorkbookModel.blank();
  let report: Report = { total: 0, passed: 0, failed: ['not run'] };

  beforeAll(() => {
    const code = readFileSync(resolve(__dirname, '../conformance/suite.js'), 'utf8');
    const runtime = new LocalRuntime({ workbook, files: scriptFiles({ 'Code.js': code }) });
    report = runtime.call('main') as Report;
  });

  it('does what the platform does, as far as it is known', () => {
    expect(report.failed).toEqual([]);
    expect(report.passed).toBe(report.total);
  });

  it('is compared on every subject', () => {
    expect(report.total).toBeGreaterThanOrEqual(350);
  });

  it('is left as it was found', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Feuille 1']);
    expect(workbook.locale).toBe('fr_FR');
  });
});
