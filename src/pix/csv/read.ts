/** One record of a CSV file. */
export interface CsvRecord {
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
  readonly values: readonly string[];
}

export type Delimiter = ';' | ',' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = [';', ',', '\t', '|'];
const LOOKED_AT = 20;

/**
 * Records of a text, blank ones (nothing but spaces and separators) skipped. A value in double quotes may hold
 * separators, line breaks and doubled quotes; LF, CRLF and CR end a line. A stray quote is a character like any other.
 */
export function readCsv(text: string, delimiter: Delimiter): readonly CsvRecord[] {
  return firstRecords(text, delimiter, Infinity).filter(({ values }) =>
    values.some((value) => value.trim() !== ''),
  );
}

/** The separator that cuts the first records into the most columns, as evenly as can be; `;` when none cuts. */
export function detectDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; even: number; width: number } = { delimiter: ';', even: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    const records = firstRecords(text, delimiter, LOOKED_AT).filter(({ values }) =>
      values.some((value) => value.trim() !== ''),
    );
    const width = records[0]?.values.length ?? 1;
    if (width < 2) continue;
    const even = records.filter(({ values }) => values.length === width).length / records.length;
    if (even > best.even || (even === best.even && width > best.width)) best = { delimiter, even, width };
  }
  return best.delimiter;
}

/** The first records of a text, blank ones included. */
export function firstRecords(text: string, delimiter: Delimiter, limit: number): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length && records.length < limit) {
    const values: string[] = [];
    const startLine = line;
    for (let more = true; more;) {
      const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
      values.push(field.value);
      line += field.breaks;
      more = text[field.end] === delimiter;
      at = field.end + 1;
    }
    if (text[at - 1] === '\r' && text[at] === '\n') at++;
    line++;
    records.push({ line: startLine, values });
  }
  return records;
}

interface Field {
  readonly value: string;
  /** Where its separator or line end stands, or the length of the text. */
  readonly end: number;
  readonly breaks: number;
}

function plainField(text: string, start: number, delimiter: Delimiter): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: text.slice(start, end), end, breaks: 0 };
}

/** A quote that is not followed by a separator or a line end does not close; without a closing one, the text is plain. */
function quotedField(text: string, start: number, delimiter: Delimiter): Field {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    const next = text[at + 1];
    if (next === '"') {
      at++;
      continue;
    }
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') {
      const inside = text.slice(start + 1, at);
      const breaks = (inside.match(/\r\n|\n|\r/g) ?? []).length;
      return { value: inside.replace(/""/g, '"'), end: at + 1, breaks };
    }
  }
  return plainField(text, start, delimiter);
}
