import type { Account } from '../../model/account';
import type { FormModel } from '../../model/forms/form';
import { ServiceObject } from '../bridge';
import * as enums from './enums';
import { Form } from './form';
import {
  CheckboxGridValidationBuilder,
  CheckboxValidationBuilder,
  GridValidationBuilder,
  ParagraphTextValidationBuilder,
  TextValidationBuilder,
} from './validation';

/** `FormApp`: the forms of the account. */
export class FormApps extends ServiceObject {
  readonly serviceName = 'FormApp';
  readonly Alignment = enums.ALIGNMENTS;
  readonly DestinationType = enums.DESTINATION_TYPES;
  readonly FeedbackType = enums.FEEDBACK_TYPES;
  readonly ItemType = enums.ITEM_TYPES;
  readonly PageNavigationType = enums.PAGE_NAVIGATION_TYPES;
  readonly #account: Account;

  constructor(account: Account) {
    super();
    this.#account = account;
  }

  /** The title names the file; respondents see a title only once it is set. */
  create(title: string): Form {
    if (typeof title !== 'string' || title === '') throw new Error('Invalid argument: title');
    return new Form(this.#account, this.#account.createForm(title));
  }

  openById(id: string): Form {
    return this.#open(this.#account.forms.find((form) => form.id === id));
  }

  /** By the address of the editor, or the one that a linked tab gives. */
  openByUrl(url: string): Form {
    return this.#open(this.#account.forms.find((form) => form.editUrl === url || form.viewUrl === url));
  }

  /** `null`: the script is bound to a spreadsheet. */
  getActiveForm(): Form | null {
    return null;
  }

  createTextValidation(): TextValidationBuilder {
    return new TextValidationBuilder();
  }
  createParagraphTextValidation(): ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder();
  }
  createCheckboxValidation(): CheckboxValidationBuilder {
    return new CheckboxValidationBuilder();
  }
  createGridValidation(): GridValidationBuilder {
    return new GridValidationBuilder();
  }
  createCheckboxGridValidation(): CheckboxGridValidationBuilder {
    return new CheckboxGridValidationBuilder();
  }

  #open(form: FormModel | undefined): Form {
    if (form) return new Form(this.#account, form);
    throw new Error(
      'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
    );
  }
}
