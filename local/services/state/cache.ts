import { ServiceObject } from '../bridge';
import type { LocalClock } from './clock';

/** Limits of the platform: characters of a key, bytes of a value, seconds, entries. */
const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;
const MAX_ENTRIES = 1000;
const ENTRIES_KEPT = 900;

interface Entry {
  readonly value: string;
  readonly expires: number;
}

/** One cache: texts that expire with the clock of the runtime. */
export class CacheStore extends ServiceObject implements GoogleAppsScript.Cache.Cache {
  readonly serviceName = 'Cache';
  readonly #clock: LocalClock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: LocalClock) {
    super();
    this.#clock = clock;
  }

  get(key: unknown): string | null {
    const entry = this.#entries.get(String(key));
    if (!entry) return null;
    if (entry.expires > this.#clock.now()) return entry.value;
    this.#entries.delete(String(key));
    return null;
  }

  /** Only the keys found. */
  getAll(keys: readonly string[]): { [key: string]: string } {
    const found: { [key: string]: string } = {};
    for (const key of keys) {
      const value = this.get(key);
      if (value !== null) found[key] = value;
    }
    return found;
  }

  put(key: unknown, value: unknown, expirationInSeconds = DEFAULT_SECONDS): void {
    const text = String(value);
    if (String(key).length > KEY_LIMIT) throw new Error('Argument too large: key');
    if (Buffer.byteLength(text) > VALUE_LIMIT) throw new Error('Argument too large: value');
    if (!(expirationInSeconds >= 1 && expirationInSeconds <= MAX_SECONDS)) {
      throw new Error(`Invalid argument: expirationInSeconds (from 1 to ${MAX_SECONDS})`);
    }
    this.#entries.set(String(key), { value: text, expires: this.#clock.now() + expirationInSeconds * 1000 });
    this.#evict();
  }

  putAll(values: { [key: string]: unknown }, expirationInSeconds = DEFAULT_SECONDS): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, expirationInSeconds);
  }

  remove(key: unknown): void {
    this.#entries.delete(String(key));
  }

  removeAll(keys: string[]): void {
    for (const key of keys) this.remove(key);
  }

  /** Beyond the cap, those farthest from expiry survive. */
  #evict(): void {
    if (this.#entries.size <= MAX_ENTRIES) return;
    const last = [...this.#entries].sort(([, a], [, b]) => b.expires - a.expires);
    for (const [key] of last.slice(ENTRIES_KEPT)) this.#entries.delete(key);
  }
}

export interface CacheStores {
  /** `null` outside a document. */
  readonly document: CacheStore | null;
  readonly script: CacheStore;
  readonly user: CacheStore;
}

export const newCacheStores = (clock: LocalClock, inDocument = true): CacheStores => ({
  document: inDocument ? new CacheStore(clock) : null,
  script: new CacheStore(clock),
  user: new CacheStore(clock),
});

export class CacheServices extends ServiceObject implements GoogleAppsScript.Cache.CacheService {
  readonly serviceName = 'CacheService';

  readonly #stores: CacheStores;

  constructor(stores: CacheStores) {
    super();
    this.#stores = stores;
  }

  getDocumentCache(): CacheStore | null {
    return this.#stores.document;
  }

  getScriptCache(): CacheStore {
    return this.#stores.script;
  }

  getUserCache(): CacheStore {
    return this.#stores.user;
  }
}
