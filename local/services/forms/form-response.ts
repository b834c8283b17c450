import type { Account } from '../../model/account';
import type { FormAnswer, FormAnswers, FormModel } from '../../model/forms/form';
import { ServiceObject } from '../bridge';
import { ItemResponse } from './item-response';
import { AnyItem, Item } from './items';

/** One sending of a form: a draft until it is submitted. */
export class FormResponse extends ServiceObject {
  readonly serviceName = 'FormResponse';
  readonly #account: Account;
  readonly #form: FormModel;
  readonly #draft = new Map<number, FormAnswer>();
  #sent: FormAnswers | null;

  constructor(account: Account, form: FormModel, sent: FormAnswers | null) {
    super();
    this.#account = account;
    this.#form = form;
    this.#sent = sent;
  }

  getId(): string | null {
    return this.#sent?.id ?? null;
  }

  getTimestamp(): Date | null {
    return this.#sent && new Date(this.#sent.at);
  }

  /** Empty when the form does not collect addresses. */
  getRespondentEmail(): string {
    return this.#sent?.email ?? '';
  }

  /** Only the questions answered, in the order of the form. */
  getItemResponses(): ItemResponse[] {
    return this.#form.items.flatMap((item) => {
      const answer = this.#answers().get(item.id);
      return answer === undefined ? [] : [new ItemResponse(item, answer, () => new Item(this.#form, item))];
    });
  }

  getResponseForItem(item: AnyItem): ItemResponse | null {
    const id = item.getId();
    return this.getItemResponses().find((response) => ItemResponse.answerOf(response)[0] === id) ?? null;
  }

  withItemResponse(response: ItemResponse): this {
    if (this.#sent) throw new Error('This response has already been submitted.');
    this.#draft.set(...ItemResponse.answerOf(response));
    return this;
  }

  /** The answer arrives in the linked tab, but no trigger hears of it: a script sent it. */
  submit(): FormResponse {
    if (this.#sent) throw new Error('This response has already been submitted.');
    if (!this.#form.acceptsResponses) throw new Error('This form is not currently accepting responses.');
    const email = this.#form.collectsEmail ? this.#account.owner : '';
    this.#sent = this.#form.newResponse(this.#account.now(), email, new Map(this.#draft));
    this.#account.deliver(this.#form, this.#sent);
    return new FormResponse(this.#account, this.#form, this.#sent);
  }

  getEditResponseUrl(): string {
    return `${this.#form.publishedUrl}?edit2=${this.#sent?.id ?? ''}`;
  }

  /** The address of the form with these answers in it. */
  toPrefilledUrl(): string {
    const entries = [...this.#answers()].flatMap(([id, answer]) =>
      (typeof answer === 'string' ? [answer] : answer.flat()).map(
        (text) => `entry.${id}=${encodeURIComponent(text)}`,
      ),
    );
    return `${this.#form.publishedUrl}?${['usp=pp_url', ...entries].join('&')}`;
  }

  #answers(): ReadonlyMap<number, FormAnswer> {
    return this.#sent?.answers ?? this.#draft;
  }
}
