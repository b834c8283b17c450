import { ServiceObject } from './bridge';

export class DeveloperMetadata extends ServiceObject {
  readonly serviceName = 'DeveloperMetadata';
  constructor(
    private readonly store: Map<string, string>,
    private readonly key: string,
  ) {
    super();
  }
  getKey(): string {
    return this.key;
  }
  getValue(): string | null {
    return this.store.get(this.key) ?? null;
  }
  setValue(value: string): this {
    this.store.set(this.key, value);
    return this;
  }
  remove(): void {
    this.store.delete(this.key);
  }
}
