/**
 * Days and times without time zones: a day is `YYYY-MM-DD`, a time is minutes from midnight, a cell is a spreadsheet
 * serial number (days since 30 December 1899). A `Date` never enters the middle of the house.
 */

declare const dayBrand: unique symbol;
/** A day that exists, `YYYY-MM-DD`. */
export type CalendarDay = string & { readonly [dayBrand]: true };
/** Minutes from midnight, 0 to 1440, local time of the site. */
export type Minutes = number;

const MILLISECONDS_PER_DAY = 86_400_000;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The day, or `null` when it does not exist (31 February). Years 1900 to 9999; month and day from 1. */
export function calendarDay(year: number, month: number, day: number): CalendarDay | null {
  if (!(year >= 1900 && year <= 9999)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDay) : null;
}

function utcOf(day: CalendarDay): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(utcOf(day)).getUTCDay();
}

/** Whole days since 30 December 1899, as a spreadsheet counts them. */
export function serialOf(day: CalendarDay): number {
  return Math.round((utcOf(day) - SERIAL_EPOCH) / MILLISECONDS_PER_DAY);
}

/** The day of a serial number (its fraction, the time, is ignored), or `null` outside 1900 to 9999. */
export function dayOfSerial(serial: number): CalendarDay | null {
  const date = new Date(SERIAL_EPOCH + Math.floor(serial + 1e-9) * MILLISECONDS_PER_DAY);
  return calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Minutes from midnight of the fraction of a serial number, rounded to the minute. */
export function minutesOfSerial(serial: number): Minutes {
  return Math.round((serial - Math.floor(serial + 1e-9)) * 1440);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  const date = new Date(utcOf(day) + count * MILLISECONDS_PER_DAY);
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}` as CalendarDay;
}
