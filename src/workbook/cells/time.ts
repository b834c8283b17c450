import { minutesOfSerial, type Minutes } from '../../domain/calendar';
import { isDateCell, type Cell } from '../../domain/grid';
import { matchKey } from '../text-match';
import { textOf } from './text';

export type TimeReading =
  | { readonly kind: 'time'; readonly minutes: Minutes }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' };

/** A time: a time cell, or text `8h30`, `8 h 30`, `8:30`, `08:30`, `8h`, `8 heures`. */
export function readTime(cell: Cell | undefined): TimeReading {
  if (cell === undefined) return { kind: 'blank' };
  if (isDateCell(cell)) {
    // A whole number of days is a date typed in the wrong column, not midnight.
    const isDate = cell.serial >= 1 && Number.isInteger(cell.serial);
    return isDate ? { kind: 'unreadable' } : { kind: 'time', minutes: minutesOfSerial(cell.serial) };
  }
  // A time whose format was lost is a fraction of a day.
  if (typeof cell === 'number') {
    return cell > 0 && cell < 1 ? { kind: 'time', minutes: Math.round(cell * 1440) } : { kind: 'unreadable' };
  }
  if (typeof cell === 'boolean') return { kind: 'unreadable' };
  const text = matchKey(textOf(cell));
  if (text === '') return { kind: 'blank' };
  const match = /^(\d{1,2}) ?(?:h|:|heures?) ?(\d{2})?(?::\d{2})?(?: ?mi?n?)?$/.exec(text);
  if (!match || (text.includes(':') && match[2] === undefined)) return { kind: 'unreadable' };
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  const valid = minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0));
  return valid ? { kind: 'time', minutes: hours * 60 + minutes } : { kind: 'unreadable' };
}
