import { ServiceObject } from './bridge';
import type { Emulates } from './contract';
import * as enums from './enums';
import { Spreadsheet } from './spreadsheet';

/** An installable trigger: kept by the runtime, which does not run it by itself. */
export interface InstalledTrigger {
  readonly id: string;
  readonly functionName: string;
  readonly eventType: keyof typeof enums.EVENT_TYPES;
  readonly source: keyof typeof enums.TRIGGER_SOURCES;
  readonly sourceId: string;
}

export class Trigger extends ServiceObject {
  readonly serviceName = 'Trigger';
  readonly #installed: InstalledTrigger;

  constructor(installed: InstalledTrigger) {
    super();
    this.#installed = installed;
  }

  getUniqueId(): string {
    return this.#installed.id;
  }

  getHandlerFunction(): string {
    return this.#installed.functionName;
  }

  getEventType(): string {
    return this.#installed.eventType;
  }

  getTriggerSource(): string {
    return this.#installed.source;
  }

  getTriggerSourceId(): string {
    return this.#installed.sourceId;
  }
}

type Install = (trigger: Omit<InstalledTrigger, 'id'>) => Trigger;

export class SpreadsheetTriggerBuilder extends ServiceObject {
  readonly serviceName = 'SpreadsheetTriggerBuilder';
  readonly #functionName: string;
  readonly #sourceId: string;
  readonly #install: Install;
  #eventType: InstalledTrigger['eventType'] | null = null;

  constructor(functionName: string, sourceId: string, install: Install) {
    super();
    this.#functionName = functionName;
    this.#sourceId = sourceId;
    this.#install = install;
  }

  onOpen(): this {
    return this.#on('ON_OPEN');
  }

  onEdit(): this {
    return this.#on('ON_EDIT');
  }

  onChange(): this {
    return this.#on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.#on('ON_FORM_SUBMIT');
  }

  create(): Trigger {
    if (this.#eventType === null) throw new Error('The trigger has no event.');
    return this.#install({
      functionName: this.#functionName,
      eventType: this.#eventType,
      source: 'SPREADSHEETS',
      sourceId: this.#sourceId,
    });
  }

  #on(eventType: InstalledTrigger['eventType']): this {
    this.#eventType = eventType;
    return this;
  }
}

export class TriggerBuilder extends ServiceObject {
  readonly serviceName = 'TriggerBuilder';
  readonly #functionName: string;
  readonly #install: Install;

  constructor(functionName: string, install: Install) {
    super();
    this.#functionName = functionName;
    this.#install = install;
  }

  forSpreadsheet(target: Spreadsheet | string): SpreadsheetTriggerBuilder {
    const id = target instanceof Spreadsheet ? target.getId() : target;
    return new SpreadsheetTriggerBuilder(this.#functionName, id, this.#install);
  }
}

export class AuthorizationInfo extends ServiceObject {
  readonly serviceName = 'AuthorizationInfo';

  getAuthorizationStatus(): string {
    return enums.AUTHORIZATION_STATUSES.NOT_REQUIRED;
  }

  getAuthorizationUrl(): string | null {
    return null;
  }
}

type Contract = Emulates<
  GoogleAppsScript.Script.ScriptApp,
  | 'AuthMode'
  | 'AuthorizationStatus'
  | 'EventType'
  | 'InstallationSource'
  | 'TriggerSource'
  | 'WeekDay'
  | 'getScriptId'
  | 'newTrigger'
>;

/** `ScriptApp`: authorisations are all given; triggers are kept in the list of the runtime. */
export class LocalScriptApp extends ServiceObject implements Contract {
  readonly serviceName = 'ScriptApp';
  readonly AuthMode = enums.AUTH_MODES;
  readonly AuthorizationStatus = enums.AUTHORIZATION_STATUSES;
  readonly EventType = enums.EVENT_TYPES;
  readonly InstallationSource = enums.INSTALLATION_SOURCES;
  readonly TriggerSource = enums.TRIGGER_SOURCES;
  readonly WeekDay = enums.WEEK_DAYS;
  readonly #triggers: InstalledTrigger[];

  /** @param triggers the list of the runtime, changed in place */
  constructor(triggers: InstalledTrigger[]) {
    super();
    this.#triggers = triggers;
  }

  getAuthorizationInfo(): AuthorizationInfo {
    return new AuthorizationInfo();
  }

  requireScopes(): void {
    // Everything that the manifest asks is given.
  }

  requireAllScopes(): void {
    // Everything that the manifest asks is given.
  }

  getInstallationSource(): string {
    return enums.INSTALLATION_SOURCES.NONE;
  }

  getScriptId(): string {
    return 'local-script';
  }

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(functionName, (trigger) => this.#install(trigger));
  }

  getProjectTriggers(): Trigger[] {
    return this.#triggers.map((trigger) => new Trigger(trigger));
  }

  getUserTriggers(document: Spreadsheet): Trigger[] {
    return this.#triggers
      .filter((trigger) => trigger.sourceId === document.getId())
      .map((trigger) => new Trigger(trigger));
  }

  deleteTrigger(trigger: Trigger): void {
    const at = this.#triggers.findIndex((installed) => installed.id === trigger.getUniqueId());
    if (at !== -1) this.#triggers.splice(at, 1);
  }

  /** An add-on has one trigger of each type per document. */
  #install(trigger: Omit<InstalledTrigger, 'id'>): Trigger {
    const same = (other: InstalledTrigger): boolean =>
      other.eventType === trigger.eventType && other.sourceId === trigger.sourceId;
    if (this.#triggers.some(same)) {
      throw new Error(
        'The Add-on has created too many edit triggers in this document for this Google user account.',
      );
    }
    const installed = { ...trigger, id: `trigger-${this.#triggers.length + 1}` };
    this.#triggers.push(installed);
    return new Trigger(installed);
  }
}
