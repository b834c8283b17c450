import { attribute, localName, xmlTokens } from '../xml/tokens';
import { readNumberFormats, type NumberFormat } from './xlsx-formats';
import { cellText } from './xlsx-values';
import { type SheetFileReading, type SheetRows, withoutBlankRows } from './sheet-rows';
import { packedFiles } from './zip';

/**
 * The sheets of an `.xlsx` file as texts that read like what a spreadsheet shows: dates as `JJ/MM/AAAA`, identifiers
 * with the zeros that their format shows.
 */
export function readXlsx(bytes: Uint8Array): SheetFileReading {
  const files = packedFiles(bytes, (name) =>
    /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(
      name,
    ),
  );
  if (files === 'too large') return { kind: 'tooLarge' };
  const workbook = files?.get('xl/workbook.xml');
  if (files === null || workbook === undefined) return { kind: 'unreadable' };
  const targets = targetsOf(files.get('xl/_rels/workbook.xml.rels') ?? '');
  const texts = sharedTexts(files.get('xl/sharedStrings.xml') ?? '');
  const formats = readNumberFormats(files.get('xl/styles.xml') ?? '');
  const { sheets, from1904 } = sheetsOf(workbook);
  return {
    kind: 'sheets',
    sheets: sheets.flatMap(({ name, relation }): SheetRows[] => {
      const xml = files.get(targets.get(relation) ?? '');
      return xml === undefined ? [] : [{ name, rows: rowsOf(xml, { texts, formats, from1904 }) }];
    }),
  };
}

interface SheetName {
  readonly name: string;
  readonly relation: string;
}

function sheetsOf(xml: string): { readonly sheets: readonly SheetName[]; readonly from1904: boolean } {
  const sheets: SheetName[] = [];
  let from1904 = false;
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open') continue;
    const name = localName(token.name);
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(token.attributes, 'date1904') ?? '');
    // A sheet that its author hid is not what was meant to be sent.
    if (name !== 'sheet' || (attribute(token.attributes, 'state') ?? 'visible') !== 'visible') continue;
    const relation = /:id\s*=\s*["']([^"']*)/.exec(token.attributes)?.[1] ?? '';
    sheets.push({ name: attribute(token.attributes, 'name') ?? '', relation });
  }
  return { sheets, from1904 };
}

/** Names of the files behind the relations of the workbook. */
function targetsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open' || localName(token.name) !== 'Relationship') continue;
    const target = attribute(token.attributes, 'Target') ?? '';
    targets.set(
      attribute(token.attributes, 'Id') ?? '',
      target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    );
  }
  return targets;
}

/** Texts of the workbook, in order; what helps to pronounce them is left out. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let current = '';
  let inText = false;
  let aside = 0;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (inText && aside === 0) current += token.text;
      continue;
    }
    if (token.kind === 'other') continue;
    const name = localName(token.name);
    const opens = token.kind === 'open' && !token.empty;
    if (name === 't') inText = opens;
    else if (name === 'rPh') aside += opens ? 1 : -1;
    else if (name === 'si') {
      if (!opens) texts.push(current);
      current = '';
    }
  }
  return texts;
}

interface SheetContext {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

function rowsOf(xml: string, context: SheetContext): SheetRows['rows'] {
  const rows: { line: number; values: string[] }[] = [];
  let line = 0;
  let values: string[] = [];
  let column = 0;
  let cell = { type: '', style: 0, text: '' };
  let reads = false;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (reads) cell.text += token.text;
      continue;
    }
    if (token.kind === 'other') continue;
    const name = localName(token.name);
    if (token.kind === 'open') {
      if (name === 'row') {
        line = Number(attribute(token.attributes, 'r') ?? line + 1);
        values = [];
        column = 0;
        rows.push({ line, values });
      } else if (name === 'c') {
        column = columnOf(attribute(token.attributes, 'r')) ?? column + 1;
        cell = {
          type: attribute(token.attributes, 't') ?? 'n',
          style: Number(attribute(token.attributes, 's') ?? 0),
          text: '',
        };
      } else if ((name === 'v' || name === 't') && !token.empty) reads = true;
    } else if (name === 'v' || name === 't') reads = false;
    else if (name === 'c') {
      while (values.length < column) values.push('');
      values[column - 1] = cellText(cell.type, cell.text, {
        texts: context.texts,
        format: context.formats[cell.style] ?? { kind: 'number' },
        from1904: context.from1904,
      });
    }
  }
  return withoutBlankRows(rows);
}

/** `C12` → 3; `null` when the cell does not say where it is. */
function columnOf(address: string | null): number | null {
  const letters = /^[A-Z]+/.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
