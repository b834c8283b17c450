import { type CsvRecord, type Delimiter, detectDelimiter, firstRecords, readCsv } from '../csv/read';
import { labelKey } from '../table';

/** A column that is looked for, and the headers that mean it (compared without case, accents or spacing), best first. */
export interface WantedColumn<Field extends string> {
  readonly field: Field;
  readonly names: readonly string[];
}

/** A table whose columns were recognised. */
export interface RecognisedTable<Field extends string> {
  /** Headers, as they are written; empty texts where the table has no header row. */
  readonly headers: readonly string[];
  /** Whether one of the rows is a header row. */
  readonly titled: boolean;
  /** Rank (from 0) of the column of each field that was found. */
  readonly columns: ReadonlyMap<Field, number>;
  /** Ranks of the columns found by likeness alone, or preferred to others that mean the same: for people to confirm. */
  readonly doubtful: ReadonlySet<number>;
  readonly records: readonly CsvRecord[];
}

const LOOKED_AT = 20;
const SAMPLES = 50;

/** Rows of a text (a CSV file, or rows pasted from a spreadsheet), cut where most headers are known. */
export function rowsOfText<Field extends string>(
  text: string,
  wanted: readonly WantedColumn<Field>[],
): readonly CsvRecord[] {
  return readCsv(text, delimiterOf(text, ranksOf(wanted)));
}

/**
 * Recognises the header row (the one among the first 20 with the most known names: people put titles above) and the
 * columns. Without a header row, columns are known by what they hold.
 * @param titled what people say of the header row; `null`: a row is one when it has known names
 */
export function recogniseRows<Field extends string>(
  rows: readonly CsvRecord[],
  wanted: readonly WantedColumn<Field>[],
  titled: boolean | null = null,
): RecognisedTable<Field> {
  const ranks = ranksOf(wanted);
  const known = rows.slice(0, LOOKED_AT).map(({ values }) => knownCount(values, ranks));
  const most = Math.max(0, ...known);
  const at = Math.max(0, known.indexOf(most));
  // One known word alone may be a value like any other, but for the first row.
  const hasTitles = titled ?? (most > 1 || (most === 1 && at === 0));
  const width = Math.max(0, ...rows.slice(0, SAMPLES).map(({ values }) => values.length));
  const headers = hasTitles
    ? (rows[at]?.values ?? []).map((value) => value.trim())
    : Array.from({ length: width }, () => '');
  const records = hasTitles ? rows.slice(at + 1) : rows;
  const named = namedColumns(headers, ranks);
  const liked = likelyColumns(headers, records.slice(0, SAMPLES), wanted, named.columns, most === 0);
  return {
    headers,
    titled: hasTitles,
    columns: new Map([...named.columns, ...liked]),
    doubtful: new Set([...named.doubtful, ...liked.values()]),
    records,
  };
}

interface Rank<Field> {
  readonly field: Field;
  readonly rank: number;
}

type Ranks<Field> = ReadonlyMap<string, Rank<Field>>;

function ranksOf<Field extends string>(wanted: readonly WantedColumn<Field>[]): Ranks<Field> {
  return new Map(
    wanted.flatMap(({ field, names }) =>
      names.map((name, rank) => [labelKey(name), { field, rank }] as const),
    ),
  );
}

/** Columns under a known name; where several mean the same, the best name wins and is doubtful. */
function namedColumns<Field extends string>(
  headers: readonly string[],
  ranks: Ranks<Field>,
): { readonly columns: ReadonlyMap<Field, number>; readonly doubtful: readonly number[] } {
  const found = headers.flatMap((header, column) => {
    const rank = ranks.get(labelKey(header));
    return rank === undefined ? [] : [{ ...rank, column }];
  });
  const columns = new Map<Field, number>();
  for (const one of [...found].sort((a, b) => a.rank - b.rank || a.column - b.column))
    if (!columns.has(one.field)) columns.set(one.field, one.column);
  return {
    columns,
    doubtful: [...columns]
      .filter(([field]) => found.filter((one) => one.field === field).length > 1)
      .map(([, column]) => column),
  };
}

/** Columns that nobody named so, but that look like a field that is still looked for. */
function likelyColumns<Field extends string>(
  headers: readonly string[],
  samples: readonly CsvRecord[],
  wanted: readonly WantedColumn<Field>[],
  named: ReadonlyMap<Field, number>,
  byContent: boolean,
): ReadonlyMap<Field, number> {
  const taken = [...named.values()];
  const found = new Map<Field, number>();
  headers.forEach((header, column) => {
    if (taken.includes(column)) return;
    const free = wanted.filter(({ field }) => !named.has(field) && !found.has(field));
    const field = likeHeader(header, free) ?? (byContent ? likeContent(samples, column, free) : null);
    if (field !== null) found.set(field, column);
  });
  return found;
}

/** The field whose header stands whole in a longer one: `Date de naissance de l'étudiant`. */
function likeHeader<Field extends string>(
  header: string,
  wanted: readonly WantedColumn<Field>[],
): Field | null {
  const key = ` ${labelKey(header)
    .replace(/[^a-z0-9°]+/g, ' ')
    .trim()} `;
  let found: { readonly field: Field; readonly length: number } | null = null;
  for (const { field, names } of wanted) {
    for (const name of names) {
      const part = labelKey(name)
        .replace(/[^a-z0-9°]+/g, ' ')
        .trim();
      if (part.length >= 6 && key.includes(` ${part} `) && part.length > (found?.length ?? 0))
        found = { field, length: part.length };
    }
  }
  return found?.field ?? null;
}

/** What most cells of a column look like, for the few fields that have a look of their own. */
const LOOKS: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  birthDay: /^\d{1,2}[/.-]\d{1,2}[/.-](19|20)\d{2}$/,
  sex: /^(M|F|H)$/i,
  id: /^\d{7,9}$/,
};

function likeContent<Field extends string>(
  samples: readonly CsvRecord[],
  column: number,
  wanted: readonly WantedColumn<Field>[],
): Field | null {
  const filled = samples.map(({ values }) => (values[column] ?? '').trim()).filter((value) => value !== '');
  if (filled.length === 0) return null;
  const found = wanted.find(({ field }) => {
    const look = LOOKS[field];
    return look !== undefined && filled.every((value) => look.test(value));
  });
  return found?.field ?? null;
}

function knownCount(values: readonly string[], ranks: ReadonlyMap<string, unknown>): number {
  return new Set(values.map(labelKey).filter((value) => ranks.has(value))).size;
}

/** The separator under which most headers are known; titles above the table mislead a mere count of columns. */
function delimiterOf(text: string, ranks: ReadonlyMap<string, unknown>): Delimiter {
  const guess = detectDelimiter(text);
  const others: readonly Delimiter[] = [';', ',', '\t', '|'];
  const score = (delimiter: Delimiter): number =>
    Math.max(0, ...firstRecords(text, delimiter, LOOKED_AT).map(({ values }) => knownCount(values, ranks)));
  return others.reduce((best, one) => (score(one) > score(best) ? one : best), guess);
}
