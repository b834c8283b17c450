import { dayOfSerial, minutesOfSerial, type CalendarDay, type Minutes } from '../domain/calendar';
import { serialOfDate, wallClock } from './cells';

/** The only clock of the house. */

/** Milliseconds since the function was made. */
export function stopwatch(): () => number {
  const start = Date.now();
  return () => Date.now() - start;
}

/** The present day and time on the wall clock of a zone. */
export function now(timeZone: string): { readonly day: CalendarDay | null; readonly minutes: Minutes } {
  const serial = serialOfDate(new Date(), wallClock(timeZone));
  return { day: dayOfSerial(serial), minutes: minutesOfSerial(serial) };
}
