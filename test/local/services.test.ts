import { describe, expect, it } from '@jest/globals';
import { LocalRuntime, type RuntimeOptions } from '../../local/execution';
import { scriptFiles } from '../../local/execution/script-files';
import { WorkbookModel } from '../../local/model/workbook';

const NOW = Date.UTC(2027, 0, 11, 7, 30);
const SCOPE = 'https://www.googleapis.com/auth/';

function runtimeFor(
  code: string,
  options: Partial<RuntimeOptions> = {},
  scopes?: readonly string[],
): LocalRuntime {
  const manifest = JSON.stringify({
    timeZone: 'Europe/Paris',
    ...(scopes && { oauthScopes: scopes.map((name) => SCOPE + name) }),
  });
  const files = scriptFiles({ 'Code.js': code, 'appsscript.json': manifest });
  return new LocalRuntime({ workbook: WorkbookModel.blank(), files, now: NOW, ...options });
}

const run = (body: string, options: Partial<RuntimeOptions> = {}): unknown =>
  runtimeFor(`function main() { ${body} }`, options).call('main');

describe('messages', () => {
  it('stay in the outbox, whole', () => {
    const runtime =
      runtimeFor(`function main() { MailApp.sendEmail({ to: 'a@example.org', cc: 'b@example.org, c@example.org',
        subject: 'Convocation', body: 'texte', htmlBody: '<p>texte</p>', name: 'Pix', replyTo: 'pix@example.org',
        attachments: [Utilities.newBlob('BEGIN', 'text/calendar', 'session.ics')] });
      MailApp.sendEmail('d@example.org', 'Objet', 'corps', { noReply: true }); }`);
    runtime.call('main');
    const { messages } = runtime.account.outbox;
    expect(messages).toMatchObject([
      {
        number: 1,
        at: NOW,
        to: 'a@example.org',
        subject: 'Convocation',
        htmlBody: '<p>texte</p>',
        name: 'Pix',
      },
      { number: 2, to: 'd@example.org', subject: 'Objet', body: 'corps', htmlBody: null, noReply: true },
    ]);
    expect(messages[0]?.attachments).toEqual([
      { name: 'session.ics', contentType: 'text/calendar', bytes: Uint8Array.from(Buffer.from('BEGIN')) },
    ]);
    expect(runtime.account.outbox.to('C@example.org')).toHaveLength(1);
  });

  it('count by recipient, and come back after a day', () => {
    const runtime = runtimeFor(
      `function left() { return MailApp.getRemainingDailyQuota(); }
       function send() { MailApp.sendEmail('a@example.org,b@example.org', 's', 'b'); return left(); }
       function later() { Utilities.sleep(86400000); return left(); }`,
      { limits: { recipients: 3 } },
    );
    expect([runtime.call('left'), runtime.call('send')]).toEqual([3, 1]);
    expect(() => runtime.call('send')).toThrow('Service invoked too many times for one day: email.');
    expect(runtime.account.outbox.messages).toHaveLength(1);
    runtime.clock.sleep(86_400_000);
    expect(runtime.call('left')).toBe(3);
  });

  it.each([
    [`MailApp.sendEmail('', 's', 'b')`, 'Failed to send email: no recipient'],
    [`MailApp.sendEmail('pas une adresse', 's', 'b')`, 'Invalid email: pas une adresse'],
    [`MailApp.sendEmail('a@example.org', 's\\nBcc: x@example.org', 'b')`, 'Invalid argument: subject'],
    [`MailApp.sendEmail('a@example.org', new Array(252).join('s'), 'b')`, 'Argument too large: subject'],
    [
      `MailApp.sendEmail('a@example.org', 's', new Array(410000).join('b'))`,
      'Limit Exceeded: Email Body Size.',
    ],
    [
      `MailApp.sendEmail(new Array(52).join('a@example.org,'), 's', 'b')`,
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    [`MailApp.sendEmail({ to: 'a@example.org', inlineImages: {} })`, 'not emulated by the local runtime'],
  ])('%s is refused', (code, message) => {
    expect(() => run(code)).toThrow(message);
  });
});

describe('calls that fail', () => {
  const SCRIPT = `function main() { var said = [];
    ['a', 'b', 'c'].forEach(function (name) {
      try { MailApp.sendEmail(name + '@example.org', 's', 'b'); said.push('ok'); } catch (e) { said.push(e.message); } });
    return said; }`;
  const recipients = (runtime: LocalRuntime): string[] => runtime.account.outbox.messages.map(({ to }) => to);

  it('fail before they do anything', () => {
    const runtime = runtimeFor(SCRIPT);
    runtime.fail({ call: 'MailApp.sendEmail', at: 2, message: 'en panne' });
    expect(runtime.call('main')).toEqual(['ok', 'en panne', 'ok']);
    expect(recipients(runtime)).toEqual(['a@example.org', 'c@example.org']);
  });

  it('fail after they have done what they do', () => {
    const runtime = runtimeFor(SCRIPT);
    runtime.fail({ call: 'MailApp.sendEmail', at: 2, when: 'after', message: 'délai dépassé' });
    expect(runtime.call('main')).toEqual(['ok', 'délai dépassé', 'ok']);
    expect(recipients(runtime)).toHaveLength(3);
  });

  it('stop the execution for good', () => {
    const runtime = runtimeFor(SCRIPT);
    runtime.fail({ call: 'MailApp.sendEmail', at: 2, when: 'after', thenStop: true });
    const stopped = 'Exceeded maximum execution time';
    expect(runtime.call('main')).toEqual(['ok', stopped, stopped]);
    expect(runtime.call('main')).toEqual(['ok', 'ok', 'ok']);
    expect(recipients(runtime)).toHaveLength(5);
  });
});

describe('other spreadsheets', () => {
  it('are made, found again by identifier and by address, and shared', () => {
    const runtime = runtimeFor(`function main() { var file = SpreadsheetApp.create('Planning partagé', 50, 8);
        file.getSheets()[0].getRange('A1').setValue('S01');
        file.addViewers(['Prof@example.org', 'b@example.org']).addEditor('b@example.org').addViewer('b@example.org');
        file.removeViewer('absent@example.org');
        return file.getUrl(); }
      function again(url) { var file = SpreadsheetApp.openByUrl(url); var sheet = file.getSheets()[0];
        return [file.getName(), sheet.getRange('A1').getValue(), sheet.getMaxRows(), file.getId() === SpreadsheetApp.openById(file.getId()).getId(),
          file.getViewers().map(function (u) { return u.getEmail(); }), file.getEditors().map(function (u) { return u.getEmail(); })]; }`);
    const url = runtime.call('main');
    expect(runtime.call('again', [url])).toEqual([
      'Planning partagé',
      'S01',
      50,
      true,
      ['prof@example.org'],
      ['proprietaire@example.org', 'b@example.org'],
    ]);
    expect(runtime.account.spreadsheet('Planning partagé')?.sheets[0]?.get(1, 1)).toBe('S01');
    expect(runtime.workbook.sheets[0]?.get(1, 1)).toBeUndefined();
  });

  it('cannot be opened once they are deleted, nor shared with what is no address', () => {
    const runtime = runtimeFor(`function main() { return SpreadsheetApp.create('P').getId(); }
      function open(id) { return SpreadsheetApp.openById(id).getName(); }
      function share(id) { SpreadsheetApp.openById(id).addViewers(['a@example.org', 'personne']); }`);
    const id = runtime.call('main');
    expect(() => runtime.call('share', [id])).toThrow('Invalid email: personne');
    const file = runtime.account.spreadsheet('P');
    expect(file?.viewers.size).toBe(0);
    if (file) runtime.account.remove(file);
    expect(() => runtime.call('open', [id])).toThrow(
      'You do not have permission to access the requested document.',
    );
  });
});

describe('calendars', () => {
  it('hold events that are found again, moved and deleted', () => {
    const runtime =
      runtimeFor(`function main() { var calendar = CalendarApp.createCalendar('Certification Pix');
        var event = calendar.createEvent('S01', new Date(2027, 0, 12, 8, 30), new Date(2027, 0, 12, 10, 30), { location: 'Mercure' });
        event.setTime(new Date(2027, 0, 13, 9, 0), new Date(2027, 0, 13, 11, 0)).setTitle('S01 Mercure').setTag('session', 'S01');
        return [calendar.getId(), event.getId()]; }
      function find(ids) { var event = CalendarApp.getCalendarById(ids[0]).getEventById(ids[1]);
        return event && [event.getTitle(), event.getLocation(), event.getStartTime().toISOString(), event.getTag('session')]; }
      function day(ids) { return CalendarApp.getCalendarById(ids[0]).getEventsForDay(new Date(2027, 0, 13)).length; }
      function drop(ids) { var event = CalendarApp.getCalendarById(ids[0]).getEventById(ids[1]); event.deleteEvent(); event.setTitle('x'); }`);
    const ids = runtime.call('main');
    expect(runtime.call('find', [ids])).toEqual([
      'S01 Mercure',
      'Mercure',
      '2027-01-13T08:00:00.000Z',
      'S01',
    ]);
    expect(runtime.call('day', [ids])).toBe(1);
    expect(() => runtime.call('drop', [ids])).toThrow('has already been deleted');
    expect(runtime.call('find', [ids])).toBeNull();
  });

  it.each([
    [`CalendarApp.createEvent('x', new Date(2), new Date(1))`, 'must be before event end time'],
    [`CalendarApp.createEvent('x', 1, 2)`, "don't match the method signature"],
    [
      `CalendarApp.createEvent('x', new Date(1), new Date(2), { guests: 'personne' })`,
      'Invalid email: personne',
    ],
    [
      `CalendarApp.createEvent('x', new Date(1), new Date(2)); CalendarApp.createEvent('y', new Date(1), new Date(2))`,
      'Service invoked too many times for one day: calendar.',
    ],
  ])('%s is refused', (code, message) => {
    expect(() => run(code, { limits: { events: 1 } })).toThrow(message);
  });

  it('of somebody else may only be read', () => {
    const runtime = runtimeFor(`function main() {
      CalendarApp.getCalendarsByName('Scolarité')[0].createEvent('x', new Date(1), new Date(2)); }`);
    runtime.account.calendars.add('Scolarité', { owned: false, writable: false });
    expect(() => runtime.call('main')).toThrow('Action not allowed');
  });
});

describe('triggers', () => {
  const SCRIPT = `function note(e) { var p = PropertiesService.getScriptProperties(); p.setProperty('n', (p.getProperty('n') || '') + e.triggerUid + ' '); }
    function notes() { return PropertiesService.getScriptProperties().getProperty('n'); }
    function make() { ScriptApp.newTrigger('note').forSpreadsheet(SpreadsheetApp.getActive()).onOpen().create();
      ScriptApp.newTrigger('note').timeBased().everyHours(1).create(); }
    function list() { return ScriptApp.getProjectTriggers().map(function (t) { return [t.getHandlerFunction(), String(t.getEventType()), t.getTriggerSourceId()]; }); }
    function drop() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }`;

  it('fire at the opening and when clocks ring, until they are deleted', () => {
    const runtime = runtimeFor(SCRIPT);
    runtime.call('make');
    expect(runtime.call('list')).toEqual([
      ['note', 'ON_OPEN', 'local-spreadsheet'],
      ['note', 'CLOCK', null],
    ]);
    runtime.open();
    runtime.ringClocks();
    expect(runtime.call('notes')).toBe('trigger-1 trigger-2 ');
    runtime.call('drop');
    runtime.open();
    expect(runtime.call('notes')).toBe('trigger-1 trigger-2 ');
  });

  it('listen to the open spreadsheet only', () => {
    const runtime = runtimeFor(`function main() {
      ScriptApp.newTrigger('main').forSpreadsheet(SpreadsheetApp.create('Autre')).onEdit().create(); }`);
    expect(() => runtime.call('main')).toThrow('not attached to');
  });

  it('are one of each type in a document', () => {
    const runtime = runtimeFor(SCRIPT);
    runtime.call('make');
    expect(() => runtime.call('make')).toThrow('The Add-on has created too many');
  });
});

describe('authorisations', () => {
  it.each([
    [`FormApp.create('F')`, 'FormApp.create', 'forms'],
    [`MailApp.sendEmail('a@example.org', 's', 'b')`, 'MailApp.sendEmail', 'script.send_mail'],
    [`SpreadsheetApp.create('P')`, 'SpreadsheetApp.create', 'spreadsheets'],
    [`ScriptApp.newTrigger('x')`, 'ScriptApp.newTrigger', 'script.scriptapp'],
    [`Session.getActiveUser()`, 'Session.getActiveUser', 'userinfo.email'],
    [`CalendarApp.getDefaultCalendar()`, 'CalendarApp.getDefaultCalendar', 'calendar'],
  ])('%s needs its own', (code, call, scope) => {
    const script = `function main() { ${code}; return 'ok'; }`;
    expect(() => runtimeFor(script, {}, ['spreadsheets.currentonly']).call('main')).toThrow(
      `You do not have permission to call ${call}. Required permissions: ${SCOPE}${scope}`,
    );
    expect(runtimeFor(script, {}, ['spreadsheets.currentonly', scope]).call('main')).toBe('ok');
  });
});
