import vm from 'node:vm';
import type { LocalRuntime } from '../execution';
import type { Bridge, ServiceObject } from '../services/bridge';
import { CalendarApps } from '../services/calendar/calendar-app';
import { FormApps } from '../services/forms/form-app';
import { SpreadsheetHost, type LocalUser } from '../services/host';
import { HtmlServices } from '../services/html/service';
import { LocalConsole, LocalLogger } from '../services/logger';
import { MailApps } from '../services/mail-app';
import { MISSING_SERVICES, MissingService } from '../services/missing';
import { LocalScriptApp } from '../services/script-app';
import { LocalSession } from '../services/session';
import type { WorkbookModel } from '../model/workbook';
import { Spreadsheet } from '../services/spreadsheet';
import { ChartsService, SpreadsheetApps } from '../services/spreadsheet-app';
import { CacheServices } from '../services/state/cache';
import { LockServices } from '../services/state/locks';
import { PropertiesServices } from '../services/state/properties';
import { Ui } from '../services/ui';
import { LocalUtilities } from '../services/utilities';
import type { Screen } from './screen';
import type { ScriptFiles } from './script-files';

/** What one execution is made of. */
export interface Execution {
  readonly context: vm.Context;
  readonly bridge: Bridge;
  readonly execution: number;
  readonly runtime: LocalRuntime;
  readonly screen: Screen;
  readonly user: LocalUser;
  readonly files: ScriptFiles;
  readonly addOnName: string;
  readonly hasUi: boolean;
  readonly language: 'fr' | 'en';
  /** Whether the user gave every authorisation of the manifest. */
  readonly authorised: boolean;
}

/** The services of the platform for one execution, by the name of their global. */
export function servicesOf(made: Execution): {
  globals: Readonly<Record<string, ServiceObject>>;
  spreadsheet: Spreadsheet;
} {
  const { context, execution, runtime, screen, user, files } = made;
  const { clock, locks } = runtime;
  const { account } = runtime;
  const wrapped = new Map<WorkbookModel, Spreadsheet>();
  const fileOf = (workbook: WorkbookModel): Spreadsheet => {
    const owns = workbook.owner === user.email;
    const host = new SpreadsheetHost(workbook, owns ? { ...user, owner: true } : user, () => clock.now());
    const file =
      wrapped.get(workbook) ??
      new Spreadsheet(host, (message, title, seconds) => screen.toast(message, title, seconds));
    wrapped.set(workbook, file);
    return file;
  };
  const spreadsheet = fileOf(runtime.workbook);
  const ui = new Ui(screen, made.addOnName, () => locks.releaseAll(execution));
  const write = screen.write.bind(screen);
  const missing = MISSING_SERVICES.map((name) => [name, new MissingService(name)] as const);
  const globals: Record<string, ServiceObject> = {
    ...Object.fromEntries(missing),
    CalendarApp: new CalendarApps(account.calendars, account.now),
    CacheService: new CacheServices(runtime.caches),
    Charts: new ChartsService(),
    FormApp: new FormApps(account),
    HtmlService: new HtmlServices({
      files: files.html,
      compile: (expression): unknown => vm.runInContext(expression, context),
    }),
    LockService: new LockServices({ table: locks, execution, clock }),
    MailApp: new MailApps(account.outbox),
    Logger: new LocalLogger(write),
    PropertiesService: new PropertiesServices(runtime.properties),
    ScriptApp: new LocalScriptApp(runtime.triggers, runtime.workbook.id, made.authorised),
    Session: new LocalSession(user, files.timeZone, made.language),
    SpreadsheetApp: new SpreadsheetApps({
      spreadsheet,
      ui: made.hasUi ? ui : null,
      flush: () => {
        account.settle();
        screen.flushed();
      },
      create: (name, rows, columns) => fileOf(account.createSpreadsheet(name, rows, columns)),
      file: (id) => {
        const file = account.spreadsheets.find((workbook) => workbook.id === id);
        return file ? fileOf(file) : null;
      },
    }),
    Utilities: new LocalUtilities(clock),
    console: new LocalConsole(write, () => clock.now()),
  };
  return { globals, spreadsheet };
}
