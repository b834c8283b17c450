import type { ConditionalFormat, SheetModel, Value } from '../model/sheet';
import { columnNumber } from '../services/notation';

/** The look that the first conditional rule that holds gives a cell; `null` when none does. */
export function conditionalLook(
  sheet: SheetModel,
  row: number,
  column: number,
  value: Value | undefined,
): ConditionalFormat | null {
  for (const rule of sheet.conditionalFormats) {
    const rect = rule.rects.find(
      (block) =>
        row >= block.row &&
        row < block.row + block.rows &&
        column >= block.column &&
        column < block.column + block.columns,
    );
    if (rect && holds(rule, value, (formula) => formulaHolds(sheet, formula, row, column, rect))) return rule;
  }
  return null;
}

function holds(
  rule: ConditionalFormat,
  value: Value | undefined,
  formula: (text: string) => boolean,
): boolean {
  const [first] = rule.values;
  const text = typeof value === 'string' ? value.toLowerCase() : String(value ?? '');
  switch (rule.criteria) {
    case 'TEXT_EQUAL_TO':
      return value !== undefined && text === String(first).toLowerCase();
    case 'TEXT_CONTAINS':
      return text.includes(String(first).toLowerCase());
    case 'NUMBER_GREATER_THAN':
      return typeof value === 'number' && value > Number(first);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return typeof value === 'number' && value >= Number(first);
    case 'NUMBER_LESS_THAN':
      return typeof value === 'number' && value < Number(first);
    case 'CELL_NOT_EMPTY':
      return value !== undefined && value !== '';
    case 'CUSTOM_FORMULA':
      return formula(String(first));
    default:
      return false;
  }
}

/** Of formulas, only the comparison of one cell with a constant is read: `=$B2="Tenue"`, `=$R2=TRUE`, `=$A2<>""`. */
function formulaHolds(
  sheet: SheetModel,
  formula: string,
  row: number,
  column: number,
  origin: { readonly row: number; readonly column: number },
): boolean {
  const match =
    /^=\s*(\$?)([A-Z]{1,3})(\$?)(\d+)\s*(=|<>)\s*("(?:[^"]|"")*"|TRUE|FALSE|VRAI|FAUX|-?\d+)\s*$/i.exec(
      formula,
    );
  if (!match) return false;
  const [, fixedColumn, letters = 'A', fixedRow, line = '1', sign, constant = ''] = match;
  const atColumn = columnNumber(letters) + (fixedColumn === '$' ? 0 : column - origin.column);
  const atRow = Number(line) + (fixedRow === '$' ? 0 : row - origin.row);
  const seen = sheet.get(atRow, atColumn);
  const expected = constant.startsWith('"')
    ? constant.slice(1, -1).replace(/""/g, '"').toLowerCase()
    : constant.toLowerCase().replace('vrai', 'true').replace('faux', 'false');
  const same = String(seen ?? '').toLowerCase() === expected;
  return sign === '=' ? same : !same;
}
