import type { Cell } from '../domain/grid';
import { columnLetters } from '../domain/problem';
import type { ColumnLook, Strip, TabColour, TabContent, Validation } from '../workbook/write/tab-content';
import { drawCharts } from './charts';
import type { OpenSpreadsheet } from './spreadsheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const TAB_COLOURS: Readonly<Record<TabColour, string>> = {
  input: '#2f5bd7',
  result: '#1e7d4f',
  settings: '#8a8f98',
};
const ACCENT = '#2f5bd7';
const INK = '#1f2430';
const WHITE = '#ffffff';
/** Of the cells that the add-on writes. */
const LIGHT = '#f6f7f9';
const HEADER_HEIGHT = 34;

/**
 * Writes a tab whole, creating it when it is missing. The number of service calls depends on the columns and never on
 * the rows. Formats come before values, because a text goes through the parser of typed text unless its cell says `@`.
 *
 * @returns whether the tab was created
 */
export function writeTab(book: OpenSpreadsheet, content: TabContent): boolean {
  const existing = book.sheet(content.tab);
  const sheet = existing ?? book.create(content.tab);
  const size = { rows: Math.max(content.gridRows, content.rows.length, 2), columns: content.columns.length };
  if (existing === null) {
    trim(sheet, size.rows, size.columns);
    sheet.setTabColor(TAB_COLOURS[content.colour]);
    runs(content.columns, (look) => String(look.width)).forEach(({ start, count, look }) =>
      sheet.setColumnWidths(start, count, look.width),
    );
    sheet.setRowHeight(1, HEADER_HEIGHT);
  } else {
    grow(sheet, size.rows, size.columns);
    const blank = size.rows - content.rows.length;
    if (blank > 0) sheet.getRange(content.rows.length + 1, 1, blank, size.columns).clearContent();
  }
  sheet.setFrozenRows(1);
  writeFormats(sheet, content, size.rows);
  writeValidations(sheet, content.columns, size.rows);
  for (const { row, column, validation } of content.cellValidations) {
    sheet.getRange(row + 1, column + 1).setDataValidation(ruleOf(validation));
  }
  sheet.getRange(1, 1, content.rows.length, size.columns).setValues(valuesOf(content));
  writeLooks(sheet, content, size.rows);
  writeNotes(sheet, content);
  writeLinks(sheet, content, book);
  if (content.filter) renewFilter(sheet, content);
  if (content.charts !== null) drawCharts(sheet, content.charts);
  return existing === null;
}

function trim(sheet: Sheet, rows: number, columns: number): void {
  const spareRows = sheet.getMaxRows() - rows;
  const spareColumns = sheet.getMaxColumns() - columns;
  if (spareRows > 0) sheet.deleteRows(rows + 1, spareRows);
  if (spareRows < 0) sheet.insertRowsAfter(rows + spareRows, -spareRows);
  if (spareColumns > 0) sheet.deleteColumns(columns + 1, spareColumns);
  if (spareColumns < 0) sheet.insertColumnsAfter(columns + spareColumns, -spareColumns);
}

