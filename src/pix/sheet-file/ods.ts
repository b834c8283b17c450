import type { CsvRecord } from '../csv/read';
import { attribute, localName, xmlTokens } from '../xml/tokens';
import { type SheetFileReading, type SheetRows, withoutBlankRows } from './sheet-rows';
import { packedFiles } from './zip';

/** Repeated cells and rows beyond this fill the rest of a sheet: there is nothing in them. */
const MOST_REPEATED = 1000;

/** The sheets of an `.ods` file, each cell as it is shown, dates as `JJ/MM/AAAA`. */
export function readOds(bytes: Uint8Array): SheetFileReading {
  const files = packedFiles(bytes, (name) => name === 'content.xml');
  if (files === 'too large') return { kind: 'tooLarge' };
  const content = files?.get('content.xml');
  return content === undefined ? { kind: 'unreadable' } : { kind: 'sheets', sheets: sheetsOf(content) };
}

function sheetsOf(xml: string): readonly SheetRows[] {
  const reader = new SheetReader();
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') reader.text(token.text);
    else if (token.kind === 'open') {
      reader.open(partOf(token.name), token.attributes);
      if (token.empty) reader.close(partOf(token.name));
    } else if (token.kind === 'close') reader.close(partOf(token.name));
  }
  return reader.sheets.map(({ name, rows }) => ({ name, rows: withoutBlankRows(rows) }));
}

/** Parts of a table have a prefix; the same words without it are those of a page. */
const partOf = (name: string): string => (name.includes(':') ? localName(name) : '');

/** Gathers cells, rows and sheets as their elements open and close. */
class SheetReader {
  readonly sheets: { readonly name: string; readonly rows: CsvRecord[] }[] = [];
  private line = 0;
  private values: string[] = [];
  private rowTimes = 1;
  private cell: { text: string; readonly date: string | null; readonly times: number } | null = null;
  private paragraphs = 0;
  private inText = 0;
  /** Inside notes on cells, which are no part of what they show. */
  private inNote = 0;

  text(text: string): void {
    if (this.cell !== null && this.inText > 0 && this.inNote === 0) this.cell.text += text;
  }

  open(name: string, raw: string): void {
    const count = (attributeName: string): number => Number(attribute(raw, attributeName) ?? 1);
    if (name === 'table') {
      this.sheets.push({ name: attribute(raw, 'name') ?? '', rows: [] });
      this.line = 0;
    } else if (name === 'table-row') {
      this.values = [];
      this.rowTimes = count('number-rows-repeated');
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.cell = { text: '', date: attribute(raw, 'date-value'), times: count('number-columns-repeated') };
      this.paragraphs = 0;
    } else if (name === 'annotation') this.inNote += 1;
    else if (name === 'p' && this.inNote === 0) {
      if (this.paragraphs > 0 && this.cell !== null) this.cell.text += '\n';
      this.paragraphs += 1;
      this.inText += 1;
    } else if (name === 's') this.text(' '.repeat(count('c')));
    else if (name === 'tab') this.text('\t');
    else if (name === 'line-break') this.text('\n');
  }

  close(name: string): void {
    if (name === 'annotation') this.inNote = Math.max(0, this.inNote - 1);
    else if (name === 'p' && this.inNote === 0) this.inText = Math.max(0, this.inText - 1);
    else if (name === 'table-row') this.endRow();
    else if ((name === 'table-cell' || name === 'covered-table-cell') && this.cell !== null) {
      const { text, date, times } = this.cell;
      const value = shown(text, date);
      if (value !== '' || times <= MOST_REPEATED)
        for (let time = 0; time < Math.min(times, MOST_REPEATED); time += 1) this.values.push(value);
      this.cell = null;
    }
  }

  private endRow(): void {
    const { values, rowTimes, line } = this;
    const filled = values.some((value) => value.trim() !== '');
    const times = filled ? Math.min(rowTimes, MOST_REPEATED) : 0;
    for (let time = 1; time <= times; time += 1)
      this.sheets[this.sheets.length - 1]?.rows.push({ line: line + time, values });
    this.line += rowTimes;
    this.values = [];
  }
}

function shown(text: string, date: string | null): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(date ?? '');
  if (iso === null) return text;
  const day = `${iso[3] ?? ''}/${iso[2] ?? ''}/${iso[1] ?? ''}`;
  return iso[4] === undefined || iso[4] === '00:00' ? day : `${day} ${iso[4]}`;
}
