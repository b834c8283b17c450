import { displayOf, isDateFormat } from '../model/display';
import type { SheetModel, Validation, Value } from '../model/sheet';
import type { CellBorder } from '../model/style';
import type { WorkbookModel } from '../model/workbook';
import { accepts, type RangeReference } from '../services/validation-check';
import { conditionalLook } from './conditional-look';
import type { CellView, CellWindow, WindowRequest } from './protocol';

const COLOR = /^#[0-9a-f]{6}$/i;
const FONT = /^[\w -]+$/;

/** The cells of some blocks of a tab, as the page draws them; plainly empty cells are left out. */
export function cellWindow(
  workbook: WorkbookModel,
  sheet: SheetModel,
  revision: number,
  wanted: WindowRequest,
): CellWindow {
  const table = new Tables();
  const cells: CellView[] = [];
  for (const [firstRow, lastRow] of wanted.rows) {
    for (let row = Math.max(1, firstRow); row <= Math.min(lastRow, sheet.maxRows); row++) {
      for (const [firstColumn, lastColumn] of wanted.columns) {
        for (
          let column = Math.max(1, firstColumn);
          column <= Math.min(lastColumn, sheet.maxColumns);
          column++
        ) {
          const cell = cellView(workbook, sheet, row, column, table);
          if (cell) cells.push(cell);
        }
      }
    }
  }
  return { sheet: sheet.id, revision, cells, styles: table.styles.list, lists: table.lists };
}

/** Styles and lists repeat from cell to cell: each is sent once. */
class Tables {
  readonly styles = new Numbered();
  readonly lists: (readonly string[])[] = [];
  private readonly known = new Map<Validation, number>();

  listOf(rule: Validation, choices: () => readonly string[]): number {
    let index = this.known.get(rule);
    if (index === undefined) {
      index = this.lists.push(choices()) - 1;
      this.known.set(rule, index);
    }
    return index;
  }
}

class Numbered {
  readonly list: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);

  of(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.list.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }
}

function cellView(
  workbook: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
  tables: Tables,
): CellView | null {
  const value = sheet.get(row, column);
  const rule = sheet.validations.get(row, column);
  const note = sheet.notes.get(row, column);
  const link = sheet.links.get(row, column);
  const style = tables.styles.of(styleText(sheet, row, column, value));
  if (value === undefined && !rule && note === undefined && style === 0) return null;

  const format = sheet.styles.numberFormat.get(row, column);
  const text = displayOf(value, format, workbook.locale);
  const typed = sheet.formula(row, column) ?? typedText(value, format, workbook.locale, text);
  const wrap = sheet.styles.wrapStrategy.get(row, column);
  const align = alignmentOf(sheet, row, column, value);
  const box = rule?.criteria === 'CHECKBOX' ? (rule.values[0] ?? true) === value : undefined;
  const choices = rule && isList(rule) ? tables.listOf(rule, () => choicesOf(rule, workbook)) : undefined;
  const invalid =
    rule !== undefined && value !== undefined && value !== '' && !accepts(rule, value, workbook);
  return {
    row,
    column,
    text,
    style,
    ...(typed === text ? {} : { typed }),
    ...(align === 'left' ? {} : { align }),
    ...(wrap === 'WRAP' || wrap === 'CLIP' ? { wrap } : {}),
    // What is no tick and no blank is shown as it was typed, in the place of the box.
    ...(box === undefined || invalid ? {} : { box }),
    ...(choices === undefined ? {} : { list: choices }),
    ...(note === undefined ? {} : { note }),
    ...(link === undefined ? {} : { link }),
    ...(invalid ? { invalid } : {}),
  };
}

const isList = (rule: Validation): boolean =>
  rule.criteria === 'VALUE_IN_LIST' || rule.criteria === 'VALUE_IN_RANGE';

