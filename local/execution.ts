import vm from 'node:vm';
import { Account, type AccountLimits } from './model/account';
import { sendForm, type FormDelivery, type GivenAnswers, type SendOptions } from './execution/send-form';
import { CallGateOf } from './execution/call-gate';
import { requirePageData } from './execution/page-data';
import type { AuthMode } from './execution/permissions';
import { plainCopy } from './execution/plain-copy';
import { newContext, useTimeZone } from './execution/realm';
import { Screen, type LogEntry, type OnQuestion } from './execution/screen';
import type { ScriptFiles } from './execution/script-files';
import { servicesOf } from './execution/services';
import { Bridge } from './services/bridge';
import { CallMeter, type FaultPlan } from './services/call-meter';
import type { LocalUser } from './services/host';
import type { Spreadsheet } from './services/spreadsheet';
import type { InstalledTrigger } from './services/triggers';
import { User } from './services/session';
import { newCacheStores } from './services/state/cache';
import { LocalClock } from './services/state/clock';
import { LockTable } from './services/state/locks';
import { newPropertyStores } from './services/state/properties';
import type { MenuView, UserInterface } from './services/user-interface';
import type { WorkbookModel } from './model/workbook';

export interface RuntimeOptions {
  readonly workbook: WorkbookModel;
  readonly files: ScriptFiles;
  /** Who clicks; the owner of the file if not said. */
  readonly user?: LocalUser;
  /** The instant at which the clock stays, in milliseconds; the machine's clock if not said. */
  readonly now?: number;
  /** Who shows things; what it does not have is only written in `log`. */
  readonly ui?: Partial<UserInterface>;
  /** Answers questions that `ui` does not: the first button if not said. */
  readonly onQuestion?: OnQuestion;
  /** Daily limits of the account; those of an organisation if not said. */
  readonly limits?: Partial<AccountLimits>;
  /** Language of the account; French if not said. */
  readonly language?: 'fr' | 'en';
  /** Scopes of the manifest that the user refused when asked; none if not said. */
  readonly refused?: readonly string[];
  /** Name under which an add-on's menu stands in *Extensions*. */
  readonly addOnName?: string;
}

export interface CallOptions {
  /** `FULL` if not said, as for a click on a menu. */
  readonly authMode?: AuthMode;
  /** `false` for a trigger, which has no interface; `true` if not said. */
  readonly hasUi?: boolean;
  /** The event object's other fields, plain data; with `event`, the function is called with an event and not with `args`. */
  readonly event?: EventOf | Readonly<Record<string, unknown>>;
}

/** An event object's fields that are objects of the spreadsheet. */
export type EventOf = (spreadsheet: Spreadsheet) => Readonly<Record<string, unknown>>;

/** An item of a menu: the captions above it, its own, and the function that it runs. */
export interface MenuItem {
  readonly path: readonly string[];
  readonly label: string;
  readonly functionName: string;
}

/** An error that a script threw and did not catch: its message, and the stack in the script. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  constructor(
    message: string,
    readonly scriptStack: string,
  ) {
    super(message);
  }
}

const SIX_MINUTES = 360_000;

/**
 * Runs a project over a workbook in memory. Each call is an execution: fresh globals, only the services of the
 * platform; what lasts from one to the next is here (workbook, properties, caches, clock, triggers, log).
 */
export class LocalRuntime {
  readonly workbook: WorkbookModel;
  /** Everything outside the workbook: other files, forms, messages, calendars. */
  readonly account: Account;
  readonly counters = new CallMeter();
  readonly clock: LocalClock;
  readonly locks = new LockTable();
  readonly properties = newPropertyStores();
  readonly caches: ReturnType<typeof newCacheStores>;
  readonly triggers: InstalledTrigger[] = [];
  private readonly screen: Screen;
  private readonly scripts: readonly vm.Script[];
  private readonly user: LocalUser;
  private executions = 0;

  constructor(private readonly options: RuntimeOptions) {
    this.workbook = options.workbook;
    this.clock = new LocalClock(options.now ?? null);
    this.caches = newCacheStores(this.clock);
    this.user = options.user ?? { email: 'proprietaire@example.org', owner: true };
    this.account = new Account(
      this.workbook,
      this.user.email,
      () => this.clock.now(),
      options.limits,
      options.language,
    );
    this.screen = new Screen(options.ui ?? {}, options.onQuestion ?? (() => undefined));
    this.scripts = options.files.scripts.map(({ name, code }) => new vm.Script(code, { filename: name }));
  }

