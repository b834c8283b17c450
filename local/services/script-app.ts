import { ServiceObject } from './bridge';
import type { Emulates } from './contract';
import * as enums from './enums';
import type { Spreadsheet } from './spreadsheet';
import { Trigger, TriggerBuilder, type InstalledTrigger } from './triggers';

export class AuthorizationInfo extends ServiceObject {
  readonly serviceName = 'AuthorizationInfo';

  readonly #authorised: boolean;

  constructor(authorised: boolean) {
    super();
    this.#authorised = authorised;
  }

  getAuthorizationStatus(): string {
    const { NOT_REQUIRED, REQUIRED } = enums.AUTHORIZATION_STATUSES;
    return this.#authorised ? NOT_REQUIRED : REQUIRED;
  }

  getAuthorizationUrl(): string | null {
    return this.#authorised ? null : 'https://accounts.google.com/o/oauth2/auth?client_id=local-script';
  }
}

const TRIGGERS_PER_USER = 20;

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

/** `ScriptApp`: triggers are kept in the list of the runtime. */
export class LocalScriptApp extends ServiceObject implements Contract {
  readonly serviceName = 'ScriptApp';
  readonly AuthMode = enums.AUTH_MODES;
  readonly AuthorizationStatus = enums.AUTHORIZATION_STATUSES;
  readonly EventType = enums.EVENT_TYPES;
  readonly InstallationSource = enums.INSTALLATION_SOURCES;
  readonly TriggerSource = enums.TRIGGER_SOURCES;
  readonly WeekDay = enums.WEEK_DAYS;
  readonly #triggers: InstalledTrigger[];
  readonly #documentId: string;
  readonly #authorised: boolean;

  /**
   * @param triggers the list of the runtime, changed in place
   * @param documentId the file that is open: an add-on listens to no other
   * @param authorised whether the user gave every authorisation of the manifest
   */
  constructor(triggers: InstalledTrigger[], documentId: string, authorised = true) {
    super();
    this.#authorised = authorised;
    this.#triggers = triggers;
    this.#documentId = documentId;
  }

  getAuthorizationInfo(): AuthorizationInfo {
    return new AuthorizationInfo(this.#authorised);
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

  /** An add-on has one trigger of each type per document, and a user twenty in all. */
  #install(trigger: Omit<InstalledTrigger, 'id'>): Trigger {
    const same = (other: InstalledTrigger): boolean =>
      other.eventType === trigger.eventType && other.sourceId === trigger.sourceId;
    if (trigger.source === 'SPREADSHEETS' && trigger.sourceId !== this.#documentId) {
      throw new Error('The Add-on attempted to create a trigger on a document that it is not attached to.');
    }
    if (this.#triggers.some(same)) {
      throw new Error(
        'The Add-on has created too many edit triggers in this document for this Google user account.',
      );
    }
    if (this.#triggers.length >= TRIGGERS_PER_USER) {
      throw new Error(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const last = Math.max(0, ...this.#triggers.map(({ id }) => Number(id.replace(/^\D+/, ''))));
    const installed = { ...trigger, id: `trigger-${last + 1}` };
    this.#triggers.push(installed);
    return new Trigger(installed);
  }
}
