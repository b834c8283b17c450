import type { CalendarDay, Minutes } from './calendar';

/**
 * The instant (milliseconds since 1970, Greenwich) at which the clocks of a zone show a day and a time. A time that the
 * change to summer time skips is an hour later; of one that comes twice, the first.
 * @param timeZone IANA name, `Europe/Paris`
 */
export function instantOf(day: CalendarDay, minutes: Minutes, timeZone: string): number {
  const wall =
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) +
    minutes * 60_000;
  // The offset of the zone is asked a day before and a day after: one of the two holds at the instant itself.
  const clock = wallClock(timeZone);
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((instant) => offsetAt(instant, clock));
  const found = offsets
    .map((offset) => wall - offset)
    .find((instant) => offsetAt(instant, clock) === wall - instant);
  return found ?? wall - Math.min(...offsets);
}

/** Milliseconds by which a clock is ahead of Greenwich. */
const offsetAt = (instant: number, clock: WallClock): number =>
  clock(new Date(instant)) - Math.floor(instant / 1000) * 1000;

/** Milliseconds of the wall clock of a zone, as if it were UTC. */
export type WallClock = (date: Date) => number;

/**
 * Reads instants on the wall clock of a zone, whatever the zone of the script. No service is called: an
 * ordinary tab holds thousands of dates.
 */
export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (date) => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(date)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour % 24, minute, second);
  };
}
