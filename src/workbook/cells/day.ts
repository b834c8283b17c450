import { calendarDay, dayOfSerial, weekdayOf, type CalendarDay } from '../../domain/calendar';
import { isDateCell, type Cell } from '../../domain/grid';
import { matchKey } from '../text-match';
import { textOf } from './text';

export type DayReading =
  | {
      readonly kind: 'day';
      readonly day: CalendarDay;
      /** The weekday typed does not fit. */ readonly misfit: boolean;
    }
  | { readonly kind: 'blank' }
  /** Has the form of a date, but no such day exists. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' };

const WEEKDAYS = ['dim', 'lun', 'mar', 'mer', 'jeu', 'ven', 'sam'];
const MONTHS = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
];

/**
 * A day: a date cell, or text `12/01/2027`, `12-01-2027`, `12.01.2027`, `2027-01-12`, `12 janvier 2027`, each with or
 * without a weekday before it. Nothing is read month-first.
 */
export function readDay(cell: Cell | undefined): DayReading {
  if (cell === undefined) return { kind: 'blank' };
  if (isDateCell(cell)) {
    const day = cell.serial >= 1 ? dayOfSerial(cell.serial) : null;
    return day === null ? { kind: 'unreadable' } : { kind: 'day', day, misfit: false };
  }
  if (typeof cell !== 'string') return { kind: 'unreadable' };
  const text = matchKey(textOf(cell));
  if (text === '') return { kind: 'blank' };
  const match = /^(?:(dim|lun|mar|mer|jeu|ven|sam)[a-z]*\.?,? +)?(?:le +)?(.+)$/.exec(text);
  const numbers = readNumbers(match?.[2] ?? text);
  if (numbers === null) return { kind: 'unreadable' };
  const day = calendarDay(numbers[0], numbers[1], numbers[2]);
  if (day === null) return { kind: 'impossible' };
  const weekday = match?.[1];
  return { kind: 'day', day, misfit: weekday !== undefined && WEEKDAYS[weekdayOf(day)] !== weekday };
}

/** Year, month, day; a year of two digits is of this century. */
function readNumbers(text: string): [number, number, number] | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ t]00:00(?::00)?)?$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (french) return [fullYear(french[3] ?? ''), Number(french[2]), Number(french[1])];
  const words = /^(\d{1,2})(?:er)? +([a-z]+)\.? +(\d{4})$/.exec(text);
  if (!words) return null;
  const month = MONTHS.findIndex((names) => names.includes(words[2] ?? ''));
  return month === -1 ? null : [Number(words[3]), month + 1, Number(words[1])];
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));