  /** All that was shown, asked or logged since the runtime was made. */
  get log(): readonly LogEntry[] {
    return this.screen.log;
  }

  get menus(): readonly MenuView[] {
    return this.screen.menus;
  }

  /** Runs `onOpen` as the opening of the spreadsheet does; a script without one has no menu. */
  open(authMode: AuthMode = 'LIMITED'): void {
    this.execute('onOpen', { authMode, event: {}, missing: null }, () => []);
    this.fire('ON_OPEN', this.workbook.id, () => ({}));
  }

  /**
   * Fires the installed triggers of an event, as their creator, without interface.
   * @param sourceId the file they wait for; empty for clocks
   * @throws ScriptError, once all have run, when one of them failed
   */
  fire(eventType: InstalledTrigger['eventType'], sourceId: string, event: EventOf): void {
    const failures: unknown[] = [];
    const concerned = this.triggers.filter(
      (trigger) => trigger.eventType === eventType && trigger.sourceId === sourceId,
    );
    for (const { functionName, id } of concerned) {
      try {
        this.call(functionName, [], {
          hasUi: false,
          event: (spreadsheet) => ({ ...event(spreadsheet), triggerUid: id }),
        });
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Rings every clock: what was to run hourly or daily runs now. */
  ringClocks(): void {
    this.fire('CLOCK', '', () => ({}));
  }

  /**
   * Answers a form as a respondent does: rules are checked, the row arrives in the linked tab, triggers fire.
   * @param form its title, its identifier or one of its addresses
   * @throws ScriptError when a trigger fails; the answer has arrived all the same
   */
  submitForm(form: string, answers: GivenAnswers, options: SendOptions = {}): FormDelivery {
    return sendForm(this, form, answers, options);
  }

  /** Every item of the menus, in order. */
  menuItems(): MenuItem[] {
    return this.screen.menus.flatMap((menu) => itemsOf(menu, []));
  }

  /**
   * Runs a function of the script with plain arguments, and returns a copy of its result (dates are dates).
   * @throws ScriptError when the function throws; Error when there is none of that name
   */
  call(functionName: string, args: readonly unknown[] = [], options: CallOptions = {}): unknown {
    return plainCopy(
      this.execute(functionName, options, (bridge) => args.map((item) => bridge.toGuest(item))),
    );
  }

  /** Clicks an item of a menu, found by its label; with several, by `Menu > Label`. */
  click(label: string): unknown {
    const found = this.menuItems().filter(
      (item) => item.label === label || [...item.path, item.label].join(' > ').endsWith(label),
    );
    const [item] = found;
    if (!item) throw new Error(`No menu item is called "${label}".`);
    return this.call(item.functionName);
  }

  /**
   * What `google.script.run` does: JSON in, JSON out, each checked.
   * @param jsonArgs a JSON list
   * @returns JSON text; `null` for a function that returns nothing
   */
  callFromPage(functionName: string, jsonArgs: string): string {
    const args: unknown = JSON.parse(jsonArgs);
    if (!Array.isArray(args)) throw new Error('The arguments of google.script.run are not a list.');
    return this.callWithPageData(functionName, args);
  }

  /** As `callFromPage`, with arguments that are still values: what a page must not send is refused. */
  callWithPageData(functionName: string, args: readonly unknown[]): string {
    args.forEach((item, index) => requirePageData(item, `argument ${index + 1}`));
    if (functionName.endsWith('_') || functionName.includes('.')) {
      throw new Error(`google.script.run.${functionName} is not a function`);
    }
    const result = this.execute(
      functionName,
      { missing: `google.script.run.${functionName} is not a function` },
      (bridge) => bridge.parse(JSON.stringify(args)),
    );
    if (result === undefined || result === null) return 'null';
    requirePageData(result, 'result');
    return JSON.stringify(result);
  }

  /** Makes a call of a service fail: which one, before or after it has done what it does. */
  fail(plan: FaultPlan): void {
    this.counters.fail(plan);
  }

  /** Makes the `n`-th call of a service from now fail, as a passing fault of the platform does. */
  failAt(n: number, error?: string): void {
    this.counters.failAt(n, error);
  }

  private execute(
    functionName: string,
    options: CallOptions & { readonly missing?: string | null },
    argumentsFor: (bridge: Bridge) => readonly unknown[],
  ): unknown {
    useTimeZone(this.options.files.timeZone);
    const execution = ++this.executions;
    const authMode = options.authMode ?? 'FULL';
    const { refused = [] } = this.options;
    const { scopes } = this.options.files;
    const given = scopes?.filter((scope) => !refused.includes(scope)) ?? null;
    const gate = new CallGateOf(this.counters, this.clock, authMode, given);
    const context = newContext(this.clock, {});
    const bridge = new Bridge(context, gate);
    const { globals, spreadsheet } = servicesOf({
      context,
      bridge,
      execution,
      runtime: this,
      screen: this.screen,
      user: this.user,
      files: this.options.files,
      addOnName: this.options.addOnName ?? 'Pix',
      hasUi: options.hasUi ?? true,
      language: this.options.language ?? 'fr',
      authorised: refused.length === 0,
    });
    for (const [name, service] of Object.entries(globals)) context[name] = bridge.service(service);
    try {
      const timeout = SIX_MINUTES;
      for (const script of this.scripts) script.runInContext(context, { timeout });
      const found = findFunction(context, functionName);
      if (!found) {
        if (options.missing === null) return undefined;
        throw new ScriptError(options.missing ?? `Script function not found: ${functionName}`, '');
      }
      const list = options.event
        ? [
            bridge.toGuest({
              ...(typeof options.event === 'function' ? options.event(spreadsheet) : options.event),
              authMode,
              source: spreadsheet,
              user: new User(this.user.email),
            }),
          ]
        : argumentsFor(bridge);
      return run(context, found, bridge.toGuestList(list));
    } catch (error) {
      throw asScriptError(error);
    } finally {
      this.locks.releaseAll(execution);
      this.account.settle();
      this.screen.flushed();
    }
  }
}

/** A global function, or a method of a global object, by its dotted name. */
function findFunction(context: vm.Context, name: string): unknown {
  if (!/^[\w$]+(\.[\w$]+)*$/.test(name)) return null;
  const holder = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : null;
  const last = name.slice((holder?.length ?? -1) + 1);
  const source =
    holder === null
      ? `typeof ${name} === 'function' ? ${name} : null`
      : `typeof ${holder.split('.')[0]} === 'object' && typeof ${name} === 'function' ? ${holder}.${last}.bind(${holder}) : null`;
  return vm.runInContext(source, context) as unknown;
}

/**
 * Calls inside `runInContext`, so that the time limit holds and promises are settled before it returns. The call is
 * handed over through a global that is gone before the script's code runs.
 */
function run(context: vm.Context, found: unknown, list: unknown): unknown {
  const outcome: { done?: boolean; failed?: boolean; value?: unknown } = {};
  context['__call'] = {
    found,
    list,
    settle: (failed: boolean, value: unknown) => Object.assign(outcome, { done: true, failed, value }),
  };
  vm.runInContext(CALL_SOURCE, context, { timeout: SIX_MINUTES, filename: 'platform' });
  if (!outcome.done) throw new Error('The function returned a promise that nothing settles.');
  if (outcome.failed) throw outcome.value;
  return outcome.value;
}

const CALL_SOURCE = `(function (call) {
  delete globalThis.__call;
  var result = call.found.apply(null, call.list);
  if (result !== null && typeof result === 'object' && typeof result.then === 'function') {
    result.then(function (value) { call.settle(false, value); }, function (error) { call.settle(true, error); });
  } else call.settle(false, result);
})(__call)`;

function asScriptError(error: unknown): unknown {
  if (error instanceof ScriptError) return error;
  const known = error as { message?: unknown; stack?: unknown; code?: unknown } | null;
  if (known?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
    return new ScriptError('Exceeded maximum execution time', '');
  if (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype) return error;
  const message = typeof known?.message === 'string' ? known.message : String(error);
  return new ScriptError(message, typeof known?.stack === 'string' ? known.stack : '');
}

function itemsOf(menu: MenuView, above: readonly string[]): MenuItem[] {
  const path = [...above, menu.caption];
  return menu.items.flatMap((entry) => {
    if (entry.kind === 'item') return [{ path, label: entry.caption, functionName: entry.functionName }];
    return entry.kind === 'menu' ? itemsOf(entry.menu, path) : [];
  });
}
