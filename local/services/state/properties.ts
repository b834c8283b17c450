import { ServiceObject } from '../bridge';

/** Limits of the platform, in bytes of UTF-8. */
const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

type PropertiesContract = GoogleAppsScript.Properties.Properties;

/** One store of properties: texts by key, kept as long as the runtime. */
export class PropertyStore extends ServiceObject implements PropertiesContract {
  readonly serviceName = 'Properties';
  readonly #texts = new Map<string, string>();

  getProperty(key: unknown): string | null {
    return this.#texts.get(String(key)) ?? null;
  }

  setProperty(key: unknown, value: unknown): this {
    const text = String(value);
    if (Buffer.byteLength(text) > VALUE_LIMIT) throw new Error('Argument too large: value');
    const before = this.#texts.get(String(key));
    const size =
      this.#size() - (before === undefined ? 0 : Buffer.byteLength(before)) + Buffer.byteLength(text);
    if (size > STORE_LIMIT) {
      throw new Error(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.#texts.set(String(key), text);
    return this;
  }

  setProperties(properties: { readonly [key: string]: unknown }, deleteAllOthers = false): this {
    if (deleteAllOthers) this.#texts.clear();
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, value);
    return this;
  }

  getProperties(): { [key: string]: string } {
    return Object.fromEntries(this.#texts);
  }

  getKeys(): string[] {
    return [...this.#texts.keys()];
  }

  deleteProperty(key: unknown): this {
    this.#texts.delete(String(key));
    return this;
  }

  deleteAllProperties(): this {
    this.#texts.clear();
    return this;
  }

  #size(): number {
    let size = 0;
    for (const [key, value] of this.#texts) size += Buffer.byteLength(key) + Buffer.byteLength(value);
    return size;
  }
}

/** The three stores; they outlive executions, and a copy of the document does not carry them. */
export interface PropertyStores {
  /** `null` outside a document. */
  readonly document: PropertyStore | null;
  readonly script: PropertyStore;
  readonly user: PropertyStore;
}

export const newPropertyStores = (inDocument = true): PropertyStores => ({
  document: inDocument ? new PropertyStore() : null,
  script: new PropertyStore(),
  user: new PropertyStore(),
});

type Contract = GoogleAppsScript.Properties.PropertiesService;

export class PropertiesServices
  extends ServiceObject
  implements Pick<Contract, 'getScriptProperties' | 'getUserProperties'>
{
  readonly serviceName = 'PropertiesService';

  readonly #stores: PropertyStores;

  constructor(stores: PropertyStores) {
    super();
    this.#stores = stores;
  }

  getDocumentProperties(): PropertyStore | null {
    return this.#stores.document;
  }

  getScriptProperties(): PropertyStore {
    return this.#stores.script;
  }

  getUserProperties(): PropertyStore {
    return this.#stores.user;
  }
}
