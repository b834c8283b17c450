import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../local/cli/main';
import { WorkbookModel } from '../../local/model/workbook';
import { writeWorkbookFile } from '../../local/xlsx/file';
import { isDateCell } from '../../src/domain/grid';
import { TAB_ORDER, TABS } from '../../src/workbook/schema/tabs';
import { AWorkbook } from '../support/a-workbook';
import { MESSY_WORKBOOKS } from '../support/messy-workbooks';

const DIST = resolve(__dirname, '../../dist');
const BLOCKED = 1;
/** One workbook in so many is checked as well as planned. */
const CHECKED_TOO = 4;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pixorga-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fileOf(book: AWorkbook, name: string): Promise<string> {
  const workbook = new WorkbookModel({ name });
  for (const key of TAB_ORDER) {
    const grid = book.grid(key);
    if (grid === null) continue;
    const sheet = workbook.addSheet(TABS[key].name);
    grid.cells.forEach((line, i) =>
      line.forEach((cell, j) => {
        const at = { row: i + 1, column: j + 1, rows: 1, columns: 1 };
        if (isDateCell(cell)) {
          sheet.set(at.row, at.column, cell.serial);
          sheet.styles.numberFormat.set(at, cell.serial < 1 ? 'hh:mm' : 'dd/mm/yyyy');
        } else if (cell !== '') {
          sheet.set(at.row, at.column, cell);
        }
      }),
    );
  }
  const path = join(folder, `${name}.xlsx`);
  await writeWorkbookFile(path, workbook, path);
  return path;
}

async function run(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await main(
    words,
    { dist: DIST, folder, environment: { PIXORGA_NOW: '2026-12-01T09:00:00+01:00' } },
    { out: (line) => out.push(line), error: (line) => err.push(line) },
  );
  return { status, out: out.join('\n'), err: err.join('\n') };
}

describe('a messy file on the command line', () => {
  it('comes from a set of at least forty', () => {
    expect(MESSY_WORKBOOKS.length).toBeGreaterThanOrEqual(2 * 40);
  });

  // Reading each of them is tested apart: what a file and the command line make of it, on every other one.
  it.each(
    MESSY_WORKBOOKS.map((messy, index) => ({ ...messy, index })).filter(({ index }) => index % 2 === 0),
  )('$what', async ({ spoil, says, index }) => {
    const input = await fileOf(spoil(new AWorkbook()), `messy-${index}`);
    const output = join(folder, `plan-${index}.xlsx`);
    const blocked = says.some(([, , severity]) => severity === 'blocking');

    // What is told without a plan is the same: for some of them is enough.
    const checked = index % CHECKED_TOO === 0 ? await run('check', input) : null;
    const planned = await run('plan', input, '-o', output, '--json');

    if (checked !== null) expect(checked.status).toBe(blocked ? BLOCKED : 0);
    expect(planned.status).toBe(blocked ? BLOCKED : 0);
    expect(existsSync(output)).toBe(!blocked);
    const { problems, candidates, seated, unseated } = JSON.parse(planned.out) as {
      problems: { tab: string; cell: string; severity: string; message: string }[];
      candidates: number;
      seated: number;
      unseated: number;
    };
    for (const [key, cell, severity] of says) {
      const word = severity === 'blocking' ? 'bloquant' : 'avertissement';
      expect(problems).toContainEqual(expect.objectContaining({ tab: TABS[key].name, cell, severity: word }));
      if (checked !== null) expect(checked.out).toContain(TABS[key].name);
    }
    expect(seated + unseated).toBe(candidates);
    expect(`${checked?.out ?? ''}${checked?.err ?? ''}${planned.out}${planned.err}`).not.toMatch(
      /\bat .+:\d+:\d+|undefined|\[object|NaN/,
    );
    expect(readdirSync(folder).filter((name) => /tmp|~/.test(name))).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['a missing file', 'absent.xlsx'],
    ['a folder', '.'],
  ])('%s', async (_, input) => {
    const { status, out, err } = await run('plan', input, '-o', 'never.xlsx');
    expect(status).toBe(BLOCKED);
    expect(`${out}${err}`).toMatch(/[àéè ]/);
    expect(existsSync(join(folder, 'never.xlsx'))).toBe(false);
  });
});