/** Makes room, and empties what the last writing left below and beside. */
function grow(sheet: Sheet, rows: number, columns: number): void {
  const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (maxRows < rows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (maxColumns < columns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
  if (maxRows > rows) {
    const below = sheet.getRange(rows + 1, 1, maxRows - rows, Math.max(maxColumns, columns));
    below.clear().clearDataValidations();
    below.clearNote();
  }
  if (maxColumns > columns) sheet.getRange(1, columns + 1, rows, maxColumns - columns).clearContent();
}

function writeFormats(sheet: Sheet, content: TabContent, rows: number): void {
  const titles = sheet.getRange(1, 1, 1, content.columns.length).setNumberFormat('@');
  // A row of titles that staff deleted brings the rules of the columns up to the next one.
  if (content.columns.some(({ validation }) => validation !== null)) titles.clearDataValidations();
  const uniform = runs(content.columns, ({ format }, column) =>
    typeof format === 'string' ? format : `column ${column}`,
  );
  for (const { start, count, look } of uniform) {
    const range = sheet.getRange(2, start, rows - 1, count);
    if (typeof look.format === 'string') {
      range.setNumberFormat(look.format);
    } else {
      const { format } = look;
      range.setNumberFormats(Array.from({ length: rows - 1 }, (_, row) => [format[row] ?? 'General']));
    }
  }
}

function writeValidations(sheet: Sheet, columns: readonly ColumnLook[], rows: number): void {
  const same = runs(columns, ({ validation, clearsValidation }, column) =>
    validation === null ? String(clearsValidation) : `column ${column}`,
  );
  for (const { start, count, look } of same) {
    const range = sheet.getRange(2, start, rows - 1, count);
    if (look.validation !== null) range.setDataValidation(ruleOf(look.validation));
    else if (look.clearsValidation) range.clearDataValidations();
  }
}

function ruleOf(validation: Validation): GoogleAppsScript.Spreadsheet.DataValidation {
  const builder = SpreadsheetApp.newDataValidation();
  if (validation.kind === 'checkbox') return builder.requireCheckbox().build();
  return builder
    .requireValueInList([...validation.values], true)
    .setAllowInvalid(!validation.strict)
    .build();
}

type Written = string | number | boolean;

function valuesOf(content: TabContent): Written[][] {
  const values = content.rows.map((row) => row.map(writtenValue));
  for (const { row, column, formula } of content.formulas) {
    const line = values[row];
    if (line) line[column] = formula;
  }
  return values;
}

/** A date is written as its serial number: the format of the cell shows it, and no time zone comes in. */
const writtenValue = (cell: Cell): Written => (typeof cell === 'object' ? cell.serial : cell);

function writeLooks(sheet: Sheet, content: TabContent, rows: number): void {
  const width = content.columns.length;
  sheet
    .getRange(1, 1, 1, width)
    .setBackground(ACCENT)
    .setFontColor(WHITE)
    .setFontWeight('bold')
    .setVerticalAlignment('middle')
    .setWrap(true);
  sheet
    .getRange(2, 1, rows - 1, width)
    .setFontColor(INK)
    .setFontWeight('normal')
    .setVerticalAlignment('middle');
  for (const { start, count, look } of runs(
    content.columns,
    ({ align, editable, wrap }) => `${align} ${editable} ${wrap}`,
  )) {
    // Headers stand over their column: to the right over numbers.
    sheet.getRange(1, start, rows, count).setHorizontalAlignment(look.align);
    sheet
      .getRange(2, start, rows - 1, count)
      .setBackground(look.editable ? WHITE : LIGHT)
      .setWrap(look.wrap);
  }
  drawStrips(sheet, content.strips);
}

/** One list of ranges for each look: as many calls for ten strips as for one. */
function drawStrips(sheet: Sheet, strips: readonly Strip[]): void {
  const ranges = (wanted: Strip['look']): string[] =>
    strips
      .filter(({ look }) => look === wanted)
      .map(({ row, rows, column, columns }) => {
        const [first, last] = [columnLetters(column + 1), columnLetters(column + columns)];
        return `${first}${row + 1}:${last}${row + rows}`;
      });
  const [sections, texts] = [ranges('section'), ranges('text')];
  if (sections.length > 0)
    sheet
      .getRangeList(sections)
      .setBackground(ACCENT)
      .setFontColor(WHITE)
      .setFontWeight('bold')
      .setWrap(true);
  if (texts.length > 0) sheet.getRangeList(texts).setHorizontalAlignment('left');
}

function writeNotes(sheet: Sheet, content: TabContent): void {
  const header = content.columns.map(({ note }) => note ?? '');
  sheet.getRange(1, 1, 1, header.length).setNotes([header]);
  if (content.notes.length === 0 || content.rows.length < 2) return;
  const notes = content.rows.slice(1).map((row) => row.map(() => ''));
  for (const { row, column, note } of content.notes) {
    const line = notes[row - 1];
    if (line) line[column] = note;
  }
  sheet.getRange(2, 1, notes.length, header.length).setNotes(notes);
}

/** Links are made one by one: only the first ones get one, so that the number of calls stays bounded. */
const MOST_LINKS = 100;

function writeLinks(sheet: Sheet, content: TabContent, book: OpenSpreadsheet): void {
  const links = content.links.slice(0, MOST_LINKS);
  const [first] = links;
  if (first === undefined) return;
  const ids = new Map<string, number | null>();
  const idOf = (tab: string): number | null => {
    const known = ids.get(tab);
    if (known !== undefined) return known;
    const id = book.sheet(tab)?.getSheetId() ?? null;
    ids.set(tab, id);
    return id;
  };
  const byRow = new Map(links.map((link) => [link.row, link]));
  const last = Math.max(...byRow.keys());
  const texts = content.rows.slice(1, last + 1).map((row, index) => {
    const link = byRow.get(index + 1);
    const text = row[first.column] ?? '';
    const builder = SpreadsheetApp.newRichTextValue().setText(typeof text === 'string' ? text : '');
    const id = link === undefined ? null : idOf(link.tab);
    if (link !== undefined && id !== null) builder.setLinkUrl(`#gid=${id}&range=${link.cell}`);
    return [builder.build()];
  });
  sheet.getRange(2, first.column + 1, texts.length, 1).setRichTextValues(texts);
}

function renewFilter(sheet: Sheet, content: TabContent): void {
  sheet.getFilter()?.remove();
  const rows = Math.max(content.gridRows, content.rows.length, 2);
  sheet.getRange(1, 1, rows, content.columns.length).createFilter();
}

interface Run {
  /** Column, from 1. */
  readonly start: number;
  readonly count: number;
  readonly look: ColumnLook;
}

/** Columns side by side that share what `keyOf` says. */
function runs(
  columns: readonly ColumnLook[],
  keyOf: (look: ColumnLook, column: number) => string,
): readonly Run[] {
  const found: (Run & { readonly key: string })[] = [];
  columns.forEach((look, column) => {
    const key = keyOf(look, column);
    const last = found[found.length - 1];
    if (last?.key === key) found[found.length - 1] = { ...last, count: last.count + 1 };
    else found.push({ start: column + 1, count: 1, look, key });
  });
  return found;
}
