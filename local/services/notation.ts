import type { Rect } from '../model/rect-layer';

/** `1` → `A`, `27` → `AA`. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

export function columnNumber(text: string): number {
  return Array.from(text.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Where a notation points: a missing end means that the side is open (`D:F`, `5:7`). */
export interface Pointed {
  readonly sheet: string | null;
  readonly rect: Rect;
  readonly openRows: boolean;
  readonly openColumns: boolean;
}

/**
 * Reads `B2`, `B2:C5`, `D:F`, `5:7`, `'Une feuille'!A1`, `R2C2:R4C5`, with or without `$`, in any case and with
 * corners in any order. `null` when it is none of these. Open sides span the grid given.
 */
export function readNotation(notation: string, maxRows: number, maxColumns: number): Pointed | null {
  const { sheet, cells } = splitSheet(notation);
  const parts = cells.replace(/\$/g, '').split(':');
  if (parts.length > 2) return null;
  const corners = parts.map(readCorner);
  const [first] = corners;
  const last = corners[corners.length - 1];
  if (!first || !last) return null;
  const openRows = first.row === null || last.row === null;
  const openColumns = first.column === null || last.column === null;
  if ((openRows && openColumns) || (parts.length === 1 && (openRows || openColumns))) return null;
  const [top, bottom] = openRows ? [1, maxRows] : sorted(first.row ?? 1, last.row ?? 1);
  const [left, right] = openColumns ? [1, maxColumns] : sorted(first.column ?? 1, last.column ?? 1);
  const rect = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return { sheet, rect, openRows, openColumns };
}

function splitSheet(notation: string): { sheet: string | null; cells: string } {
  const mark = notation.lastIndexOf('!');
  if (mark === -1) return { sheet: null, cells: notation.trim() };
  const name = notation.slice(0, mark).trim();
  const quoted = /^'(.*)'$/.exec(name);
  return {
    sheet: quoted ? (quoted[1] ?? '').replace(/''/g, "'") : name,
    cells: notation.slice(mark + 1).trim(),
  };
}

function readCorner(text: string): { row: number | null; column: number | null } | null {
  const relative = /^r(\d+)c(\d+)$/i.exec(text);
  if (relative) return { row: Number(relative[1]), column: Number(relative[2]) };
  const match = /^([a-z]{0,3})(\d*)$/i.exec(text);
  if (!match || text === '') return null;
  const column = match[1] ? columnNumber(match[1]) : null;
  const row = match[2] ? Number(match[2]) : null;
  return row === 0 ? null : { row, column };
}

const sorted = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

export function notationOf(rect: Rect): string {
  const start = `${letters(rect.column)}${rect.row}`;
  if (rect.rows === 1 && rect.columns === 1) return start;
  return `${start}:${letters(rect.column + rect.columns - 1)}${rect.row + rect.rows - 1}`;
}
