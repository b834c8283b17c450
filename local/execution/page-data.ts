/** What `google.script.run` carries, in both directions: numbers, booleans, texts, `null`, and lists and objects of them. */
export type PageData =
  number | boolean | string | null | readonly PageData[] | { readonly [key: string]: PageData };

/**
 * Throws, with the path of the culprit, when a value cannot travel between the page and the server. The platform
 * refuses some of these and turns others into `null` without a word: here all of them are refused.
 * @param value may belong to another context: nothing is tested with `instanceof`
 * @param path how the message names the value: `argument 1`, `result`
 */
export function requirePageData(value: unknown, path: string): asserts value is PageData {
  check(value, path, []);
}

function check(value: unknown, path: string, above: readonly unknown[]): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refused(path, String(value));
    return;
  }
  if (typeof value !== 'object') throw refused(path, value === undefined ? 'undefined' : `a ${typeof value}`);
  if (above.includes(value)) throw refused(path, 'a cycle');
  const inside = [...above, value];
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => check(item, `${path}[${index}]`, inside));
    return;
  }
  if (Object.prototype.toString.call(value) === '[object Date]') throw refused(path, 'a Date');
  if (!isPlainObject(value)) throw refused(path, 'neither a plain object nor a list');
  for (const [key, item] of Object.entries(value)) check(item, `${path}.${key}`, inside);
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null)
    return Object.prototype.toString.call(value) === '[object Object]' && !isService(value);
  return (
    Object.getPrototypeOf(prototype) === null && Object.prototype.toString.call(value) === '[object Object]'
  );
}

/** Objects of the services have no keys and answer `toString` with the name of their class. */
const isService = (value: object): boolean =>
  typeof (value as { toString?: unknown }).toString === 'function';

const refused = (path: string, what: string): Error =>
  new Error(`google.script.run cannot carry ${path}: it is ${what}.`);
