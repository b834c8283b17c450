import type { CsvRecord } from './csv/read';

/** Rows with a header row. */
export interface HeadedTable {
  /** Headers, trimmed. */
  readonly headers: readonly string[];
  readonly records: readonly CsvRecord[];
}

/** People put titles above a table: its header is looked for in as many rows. */
const LOOKED_AT = 20;

/** The table whose header row is the first that holds a header, or the first row when none does. */
export function tableUnder(rows: readonly CsvRecord[], header: string): HeadedTable {
  const key = labelKey(header);
  const found = rows
    .slice(0, LOOKED_AT)
    .findIndex(({ values }) => values.some((value) => labelKey(value) === key));
  const at = Math.max(0, found);
  return {
    headers: (rows[at]?.values ?? []).map((value) => value.trim()),
    records: rows.slice(at + 1),
  };
}

/** Case, accents, apostrophe style and repeated, outer or non-breaking spaces do not distinguish two labels. */
export function labelKey(label: string): string {
  return label
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim()
    .toLowerCase();
}
