import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, UsageError } from '../../local/cli/arguments';
import { main } from '../../local/cli/main';
import { WorkbookModel } from '../../local/model/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../local/xlsx/file';

/** A project whose menu answers in each way that an add-on may. */
const ADDON = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Pix')
    .addItem('Préparer le classeur', 'prepare')
    .addItem('Vérifier les données', 'verify')
    .addItem('Calculer le planning', 'plan')
    .addItem('Poser une question…', 'ask')
    .addItem('Tomber en panne', 'crash')
    .addToUi();
}
var problem = { tab: 'Salles', cell: 'E4', severity: 'bloquant', message: 'Places illisibles.' };
function prepare() { return { status: 'done', lines: ['Classeur prêt.'], problems: [] }; }
function verify() { return { status: 'blocked', lines: ['1 problème.'], problems: [problem] }; }
function plan() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var cell = sheet.getRange('A1');
  if (cell.getValue() === 'bloqué') return { status: 'blocked', lines: ['Données à corriger.'], problems: [problem] };
  cell.setValue('planifié');
  return {
    status: 'done', lines: ['3 candidats placés.'], problems: [],
    summary: { candidates: 4, seated: 3, unseated: 1, anonymousSeats: 0, sessions: 1, bound: 1, proven: true,
      preferred: 2, groupSplits: 0, moved: 0, milliseconds: 5 },
  };
}
function ask() {
  var ui = SpreadsheetApp.getUi();
  var answer = ui.alert('Titre', 'Question', ui.ButtonSet.YES_NO);
  return { status: 'done', lines: [answer === ui.Button.CLOSE ? 'Par défaut' : 'Choisi'], problems: [] };
}
function crash() { throw new Error('boum'); }
`;

let folder = '';

interface Result {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

async function run(words: readonly string[], environment: Record<string, string> = {}): Promise<Result> {
  let out = '';
  let error = '';
  const status = await main(
    words,
    { dist: join(folder, 'dist'), folder, environment },
    {
      out: (text) => {
        out += `${text}\n`;
      },
      error: (text) => {
        error += `${text}\n`;
      },
    },
  );
  return { status, out, error };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pixorga-'));
  const dist = join(folder, 'dist');
  writeFileSync(join(folder, 'texte.xlsx'), 'Nom;Prénom');
  writeFileSync(join(folder, 'ancien.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  mkdirSync(dist);
  writeFileSync(join(dist, 'Code.js'), ADDON);
  writeFileSync(join(dist, 'appsscript.json'), '{"timeZone":"Europe/Paris"}');
  await writeWorkbookFile(join(folder, 'bon.xlsx'), WorkbookModel.blank());
  const blocked = WorkbookModel.blank();
  blocked.sheets[0]?.set(1, 1, 'bloqué');
  await writeWorkbookFile(join(folder, 'bloqué.xlsx'), blocked);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('wrong usage', () => {
  it.each([
    [[]],
    [['planifier']],
    [['plan']],
    [['plan', 'bon.xlsx']],
    [['plan', 'bon.xlsx', '-o']],
    [['plan', 'bon.xlsx', 'autre.xlsx', '-o', 'x.xlsx']],
    [['plan', 'bon.xlsx', '-o', 'x.xlsx', '-o', 'y.xlsx']],
    [['plan', 'bon.xlsx', '-o', 'x.xlsx', '--vite']],
    [['plan', 'bon.xlsx', '-o', 'x.csv']],
    [['plan', 'bon.xlsx', '-o', 'x']],
    [['script', 'essai.js', 'bon.xlsx', '-o', 'x.csv']],
    [['check']],
    [['check', 'bon.xlsx', '-o', 'x.xlsx']],
    [['click', 'Aide', '-o', 'x.xlsx']],
    [['script']],
    [['demo', 'bon.xlsx']],
  ])('%j is refused with status 2 and how to do', async (words) => {
    expect(() => readArguments(words)).toThrow(UsageError);
    const { status, out, error } = await run(words);
    expect([status, out]).toEqual([2, '']);
    expect(error).toContain('Utilisation');
  });

  it('names the items of the menu when a label is unknown', async () => {
    const { status, error } = await run(['click', 'Planifier', 'bon.xlsx', '-o', 'x.xlsx']);
    expect(status).toBe(2);
    expect(error).toContain('«\u00a0Calculer le planning\u00a0»');
    expect(existsSync(join(folder, 'x.xlsx'))).toBe(false);
  });

  it('writes no workbook under the name of another kind of file, and says which name to give', async () => {
    for (const words of [
      ['plan', 'bon.xlsx', '-o', 'autre.csv'],
      ['click', 'Préparer le classeur', 'bon.xlsx', '-o', 'autre.csv'],
    ]) {
      const { status, error } = await run(words);
      expect(status).toBe(2);
      expect(error).toContain('donnez à «\u00a0autre.csv\u00a0» un nom qui finit par .xlsx');
      expect(existsSync(join(folder, 'autre.csv'))).toBe(false);
    }
  });

  it('says that there is no export for Pix Certif when the menu has none', async () => {
    const { status, error } = await run(['export-pix-certif', 'bon.xlsx', '-o', 'x.csv']);
    expect(status).toBe(2);
    expect(error).toContain('Pix Certif');
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['absent.xlsx', 'introuvable'],
    ['texte.xlsx', 'n’est pas un classeur .xlsx lisible'],
    ['dist', 'est un dossier'],
    ['ancien.xls', 'est un ancien classeur .xls, ou un classeur protégé par un mot de passe'],
  ])('%s gives one French sentence and status 1', async (name, words) => {
    const { status, out, error } = await run(['plan', name, '-o', 'jamais.xlsx']);
    expect([status, out]).toEqual([1, '']);
    expect(error).toContain(`«\u00a0${name}\u00a0»`);
    expect(error).toContain(words);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'jamais.xlsx'))).toBe(false);
  });

  it('is a problem in the object of --json', async () => {
    const { status, out } = await run(['check', 'texte.xlsx', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ candidates: 0, problems: [{ severity: 'bloquant' }] });
  });
});

describe('plan', () => {
  it('writes the planned workbook and prints what was done', async () => {
    const { status, out, error } = await run(['plan', 'bon.xlsx', '-o', 'dossier/plan.xlsx']);
    expect([status, out, error]).toEqual([0, '3 candidats placés.\n', '']);
    const written = await readWorkbookFile(join(folder, 'dossier/plan.xlsx'));
    expect(written.sheets[0]?.get(1, 1)).toBe('planifié');
    expect(readdirSync(join(folder, 'dossier'))).toEqual(['plan.xlsx']);
  });

  it('prints one object with --json, and nothing else', async () => {
    const { out } = await run(['plan', 'bon.xlsx', '-o', 'plan.xlsx', '--json']);
    expect(JSON.parse(out)).toEqual({
      candidates: 4,
      seated: 3,
      unseated: 1,
      anonymousSeats: 0,
      sessions: 1,
      bound: 1,
      proven: true,
      preferred: 2,
      groupSplits: 0,
      moved: 0,
      milliseconds: 5,
      problems: [],
    });
  });

  it('writes nothing when a problem blocks, and says where it is', async () => {
    const { status, error } = await run(['plan', 'bloqué.xlsx', '-o', 'rien.xlsx']);
    expect(status).toBe(1);
    expect(error).toContain('[bloquant] Salles!E4\u00a0: Places illisibles.');
    expect(existsSync(join(folder, 'rien.xlsx'))).toBe(false);
  });

  it('leaves the former file when a problem blocks', async () => {
    await writeWorkbookFile(join(folder, 'ancien.xlsx'), WorkbookModel.blank());
    const before = readFileSync(join(folder, 'ancien.xlsx'));
    await run(['plan', 'bloqué.xlsx', '-o', 'ancien.xlsx']);
    expect(readFileSync(join(folder, 'ancien.xlsx')).equals(before)).toBe(true);
  });
});

describe('check', () => {
  it('prints the problems on standard output, with status 1 when one blocks', async () => {
    const { status, out, error } = await run(['check', 'bon.xlsx']);
    expect([status, error]).toEqual([1, '']);
    expect(out).toContain('[bloquant] Salles!E4\u00a0: Places illisibles.');
  });
});

describe('click', () => {
  it('finds an item whatever the case, the accents and the dots', async () => {
    const { status, out } = await run(['click', 'PREPARER LE CLASSEUR', 'bon.xlsx', '-o', 'prêt.xlsx']);
    expect([status, out]).toEqual([0, 'Classeur prêt.\n']);
  });

  it('gives the default answer to a question', async () => {
    const { out } = await run(['click', 'Poser une question', 'bon.xlsx', '-o', 'q.xlsx']);
    expect(out).toBe('Par défaut\n');
  });

  it('shows no stack when the add-on crashes, unless asked', async () => {
    const words = ['click', 'Tomber en panne', 'bon.xlsx', '-o', 'panne.xlsx'];
    const quiet = await run(words);
    expect(quiet.status).toBe(1);
    expect(quiet.error).toContain('boum');
    expect(quiet.error).not.toMatch(/^\s+at /m);
    expect(existsSync(join(folder, 'panne.xlsx'))).toBe(false);
    expect((await run(words, { PIXORGA_DEBUG: '1' })).error).toMatch(/^\s+at /m);
  });
});

describe('script', () => {
  async function script(code: string, ...words: string[]): Promise<Result> {
    writeFileSync(join(folder, 'essai.js'), code);
    return run(['script', 'essai.js', ...words], { PIXORGA_NOW: '2027-01-04T09:00:00Z' });
  }

  it('runs on a blank French spreadsheet and prints what main returns', async () => {
    const { status, out } = await script(`function main() {
      var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      var sheet = spreadsheet.getSheets()[0];
      return [sheet.getName(), sheet.getMaxRows(), sheet.getMaxColumns(), spreadsheet.getSpreadsheetLocale(),
        spreadsheet.getSpreadsheetTimeZone(), new Date(), sheet.getRange('A1').setValue('01/02/2027').getValue()];
    }`);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual([
      'Feuille 1',
      1000,
      26,
      'fr_FR',
      'Europe/Paris',
      '2027-01-04T09:00:00.000Z',
      '2027-01-31T23:00:00.000Z',
    ]);
  });

  it('works on a file, and writes another', async () => {
    const code = `function main() { SpreadsheetApp.getActiveSheet().getRange('B2').setValue("'007"); }`;
    const { status, out } = await script(code, 'bon.xlsx', '-o', 'sept.xlsx');
    expect([status, out]).toEqual([0, 'null\n']);
    expect((await readWorkbookFile(join(folder, 'sept.xlsx'))).sheets[0]?.get(2, 2)).toBe('007');
  });

  it.each([
    [`function main() { throw new Error('non'); }`, 'non'],
    [
      `function main() { SpreadsheetApp.getActiveSheet().getRange(0, 1); }`,
      'The starting row of the range is too small.',
    ],
    [`function main() {`, 'Unexpected end of input'],
  ])('%s ends with its message and status 1', async (code, message) => {
    const { status, out, error } = await script(code, '-o', 'jamais.xlsx');
    expect([status, out]).toEqual([1, '']);
    expect(error.trim()).toBe(message);
    expect(existsSync(join(folder, 'jamais.xlsx'))).toBe(false);
  });
});
