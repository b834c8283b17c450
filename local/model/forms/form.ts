import type { AnswerRule } from './rules';

/** Kinds of items, by their platform name; sections and page breaks ask nothing. */
export type ItemKind =
  | 'TEXT'
  | 'PARAGRAPH_TEXT'
  | 'LIST'
  | 'MULTIPLE_CHOICE'
  | 'CHECKBOX'
  | 'GRID'
  | 'CHECKBOX_GRID'
  | 'SECTION_HEADER'
  | 'PAGE_BREAK';

/** One line of a form: a question, a title or a page break. */
export interface FormItem {
  readonly id: number;
  readonly kind: ItemKind;
  title: string;
  help: string;
  required: boolean;
  /** For lists, multiple choices and boxes. */
  choices: readonly string[];
  /** Whether respondents may type a choice of their own. */
  other: boolean;
  /** For grids. */
  rows: readonly string[];
  columns: readonly string[];
  rule: AnswerRule | null;
}

/** A text; the choices ticked; the choice of each row of a grid (`''`: none), or the choices of each row. */
export type FormAnswer = string | readonly string[] | readonly (readonly string[])[];

/** What one person sent; editing it keeps its identifier. */
export interface FormAnswers {
  readonly id: string;
  /** Instant of the (last) sending, in milliseconds. */
  at: number;
  /** Empty when the form does not collect addresses. */
  email: string;
  /** By item. */
  answers: ReadonlyMap<number, FormAnswer>;
}

const FIRST_ITEM_ID = 1_000_001;

/** A form in memory: its questions, its settings and what was answered. */
export class FormModel {
  title = '';
  description = '';
  confirmation = '';
  closedMessage = '';
  collectsEmail = false;
  acceptsResponses = true;
  allowsEdits = false;
  oneResponsePerUser = false;
  respondAgainLink = true;
  progressBar = false;
  shuffled = false;
  readonly items: FormItem[] = [];
  readonly responses: FormAnswers[] = [];
  /** Identifier of the spreadsheet to which answers go. */
  destinationId: string | null = null;
  /** Called after each change of the questions: the linked tab follows. */
  onChange: () => void = () => undefined;
  private madeItems = 0;
  private madeResponses = 0;

  /** @param name the name of the file; the title that respondents see stays empty until it is set */
  constructor(
    readonly id: string,
    readonly name: string,
    /** That of the account that made it: the linked tab and its first headers are in it. */
    readonly language: 'fr' | 'en' = 'fr',
  ) {}

  get editUrl(): string {
    return `https://docs.google.com/forms/d/${this.id}/edit`;
  }

  /** The address that a linked tab knows its form by. */
  get viewUrl(): string {
    return `https://docs.google.com/forms/d/${this.id}/viewform`;
  }

  get publishedUrl(): string {
    return `https://docs.google.com/forms/d/e/${this.publishedId}/viewform`;
  }

  /** What stands for the form in the address given to respondents. */
  get publishedId(): string {
    return `public-${this.id}`;
  }

  addItem(kind: ItemKind): FormItem {
    const item: FormItem = {
      id: FIRST_ITEM_ID + this.madeItems++,
      kind,
      title: '',
      help: '',
      required: false,
      choices: ['LIST', 'MULTIPLE_CHOICE', 'CHECKBOX'].includes(kind) ? [''] : [],
      other: false,
      rows: kind.endsWith('GRID') ? [''] : [],
      columns: kind.endsWith('GRID') ? [''] : [],
      rule: null,
    };
    this.items.push(item);
    this.onChange();
    return item;
  }

  item(id: number): FormItem | null {
    return this.items.find((item) => item.id === id) ?? null;
  }

  /** The first question of that title, or `null`. */
  question(title: string): FormItem | null {
    return this.items.find((item) => asks(item) && item.title === title) ?? null;
  }

  removeItem(item: FormItem): void {
    this.items.splice(this.items.indexOf(item), 1);
    this.onChange();
  }

  moveItem(item: FormItem, index: number): void {
    this.items.splice(this.items.indexOf(item), 1);
    this.items.splice(index, 0, item);
    this.onChange();
  }

  newResponse(at: number, email: string, answers: ReadonlyMap<number, FormAnswer>): FormAnswers {
    const response = { id: `${this.id}-response-${++this.madeResponses}`, at, email, answers };
    this.responses.push(response);
    return response;
  }

  response(id: string): FormAnswers | null {
    return this.responses.find((response) => response.id === id) ?? null;
  }
}

/** Whether an item waits for an answer. */
export const asks = (item: FormItem): boolean => item.kind !== 'SECTION_HEADER' && item.kind !== 'PAGE_BREAK';
