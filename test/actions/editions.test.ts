import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { LocalRuntime } from '../../local/execution';
import { readScriptFolder } from '../../local/execution/script-files';
import { WorkbookModel } from '../../local/model/workbook';
import { aCampaign } from '../support/a-campaign-by-forms';
import { COMPLETE, Desk } from '../support/an-addon';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const scopes = (manifest: string): readonly string[] =>
  (JSON.parse(manifest) as { readonly oauthScopes: readonly string[] }).oauthScopes;
const NEEDS_MORE =
  /\b(FormApp|MailApp|CalendarApp|DriveApp|GmailApp|UrlFetchApp)\.|SpreadsheetApp\.(create|openBy)|newTrigger|getActiveUser\(/;

describe('the two editions', () => {
  it('ask for what they use, each scope justified in the documentation', () => {
    expect(scopes(read('dist/appsscript.json'))).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
    ]);
    const documented = read('docs/autorisations.md');
    for (const scope of scopes(read('dist-complet/appsscript.json')))
      expect(documented).toContain(`\`${scope.replace('https://www.googleapis.com/auth/', '')}\``);
  });

  it('leave out of the essential one every call that it has no right to', () => {
    expect(NEEDS_MORE.exec(read('dist/Code.js'))?.[0]).toBeUndefined();
    expect(read('dist-complet/Code.js')).toMatch(NEEDS_MORE);
  });

  it.each(['dist', 'dist-complet'])(
    'fill no table when they are loaded, as they are at each click (%s)',
    (folder) => {
      const context = vm.createContext({ room: 0 });
      vm.runInContext(
        `for (const name of ['Uint8Array', 'Uint16Array', 'Int32Array', 'Uint32Array'])
        globalThis[name] = new Proxy(globalThis[name], {
          construct(kind, given) { if (typeof given[0] === 'number') room += given[0]; return Reflect.construct(kind, given); },
        });`,
        context,
      );
      vm.runInContext(read(`${folder}/Code.js`), context);
      expect(context['room']).toBeLessThan(100);
    },
  );

  it('carry the windows that they open, and no other', () => {
    const windows = (folder: string): readonly string[] =>
      readdirSync(join(root, folder)).filter((file) => file.startsWith('window_'));
    expect(windows('dist')).toContain('window_calculation.html');
    expect(windows('dist')).not.toContain('window_convocations.html');
    expect(windows('dist-complet')).toContain('window_convocations.html');
  });

  it('show in the menu what they can do', () => {
    const items = (desk: Desk): readonly string[] => desk.runtime.menuItems().map(({ label }) => label);
    const [essential, complete] = [items(new Desk()), items(aCampaign())];
    const more = complete.filter((label) => !essential.includes(label));
    expect(essential.every((label) => complete.includes(label))).toBe(true);
    expect(more).toEqual([
      'Créer le formulaire de demande',
      'Créer le formulaire de disponibilité',
      'Actualiser les formulaires',
      'Suivi des réponses',
      'Partager avec les enseignants',
      'Préparer les convocations',
      'Mettre les sessions dans l’agenda',
    ]);
  });

  it.each(['dist', 'dist-complet'])('put the menu in the bar before any authorisation: %s', (folder) => {
    const opened = (mode: 'NONE' | 'LIMITED', failing: boolean): LocalRuntime => {
      const files = readScriptFolder(join(root, folder));
      const runtime = new LocalRuntime({ workbook: WorkbookModel.blank(), files });
      if (failing) runtime.fail({ call: 'SpreadsheetApp.getActiveSpreadsheet' });
      runtime.open(mode);
      return runtime;
    };
    const items = opened('LIMITED', false).menuItems();
    expect(items.length).toBeGreaterThan(8);
    expect(opened('LIMITED', true).menuItems()).toEqual(items);
    const unknown = opened('NONE', false);
    expect(unknown.menuItems()).toEqual(items);
    // Nothing but the bar of menus is touched.
    const called = [...unknown.counters.byMethod.keys()];
    expect(called.filter((name) => !/^(SpreadsheetApp\.getUi|Ui\.createMenu|Menu\.)/.test(name))).toEqual([]);
    const installed = opened('NONE', false);
    installed.call('onInstall', [], { event: {} });
    expect(installed.menuItems().slice(-items.length)).toEqual(items);
  });

  it('say what is missing when an authorisation is', () => {
    const { files } = COMPLETE;
    const desk = aCampaign({
      files: { ...files, scopes: files.scopes?.filter((scope) => !scope.endsWith('/forms')) ?? null },
    });
    const answer = desk.click('Créer le formulaire de demande');
    expect(answer.status).toBe('failed');
    expect(answer.lines[0]).toMatch(/^Une autorisation manque/);
  });
});
