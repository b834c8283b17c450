import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { Account } from '../../local/model/account';
import { WorkbookModel } from '../../local/model/workbook';
import { LocalBlob } from '../../local/services/blob';
import { Bridge, ServiceObject } from '../../local/services/bridge';
import { CalendarApps } from '../../local/services/calendar/calendar-app';
import { ConditionalFormatRuleBuilder } from '../../local/services/conditional-format';
import { DataValidationBuilder } from '../../local/services/data-validation';
import { FormApps } from '../../local/services/forms/form-app';
import { SpreadsheetHost } from '../../local/services/host';
import { HtmlOutput, HtmlTemplate } from '../../local/services/html/page';
import { HtmlServices } from '../../local/services/html/service';
import { LocalLogger } from '../../local/services/logger';
import { MailApps } from '../../local/services/mail-app';
import { RichTextValueBuilder } from '../../local/services/rich-text';
import { LocalScriptApp } from '../../local/services/script-app';
import { LocalSession } from '../../local/services/session';
import { Spreadsheet } from '../../local/services/spreadsheet';
import { SpreadsheetApps } from '../../local/services/spreadsheet-app';
import { CacheServices, newCacheStores } from '../../local/services/state/cache';
import { LocalClock } from '../../local/services/state/clock';
import { LockServices, LockTable } from '../../local/services/state/locks';
import { newPropertyStores, PropertiesServices } from '../../local/services/state/properties';
import { Menu } from '../../local/services/ui';
import { LocalUtilities } from '../../local/services/utilities';

const TYPES = resolve(__dirname, '../../node_modules/@types/google-apps-script');

/** What the platform's types say an object of each name has. */
function platformMembers(): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  const parents = new Map<string, string>();
  for (const file of readdirSync(TYPES).filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(join(TYPES, file), 'utf8');
    for (const [, name = '', parent, body = ''] of text.matchAll(
      /^ {8}interface (\w+)(?: extends ([\w.]+))? \{\n((?:(?! {8}\}).*\n)*) {8}\}/gm,
    )) {
      const found = Array.from(
        body.matchAll(/^ {12}(?:\/\*\*.*\*\/ )?(\w+)[(:]/gm),
        (match) => match[1] ?? '',
      );
      members.set(name, new Set([...(members.get(name) ?? []), ...found]));
      if (parent !== undefined) parents.set(name, parent.replace(/^.*\./, ''));
    }
  }
  for (const [name, parent] of parents) {
    for (const inherited of members.get(parent) ?? []) members.get(name)?.add(inherited);
  }
  return members;
}

/** One object of each class. */
function oneOfEach(): ServiceObject[] {
  const clock = new LocalClock(0);
  const host = new SpreadsheetHost(WorkbookModel.blank(), { email: 'a@example.org', owner: true }, () => 0);
  const file = new Spreadsheet(host, () => undefined);
  const sheet = file.getActiveSheet();
  const range = sheet.getRange('A1:B2');
  const pages = { files: new Map<string, string>(), compile: (): unknown => null };
  const properties = newPropertyStores();
  const caches = newCacheStores(clock);
  const locks = new LockServices({ table: new LockTable(), execution: 1, clock });
  const rule = new DataValidationBuilder();
  const format = new ConditionalFormatRuleBuilder();
  const account = new Account(host.workbook, host.user.email, () => 0);
  const chart = sheet.newChart();
  return [
    new SpreadsheetApps({
      spreadsheet: file,
      ui: null,
      flush: () => undefined,
      create: () => file,
      file: () => file,
    }),
    file,
    sheet,
    range,
    sheet.getRangeList(['A1']),
    range.protect(),
    range.createFilter(),
    rule,
    rule.build(),
    format,
    format.build(),
    new RichTextValueBuilder(),
    new RichTextValueBuilder().build(),
    chart,
    chart.build(),
    ...file.addDeveloperMetadata('key', 'value').getDeveloperMetadata(),
    new Menu('', () => undefined),
    new HtmlServices(pages),
    new HtmlOutput('', pages),
    new HtmlTemplate('', pages),
    new PropertiesServices(properties),
    properties.script,
    new CacheServices(caches),
    caches.script,
    locks,
    locks.getScriptLock(),
    new LocalUtilities(clock),
    new LocalBlob(new Uint8Array()),
    new LocalSession(host.user, 'Europe/Paris'),
    new LocalSession(host.user, 'Europe/Paris').getActiveUser(),
    new LocalScriptApp([], file.getId()),
    ...triggersMade(file),
    ...formsMade(account),
    new MailApps(account.outbox),
    ...calendarsMade(account),
    new LocalLogger(() => undefined),
  ];
}

function triggersMade(file: Spreadsheet): ServiceObject[] {
  const scripts = new LocalScriptApp([], file.getId());
  const builder = scripts.newTrigger('main');
  const onEdit = builder.forSpreadsheet(file).onEdit();
  const clock = builder.timeBased().everyHours(1);
  return [builder, onEdit, clock, clock.create(), scripts.getAuthorizationInfo()];
}

function formsMade(account: Account): ServiceObject[] {
  const forms = new FormApps(account);
  const form = forms.create('Demande');
  const text = form.addTextItem();
  const words = [forms.createTextValidation().requireNumber(), forms.createParagraphTextValidation()];
  const boxes = [forms.createCheckboxValidation().requireSelectAtLeast(1), forms.createGridValidation()];
  const answer = text.createResponse('a');
  return [
    forms,
    form,
    text,
    answer,
    form.createResponse().withItemResponse(answer),
    form.addParagraphTextItem(),
    form.addListItem(),
    form.addMultipleChoiceItem(),
    form.addCheckboxItem(),
    form.addGridItem(),
    form.addCheckboxGridItem(),
    form.addSectionHeaderItem(),
    form.addPageBreakItem(),
    ...form.getItems().slice(0, 1),
    form.addListItem().createChoice('un'),
    ...words,
    ...boxes,
    forms.createCheckboxGridValidation(),
  ];
}

function calendarsMade(account: Account): ServiceObject[] {
  const calendars = new CalendarApps(account.calendars, () => 0);
  const calendar = calendars.getDefaultCalendar();
  return [calendars, calendar, calendar.createEvent('Session', new Date(0), new Date(1))];
}

/** Every name that an object and its classes define. */
function definedNames(object: object): string[] {
  const names: string[] = [];
  for (
    let at: object | null = object;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    names.push(...Object.getOwnPropertyNames(at));
  }
  return names;
}

describe('what a script sees of a service', () => {
  const bridge = new Bridge(vm.createContext({}), { count: () => undefined });
  const platform = platformMembers();

  it.each(oneOfEach().map((object) => [object.serviceName, object] as const))(
    '%s: nothing but what the platform has',
    (name, object) => {
      const proxy = bridge.service(object);
      const visible = definedNames(object).filter((member) => member in proxy);
      expect(visible.length).toBeGreaterThan(0);
      expect(visible.filter((member) => platform.get(name)?.has(member) !== true)).toEqual([]);
    },
  );
});
