import { describe, expect, it } from '@jest/globals';
import { LocalRuntime, type RuntimeOptions } from '../../local/execution';
import { scriptFiles } from '../../local/execution/script-files';
import { WorkbookModel } from '../../local/model/workbook';

/** A runtime over a blank spreadsheet for some lines of script. */
function runtimeFor(
  code: string,
  options: Partial<RuntimeOptions> = {},
  files: Record<string, string> = {},
): LocalRuntime {
  return new LocalRuntime({
    workbook: WorkbookModel.blank(),
    files: scriptFiles({ 'Code.js': code, 'appsscript.json': '{"timeZone":"Europe/Paris"}', ...files }),
    now: Date.UTC(2027, 0, 11, 7, 30),
    ...options,
  });
}

/** What the body of a function returns. */
const evaluate = (body: string, options: Partial<RuntimeOptions> = {}): unknown =>
  runtimeFor(`function main() { ${body} }`, options).call('main');

describe('an execution', () => {
  it('starts from fresh globals, over the same workbook', () => {
    const runtime = runtimeFor(`var n = 0;
      function main() { n++; SpreadsheetApp.getActiveSheet().appendRow([n]); return SpreadsheetApp.getActiveSheet().getLastRow(); }`);
    expect([runtime.call('main'), runtime.call('main')]).toEqual([1, 2]);
    expect(runtime.workbook.sheets[0]?.get(2, 1)).toBe(1);
  });

  it('has the globals of the platform and no other', () => {
    const absent = [
      'setTimeout',
      'URL',
      'TextEncoder',
      'fetch',
      'process',
      'require',
      'atob',
      'structuredClone',
      'crypto',
      'performance',
      'SharedArrayBuffer',
      'Atomics',
      'WeakRef',
      'queueMicrotask',
      '__call',
    ];
    expect(
      evaluate(`return ${JSON.stringify(absent)}.filter(function (n) { return n in globalThis; })`),
    ).toEqual([]);
    expect(
      evaluate('return [typeof WebAssembly.Module, typeof Intl, typeof console.log, typeof Promise]'),
    ).toEqual(['function', 'object', 'function', 'function']);
  });

  it('sees lists, dates and errors of its own context', () => {
    expect(
      evaluate(`var range = SpreadsheetApp.getActiveSheet().getRange('A1:B1').setValues([[new Date(2027, 0, 12), 1]]);
        var values = range.getValues(), failure;
        try { range.setValues([[1]]); } catch (e) { failure = e; }
        return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, failure instanceof Error,
          values[0][0].constructor === Date, SpreadsheetApp.getActiveSpreadsheet().getSheets() instanceof Array]`),
    ).toEqual([true, true, true, true, true, true]);
  });

  it('reads the clock of the runtime, in the zone of the script', () => {
    expect(
      evaluate(`Utilities.sleep(60000);
        return [new Date().toISOString(), Date.now(), new Date(2027, 6, 1).toISOString(), new Date().getHours(),
          typeof Date(), new Date(5).getTime()]`),
    ).toEqual([
      '2027-01-11T07:31:00.000Z',
      Date.UTC(2027, 0, 11, 7, 31),
      '2027-06-30T22:00:00.000Z',
      8,
      'string',
      5,
    ]);
  });

  it('follows a promise to its end', () => {
    const runtime = runtimeFor(`async function ok() { await null; return 3; }
      async function ko() { await null; throw new Error('non'); }
      function never() { return new Promise(function () {}); }`);
    expect(runtime.call('ok')).toBe(3);
    expect(() => runtime.call('ko')).toThrow('non');
    expect(() => runtime.call('never')).toThrow('nothing settles');
  });

  it('is stopped after six minutes of the clock', () => {
    expect(() => evaluate('for (;;) { Utilities.sleep(100000); SpreadsheetApp.flush(); }')).toThrow(
      'Exceeded maximum execution time',
    );
  });

  it('throws what the script throws, with its stack apart', () => {
    const runtime = runtimeFor('function main() { throw new TypeError("aïe"); }');
    expect(() => runtime.call('main')).toThrow(
      expect.objectContaining({ message: 'aïe', scriptStack: expect.stringContaining('Code.js') }),
    );
    expect(() => runtime.call('absent')).toThrow('Script function not found: absent');
  });

  it('finds functions by global name, methods by dotted name', () => {
    const runtime = runtimeFor('const f = () => 1; const o = { n: 2, m() { return this.n; } };');
    expect([runtime.call('f'), runtime.call('o.m')]).toEqual([1, 2]);
  });

  it('takes and gives plain data', () => {
    const runtime = runtimeFor(
      'function same(x) { return { x: x, list: Array.isArray(x.a), at: new Date(0) }; }',
    );
    expect(runtime.call('same', [{ a: [1, 'b'] }])).toEqual({
      x: { a: [1, 'b'] },
      list: true,
      at: new Date(0),
    });
  });
});

