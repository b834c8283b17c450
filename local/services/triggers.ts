import { ServiceObject } from './bridge';
import type * as enums from './enums';
import { Spreadsheet } from './spreadsheet';

/** An installable trigger, kept by the runtime, which fires it when what it waits for happens. */
export interface InstalledTrigger {
  readonly id: string;
  readonly functionName: string;
  readonly eventType: keyof typeof enums.EVENT_TYPES;
  readonly source: keyof typeof enums.TRIGGER_SOURCES;
  /** Identifier of the file; empty for a clock. */
  readonly sourceId: string;
  /** When a clock rings, as it was asked: `everyHours(2)`. Empty for the others. */
  readonly schedule: string;
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

  /** `null` for a clock. */
  getTriggerSourceId(): string | null {
    return this.#installed.sourceId || null;
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
      schedule: '',
    });
  }

  #on(eventType: InstalledTrigger['eventType']): this {
    this.#eventType = eventType;
    return this;
  }
}

/** A clock; an add-on's rings at most once an hour. */
export class ClockTriggerBuilder extends ServiceObject {
  readonly serviceName = 'ClockTriggerBuilder';
  readonly #functionName: string;
  readonly #install: Install;
  #schedule: readonly string[] = [];

  constructor(functionName: string, install: Install) {
    super();
    this.#functionName = functionName;
    this.#install = install;
  }

  after(durationMilliseconds: number): this {
    return this.#add(`after(${durationMilliseconds})`);
  }
  at(date: Date): this {
    return this.#add(`at(${date.toISOString()})`);
  }
  everyHours(n: number): this {
    return this.#add(`everyHours(${n})`);
  }
  everyDays(n: number): this {
    return this.#add(`everyDays(${n})`);
  }
  everyWeeks(n: number): this {
    return this.#add(`everyWeeks(${n})`);
  }
  atHour(hour: number): this {
    return this.#add(`atHour(${hour})`);
  }
  nearMinute(minute: number): this {
    return this.#add(`nearMinute(${minute})`);
  }
  onWeekDay(day: unknown): this {
    return this.#add(`onWeekDay(${String(day)})`);
  }
  onMonthDay(day: number): this {
    return this.#add(`onMonthDay(${day})`);
  }
  inTimezone(timezone: string): this {
    return this.#add(`inTimezone(${timezone})`);
  }

  create(): Trigger {
    if (this.#schedule.length === 0) throw new Error('The trigger has no event.');
    return this.#install({
      functionName: this.#functionName,
      eventType: 'CLOCK',
      source: 'CLOCK',
      sourceId: '',
      schedule: this.#schedule.join('.'),
    });
  }

  #add(part: string): this {
    this.#schedule = [...this.#schedule, part];
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

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#functionName, this.#install);
  }
}
