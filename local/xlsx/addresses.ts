import type { Rect } from '../model/rect-layer';

/** A range of a named tab, as a rule of validation points to it. */
export interface RangeReference {
  readonly sheet: string;
  readonly rect: Rect;
}

/** `1` → `A`, `27` → `AA`. */
export function columnLetters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** `B2:C5`, or `B2` for one cell; `$B$2:$C$5` when `absolute`. */
export function addressOf(rect: Rect, absolute = false): string {
  const mark = absolute ? '$' : '';
  const corner = (row: number, column: number): string => `${mark}${columnLetters(column)}${mark}${row}`;
  const start = corner(rect.row, rect.column);
  if (rect.rows === 1 && rect.columns === 1) return start;
  return `${start}:${corner(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
}

/** `'Une feuille'!$A$1:$B$2`, as formulas of a file name it. */
export function qualifiedAddress({ sheet, rect }: RangeReference): string {
  return `'${sheet.replace(/'/g, "''")}'!${addressOf(rect, true)}`;
}

/** Reads `B2:C5`, `$B$2`, `D:F`, `5:7`; open sides go to the end of the grid given. `null` when it is none of these. */
export function readAddress(address: string, maxRows = 1_048_576, maxColumns = 16_384): Rect | null {
  const corners = address
    .replace(/\$/g, '')
    .split(':')
    .map((part) => /^([A-Z]{0,3})(\d*)$/i.exec(part.trim()));
  const first = corners[0];
  const last = corners[corners.length - 1];
  if (!first || !last || corners.length > 2 || first[0] === '') return null;
  const row = Number(first[2] || 1);
  const column = first[1] ? columnNumber(first[1]) : 1;
  const lastRow = last[2] ? Number(last[2]) : maxRows;
  const lastColumn = last[1] ? columnNumber(last[1]) : maxColumns;
  if (lastRow < row || lastColumn < column || row < 1) return null;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** Reads `'Une feuille'!$A$1:$B$2`; without a tab, the range is of `home`. */
export function readQualified(text: string, home: string): RangeReference | null {
  const bare = text.replace(/^=/, '').trim();
  const mark = bare.lastIndexOf('!');
  const rect = readAddress(bare.slice(mark + 1));
  if (!rect) return null;
  const name =
    mark === -1
      ? home
      : bare
          .slice(0, mark)
          .replace(/^'(.*)'$/, '$1')
          .replace(/''/g, "'");
  return { sheet: name, rect };
}

function columnNumber(text: string): number {
  return Array.from(text.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
