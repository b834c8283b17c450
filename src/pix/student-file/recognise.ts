import { decodeText, type DecodedText } from '../csv/decode';
import { type CsvRecord, detectDelimiter, readCsv, type Delimiter } from '../csv/read';
import { labelKey } from '../table';

/** A column that is looked for, and the headers that mean it (compared without case, accents or spacing). */
export interface WantedColumn<Field extends string> {
  readonly field: Field;
  readonly names: readonly string[];
}

export interface RecognisedFile<Field extends string> {
  readonly encoding: DecodedText['encoding'] | null;
  readonly delimiter: Delimiter;
  readonly headers: readonly string[];
  /** Rank (from 0) of the column of each field that was found. */
  readonly columns: ReadonlyMap<Field, number>;
  /** Headers that mean nothing known, or a field already found further left. */
  readonly ignored: readonly string[];
  readonly records: readonly CsvRecord[];
}

const LOOKED_AT = 20;

/** Recognises a file from its bytes: encoding first, then as `recogniseText`. */
export function recogniseBytes<Field extends string>(
  bytes: readonly number[],
  wanted: readonly WantedColumn<Field>[],
): RecognisedFile<Field> {
  const { text, encoding } = decodeText(bytes);
  return { ...recogniseText(text, wanted), encoding };
}

/**
 * Recognises separator, header (the record among the first 20 with the most known names: people put titles above) and
 * columns of a text, or of rows pasted from a spreadsheet (tabs).
 */
export function recogniseText<Field extends string>(
  text: string,
  wanted: readonly WantedColumn<Field>[],
): RecognisedFile<Field> {
  const fields = new Map(wanted.flatMap(({ field, names }) => names.map((name) => [labelKey(name), field])));
  const delimiter = delimiterOf(text, fields);
  const records = readCsv(text, delimiter);
  const known = records.slice(0, LOOKED_AT).map(({ values }) => knownCount(values, fields));
  const best = known.indexOf(Math.max(0, ...known));
  const header = records[best]?.values.map((value) => value.trim()) ?? [];
  const columns = new Map<Field, number>();
  const ignored: string[] = [];
  header.forEach((name, rank) => {
    const field = fields.get(labelKey(name));
    if (field !== undefined && !columns.has(field)) columns.set(field, rank);
    else if (name !== '') ignored.push(name);
  });
  return { encoding: null, delimiter, headers: header, columns, ignored, records: records.slice(best + 1) };
}

function knownCount(values: readonly string[], fields: ReadonlyMap<string, string>): number {
  return values.filter((value) => fields.has(labelKey(value))).length;
}

/** The separator under which most headers are known; titles above the table mislead a mere count of columns. */
function delimiterOf(text: string, fields: ReadonlyMap<string, string>): Delimiter {
  const guess = detectDelimiter(text);
  const others: readonly Delimiter[] = [';', ',', '\t', '|'];
  const score = (delimiter: Delimiter): number =>
    Math.max(
      0,
      ...readCsv(text, delimiter)
        .slice(0, LOOKED_AT)
        .map(({ values }) => knownCount(values, fields)),
    );
  return others.reduce((best, one) => (score(one) > score(best) ? one : best), guess);
}
