import type { Rect } from '../model/rect-layer';
import type { SheetModel, Validation, Value } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { letters } from './notation';

/** A range of a tab, as a rule of validation keeps it: it must outlive the execution that made it. */
export interface RangeReference {
  readonly sheet: string;
  readonly rect: Rect;
}

/** Throws, with the platform's message, when a rule that rejects invalid input refuses what a script writes. */
export function refuseInvalid(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
  value: Value | undefined,
): void {
  if (value === undefined) return;
  const rule = sheet.validations.get(row, column);
  if (!rule || rule.allowInvalid || accepts(rule, value, workbook)) return;
  const choices = rule.criteria === 'VALUE_IN_LIST' ? (rule.values[0] as string[]).join(', ') : null;
  const advice =
    rule.helpText ?? (choices === null ? '' : `Please enter one of the following values: ${choices}.`);
  throw new Error(
    `The data you entered in cell ${letters(column)}${row} violates the data validation rules set on this cell.` +
      (advice === '' ? '' : ` ${advice}`),
  );
}

type Judge = (value: Value, first: number, second: number) => boolean;

const numbers =
  (judge: (value: number, first: number, second: number) => boolean): Judge =>
  (value, first, second) =>
    typeof value === 'number' && judge(value, first, second);

/** Rules on numbers, and on dates, which are numbers. */
const COMPARISONS: Readonly<Record<string, Judge>> = {
  NUMBER_EQUAL_TO: numbers((value, first) => value === first),
  NUMBER_NOT_EQUAL_TO: numbers((value, first) => value !== first),
  NUMBER_GREATER_THAN: numbers((value, first) => value > first),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: numbers((value, first) => value >= first),
  NUMBER_LESS_THAN: numbers((value, first) => value < first),
  NUMBER_LESS_THAN_OR_EQUAL_TO: numbers((value, first) => value <= first),
  NUMBER_BETWEEN: numbers((value, first, second) => value >= first && value <= second),
  NUMBER_NOT_BETWEEN: numbers((value, first, second) => value < first || value > second),
  DATE_IS_VALID_DATE: (value) => typeof value === 'number',
};

export function accepts(rule: Validation, value: Value, workbook: WorkbookModel): boolean {
  const [first, second] = rule.values;
  const compare = COMPARISONS[rule.criteria];
  if (compare) return compare(value, Number(first), Number(second));
  switch (rule.criteria) {
    case 'VALUE_IN_LIST':
      return (first as string[]).includes(String(value));
    case 'VALUE_IN_RANGE':
      return holds(first as RangeReference, value, workbook);
    case 'CHECKBOX':
      return rule.values.length === 0 ? typeof value === 'boolean' : rule.values.includes(value);
    case 'TEXT_CONTAINS':
      return typeof value === 'string' && value.includes(String(first));
    case 'TEXT_DOES_NOT_CONTAIN':
      return typeof value === 'string' && !value.includes(String(first));
    case 'TEXT_EQUAL_TO':
      return value === first;
    case 'TEXT_IS_VALID_EMAIL':
      return typeof value === 'string' && /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value);
    default:
      return true;
  }
}

function holds(reference: RangeReference, value: Value, workbook: WorkbookModel): boolean {
  const sheet = workbook.sheetByName(reference.sheet);
  if (!sheet) return true;
  const { row, column, rows, columns } = reference.rect;
  for (let at = row; at < row + Math.min(rows, sheet.lastRow); at++) {
    for (let across = column; across < column + columns; across++) {
      if (sheet.get(at, across) === value) return true;
    }
  }
  return false;
}
