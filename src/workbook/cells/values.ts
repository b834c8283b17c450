import { isDateCell, type Cell } from '../../domain/grid';
import { matchKey } from '../text-match';
import { textOf } from './text';

const YES = new Set(['oui', 'o', 'x', 'true', 'vrai', 'yes', '1', 'ok', '✓', '✔', '☑']);
const NO = new Set(['', 'non', 'n', 'false', 'faux', 'no', '0', '-']);

/** A box or a word; `null` when it says neither yes nor no. */
export function readYesNo(cell: Cell | undefined): boolean | null {
  if (cell === undefined) return false;
  if (typeof cell === 'boolean') return cell;
  const text = matchKey(textOf(cell));
  if (YES.has(text)) return true;
  return NO.has(text) ? false : null;
}

/** A whole number, also typed as text with spaces between thousands; `null` when it is none. */
export function readWholeNumber(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = textOf(cell).replace(/ /g, '');
  return /^-?\d+$/.test(text) ? Number(text) : null;
}

/** What a cell of a matrix says. `unknown` is a problem, and counts as not available. */
export type AvailabilityMark = 'blank' | 'no' | 'yes' | 'preferred' | 'unknown';

const MARKS = new Map<string, AvailabilityMark>([
  ['', 'blank'],
  ['non', 'no'],
  ['0', 'no'],
  ['-', 'no'],
  ['–', 'no'],
  ['faux', 'blank'],
  ['false', 'blank'],
  ['vrai', 'yes'],
  ['true', 'yes'],
  ['oui', 'yes'],
  ['x', 'yes'],
  ['1', 'yes'],
  ['✓', 'yes'],
  ['✔', 'yes'],
  ['ok', 'yes'],
  ['prefere', 'preferred'],
  ['preferee', 'preferred'],
  ['2', 'preferred'],
  ['★', 'preferred'],
  ['⭐', 'preferred'],
]);

const markOfText = new Map<string | number, AvailabilityMark>();

export function readMark(cell: Cell | undefined): AvailabilityMark {
  if (cell === undefined || cell === '' || cell === false) return 'blank';
  if (cell === true) return 'yes';
  if (isDateCell(cell)) return 'unknown';
  // A matrix repeats a handful of words hundreds of thousands of times.
  const known = markOfText.get(cell);
  if (known !== undefined) return known;
  const mark = MARKS.get(matchKey(textOf(cell))) ?? 'unknown';
  if (markOfText.size < 10_000) markOfText.set(cell, mark);
  return mark;
}

export type ExtraTimeReading =
  /** A fraction of the test: 0.33 for 33 %. `guessed`: what is written is too little to be meant as it stands. */
  | { readonly kind: 'fraction'; readonly fraction: number; readonly guessed?: true }
  /** A date, which is what a spreadsheet makes of 1/3. */
  | { readonly kind: 'date' }
  | { readonly kind: 'unreadable' };

const GREATEST_EXTRA_TIME = 3;
/** Nobody is granted less: `1,33` is what the duration is multiplied by, `1` a yes. */
const LEAST_EXTRA_TIME = 0.05;
const DATE_TEXT = /^(\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}-\d{2}-\d{2})$/;

/**
 * Blank or `non`: none; `33%`, `33`, `0,33`, `1/3`: that much; `oui`: the default, in per cent. A number below 1 is a
 * fraction, from 1 a percentage, unless the cell is shown with a per cent sign: it then holds a fraction whatever its
 * size. What would be less than 5 % is guessed: between 1 and 2 it multiplies the duration, otherwise it says `oui`.
 * @param shown what the user sees in the cell
 */
export function readExtraTime(cell: Cell | undefined, defaultPercent: number, shown = ''): ExtraTimeReading {
  if (cell === undefined) return { kind: 'fraction', fraction: 0 };
  if (isDateCell(cell)) return { kind: 'date' };
  const read = (written: number, fraction: number): ExtraTimeReading =>
    fraction > 0 && fraction < LEAST_EXTRA_TIME ? guessed(written, defaultPercent) : checked(fraction);
  if (typeof cell === 'number') {
    if (!shown.includes('%')) return read(cell, cell < 1 ? cell : cell / 100);
    return read(cell * 100, cell);
  }
  const answer = readYesNo(cell);
  const text = matchKey(textOf(cell)).replace(/ /g, '');
  if (answer === false) return { kind: 'fraction', fraction: 0 };
  if (answer === true && text !== '1') return checked(defaultPercent / 100);
  if (text === 'tierstemps' || text === 'tiers-temps' || text === 'tiers') return checked(1 / 3);
  if (DATE_TEXT.test(text)) return { kind: 'date' };
  const ratio = /^(\d+)\/(\d+)$/.exec(text);
  if (ratio) {
    const value = Number(ratio[1]) / Number(ratio[2]);
    return value > 1 && value < 2 ? guessed(value, defaultPercent) : read(value, value);
  }
  const number = /^(\d+(?:[.,]\d+)?)(%)?$/.exec(text);
  if (!number) return { kind: 'unreadable' };
  const value = Number((number[1] ?? '').replace(',', '.'));
  return read(value, number[2] !== undefined || value >= 1 ? value / 100 : value);
}

function guessed(written: number, defaultPercent: number): ExtraTimeReading {
  const isFactor = written > 1 && written < 2;
  const fraction = isFactor ? Math.round((written - 1) * 10_000) / 10_000 : defaultPercent / 100;
  return { kind: 'fraction', fraction, guessed: true };
}

function checked(fraction: number): ExtraTimeReading {
  return fraction >= 0 && fraction <= GREATEST_EXTRA_TIME
    ? { kind: 'fraction', fraction }
    : { kind: 'unreadable' };
}
