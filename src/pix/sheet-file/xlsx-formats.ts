import { attribute, localName, xmlTokens } from '../xml/tokens';

/** What the format of a cell says of its number. */
export type NumberFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'percent' }
  /** `00000000`: digits are shown up to that width. */
  | { readonly kind: 'padded'; readonly width: number };

/** Formats that have a number instead of a code: dates and times, and percentages. */
const BUILT_IN_DATES = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57];
const BUILT_IN_PERCENTS = [9, 10];

/** The number format of each style of cell, in order. */
export function readNumberFormats(xml: string): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open' && token.kind !== 'close') continue;
    const name = localName(token.name);
    if (name === 'cellXfs') inCells = token.kind === 'open';
    if (token.kind === 'close') continue;
    const id = Number(attribute(token.attributes, 'numFmtId') ?? 0);
    if (name === 'numFmt') codes.set(id, attribute(token.attributes, 'formatCode') ?? '');
    else if (name === 'xf' && inCells) formats.push(formatOf(id, codes.get(id)));
  }
  return formats;
}

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (BUILT_IN_DATES.includes(id)) return { kind: 'date' };
    return { kind: BUILT_IN_PERCENTS.includes(id) ? 'percent' : 'number' };
  }
  // Texts between quotes, colours and conditions are no part of the pattern.
  const pattern = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (/^0+$/.test(pattern)) return { kind: 'padded', width: pattern.length };
  if (/[dmyhs]/i.test(pattern) && !/general|standard/i.test(pattern)) return { kind: 'date' };
  return { kind: pattern.includes('%') ? 'percent' : 'number' };
}
