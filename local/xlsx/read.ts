import { EncryptedFileError, readXlsx, type Cell, type Sheet, type Workbook } from 'hucre';
import { DEFAULT_COLUMNS, DEFAULT_ROWS, type SheetModel, type Validation, type Value } from '../model/sheet';
import { STYLE_KEYS, type CellStyle, type StyleKey } from '../model/style';
import type { RectLayer } from '../model/rect-layer';
import { WorkbookModel } from '../model/workbook';
import { addressOf, readAddress, readQualified } from './addresses';
import { blocksOf, Numbering, type Block } from './blocks';
import { sheetChart } from './charts';
import { readExtras, type SheetExtras } from './extras';
import { WorkbookFileError } from './file-error';
import { sheetColor, sheetStyle, type Theme } from './looks';
import { sheetConditions, sheetValidation } from './rules';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const EARLY_EPOCH = Date.UTC(1899, 11, 31);
const EARLY_END = Date.UTC(1900, 2, 1);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Beyond this many blocks, one dense block is quicker to look up. */
const MANY_BLOCKS = 40;
const LITERALS = new Map([
  ['TRUE()', true],
  ['FALSE()', false],
]);

/**
 * The workbook that an .xlsx file holds, in fr_FR and Europe/Paris unless the file says otherwise.
 * Throws `WorkbookFileError` when the bytes are not a workbook that can be read.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookModel> {
  const file = await parse(bytes);
  const extras = readExtras(file.properties?.custom ?? {});
  const workbook = new WorkbookModel({
    ...(file.properties?.title && { name: file.properties.title }),
    ...(extras && { locale: extras.locale, timeZone: extras.timeZone }),
  });
  for (const [key, value] of extras?.metadata ?? []) workbook.metadata.set(key, value);
  const sheets = file.sheets.map((sheet) => {
    const own = extras?.sheets[sheet.name];
    const { lastRow, lastColumn } = extentOf(sheet);
    return workbook.addSheet(
      own?.name ?? sheet.name,
      workbook.sheets.length,
      Math.max(DEFAULT_ROWS, lastRow),
      Math.max(DEFAULT_COLUMNS, lastColumn),
    );
  });
  file.sheets.forEach((source, index) => {
    const sheet = sheets[index];
    if (sheet) fill(sheet, source, file, extras?.sheets[source.name]);
  });
  resolveLinks(workbook, file);
  for (const { name, range } of file.namedRanges ?? []) {
    const reference = readQualified(range, '');
    const sheet = sheets[file.sheets.findIndex((candidate) => candidate.name === reference?.sheet)];
    if (reference && sheet) workbook.namedRanges.set(name, { sheet, rect: reference.rect });
  }
  workbook.active = sheets[file.activeSheet ?? 0] ?? sheets[0] ?? null;
  return workbook;
}

async function parse(bytes: Uint8Array): Promise<Workbook> {
  let file: Workbook;
  try {
    file = await readXlsx(bytes, { readStyles: true });
  } catch (error) {
    if (error instanceof EncryptedFileError) {
      throw new WorkbookFileError(
        'est un ancien classeur .xls, ou un classeur protégé par un mot de passe\u00a0: ouvrez-le dans un tableur, et enregistrez-le en .xlsx sans mot de passe.',
        error,
      );
    }
    throw new WorkbookFileError(
      'n’est pas un classeur .xlsx lisible\u00a0: il est abîmé ou d’un autre format.',
      error,
    );
  }
  if (file.sheets.length === 0) throw new WorkbookFileError('ne contient aucun onglet.');
  return file;
}

function extentOf(sheet: Sheet): { lastRow: number; lastColumn: number } {
  let lastColumn = 0;
  for (const row of sheet.rows) lastColumn = Math.max(lastColumn, row.length);
  return { lastRow: sheet.rows.length, lastColumn };
}

function fill(sheet: SheetModel, source: Sheet, file: Workbook, extras: SheetExtras | undefined): void {
  const theme = file.themeColors ?? [];
  fillValues(sheet, source, file.dateSystem === '1904');
  fillCells(sheet, source, theme);
  for (const rule of source.dataValidations ?? []) {
    const found = sheetValidation(rule, source.name);
    for (const rect of found?.rects ?? []) sheet.validations.set(rect, found?.rule);
  }
  source.columns?.forEach((column, index) => {
    if (column.width !== undefined) sheet.columnWidths.set(index + 1, Math.round(column.width * 7 + 5));
    if (column.hidden) sheet.hiddenColumns.add(index + 1);
  });
  for (const [row, { height, hidden }] of source.rowDefs ?? []) {
    if (height !== undefined && !extras) sheet.rowHeights.set(row + 1, Math.round(height / 0.75));
    if (hidden) sheet.hiddenRows.add(row + 1);
  }
  for (const [row, pixels] of extras?.rowHeights ?? []) sheet.rowHeights.set(row, pixels);
  sheet.merges = (source.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    row: startRow + 1,
    column: startCol + 1,
    rows: endRow - startRow + 1,
    columns: endCol - startCol + 1,
  }));
  sheet.conditionalFormats = sheetConditions(source.conditionalRules ?? [], theme);
  sheet.filter = source.autoFilter ? readAddress(source.autoFilter.range) : null;
  sheet.frozenRows = source.freezePane?.rows ?? 0;
  sheet.frozenColumns = source.freezePane?.columns ?? 0;
  sheet.hidden = source.hidden === true || source.veryHidden === true;
  sheet.tabColor = sheetColor(source.view?.tabColor, theme) ?? null;
  sheet.gridlinesHidden = source.view?.showGridLines === false;
  const charts = (source.charts ?? []).flatMap(
    (chart, index) => sheetChart(chart, source.name, index + 1) ?? [],
  );
  sheet.charts = extras && extras.charts.length === charts.length ? [...extras.charts] : charts;
  for (const [key, value] of extras?.metadata ?? []) sheet.metadata.set(key, value);
  if (extras) sheet.protections = [...extras.protections];
  else if (source.protection && source.protection.sheet !== false) {
    sheet.protections = [
      { description: '', warningOnly: false, rect: null, unprotected: freeCells(source), editors: null },
    ];
  }
}

function fillValues(sheet: SheetModel, source: Sheet, is1904: boolean): void {
  source.rows.forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      const value = line[column];
      if (value === null || value === undefined || value === '') continue;
      sheet.set(row + 1, column + 1, value instanceof Date ? serialOf(value, is1904) : value);
    }
  });
}

/** Files give the wall clock as if it were UTC; before March 1900 Excel is one day off, but its numbers are the same. */
function serialOf(date: Date, is1904: boolean): number {
  const time = date.getTime();
  if (is1904 && time < EPOCH_1904 + DAY) return (time - EPOCH_1904) / DAY;
  return (time - (time < EARLY_END && !is1904 ? EARLY_EPOCH : EPOCH)) / DAY;
}

