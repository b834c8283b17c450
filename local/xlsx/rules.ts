import type { ConditionalRule, DataValidation, ValidationOperator } from 'hucre';
import type { ConditionalFormat, Validation } from '../model/sheet';
import type { Rect } from '../model/rect-layer';
import { addressOf, qualifiedAddress, readAddress, readQualified, type RangeReference } from './addresses';
import { fileColor, sheetColor, type Theme } from './looks';

/** Excel's own limit on a list written in the rule itself, and on the message shown. */
const LONGEST_TEXT = 255;
const EMAIL = /^ISNUMBER\(MATCH\("\*@\*\.\*",\$?[A-Z]+\$?\d+,0\)\)$/;

const NUMBERS: readonly (readonly [string, ValidationOperator])[] = [
  ['NUMBER_GREATER_THAN', 'greaterThan'],
  ['NUMBER_GREATER_THAN_OR_EQUAL_TO', 'greaterThanOrEqual'],
  ['NUMBER_LESS_THAN', 'lessThan'],
  ['NUMBER_LESS_THAN_OR_EQUAL_TO', 'lessThanOrEqual'],
  ['NUMBER_EQUAL_TO', 'equal'],
  ['NUMBER_NOT_EQUAL_TO', 'notEqual'],
  ['NUMBER_BETWEEN', 'between'],
  ['NUMBER_NOT_BETWEEN', 'notBetween'],
];

/**
 * A rule of validation as a file says it. `null` when a file has no such rule: check boxes are marked on the cells, and
 * a list with commas or longer than 255 characters cannot be written in a rule.
 */
export function fileValidation(rule: Validation, rect: Rect): DataValidation | null {
  const criterion = fileCriterion(rule, rect);
  if (!criterion) return null;
  const help = rule.helpText?.slice(0, LONGEST_TEXT);
  return {
    ...criterion,
    range: addressOf(rect),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: rule.allowInvalid ? 'warning' : 'stop',
    ...(help && { showInputMessage: true, inputMessage: help }),
  };
}

