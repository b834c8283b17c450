import { hasShape } from '../../model/forms/check-answer';
import type { FormAnswer, FormItem, FormModel, ItemKind } from '../../model/forms/form';
import { ServiceObject } from '../bridge';
import { Choice } from './choice';
import { ItemResponse } from './item-response';
import {
  Validation,
  type CheckboxGridValidation,
  type CheckboxValidation,
  type GridValidation,
  type ParagraphTextValidation,
  type TextValidation,
} from './validation';

/** What every line of a form has. Scripts change the model through it; the linked tab follows each change. */
export abstract class AnyItem extends ServiceObject {
  readonly #form: FormModel;
  readonly #item: FormItem;

  constructor(form: FormModel, item: FormItem) {
    super();
    this.#form = form;
    this.#item = item;
  }

  static modelOf(item: AnyItem): FormItem {
    return item.#item;
  }

  static formOf(item: AnyItem): FormModel {
    return item.#form;
  }

  /** Changes the item and says so to the form. */
  protected static change<Made extends AnyItem>(made: Made, changes: Partial<FormItem>): Made {
    Object.assign(made.#item, changes);
    made.#form.onChange();
    return made;
  }

  getId(): number {
    return this.#item.id;
  }
  getIndex(): number {
    return this.#form.items.indexOf(this.#item);
  }
  getTitle(): string {
    return this.#item.title;
  }
  getHelpText(): string {
    return this.#item.help;
  }
  getType(): string {
    return this.#item.kind;
  }
  setTitle(title: string): this {
    return AnyItem.change(this, { title });
  }
  setHelpText(text: string): this {
    return AnyItem.change(this, { help: text });
  }
}

abstract class Question extends AnyItem {
  isRequired(): boolean {
    return AnyItem.modelOf(this).required;
  }
  setRequired(enabled: boolean): this {
    return AnyItem.change(this, { required: enabled });
  }

  protected static answer(item: Question, answer: FormAnswer): ItemResponse {
    const model = AnyItem.modelOf(item);
    if (!hasShape(model, answer)) {
      throw new Error(`Invalid response submitted to ${WORDS[model.kind] ?? 'text'} question.`);
    }
    const form = AnyItem.formOf(item);
    return new ItemResponse(model, answer, () => new Item(form, model));
  }
}

const WORDS: Readonly<Partial<Record<FormItem['kind'], string>>> = {
  CHECKBOX: 'checkbox',
  CHECKBOX_GRID: 'checkbox grid',
  GRID: 'grid',
  LIST: 'list',
  MULTIPLE_CHOICE: 'multiple choice',
};

export class TextItem extends Question {
  readonly serviceName = 'TextItem';

  createResponse(response: string): ItemResponse {
    return Question.answer(this, response);
  }
  setValidation(validation: TextValidation): this {
    return AnyItem.change(this, { rule: Validation.ruleOf(validation) });
  }
  clearValidation(): this {
    return AnyItem.change(this, { rule: null });
  }
}

export class ParagraphTextItem extends Question {
  readonly serviceName = 'ParagraphTextItem';

  createResponse(response: string): ItemResponse {
    return Question.answer(this, response);
  }
  setValidation(validation: ParagraphTextValidation): this {
    return AnyItem.change(this, { rule: Validation.ruleOf(validation) });
  }
  clearValidation(): this {
    return AnyItem.change(this, { rule: null });
  }
}

abstract class ChoiceQuestion extends Question {
  createChoice(value: string): Choice {
    return new Choice(value);
  }
  getChoices(): Choice[] {
    return AnyItem.modelOf(this).choices.map((value) => new Choice(value));
  }
  setChoiceValues(values: string[]): this {
    return AnyItem.change(this, { choices: usable(values, 'values') });
  }
  setChoices(choices: Choice[]): this {
    const values = choices.map((choice) => choice.getValue());
    return AnyItem.change(this, { choices: usable(values, 'choices') });
  }
}

export class ListItem extends ChoiceQuestion {
  readonly serviceName = 'ListItem';

  createResponse(response: string): ItemResponse {
    return Question.answer(this, response);
  }
}

export class MultipleChoiceItem extends ChoiceQuestion {
  readonly serviceName = 'MultipleChoiceItem';

