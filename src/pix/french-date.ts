import { calendarDay, type CalendarDay } from '../domain/calendar';

/**
 * `JJ/MM/AAAA`, `AAAA-MM-JJ`, or `JJ/MM/AA` when `currentYear` is given (a year below the current one is of this
 * century, as Pix Orga reads it). `null` when it is no real day.
 */
export function readFrenchDate(text: string, currentYear: number | null): CalendarDay | null {
  const value = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const french = /^(\d{2})\/(\d{2})\/(\d{4}|\d{2})$/.exec(value);
  if (!french) return null;
  const year = french[3] ?? '';
  if (year.length === 4) return calendarDay(Number(year), Number(french[2]), Number(french[1]));
  if (currentYear === null) return null;
  const century = Number(year) < currentYear % 100 ? 2000 : 1900;
  return calendarDay(century + Number(year), Number(french[2]), Number(french[1]));
}

/** `JJ/MM/AAAA`; empty for no day. */
export function frenchDate(day: CalendarDay | null): string {
  return day === null ? '' : `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
