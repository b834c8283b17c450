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
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((instant) => offsetAt(instant, timeZone));
  const found = offsets
    .map((offset) => wall - offset)
    .find((instant) => offsetAt(instant, timeZone) === wall - instant);
  return found ?? wall - Math.min(...offsets);
}

/** Milliseconds by which the clocks of a zone are ahead of Greenwich. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour') % 24,
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