function fileCriterion(rule: Validation, rect: Rect): Omit<DataValidation, 'range'> | null {
  const [first, second] = rule.values;
  if (rule.criteria === 'VALUE_IN_LIST' && Array.isArray(first)) {
    const values = first.map(String);
    const fits = values.join(',').length <= LONGEST_TEXT && !values.some((value) => /[",]/.test(value));
    return fits ? { type: 'list', values } : null;
  }
  if (rule.criteria === 'VALUE_IN_RANGE') {
    const reference = referenceOf(first);
    return reference && { type: 'list', formula1: qualifiedAddress(reference) };
  }
  const operator = NUMBERS.find(([name]) => name === rule.criteria)?.[1];
  if (operator) {
    return {
      type: 'decimal',
      operator,
      formula1: String(first),
      ...(typeof second === 'number' && { formula2: String(second) }),
    };
  }
  if (rule.criteria === 'DATE_IS_VALID_DATE')
    return { type: 'date', operator: 'greaterThanOrEqual', formula1: '1' };
  if (rule.criteria === 'TEXT_IS_VALID_EMAIL') {
    const cell = addressOf({ ...rect, rows: 1, columns: 1 });
    return { type: 'custom', formula1: `ISNUMBER(MATCH("*@*.*",${cell},0))` };
  }
  if (rule.criteria === 'CUSTOM_FORMULA')
    return { type: 'custom', formula1: String(first).replace(/^=/, '') };
  return null;
}

/** The rules of the platform that a rule of a file stands for, with the cells of each; none when there is no equivalent. */
export function sheetValidation(
  rule: DataValidation,
  home: string,
): { rects: readonly Rect[]; rule: Validation } | null {
  const criterion = sheetCriterion(rule, home);
  if (!criterion) return null;
  const rects = rule.range.split(/[\s,]+/).flatMap((address) => readAddress(address) ?? []);
  const refuses = rule.showErrorMessage === true && (rule.errorStyle ?? 'stop') === 'stop';
  return { rects, rule: { ...criterion, allowInvalid: !refuses, helpText: rule.inputMessage ?? null } };
}

function sheetCriterion(rule: DataValidation, home: string): Pick<Validation, 'criteria' | 'values'> | null {
  const { type, operator = 'between', formula1 = '', formula2 } = rule;
  if (type === 'list') {
    if (rule.values) return { criteria: 'VALUE_IN_LIST', values: [rule.values, true] };
    const reference = readQualified(formula1, home);
    return reference && { criteria: 'VALUE_IN_RANGE', values: [reference, true] };
  }
  if (type === 'decimal' || type === 'whole') {
    const criteria = NUMBERS.find(([, name]) => name === operator)?.[0];
    const values = [formula1, ...(formula2 === undefined ? [] : [formula2])].map(Number);
    return criteria === undefined || values.some(Number.isNaN) ? null : { criteria, values };
  }
  if (type === 'date' && operator === 'greaterThanOrEqual' && formula1 === '1') {
    return { criteria: 'DATE_IS_VALID_DATE', values: [] };
  }
  if (type === 'custom') {
    if (EMAIL.test(formula1)) return { criteria: 'TEXT_IS_VALID_EMAIL', values: [] };
    return { criteria: 'CUSTOM_FORMULA', values: [`=${formula1}`] };
  }
  return null;
}

/** The range that a rule points to: a range of the services, or what a file gave. */
function referenceOf(value: unknown): RangeReference | null {
  if (typeof value !== 'object' || value === null || !('rect' in value)) return null;
  const { rect } = value as { rect: Rect };
  if ('sheet' in value && typeof value.sheet === 'string') return { sheet: value.sheet, rect };
  if ('sheetModel' in value) return { sheet: (value.sheetModel as { name: string }).name, rect };
  return null;
}

/** A conditional format as a file says it, one rule for each block of cells; `priority` starts at 1. */
export function fileConditions(format: ConditionalFormat, priority: number): ConditionalRule[] {
  const [first] = format.rects;
  if (!first) return [];
  const cell = addressOf({ ...first, rows: 1, columns: 1 });
  const criterion = fileCondition(format, cell);
  if (!criterion) return [];
  return format.rects.map((rect) => ({
    ...criterion,
    priority,
    range: addressOf(rect),
    style: {
      ...(format.background !== null && {
        fill: {
          type: 'pattern',
          pattern: 'solid',
          fgColor: fileColor(format.background),
          bgColor: fileColor(format.background),
        },
      }),
      ...((format.fontColor ?? format.bold) !== null && {
        font: {
          ...(format.fontColor !== null && { color: fileColor(format.fontColor) }),
          ...(format.bold === true && { bold: true }),
        },
      }),
    },
  }));
}

function fileCondition(format: ConditionalFormat, cell: string): Pick<ConditionalRule, 'type'> | null {
  const value = format.values[0];
  const quoted = `"${String(value).replace(/"/g, '""')}"`;
  const operator = NUMBERS.find(([name]) => name === format.criteria)?.[1];
  const rule = (
    parts: Omit<ConditionalRule, 'priority' | 'range'>,
  ): Omit<ConditionalRule, 'priority' | 'range'> => parts;
  if (operator) return rule({ type: 'cellIs', operator, formula: String(value) });
  switch (format.criteria) {
    case 'TEXT_EQUAL_TO':
      return rule({ type: 'cellIs', operator: 'equal', formula: quoted });
    case 'TEXT_CONTAINS':
      return rule({
        type: 'containsText',
        text: String(value),
        formula: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
      });
    case 'CUSTOM_FORMULA':
      return rule({ type: 'expression', formula: fileFormula(String(value)) });
    case 'CELL_NOT_EMPTY':
      return rule({ type: 'notContainsBlanks', formula: `LEN(TRIM(${cell}))>0` });
    default:
      return null;
  }
}

/** Conditional formats of a file that the platform has too; rules that differ by their cells only become one. */
export function sheetConditions(rules: readonly ConditionalRule[], theme: Theme): ConditionalFormat[] {
  const found: ConditionalFormat[] = [];
  for (const rule of [...rules].sort((a, b) => a.priority - b.priority)) {
    const criterion = sheetCondition(rule);
    if (!criterion) continue;
    const rects = rule.range.split(/[\s,]+/).flatMap((address) => readAddress(address) ?? []);
    const fill = rule.style?.fill;
    const look = {
      background:
        (fill?.type === 'pattern' ? sheetColor(fill.bgColor ?? fill.fgColor, theme) : undefined) ?? null,
      fontColor: sheetColor(rule.style?.font?.color, theme) ?? null,
      bold: rule.style?.font?.bold ?? null,
    };
    const last = found[found.length - 1];
    const same =
      last && JSON.stringify({ ...last, rects: [] }) === JSON.stringify({ rects: [], ...criterion, ...look });
    if (last && same) found[found.length - 1] = { ...last, rects: [...last.rects, ...rects] };
    else found.push({ rects, ...criterion, ...look });
  }
  return found;
}

function sheetCondition(rule: ConditionalRule): Pick<ConditionalFormat, 'criteria' | 'values'> | null {
  const formula = (Array.isArray(rule.formula) ? rule.formula[0] : rule.formula) ?? '';
  const text = /^"(.*)"$/s.exec(formula)?.[1]?.replace(/""/g, '"');
  if (rule.type === 'expression') return { criteria: 'CUSTOM_FORMULA', values: [`=${formula}`] };
  if (rule.type === 'containsText') return { criteria: 'TEXT_CONTAINS', values: [rule.text ?? ''] };
  if (rule.type === 'notContainsBlanks') return { criteria: 'CELL_NOT_EMPTY', values: [] };
  if (rule.type !== 'cellIs') return null;
  if (text !== undefined)
    return rule.operator === 'equal' ? { criteria: 'TEXT_EQUAL_TO', values: [text] } : null;
  const criteria = NUMBERS.find(([, name]) => name === rule.operator)?.[0];
  return criteria === undefined || Number.isNaN(Number(formula))
    ? null
    : { criteria, values: [Number(formula)] };
}

/**
 * A formula as a file says it: without its `=`, arguments separated by commas. Semicolons of texts and of arrays stay.
 */
export function fileFormula(formula: string): string {
  let depth = 0;
  let quoted = false;
  let text = '';
  for (const letter of formula.replace(/^=/, '')) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && letter === '{') depth++;
    if (!quoted && letter === '}') depth--;
    text += letter === ';' && !quoted && depth === 0 ? ',' : letter;
  }
  return text;
}