describe('what is not emulated', () => {
  it.each([
    ['SpreadsheetApp.getActiveSheet().nothing()', 'Sheet.nothing is not emulated by the local runtime.'],
    ['GmailApp.sendEmail()', 'GmailApp.sendEmail is not emulated by the local runtime.'],
    ['SpreadsheetApp.getActiveRange().rect', 'Range.rect is not emulated by the local runtime.'],
  ])('%s says so', (script, message) => {
    expect(() => evaluate(script)).toThrow(message);
  });
});

describe('menus and questions', () => {
  const SCRIPT = `function onOpen(e) {
      SpreadsheetApp.getUi().createMenu('Pix').addItem('Un', 'one').addSeparator()
        .addSubMenu(SpreadsheetApp.getUi().createMenu('Plus').addItem('Deux ' + e.authMode, 'two')).addToUi();
      SpreadsheetApp.getUi().createAddonMenu().addItem('Trois', 'one').addToUi();
    }
    function one() { var ui = SpreadsheetApp.getUi();
      return [ui.alert('Sûr ?', ui.ButtonSet.YES_NO) === ui.Button.YES, ui.prompt('T', 'M', ui.ButtonSet.OK_CANCEL).getResponseText()]; }
    function two() { SpreadsheetApp.getActive().toast('fait', 'Pix'); console.warn('%s lignes', 3); return 2; }`;

  it('are recorded at the opening, and clicked by label', () => {
    const runtime = runtimeFor(SCRIPT);
    runtime.open();
    expect(runtime.menuItems()).toEqual([
      { path: ['Pix'], label: 'Un', functionName: 'one' },
      { path: ['Pix', 'Plus'], label: 'Deux LIMITED', functionName: 'two' },
      { path: ['Extensions', 'Pix'], label: 'Trois', functionName: 'one' },
    ]);
    expect(runtime.click('Deux LIMITED')).toBe(2);
    expect(runtime.log).toEqual([
      { kind: 'toast', message: 'fait', title: 'Pix', seconds: 5 },
      { kind: 'console', level: 'warn', text: '3 lignes' },
    ]);
    expect(() => runtime.click('Quatre')).toThrow('No menu item is called "Quatre".');
  });

  it('are answered by the first button, or as told', () => {
    const hurried = runtimeFor(SCRIPT);
    expect(hurried.call('one')).toEqual([true, '']);
    const told = runtimeFor(SCRIPT, { onQuestion: ({ kind }) => (kind === 'alert' ? 'NO' : 'Mercure') });
    expect(told.call('one')).toEqual([false, 'Mercure']);
    expect(told.log).toEqual([
      { kind: 'alert', title: '', message: 'Sûr ?', buttons: 'YES_NO', answer: 'NO' },
      {
        kind: 'prompt',
        title: 'T',
        message: 'M',
        buttons: 'OK_CANCEL',
        answer: { button: 'OK', text: 'Mercure' },
      },
    ]);
  });

  it('lose the locks', () => {
    expect(
      evaluate(`var lock = LockService.getDocumentLock(); lock.waitLock(10); var before = lock.hasLock();
        SpreadsheetApp.getUi().alert('?'); return [before, lock.hasLock()]`),
    ).toEqual([true, false]);
  });

  it('show pages', () => {
    const runtime = runtimeFor(
      `function main() { var ui = SpreadsheetApp.getUi(); var page = HtmlService.createTemplateFromFile('ui/p');
      page.who = '<moi>'; ui.showSidebar(page.evaluate().setTitle('Aide'));
      ui.showModalDialog(HtmlService.createHtmlOutput('d').setWidth(300).setHeight(200), 'Titre'); }`,
      {},
      { 'ui/p.html': '<b><?= who ?></b>' },
    );
    runtime.call('main');
    expect(runtime.log).toEqual([
      { kind: 'sidebar', title: 'Aide', html: '<b>&lt;moi&gt;</b>' },
      { kind: 'dialog', title: 'Titre', html: 'd', width: 300, height: 200, modal: true },
    ]);
  });

  it('cannot be reached from a trigger', () => {
    expect(() => runtimeFor(SCRIPT).call('one', [], { hasUi: false })).toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });
});

