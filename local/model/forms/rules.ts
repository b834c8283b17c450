/** A rule of validation of a question, by the name of the builder's method that made it. */
export interface AnswerRule {
  readonly name: string;
  readonly values: readonly (number | string)[];
  /** What a respondent reads when the answer is refused; empty for the usual sentence. */
  readonly help: string;
}

type Judge = (text: string, first: number, second: number) => boolean;

const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const EMAIL = /^[^\s@,;:<>()[\]\\]+@[^\s@,;:<>()[\]\\]+\.[^\s@.,;:<>()[\]\\]{2,}$/;

const numbers =
  (judge: (value: number, first: number, second: number) => boolean): Judge =>
  (text, first, second) =>
    NUMBER.test(text.trim()) && judge(Number(text.trim().replace(',', '.')), first, second);

const JUDGES: Readonly<Record<string, Judge>> = {
  requireNumber: numbers(() => true),
  requireWholeNumber: numbers(Number.isInteger),
  requireNumberEqualTo: numbers((value, first) => value === first),
  requireNumberNotEqualTo: numbers((value, first) => value !== first),
  requireNumberGreaterThan: numbers((value, first) => value > first),
  requireNumberGreaterThanOrEqualTo: numbers((value, first) => value >= first),
  requireNumberLessThan: numbers((value, first) => value < first),
  requireNumberLessThanOrEqualTo: numbers((value, first) => value <= first),
  requireNumberBetween: numbers((value, first, second) => value >= first && value <= second),
  requireNumberNotBetween: numbers((value, first, second) => value < first || value > second),
  requireTextIsEmail: (text) => isEmail(text.trim()),
  requireTextIsUrl: (text) => /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/.test(text.trim()),
  requireTextLengthGreaterThanOrEqualTo: (text, first) => text.length >= first,
  requireTextLengthLessThanOrEqualTo: (text, first) => text.length <= first,
};

/** Rules on expressions: the whole text must match, or a part of it. */
function matches({ name, values }: AnswerRule, text: string): boolean {
  const pattern = String(values[0] ?? '');
  const whole = new RegExp(`^(?:${pattern})$`).test(text);
  const part = new RegExp(pattern).test(text);
  if (name === 'requireTextMatchesPattern') return whole;
  if (name === 'requireTextDoesNotMatchPattern') return !whole;
  return name === 'requireTextContainsPattern' ? part : !part;
}

/** Whether a text that is not empty obeys the rule. */
export function obeys(rule: AnswerRule, text: string): boolean {
  const judge = JUDGES[rule.name];
  if (judge) return judge(text, Number(rule.values[0]), Number(rule.values[1]));
  return matches(rule, text);
}

/** Whether boxes ticked, at least one, obey the rule on their number. */
export function obeysCount(rule: AnswerRule, count: number): boolean {
  const limit = Number(rule.values[0]);
  if (rule.name === 'requireSelectAtLeast') return count >= limit;
  return rule.name === 'requireSelectAtMost' ? count <= limit : count === limit;
}

/** Whether a text is one address, as services of mail take it. */
export const isEmail = (text: string): boolean => EMAIL.test(text);