  createResponse(response: string): ItemResponse {
    return Question.answer(this, response);
  }
  hasOtherOption(): boolean {
    return AnyItem.modelOf(this).other;
  }
  showOtherOption(enabled: boolean): this {
    return AnyItem.change(this, { other: enabled });
  }
}

export class CheckboxItem extends ChoiceQuestion {
  readonly serviceName = 'CheckboxItem';

  createResponse(responses: string[]): ItemResponse {
    return Question.answer(this, responses);
  }
  hasOtherOption(): boolean {
    return AnyItem.modelOf(this).other;
  }
  showOtherOption(enabled: boolean): this {
    return AnyItem.change(this, { other: enabled });
  }
  setValidation(validation: CheckboxValidation): this {
    return AnyItem.change(this, { rule: Validation.ruleOf(validation) });
  }
  clearValidation(): this {
    return AnyItem.change(this, { rule: null });
  }
}

abstract class GridQuestion extends Question {
  getRows(): string[] {
    return [...AnyItem.modelOf(this).rows];
  }
  getColumns(): string[] {
    return [...AnyItem.modelOf(this).columns];
  }
  setRows(rows: string[]): this {
    return AnyItem.change(this, { rows: usable(rows, 'rows') });
  }
  setColumns(columns: string[]): this {
    return AnyItem.change(this, { columns: usable(columns, 'columns') });
  }
  clearValidation(): this {
    return AnyItem.change(this, { rule: null });
  }
}

export class GridItem extends GridQuestion {
  readonly serviceName = 'GridItem';

  createResponse(responses: string[]): ItemResponse {
    return Question.answer(
      this,
      responses.map((choice: string | null) => choice ?? ''),
    );
  }
  setValidation(validation: GridValidation): this {
    return AnyItem.change(this, { rule: Validation.ruleOf(validation) });
  }
}

export class CheckboxGridItem extends GridQuestion {
  readonly serviceName = 'CheckboxGridItem';

  createResponse(responses: string[][]): ItemResponse {
    return Question.answer(
      this,
      responses.map((choices: string[] | null) => choices ?? []),
    );
  }
  setValidation(validation: CheckboxGridValidation): this {
    return AnyItem.change(this, { rule: Validation.ruleOf(validation) });
  }
}

export class SectionHeaderItem extends AnyItem {
  readonly serviceName = 'SectionHeaderItem';
}

export class PageBreakItem extends AnyItem {
  readonly serviceName = 'PageBreakItem';
}

/** An item whose kind the script must say before it uses what only that kind has. */
export class Item extends AnyItem {
  readonly serviceName = 'Item';

  asTextItem(): TextItem {
    return new TextItem(...asKind(this, 'TEXT'));
  }
  asParagraphTextItem(): ParagraphTextItem {
    return new ParagraphTextItem(...asKind(this, 'PARAGRAPH_TEXT'));
  }
  asListItem(): ListItem {
    return new ListItem(...asKind(this, 'LIST'));
  }
  asMultipleChoiceItem(): MultipleChoiceItem {
    return new MultipleChoiceItem(...asKind(this, 'MULTIPLE_CHOICE'));
  }
  asCheckboxItem(): CheckboxItem {
    return new CheckboxItem(...asKind(this, 'CHECKBOX'));
  }
  asGridItem(): GridItem {
    return new GridItem(...asKind(this, 'GRID'));
  }
  asCheckboxGridItem(): CheckboxGridItem {
    return new CheckboxGridItem(...asKind(this, 'CHECKBOX_GRID'));
  }
  asSectionHeaderItem(): SectionHeaderItem {
    return new SectionHeaderItem(...asKind(this, 'SECTION_HEADER'));
  }
  asPageBreakItem(): PageBreakItem {
    return new PageBreakItem(...asKind(this, 'PAGE_BREAK'));
  }
}

function asKind(item: Item, kind: ItemKind): [FormModel, FormItem] {
  const model = AnyItem.modelOf(item);
  if (model.kind !== kind) throw new Error(`Invalid conversion for item type: ${model.kind}.`);
  return [AnyItem.formOf(item), model];
}

/** Choices as the platform takes them: at least one, none empty, none twice. */
function usable(values: readonly string[], name: string): string[] {
  if (values.length === 0) throw new Error(`Array is empty: ${name}`);
  const texts = values.map(String);
  if (texts.some((text) => text.trim() === '')) throw new Error('Invalid data updating form.');
  if (new Set(texts).size !== texts.length) {
    throw new Error('Questions cannot have duplicate choice values.');
  }
  return texts;
}
