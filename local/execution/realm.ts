import vm from 'node:vm';
import type { LocalClock } from '../services/state/clock';

/** Globals that a bare context has and the platform has not, or may not have. */
const REMOVED = ['console', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry'];

/**
 * Sets the zone in which every context reads and prints dates: the script's, as on the platform.
 * The zone belongs to the process. A test runner may give tests a copy of `process`, whose environment changes
 * nothing: the true one is found from the main context.
 */
export function useTimeZone(timeZone: string): void {
  const set = vm.runInThisContext('(zone) => { process.env.TZ = zone; }') as (zone: string) => void;
  set(timeZone);
}

/** A fresh context with JavaScript itself, a clock, and the services given as globals. */
export function newContext(clock: LocalClock, globals: Readonly<Record<string, unknown>>): vm.Context {
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  for (const name of REMOVED) vm.runInContext(`delete globalThis.${name}`, context);
  const tellTime = vm.runInContext(CLOCK_SOURCE, context) as (now: () => number) => void;
  tellTime(() => clock.now());
  Object.assign(context, globals);
  return context;
}

/** `Date` without arguments, `Date()` and `Date.now()` follow the clock of the runtime; the rest is untouched. */
const CLOCK_SOURCE = `(function (now) {
  var Native = Date;
  var Told = new Proxy(Native, {
    construct: function (target, args, asked) {
      var list = args.length === 0 ? [now()] : args;
      return Reflect.construct(target, list, asked === Told ? target : asked);
    },
    apply: function () { return new Native(now()).toString(); },
    get: function (target, name) { return name === 'now' ? now : target[name]; },
  });
  Native.prototype.constructor = Told;
  Object.defineProperty(globalThis, 'Date', { value: Told, writable: true, configurable: true });
})`;
