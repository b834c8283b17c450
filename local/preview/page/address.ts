export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** `1` → `A`, `27` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export const addressOf = ({ row, column }: CellPlace): string => `${columnName(column)}${row}`;

/** The top left cell of `D14` or `D14:F20`; `null` when it is none. */
export function readAddress(text: string): CellPlace | null {
  const match = /^\s*\$?([a-z]{1,3})\$?(\d{1,7})(?::.*)?\s*$/i.exec(text);
  if (!match) return null;
  const column = Array.from((match[1] ?? '').toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  const row = Number(match[2]);
  return row < 1 ? null : { row, column };
}

export type Target =
  | { readonly kind: 'cell'; readonly sheet: number | string; readonly place: CellPlace }
  | { readonly kind: 'page'; readonly url: string };

/** Where a link of a cell leads: a cell of this workbook, or a page elsewhere; `null` when nowhere safe. */
export function readLink(link: string): Target | null {
  const hash = /^(?:https:\/\/docs\.google\.com\/spreadsheets\/[^#]*)?#(.+)$/.exec(link)?.[1];
  if (hash !== undefined) {
    const fields = new URLSearchParams(hash);
    const gid = fields.get('gid');
    const place = readAddress(fields.get('range') ?? 'A1');
    if (gid !== null && place) return { kind: 'cell', sheet: Number(gid), place };
    const named = /^'?(.+?)'?!(.+)$/.exec(decodeURIComponent(hash));
    const cell = readAddress(named?.[2] ?? '');
    return named && cell ? { kind: 'cell', sheet: (named[1] ?? '').replace(/''/g, "'"), place: cell } : null;
  }
  return /^(https?:|mailto:)/i.test(link) ? { kind: 'page', url: link } : null;
}
