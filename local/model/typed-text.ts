import type { Value } from './sheet';

/** What a text becomes when it is typed in a cell: a value, and the format that the cell takes if it had none. */
export interface TypedValue {
  readonly value: Value | undefined;
  readonly numberFormat?: string;
  readonly formula?: string;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * Reads a text as the platform does when it is typed or passed to `setValue`, in the spreadsheet's locale.
 * `isText`: the cell has the format `@`, so that everything is kept verbatim.
 * `year` completes dates typed without one.
 */
export function readTyped(text: string, locale: string, isText: boolean, year: number): TypedValue {
  if (isText) return { value: text === '' ? undefined : text };
  if (text === '') return { value: undefined };
  if (text.startsWith("'")) return { value: text.slice(1) === '' ? undefined : text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: '', formula: text };
  const trimmed = text.trim();
  const french = locale.startsWith('fr');
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  if (french && /^(vrai|faux)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'vrai' };
  return readNumber(trimmed, french) ?? readMoment(trimmed, french, year) ?? { value: text };
}

function readNumber(text: string, french: boolean): TypedValue | null {
  const pattern = french
    ? /^([+-]?)((?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,\d*)?|,\d+)(?:[eE]([+-]?\d+))?\s*(%|€)?$/
    : /^([+-]?)\$?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?\s*(%)?$/;
  const match = pattern.exec(text);
  if (!match) return null;
  const [, sign = '', digits = '', exponent = '', unit = ''] = match;
  const plain = french ? digits.replace(/[ \u00a0\u202f]/g, '').replace(',', '.') : digits.replace(/,/g, '');
  const number = Number(`${sign}${plain}${exponent === '' ? '' : `e${exponent}`}`);
  if (!Number.isFinite(number)) return null;
  if (unit === '%') return { value: number / 100, numberFormat: /[.,]/.test(digits) ? '0.00%' : '0%' };
  if (unit === '€') return { value: number, numberFormat: '#,##0.00 €' };
  return { value: number };
}

function readMoment(text: string, french: boolean, year: number): TypedValue | null {
  const [first = '', second, ...rest] = text.split(/[ T]+/);
  if (rest.length > 0) return null;
  const time = readTime(second ?? first);
  if (second === undefined && time !== null) {
    return { value: time.fraction, numberFormat: time.seconds ? 'hh:mm:ss' : 'hh:mm' };
  }
  const day = readDay(first, french, year);
  if (day === null) return null;
  const format = french ? 'dd/mm/yyyy' : /^\d{4}-/.test(first) ? 'yyyy-mm-dd' : 'm/d/yyyy';
  if (second === undefined) return { value: day, numberFormat: format };
  return time === null ? null : { value: day + time.fraction, numberFormat: `${format} hh:mm:ss` };
}

function readTime(text: string): { fraction: number; seconds: boolean } | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return { fraction: (hours * 3600 + minutes * 60 + seconds) / 86_400, seconds: match[3] !== undefined };
}

function readDay(text: string, french: boolean, thisYear: number): number | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return serial(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(text);
  if (!match) return null;
  // `1.5` is no date for an American, and not reliably a number for a French one: it stays text.
  if (text.includes('.') && match[3] === undefined) return null;
  const [a, b] = [Number(match[1]), Number(match[2])];
  const typedYear = match[3];
  const year =
    typedYear === undefined
      ? thisYear
      : typedYear.length === 2
        ? Number(typedYear) + (Number(typedYear) < 50 ? 2000 : 1900)
        : Number(typedYear);
  return french ? serial(year, b, a) : serial(year, a, b);
}

/** Days since 30 December 1899, or `null` when the day does not exist. */
function serial(year: number, month: number, day: number): number | null {
  const instant = Date.UTC(year, month - 1, day);
  const date = new Date(instant);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round((instant - EPOCH) / DAY);
}
