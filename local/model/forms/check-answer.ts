import type { FormAnswer, FormItem, FormModel } from './form';
import { asks } from './form';
import { isEmail, obeys, obeysCount } from './rules';

/** Characters of an answer, as of a cell. */
const LONGEST_ANSWER = 50_000;

/** Why a respondent cannot send an answer: the question, by its identifier, and a sentence in French. */
export interface Refusal {
  /** `null`: the e-mail address, or the form as a whole. */
  readonly item: number | null;
  readonly message: string;
}

/** Whether nothing was answered. */
export function isEmptyAnswer(answer: FormAnswer | undefined): boolean {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return answer.every((part) => (typeof part === 'string' ? part === '' : part.length === 0));
}

/** Everything for which a form would not be sent; empty when it may be. */
export function refusalsOf(
  form: FormModel,
  email: string,
  answers: ReadonlyMap<number, FormAnswer>,
): Refusal[] {
  if (!form.acceptsResponses) {
    return [
      {
        item: null,
        message: form.closedMessage || `Le formulaire « ${form.title} » n’accepte plus de réponses.`,
      },
    ];
  }
  const refusals: Refusal[] = [];
  if (form.collectsEmail && !isEmail(email)) {
    refusals.push({ item: null, message: 'Indiquez une adresse e-mail valide.' });
  }
  for (const item of form.items) {
    const message = asks(item) ? refusalOf(item, answers.get(item.id)) : null;
    if (message !== null) refusals.push({ item: item.id, message });
  }
  return refusals;
}

/** Why a question refuses an answer, or `null`. */
export function refusalOf(item: FormItem, answer: FormAnswer | undefined): string | null {
  if (item.required && isUnanswered(item, answer)) return 'Cette question est obligatoire.';
  if (answer === undefined || isEmptyAnswer(answer)) return null;
  if (!hasShape(item, answer)) return 'Cette réponse ne fait pas partie des choix proposés.';
  if (typeof answer === 'string' && answer.length > LONGEST_ANSWER) return 'Cette réponse est trop longue.';
  const { rule } = item;
  if (rule === null) return null;
  const usual = rule.help || 'Cette réponse n’est pas valide.';
  if (typeof answer === 'string') return obeys(rule, answer) ? null : usual;
  if (item.kind === 'CHECKBOX') return obeysCount(rule, answer.length) ? null : usual;
  const used = answer.flat().filter((choice) => choice !== '');
  return new Set(used).size === used.length ? null : usual;
}

/** A required grid waits for an answer in each row. */
function isUnanswered(item: FormItem, answer: FormAnswer | undefined): boolean {
  if (isEmptyAnswer(answer)) return true;
  if (!item.kind.endsWith('GRID') || answer === undefined) return false;
  return item.rows.some((_, index) => (answer[index]?.length ?? 0) === 0);
}

/** Whether an answer is one that the question can have: its kind, and choices that exist. */
export function hasShape(item: FormItem, answer: FormAnswer): boolean {
  const isChoice = (choice: unknown): boolean => typeof choice === 'string' && item.choices.includes(choice);
  switch (item.kind) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
      return typeof answer === 'string';
    case 'LIST':
      return isChoice(answer);
    case 'MULTIPLE_CHOICE':
      return typeof answer === 'string' && (item.other || isChoice(answer));
    case 'CHECKBOX':
      return isList(answer) && answer.filter((choice) => !isChoice(choice)).length <= (item.other ? 1 : 0);
    case 'GRID':
      return (
        isList(answer) &&
        answer.length === item.rows.length &&
        answer.every((choice) => choice === '' || isColumn(item, choice))
      );
    case 'CHECKBOX_GRID':
      return (
        typeof answer !== 'string' &&
        answer.length === item.rows.length &&
        answer.every((part) => typeof part !== 'string' && part.every((choice) => isColumn(item, choice)))
      );
    case 'SECTION_HEADER':
    case 'PAGE_BREAK':
      return false;
  }
}

const isColumn = (item: FormItem, choice: unknown): boolean =>
  typeof choice === 'string' && item.columns.includes(choice);

const isList = (answer: FormAnswer): answer is readonly string[] =>
  typeof answer !== 'string' && answer.every((part) => typeof part === 'string');
