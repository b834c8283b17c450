import { wallClock } from '../domain/instant';
import { matchKey } from '../workbook/text-match';
import { serialOfDate } from './cells';
import { logFailure } from './log';
import type { OpenSpreadsheet } from './spreadsheet';

type Form = GoogleAppsScript.Forms.Form;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A form as it is wanted. */
export interface FormPlan {
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  readonly questions: readonly FormQuestion[];
}

export interface FormQuestion {
  /** What the house knows the question by, whatever becomes of its title. */
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly answer: FormAnswer;
}

export type FormAnswer =
  | { readonly kind: 'text' }
  | { readonly kind: 'paragraph' }
  /** A whole number; `refusal` is what a respondent reads who types something else. */
  | { readonly kind: 'number'; readonly least: number; readonly greatest: number; readonly refusal: string }
  | { readonly kind: 'one' | 'several'; readonly choices: readonly string[] };

/** What has to be remembered of a form: numbers of its questions, and of the tab that receives the answers. */
export interface LinkedForm {
  readonly sheetId: number;
  readonly items: Readonly<Record<string, number>>;
}

/** A form just made, and the tab that receives its answers. */
export interface MadeForm extends LinkedForm {
  readonly sheet: Sheet;
  /** Address for who answers. */
  readonly address: string;
}

/**
 * Makes a form whose answers come to this spreadsheet. The tab that receives them has a name in the language of the
 * account: it is known as the one that a form has and that was not there before.
 */
export function createForm(book: OpenSpreadsheet, plan: FormPlan): MadeForm {
  const before = new Set(book.file.getSheets().map((sheet) => sheet.getSheetId()));
  const form = FormApp.create(plan.title);
  form
    .setTitle(plan.title)
    .setDescription(plan.description)
    .setConfirmationMessage(plan.confirmation)
    .setCollectEmail(true)
    .setAllowResponseEdits(true);
  const items = Object.fromEntries(
    plan.questions.map((question) => [question.key, addQuestion(form, question)]),
  );
  form.setDestination(FormApp.DestinationType.SPREADSHEET, book.file.getId());
  publish(form);
  SpreadsheetApp.flush();
  const sheet = SpreadsheetApp.openById(book.file.getId())
    .getSheets()
    .find((one) => !before.has(one.getSheetId()) && one.getFormUrl() !== null);
  if (sheet === undefined) throw new Error('The form has no tab in the spreadsheet.');
  return { sheet, sheetId: sheet.getSheetId(), items, address: form.getPublishedUrl() };
}

/** Some accounts make forms that nobody can answer until they are published; others do not know the word. */
function publish(form: Form & { readonly setPublished?: (published: boolean) => unknown }): void {
  if ('setPublished' in form) form.setPublished?.(true);
}

function addQuestion(form: Form, { title, help, required, answer }: FormQuestion): number {
  switch (answer.kind) {
    case 'text':
      return form.addTextItem().setTitle(title).setHelpText(help).setRequired(required).getId();
    case 'paragraph':
      return form.addParagraphTextItem().setTitle(title).setHelpText(help).setRequired(required).getId();
    case 'number': {
      const rule = FormApp.createTextValidation()
        .setHelpText(answer.refusal)
        .requireNumberBetween(answer.least, answer.greatest);
      const item = form.addTextItem().setTitle(title).setHelpText(help).setRequired(required);
      return item.setValidation(rule.build()).getId();
    }
    case 'one':
      return form
        .addListItem()
        .setTitle(title)
        .setHelpText(help)
        .setRequired(required)
        .setChoiceValues([...answer.choices])
        .getId();
    case 'several':
      return form
        .addCheckboxItem()
        .setTitle(title)
        .setHelpText(help)
        .setRequired(required)
        .setChoiceValues([...answer.choices])
        .getId();
  }
}

/** An answer as its form keeps it. */
export interface SentForm {
  /** Date and time, as a cell holds them. */
  readonly at: number;
  readonly email: string;
  /** By folded title of the question; asked of the platform when called. */
  readonly answers: () => ReadonlyMap<string, string>;
}

