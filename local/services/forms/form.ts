import type { Account } from '../../model/account';
import type { FormModel } from '../../model/forms/form';
import { ServiceObject } from '../bridge';
import { FormResponse } from './form-response';
import {
  AnyItem,
  CheckboxGridItem,
  CheckboxItem,
  GridItem,
  Item,
  ListItem,
  MultipleChoiceItem,
  PageBreakItem,
  ParagraphTextItem,
  SectionHeaderItem,
  TextItem,
} from './items';

/** A form, as scripts see it. */
export class Form extends ServiceObject {
  readonly serviceName = 'Form';
  readonly #account: Account;
  readonly #model: FormModel;

  constructor(account: Account, model: FormModel) {
    super();
    this.#account = account;
    this.#model = model;
  }

  getId(): string {
    return this.#model.id;
  }
  getEditUrl(): string {
    return this.#model.editUrl;
  }
  getPublishedUrl(): string {
    return this.#model.publishedUrl;
  }
  getSummaryUrl(): string {
    return this.#model.viewUrl.replace(/viewform$/, 'viewanalytics');
  }

  getTitle(): string {
    return this.#model.title;
  }
  setTitle(title: string): this {
    this.#model.title = title;
    return this;
  }
  getDescription(): string {
    return this.#model.description;
  }
  setDescription(description: string): this {
    this.#model.description = description;
    return this;
  }
  getConfirmationMessage(): string {
    return this.#model.confirmation;
  }
  setConfirmationMessage(message: string): this {
    this.#model.confirmation = message;
    return this;
  }
  getCustomClosedFormMessage(): string {
    return this.#model.closedMessage;
  }
  setCustomClosedFormMessage(message: string): this {
    this.#model.closedMessage = message;
    return this;
  }

  collectsEmail(): boolean {
    return this.#model.collectsEmail;
  }
  setCollectEmail(collect: boolean): this {
    this.#model.collectsEmail = collect;
    this.#model.onChange();
    return this;
  }
  isAcceptingResponses(): boolean {
    return this.#model.acceptsResponses;
  }
  setAcceptingResponses(enabled: boolean): this {
    this.#model.acceptsResponses = enabled;
    return this;
  }
  canEditResponse(): boolean {
    return this.#model.allowsEdits;
  }
  setAllowResponseEdits(enabled: boolean): this {
    this.#model.allowsEdits = enabled;
    return this;
  }
  hasLimitOneResponsePerUser(): boolean {
    return this.#model.oneResponsePerUser;
  }
  setLimitOneResponsePerUser(enabled: boolean): this {
    this.#model.oneResponsePerUser = enabled;
    return this;
  }
  hasRespondAgainLink(): boolean {
    return this.#model.respondAgainLink;
  }
  setShowLinkToRespondAgain(enabled: boolean): this {
    this.#model.respondAgainLink = enabled;
    return this;
  }
  hasProgressBar(): boolean {
    return this.#model.progressBar;
  }
  setProgressBar(enabled: boolean): this {
    this.#model.progressBar = enabled;
    return this;
  }
  getShuffleQuestions(): boolean {
    return this.#model.shuffled;
  }
  setShuffleQuestions(shuffle: boolean): this {
    this.#model.shuffled = shuffle;
    return this;
  }

  addTextItem(): TextItem {
    return new TextItem(this.#model, this.#model.addItem('TEXT'));
  }
  addParagraphTextItem(): ParagraphTextItem {
    return new ParagraphTextItem(this.#model, this.#model.addItem('PARAGRAPH_TEXT'));
  }
  addListItem(): ListItem {
    return new ListItem(this.#model, this.#model.addItem('LIST'));
  }
  addMultipleChoiceItem(): MultipleChoiceItem {
    return new MultipleChoiceItem(this.#model, this.#model.addItem('MULTIPLE_CHOICE'));
  }
  addCheckboxItem(): CheckboxItem {
    return new CheckboxItem(this.#model, this.#model.addItem('CHECKBOX'));
  }
  addGridItem(): GridItem {
    return new GridItem(this.#model, this.#model.addItem('GRID'));
  }
  addCheckboxGridItem(): CheckboxGridItem {
    return new CheckboxGridItem(this.#model, this.#model.addItem('CHECKBOX_GRID'));
  }
  addSectionHeaderItem(): SectionHeaderItem {
    return new SectionHeaderItem(this.#model, this.#model.addItem('SECTION_HEADER'));
  }
  addPageBreakItem(): PageBreakItem {
    return new PageBreakItem(this.#model, this.#model.addItem('PAGE_BREAK'));
  }

  /** All items, or those of a kind. */
  getItems(itemType?: string): Item[] {
    return this.#model.items
      .filter(({ kind }) => itemType === undefined || kind === itemType)
      .map((item) => new Item(this.#model, item));
  }
  getItemById(id: number): Item | null {
    const item = this.#model.item(id);
    return item && new Item(this.#model, item);
  }
  deleteItem(item: AnyItem | number): void {
    const found = typeof item === 'number' ? this.#model.items[item] : this.#model.item(item.getId());
    if (!found) throw new Error('Invalid item index.');
    this.#model.removeItem(found);
  }
  moveItem(item: AnyItem | number, toIndex: number): Item {
    const found = typeof item === 'number' ? this.#model.items[item] : this.#model.item(item.getId());
    if (!found || toIndex < 0 || toIndex >= this.#model.items.length) throw new Error('Invalid item index.');
    this.#model.moveItem(found, toIndex);
    return new Item(this.#model, found);
  }

  createResponse(): FormResponse {
    return new FormResponse(this.#account, this.#model, null);
  }
  /** All responses, or those that came at an instant or later. */
  getResponses(timestamp?: Date): FormResponse[] {
    const from = timestamp?.getTime() ?? -Infinity;
    return this.#model.responses
      .filter(({ at }) => at >= from)
      .map((sent) => new FormResponse(this.#account, this.#model, sent));
  }
  getResponse(responseId: string): FormResponse {
    const sent = this.#model.response(responseId);
    if (!sent) throw new Error('Failed to retrieve form response. The response ID is invalid.');
    return new FormResponse(this.#account, this.#model, sent);
  }
  /** The rows of the linked tab stay. */
  deleteResponse(responseId: string): this {
    const at = this.#model.responses.findIndex(({ id }) => id === responseId);
    if (at !== -1) this.#model.responses.splice(at, 1);
    return this;
  }
  deleteAllResponses(): this {
    this.#model.responses.splice(0);
    return this;
  }

  getDestinationId(): string {
    if (this.#model.destinationId === null) {
      throw new Error('The form currently has no response destination.');
    }
    return this.#model.destinationId;
  }
  getDestinationType(): string {
    this.getDestinationId();
    return 'SPREADSHEET';
  }
  setDestination(type: unknown, id: string): this {
    if (String(type) !== 'SPREADSHEET') throw new Error('Invalid argument: type');
    this.#account.linkForm(this.#model, id);
    return this;
  }
  removeDestination(): this {
    this.#account.unlinkForm(this.#model);
    return this;
  }
}
