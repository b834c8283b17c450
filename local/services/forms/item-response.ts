import type { FormAnswer, FormItem } from '../../model/forms/form';
import { ServiceObject } from '../bridge';
import type { Item } from './items';

/** The answer to one question. */
export class ItemResponse extends ServiceObject {
  readonly serviceName = 'ItemResponse';
  readonly #item: FormItem;
  readonly #answer: FormAnswer;
  readonly #wrap: () => Item;

  constructor(item: FormItem, answer: FormAnswer, wrap: () => Item) {
    super();
    this.#item = item;
    this.#answer = answer;
    this.#wrap = wrap;
  }

  static answerOf(response: ItemResponse): readonly [item: number, answer: FormAnswer] {
    return [response.#item.id, response.#answer];
  }

  getItem(): Item {
    return this.#wrap();
  }

  /** A text, the choices ticked, or for grids one entry per row, `null` where nothing was chosen. */
  getResponse(): unknown {
    const answer = this.#answer;
    if (typeof answer === 'string') return answer;
    if (!this.#item.kind.endsWith('GRID')) return [...answer];
    return answer.map((part) => (part.length === 0 ? null : part));
  }
}