/** The form that sends its answers to a tab, found through that tab; `null` when it is gone or out of reach. */
export class FormOfSheet {
  private constructor(
    private readonly form: Form,
    private readonly items: LinkedForm['items'],
  ) {}

  static open(sheet: Sheet | null, items: LinkedForm['items']): FormOfSheet | null {
    const url = sheet?.getFormUrl() ?? null;
    if (url === null) return null;
    try {
      return new FormOfSheet(FormApp.openByUrl(url), items);
    } catch (error) {
      logFailure(error);
      return null;
    }
  }

  get address(): string {
    return this.form.getPublishedUrl();
  }

  /** Titles of the questions as they read today, by key; a question that was deleted is not there. */
  titles(): ReadonlyMap<string, string> {
    return new Map(
      Object.entries(this.items).flatMap(([key, id]): [string, string][] => {
        const item = this.find(id);
        return item === null ? [] : [[key, item.getTitle()]];
      }),
    );
  }

  /** Gives a question other choices. @returns whether they were others */
  offer(key: string, choices: readonly string[]): boolean {
    const item = this.find(this.items[key]);
    if (item === null || choices.length === 0) return false;
    const offered = [...choices];
    if (item.getType() === FormApp.ItemType.CHECKBOX) {
      const question = item.asCheckboxItem();
      if (same(question.getChoices(), offered)) return false;
      question.setChoiceValues(offered);
      return true;
    }
    if (item.getType() === FormApp.ItemType.LIST) {
      const question = item.asListItem();
      if (same(question.getChoices(), offered)) return false;
      question.setChoiceValues(offered);
      return true;
    }
    return false;
  }

  /** How many answers the form has. */
  count(): number {
    return this.form.getResponses().length;
  }

  /** Every answer as the form keeps it, whatever became of its row; times as cells hold them. */
  sent(timeZone: string): readonly SentForm[] {
    const clock = wallClock(timeZone);
    return this.form.getResponses().map((response) => ({
      at: serialOfDate(new Date(response.getTimestamp().getTime()), clock),
      email: response.getRespondentEmail(),
      answers: () =>
        new Map(
          response
            .getItemResponses()
            .map((one) => [matchKey(one.getItem().getTitle()), textOfAnswer(one.getResponse())]),
        ),
    }));
  }

  private find(id: number | undefined): GoogleAppsScript.Forms.Item | null {
    if (id === undefined) return null;
    try {
      // The platform gives null for a question that was deleted, whatever its types say.
      const item: GoogleAppsScript.Forms.Item | null = this.form.getItemById(id);
      return item;
    } catch {
      return null;
    }
  }
}

/** As the platform writes it in a cell: choices ticked are joined. */
function textOfAnswer(answer: string | readonly string[] | readonly (readonly string[])[]): string {
  return typeof answer === 'string' ? answer : answer.map(String).join(', ');
}

function same(choices: readonly GoogleAppsScript.Forms.Choice[], wanted: readonly string[]): boolean {
  return (
    choices.length === wanted.length && choices.every((choice, index) => choice.getValue() === wanted[index])
  );
}

/** Has a function called at each answer to a form of this spreadsheet; one such trigger is enough for all forms. */
export function listenToForms(book: OpenSpreadsheet, entryPoint: string): void {
  if (!isListening(book, entryPoint))
    ScriptApp.newTrigger(entryPoint).forSpreadsheet(book.file).onFormSubmit().create();
}

/** Whether whoever runs the script has a function called at each answer. */
export function isListening(book: OpenSpreadsheet, entryPoint: string): boolean {
  return ScriptApp.getUserTriggers(book.file).some((trigger) => trigger.getHandlerFunction() === entryPoint);
}

/** The part of a form-submit event that can be relied on: where the answer was written. */
export interface FormSubmission {
  readonly range?: {
    getRow(): number;
    getSheet(): { getSheetId(): number };
  };
}

export interface SubmittedRow {
  readonly sheetId: number;
  readonly row: number;
}

/** Where the answer of an event was written; `null` when the event does not say it. */
export function submittedRow(event: FormSubmission | undefined): SubmittedRow | null {
  const range = event?.range;
  return range === undefined ? null : { sheetId: range.getSheet().getSheetId(), row: range.getRow() };
}