function fillCells(sheet: SheetModel, source: Sheet, theme: Theme): void {
  const cells = source.cells;
  if (!cells || cells.size === 0) return;
  const rows = source.rows.length;
  const { lastColumn: columns } = extentOf(source);
  const looks = new Numbering<CellStyle>();
  const ids = new Int32Array(rows * columns);
  const boxes = new Int32Array(rows * columns);
  const number = lookNumbers(looks, theme);
  let hasBox = false;
  for (const [key, cell] of cells) {
    const comma = key.indexOf(',');
    const [row, column] = [Number(key.slice(0, comma)), Number(key.slice(comma + 1))];
    fillDetails(sheet, row + 1, column + 1, cell);
    if (row >= rows || column >= columns) continue;
    if (cell.style) ids[row * columns + column] = number(cell.style);
    if (cell.checkbox) {
      boxes[row * columns + column] = 1;
      hasBox = true;
    }
  }
  for (const key of STYLE_KEYS) paint(sheet, key, looks.values(), ids, rows, columns);
  if (hasBox) {
    for (const block of blocksOf(boxes, rows, columns)) sheet.validations.set(block, CHECKBOX);
  }
}

const CHECKBOX: Validation = { criteria: 'CHECKBOX', values: [], allowInvalid: false, helpText: null };

