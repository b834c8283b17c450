import { dayOfSerial, minutesOfSerial } from '../../domain/calendar';
import { frenchDate } from '../french-date';
import type { NumberFormat } from './xlsx-formats';

/** Days between the two calendars that such files count in. */
const DAYS_TO_1904 = 1462;

export interface ValueContext {
  readonly texts: readonly string[];
  readonly format: NumberFormat;
  readonly from1904: boolean;
}

/** The text of a cell, from its type (`s`, `str`, `inlineStr`, `b`, `e`, `d` or `n`) and what the file holds. */
export function cellText(type: string, held: string, context: ValueContext): string {
  switch (type) {
    case 's':
      return unescaped(context.texts[Number(held)] ?? '');
    case 'b':
      return held === '1' ? 'oui' : 'non';
    case 'd': {
      const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(held);
      return iso ? `${iso[3] ?? ''}/${iso[2] ?? ''}/${iso[1] ?? ''}` : held;
    }
    case 'n': {
      const value = Number(held);
      return held === '' || Number.isNaN(value) ? held : numberText(value, context);
    }
    default:
      return unescaped(held);
  }
}

function numberText(value: number, { format, from1904 }: ValueContext): string {
  switch (format.kind) {
    case 'date':
      return dateText(from1904 ? value + DAYS_TO_1904 : value);
    case 'percent':
      return `${plain(value * 100)}%`;
    case 'padded':
      return plain(value).padStart(format.width, '0');
    case 'number':
      return plain(value);
  }
}

function dateText(serial: number): string {
  const day = dayOfSerial(serial);
  const minutes = minutesOfSerial(serial);
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  if (serial < 1 || day === null) return time;
  return minutes === 0 ? frenchDate(day) : `${frenchDate(day)} ${time}`;
}

/** A whole number in full, never as `2,3E+07`; decimals after a comma. */
function plain(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0);
  return String(Math.round(value * 1e10) / 1e10).replace('.', ',');
}

/** `_x000D_` stands for a sign that XML cannot hold. */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
