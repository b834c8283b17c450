import { dayOfSerial, minutesOfSerial, type CalendarDay, type Minutes } from '../domain/calendar';
import { wallClock } from '../domain/instant';
import { serialOfDate } from './cells';

/** The only clock of the house. */

/** Milliseconds since the function was made. */
export function stopwatch(): () => number {
  const start = Date.now();
  return () => Date.now() - start;
}

/** The present day and time on the wall clock of a zone. Throws when the clock is outside years 1900 to 9999. */
export function now(timeZone: string): { readonly day: CalendarDay; readonly minutes: Minutes } {
  const serial = serialOfDate(new Date(), wallClock(timeZone));
  const day = dayOfSerial(serial);
  if (day === null) throw new Error('The clock shows no day that a spreadsheet knows.');
  return { day, minutes: minutesOfSerial(serial) };
}

/** The present on the wall clock of a zone, as a cell of date and time holds it. */
export function nowSerial(timeZone: string): number {
  return serialOfDate(new Date(), wallClock(timeZone));
}

/** The present instant, in milliseconds since 1970. */
export function instant(): number {
  return Date.now();
}