/** Parts of styles are shared objects of the reader: their identities tell looks apart without comparing them. */
function lookNumbers(
  looks: Numbering<CellStyle>,
  theme: Theme,
): (style: NonNullable<Cell['style']>) => number {
  const parts = new Numbering<unknown>();
  const known = new Map<string, number>();
  return (style) => {
    const part = (value: unknown): number => (value === undefined ? 0 : parts.of(value));
    const code = `${part(style.font)},${part(style.fill)},${part(style.border)},${part(style.alignment)},${style.numFmt ?? ''}`;
    let number = known.get(code);
    if (number === undefined) {
      const look = sheetStyle(style, theme);
      number = looks.of(look, JSON.stringify(look));
      known.set(code, number);
    }
    return number;
  };
}

/** Sets one property of the looks on the cells that have it. */
function paint(
  sheet: SheetModel,
  key: StyleKey,
  looks: readonly CellStyle[],
  ids: Int32Array,
  rows: number,
  columns: number,
): void {
  const values = new Numbering<unknown>();
  const projected = looks.map((look) => {
    const value: unknown = look[key];
    return value === undefined
      ? 0
      : values.of(value, typeof value === 'object' ? JSON.stringify(value) : value);
  });
  if (values.values().length === 0) return;
  const layer = sheet.styles[key] as RectLayer<unknown>;
  const numbers = ids.map((id) => (id === 0 ? 0 : (projected[id - 1] ?? 0)));
  const blocks = blocksOf(numbers, rows, columns);
  if (blocks.length <= MANY_BLOCKS)
    for (const block of blocks) layer.set(plainRect(block), values.value(block.id));
  else {
    layer.setEach(
      { row: 1, column: 1, rows, columns },
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => values.value(numbers[row * columns + column] ?? 0)),
      ),
    );
  }
}

const plainRect = ({ row, column, rows, columns }: Block): Omit<Block, 'id'> => ({
  row,
  column,
  rows,
  columns,
});

function fillDetails(sheet: SheetModel, row: number, column: number, cell: Cell): void {
  const here = { row, column, rows: 1, columns: 1 };
  if (cell.formula) {
    const literal = LITERALS.get(cell.formula.toUpperCase());
    const cached: Value | undefined = literal ?? sheet.get(row, column);
    // LibreOffice saves a boolean as a formula.
    if (literal !== undefined) sheet.set(row, column, literal);
    else sheet.setFormula(row, column, `=${cell.formula}`, cached);
  }
  if (cell.comment) sheet.notes.set(here, cell.comment.text);
  if (cell.hyperlink?.target) sheet.links.set(here, cell.hyperlink.target);
}

/** Links to a tab of the file become the platform's own kind of link. */
function resolveLinks(workbook: WorkbookModel, file: Workbook): void {
  file.sheets.forEach((source, index) => {
    for (const [key, { hyperlink }] of source.cells ?? []) {
      const location = hyperlink?.location;
      if (location === undefined) continue;
      const reference = readQualified(location.replace(/^#/, ''), source.name);
      const target = workbook.sheets[file.sheets.findIndex(({ name }) => name === reference?.sheet)];
      const [row = 0, column = 0] = key.split(',').map(Number);
      if (!reference || !target) continue;
      const here = { row: row + 1, column: column + 1, rows: 1, columns: 1 };
      workbook.sheets[index]?.links.set(here, `#gid=${target.id}&range=${addressOf(reference.rect)}`);
    }
  });
}

/** Cells of a protected tab of another program that may be edited. */
function freeCells(source: Sheet): Omit<Block, 'id'>[] {
  const rows = source.rows.length;
  const { lastColumn: columns } = extentOf(source);
  const ids = new Int32Array(rows * columns);
  for (const [key, { style }] of source.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (style?.protection?.locked === false && row < rows && column < columns)
      ids[row * columns + column] = 1;
  }
  return blocksOf(ids, rows, columns).map(plainRect);
}