/** The choices of a list rule, as text; a rule on a range gives what the range shows. */
function choicesOf(rule: Validation, workbook: WorkbookModel): readonly string[] {
  const [first] = rule.values;
  if (Array.isArray(first)) return first.map(String);
  const { sheet: name, rect } = first as RangeReference;
  const sheet = workbook.sheetByName(name);
  const choices = new Set<string>();
  const lastRow = Math.min(rect.row + rect.rows - 1, sheet?.lastRow ?? 0);
  for (let row = rect.row; row <= lastRow; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      const format = sheet?.styles.numberFormat.get(row, column);
      choices.add(displayOf(sheet?.get(row, column), format, workbook.locale));
    }
  }
  choices.delete('');
  return [...choices];
}

/** What someone would type to get the value back: every digit, whatever the format shows. */
export function typedText(
  value: Value | undefined,
  format: string | undefined,
  locale: string,
  shown: string,
): string {
  if (typeof value !== 'number') return shown;
  if (!isDateFormat(format)) return percentText(value, format, locale);
  const day = locale.startsWith('fr') ? 'dd/mm/yyyy' : 'm/d/yyyy';
  if (value < 1) return displayOf(value, 'hh:mm', locale);
  return displayOf(value, Number.isInteger(value) ? day : `${day} hh:mm:ss`, locale);
}

function percentText(value: number, format: string | undefined, locale: string): string {
  if (format === undefined || !format.includes('%')) return displayOf(value, undefined, locale);
  return `${displayOf(Number((value * 100).toPrecision(12)), undefined, locale)}%`;
}

function alignmentOf(
  sheet: SheetModel,
  row: number,
  column: number,
  value: Value | undefined,
): 'left' | 'center' | 'right' {
  const asked = sheet.styles.horizontalAlignment.get(row, column);
  if (asked === 'center' || asked === 'right' || asked === 'left') return asked;
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' ? 'center' : 'left';
}

/** CSS declarations of a cell; empty for the default look. Only known words and checked values get in. */
function styleText(sheet: SheetModel, row: number, column: number, value: Value | undefined): string {
  const { styles } = sheet;
  const look = conditionalLook(sheet, row, column, value);
  const rules: string[] = [];
  const background = look?.background ?? styles.background.get(row, column);
  if (background !== undefined && COLOR.test(background) && background !== '#ffffff')
    rules.push(`background:${background}`);
  const color = look?.fontColor ?? styles.fontColor.get(row, column);
  if (color !== undefined && COLOR.test(color) && color !== '#000000') rules.push(`color:${color}`);
  if (look?.bold === true || styles.fontWeight.get(row, column) === 'bold') rules.push('font-weight:700');
  if (styles.fontStyle.get(row, column) === 'italic') rules.push('font-style:italic');
  const line = styles.fontLine.get(row, column);
  if (line === 'underline' || line === 'line-through') rules.push(`text-decoration:${line}`);
  const size = styles.fontSize.get(row, column);
  if (size !== undefined && size !== 10) rules.push(`font-size:${Math.min(400, Math.max(1, size))}pt`);
  const family = styles.fontFamily.get(row, column);
  if (family !== undefined && family !== 'Arial' && FONT.test(family))
    rules.push(`font-family:"${family}",Arial,sans-serif`);
  const vertical = styles.verticalAlignment.get(row, column);
  if (vertical === 'top') rules.push('align-items:flex-start');
  if (vertical === 'middle') rules.push('align-items:center');
  for (const [edge, border] of Object.entries(styles.borders.get(row, column) ?? {})) {
    rules.push(`border-${edge}:${borderText(border)}`);
  }
  return rules.join(';');
}

function borderText(border: CellBorder): string {
  const color = COLOR.test(border.color) ? border.color : '#000000';
  if (border.style === 'DOTTED') return `1px dotted ${color}`;
  if (border.style === 'DASHED') return `1px dashed ${color}`;
  if (border.style === 'DOUBLE') return `3px double ${color}`;
  if (border.style === 'SOLID_THICK') return `3px solid ${color}`;
  return `${border.style === 'SOLID_MEDIUM' ? 2 : 1}px solid ${color}`;
}
