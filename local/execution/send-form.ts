import type { Account } from '../model/account';
import { refusalsOf, type Refusal } from '../model/forms/check-answer';
import { asks, type FormAnswer, type FormAnswers, type FormModel } from '../model/forms/form';
import type { ResponseRow } from '../model/forms/response-sheet';
import type { EventOf } from '../execution';

/** Answers by title of question; with two questions of the same title, by identifier. */
export type GivenAnswers = Readonly<Record<string, FormAnswer>>;

export interface SendOptions {
  /** The respondent's address. */
  readonly email?: string;
  /** Identifier of the response that these answers replace. */
  readonly edit?: string;
  /** What the platform loses when many answer at once: the event, or the row too; the form keeps the answer. */
  readonly loses?: 'event' | 'row';
  /** Hears that a trigger failed, instead of having it thrown. */
  readonly onFailure?: (error: unknown) => void;
}

/** Answers that arrived, or why they could not be sent. */
export type FormDelivery =
  | {
      readonly status: 'sent';
      readonly responseId: string;
      /** Row in the linked tab; `null` when the form has none. */
      readonly row: number | null;
    }
  | { readonly status: 'refused'; readonly refusals: readonly Refusal[] };

/** What sending a form needs of the runtime. */
interface FormRuntime {
  readonly account: Account;
  fire(eventType: 'ON_FORM_SUBMIT', sourceId: string, event: EventOf): void;
}

/** Answers a form as a respondent does. Throws when there is no such form or question, or when a trigger fails. */
export function sendForm(
  runtime: FormRuntime,
  wanted: string,
  given: GivenAnswers,
  { email = '', edit, loses, onFailure }: SendOptions,
): FormDelivery {
  const { account } = runtime;
  account.settle();
  const form = account.form(wanted);
  if (!form) throw new Error(`There is no form "${wanted}".`);
  const answers = answersOf(form, given);
  const refusals = [...refusalsOf(form, email, answers), ...alreadyAnswered(form, email, edit)];
  if (refusals.length > 0) return { status: 'refused', refusals };
  const response = keep(account, form, form.collectsEmail ? email : '', answers, edit);
  const arrived = loses === 'row' ? null : account.deliver(form, response);
  const { destinationId } = form;
  if (arrived && destinationId !== null && loses === undefined) {
    try {
      runtime.fire('ON_FORM_SUBMIT', destinationId, eventOf(arrived));
    } catch (error) {
      if (!onFailure) throw error;
      onFailure(error);
    }
  }
  return { status: 'sent', responseId: response.id, row: arrived?.row ?? null };
}

/** A form that takes one answer per person knows people by their address. */
function alreadyAnswered(form: FormModel, email: string, edit: string | undefined): Refusal[] {
  const known = form.responses.some((response) => response.email === email && email !== '');
  if (!form.oneResponsePerUser || edit !== undefined || !known) return [];
  return [{ item: null, message: 'Vous avez déjà répondu. Une seule réponse est acceptée par personne.' }];
}

function keep(
  account: Account,
  form: FormModel,
  email: string,
  answers: ReadonlyMap<number, FormAnswer>,
  edit: string | undefined,
): FormAnswers {
  if (edit === undefined) return form.newResponse(account.now(), email, answers);
  const response = form.response(edit);
  if (!response) throw new Error(`The form has no response "${edit}".`);
  if (!form.allowsEdits) throw new Error('The form does not let respondents edit their answers.');
  return Object.assign(response, { at: account.now(), email, answers });
}

function answersOf(form: FormModel, given: GivenAnswers): Map<number, FormAnswer> {
  const answers = new Map<number, FormAnswer>();
  for (const [title, answer] of Object.entries(given)) {
    const item =
      form.question(title) ?? form.items.find((one) => asks(one) && String(one.id) === title) ?? null;
    if (!item) {
      const known = form.items.filter(asks).map((one) => one.title);
      throw new Error(`The form has no question "${title}"; it has: ${known.join(', ')}.`);
    }
    answers.set(item.id, answer);
  }
  return answers;
}

/** The event of a linked spreadsheet. */
const eventOf =
  ({ sheet, row, columns, values, namedValues }: ResponseRow): EventOf =>
  (spreadsheet) => ({
    values,
    namedValues,
    range: spreadsheet
      .getSheets()
      .find(({ model }) => model === sheet)
      ?.getRange(row, 1, 1, columns),
  });