describe('what lasts', () => {
  it('are properties, caches and the workbook, not locks', () => {
    const runtime =
      runtimeFor(`function set() { PropertiesService.getDocumentProperties().setProperties({ a: '1' });
        CacheService.getUserCache().put('k', 'v', 60); LockService.getScriptLock().tryLock(0); }
      function get() { return [PropertiesService.getDocumentProperties().getProperties(), CacheService.getUserCache().get('k'),
        LockService.getScriptLock().tryLock(0)]; }
      function later() { Utilities.sleep(60000); return CacheService.getUserCache().get('k'); }`);
    runtime.call('set');
    expect(runtime.call('get')).toEqual([{ a: '1' }, 'v', true]);
    expect(runtime.call('later')).toBeNull();
  });

  it('waits in vain for a lock held by another execution', () => {
    const runtime = runtimeFor('function main() { return LockService.getDocumentLock().tryLock(5000); }');
    runtime.locks.take('document', -1);
    expect(runtime.call('main')).toBe(false);
  });
});

describe('authorisation', () => {
  const SCRIPT = `function read() { return SpreadsheetApp.getActiveSpreadsheet().getName(); }
    function show() { SpreadsheetApp.getUi().alert('x'); }
    function side() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('')); }
    function keep() { PropertiesService.getUserProperties().getKeys(); }
    function menu() { SpreadsheetApp.getUi().createMenu('m').addToUi(); return 'ok'; }`;

  it.each([
    ['read', 'NONE', 'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet.'],
    ['keep', 'NONE', 'You do not have permission to call PropertiesService.getUserProperties.'],
    ['show', 'LIMITED', 'You do not have permission to call Ui.alert.'],
    [
      'side',
      'LIMITED',
      'You do not have permission to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    ],
  ] as const)('refuses %s in mode %s', (name, authMode, message) => {
    expect(() => runtimeFor(SCRIPT).call(name, [], { authMode })).toThrow(message);
  });

  it('lets a menu be made in any mode', () => {
    expect(runtimeFor(SCRIPT).call('menu', [], { authMode: 'NONE' })).toBe('ok');
    expect(runtimeFor(SCRIPT).call('read', [], { authMode: 'LIMITED' })).toBe('Classeur');
  });

  it('refuses what the manifest does not ask for', () => {
    const manifest = {
      'appsscript.json': '{"oauthScopes":["https://www.googleapis.com/auth/spreadsheets.currentonly"]}',
    };
    expect(runtimeFor(SCRIPT, {}, manifest).call('read')).toBe('Classeur');
    expect(() => runtimeFor(SCRIPT, {}, manifest).call('side')).toThrow('Required permissions');
  });
});

describe('google.script.run', () => {
  const SCRIPT = `function echo(x) { return x; } function hidden_() {} const arrow = () => 1;
    function date() { return { list: [{ at: new Date(0) }] }; } function nothing() {}
    function sheet() { return [SpreadsheetApp.getActiveSheet()]; } function gap() { return { a: undefined }; }
    function cycle() { var a = {}; a.a = a; return a; }`;

  it('carries plain data both ways', () => {
    const runtime = runtimeFor(SCRIPT);
    expect(runtime.callFromPage('echo', '[{"a":[1,null,"é"]}]')).toBe('{"a":[1,null,"é"]}');
    expect(runtime.callFromPage('nothing', '[]')).toBe('null');
  });

  it.each([
    ['date', 'google.script.run cannot carry result.list[0].at: it is a Date.'],
    ['sheet', 'google.script.run cannot carry result[0]: it is neither a plain object nor a list.'],
    ['gap', 'google.script.run cannot carry result.a: it is undefined.'],
    ['cycle', 'google.script.run cannot carry result.a: it is a cycle.'],
    ['hidden_', 'google.script.run.hidden_ is not a function'],
    ['absent', 'google.script.run.absent is not a function'],
  ])('refuses %s', (name, message) => {
    expect(() => runtimeFor(SCRIPT).callFromPage(name, '[]')).toThrow(message);
  });

  it('refuses dates among arguments', () => {
    expect(() => runtimeFor(SCRIPT).callWithPageData('echo', [{ d: [new Date(0)] }])).toThrow(
      'google.script.run cannot carry argument 1.d[0]: it is a Date.',
    );
  });
});

describe('calls of services', () => {
  const SCRIPT = `function main() { var s = SpreadsheetApp.getActiveSheet(); s.getRange(1, 1).setValue(1); console.log('x');
    return s.getRange(1, 1).getValues()[0][0]; }`;

  it('are counted by kind', () => {
    const runtime = runtimeFor(SCRIPT);
    runtime.call('main');
    const { total, rangeReads, rangeWrites } = runtime.counters;
    expect({ total, rangeReads, rangeWrites }).toEqual({ total: 5, rangeReads: 1, rangeWrites: 1 });
    expect(runtime.counters.byMethod.get('Sheet.getRange')).toBe(2);
  });

  it('fail when told, once', () => {
    const runtime = runtimeFor(SCRIPT);
    runtime.failAt(3);
    expect(() => runtime.call('main')).toThrow('Service Spreadsheets timed out');
    expect(runtime.call('main')).toBe(1);
  });
});
