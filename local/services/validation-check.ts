import type { SheetModel, Validation, Value } from '../model/sheet';
import { letters } from './notation';

/** Throws, with the platform's message, when a rule that rejects invalid input refuses what a script writes. */
export function refuseInvalid(
  sheet: SheetModel,
  row: number,
  column: number,
  value: Value | undefined,
): void {
  if (sheet.validations.isEmpty || value === undefined) return;
  const rule = sheet.validations.get(row, column);
  if (!rule || rule.allowInvalid || accepts(rule, value)) return;
  const choices = rule.criteria === 'VALUE_IN_LIST' ? (rule.values[0] as string[]).join(', ') : null;
  const advice =
    rule.helpText ?? (choices === null ? '' : `Please enter one of the following values: ${choices}.`);
  throw new Error(
    `The data you entered in cell ${letters(column)}${row} violates the data validation rules set on this cell.` +
      (advice === '' ? '' : ` ${advice}`),
  );
}

export function accepts(rule: Validation, value: Value): boolean {
  switch (rule.criteria) {
    case 'VALUE_IN_LIST':
      return (rule.values[0] as string[]).includes(String(value));
    case 'CHECKBOX':
      return rule.values.length === 0 ? typeof value === 'boolean' : rule.values.includes(value);
    case 'NUMBER_GREATER_THAN':
      return typeof value === 'number' && value > Number(rule.values[0]);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return typeof value === 'number' && value >= Number(rule.values[0]);
    case 'NUMBER_BETWEEN':
      return typeof value === 'number' && value >= Number(rule.values[0]) && value <= Number(rule.values[1]);
    case 'TEXT_IS_VALID_EMAIL':
      return typeof value === 'string' && /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value);
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number';
    default:
      return true;
  }
}
