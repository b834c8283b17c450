import vm from 'node:vm';

/** Hears of each call before it is made, and may refuse it by throwing. */
export interface CallGate {
  count(service: string, method: string): void;
  /** Hears that the call has done what it does; may still make it fail. */
  done?(service: string, method: string): void;
}

/**
 * Carries objects between the host, where the services live, and the context in which the script runs. A script must
 * only ever see arrays, dates and errors of its own context, and services as sealed objects that fail loudly on a
 * method they do not have.
 */
export class Bridge {
  private readonly toGuestProxy = new WeakMap<object, object>();
  private readonly toHostObject = new WeakMap<object, object>();
  private readonly realm: Realm;

  constructor(
    context: vm.Context,
    private readonly gate: CallGate,
  ) {
    this.realm = vm.runInContext(REALM_SOURCE, context) as Realm;
  }

  /** The object that a script sees for a service object: its methods, counted, and nothing else. */
  service(target: ServiceObject): object {
    const known = this.toGuestProxy.get(target);
    if (known) return known;
    const proxy = new Proxy(this.realm.plainObject(), {
      get: (_, property) => this.member(target, property),
      has: (_, property) => typeof property === 'string' && isVisible(target, property),
      set: (_, property, value) => {
        if (target instanceof OpenService) {
          target.assigned.set(String(property), value);
          return true;
        }
        throw this.error(`${target.serviceName}.${String(property)} cannot be set.`);
      },
      getOwnPropertyDescriptor: () => undefined,
      ownKeys: () => [],
    });
    this.toGuestProxy.set(target, proxy);
    this.toHostObject.set(proxy, target);
    return proxy;
  }

  /** A host value as the script must see it. */
  toGuest(value: unknown): unknown {
    if (value === undefined || value === null || typeof value !== 'object') return value;
    if (isService(value)) return this.service(value);
    if (value instanceof Date) return this.realm.date(value.getTime());
    if (Array.isArray(value)) {
      if (value.length > 0 && value.every((row) => Array.isArray(row) && row.every(isPlain))) {
        return this.realm.matrix(value);
      }
      return this.realm.array(value.map((item) => this.toGuest(item)));
    }
    if (ArrayBuffer.isView(value)) return value;
    const entries = Object.entries(value).map(([key, item]) => [key, this.toGuest(item)]);
    return this.realm.object(entries);
  }

  /** A script's value as the services want it: its service objects unwrapped, its dates made ours. */
  toHost(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const target = this.toHostObject.get(value);
    if (target) return target;
    if (typeof (value as Date).getTime === 'function') return new Date((value as Date).getTime());
    // Copied, so that nothing of the context outlives the execution.
    if (Array.isArray(value)) return Array.from(value as unknown[], (item) => this.toHost(item));
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.toHost(item)]));
  }

  /** A list of the script's context, of values that are already as the script must see them. */
  toGuestList(items: readonly unknown[]): unknown {
    return this.realm.array(items);
  }

  /** The values of a JSON list, made in the script's context. */
  parse(json: string): readonly unknown[] {
    return this.realm.parse(json);
  }

  /** An error of the script's own context, so that `instanceof Error` holds there. */
  error(message: string): Error {
    return this.realm.error(message);
  }

  private member(target: ServiceObject, property: string | symbol): unknown {
    if (typeof property === 'symbol') return undefined;
    if (property === 'toString') return this.realm.callable(() => target.serviceName);
    if (property === 'toJSON' || property === 'then') return undefined;
    if (target instanceof OpenService && target.assigned.has(property)) return target.assigned.get(property);
    if (!isVisible(target, property)) {
      throw this.error(`${target.serviceName}.${property} is not emulated by the local runtime.`);
    }
    const member: unknown = Reflect.get(target, property);
    if (typeof member !== 'function') return this.toGuest(member);
    return this.realm.callable((...args: unknown[]) => this.call(target, property, args));
  }

  private call(target: ServiceObject, method: string, args: unknown[]): unknown {
    try {
      this.gate.count(target.serviceName, method);
      const run: unknown = Reflect.get(target, method);
      if (typeof run !== 'function') throw new Error(`${target.serviceName}.${method} is no method.`);
      const returned: unknown = Reflect.apply(
        run,
        target,
        args.map((item) => this.toHost(item)),
      );
      this.gate.done?.(target.serviceName, method);
      return this.toGuest(returned);
    } catch (error) {
      throw this.realm.isError(error) ? error : this.error(messageOf(error));
    }
  }
}

/** What every emulated object is: its name is the platform's, its methods are those of the platform. */
export abstract class ServiceObject {
  abstract readonly serviceName: string;
}

/** An object on which scripts may set properties of their own, kept as they are: a template and its variables. */
export abstract class OpenService extends ServiceObject {
  readonly assigned = new Map<string, unknown>();
}

function isService(value: object): value is ServiceObject {
  return value instanceof ServiceObject;
}

/** Errors of Node itself may come from yet another context: none is tested with `instanceof`. */
function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : String(error);
}

/** An object written with braces, in whatever context. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof prototype === 'object' && prototype !== null && Object.getPrototypeOf(prototype) === null;
}

const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date;

/** Methods that belong to the emulation and not to the platform; a test compares the rest with the platform's. */
const HIDDEN = new Set([
  'all',
  'constructor',
  'copyTyped',
  'displayAt',
  'each',
  'formatAt',
  'freeName',
  'map',
  'paint',
  'paintEach',
  'rangeFromNotation',
  'rangeOf',
  'require',
  'requireInside',
  'requireRoom',
  'requireShape',
  'requireWritable',
  'sortRows',
  'stored',
  'styleAt',
  'tick',
  'typed',
  'valueAt',
  'when',
  'whole',
  'with',
  'wrap',
  'write',
  'writeAll',
]);

/** Of an object's own fields only constants show, whose names begin with a capital: the others are ours. */
function isVisible(target: ServiceObject, property: string): boolean {
  if (Object.hasOwn(target, property)) return /^[A-Z]/.test(property);
  return property in target && !HIDDEN.has(property);
}

interface Realm {
  plainObject(): object;
  array(items: readonly unknown[]): unknown[];
  matrix(rows: readonly (readonly unknown[])[]): unknown[][];
  object(entries: readonly (readonly unknown[])[]): object;
  date(time: number): Date;
  error(message: string): Error;
  isError(value: unknown): boolean;
  parse(json: string): unknown[];
  callable(run: (...args: unknown[]) => unknown): unknown;
}

/** Runs inside the context: everything it makes belongs there. */
const REALM_SOURCE = `({
  plainObject: function () { return Object.create(null); },
  array: function (items) { var out = []; for (var i = 0; i < items.length; i++) out.push(items[i]); return out; },
  matrix: function (rows) {
    var out = new Array(rows.length);
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i], copy = new Array(row.length);
      for (var j = 0; j < row.length; j++) {
        var value = row[j];
        copy[j] = value !== null && typeof value === 'object' ? new Date(value.getTime()) : value;
      }
      out[i] = copy;
    }
    return out;
  },
  object: function (entries) { var out = {}; for (var i = 0; i < entries.length; i++) out[entries[i][0]] = entries[i][1]; return out; },
  date: function (time) { return new Date(time); },
  error: function (message) { return new Error(message); },
  parse: function (json) { return JSON.parse(json); },
  isError: function (value) { return value instanceof Error; },
  callable: function (run) { return function () { return run.apply(null, arguments); }; }
})`;
