import { ServiceObject } from '../bridge';

/** One of the choices of a question. */
export class Choice extends ServiceObject {
  readonly serviceName = 'Choice';
  readonly #value: string;

  constructor(value: string) {
    super();
    this.#value = value;
  }

  getValue(): string {
    return this.#value;
  }
}
