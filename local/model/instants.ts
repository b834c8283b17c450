const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Since then every zone changes its offset on a quarter of an hour. */
const REGULAR = Date.UTC(1972, 0, 1);
const QUARTER = 900_000;
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds by which the wall clock of `timeZone` is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  if (!(instant >= REGULAR)) return readOffset(instant, timeZone);
  let ofZone = offsets.get(timeZone);
  if (!ofZone) offsets.set(timeZone, (ofZone = new Map()));
  const quarter = Math.floor(instant / QUARTER);
  let offset = ofZone.get(quarter);
  if (offset === undefined) {
    offset = readOffset(quarter * QUARTER, timeZone);
    if (ofZone.size > 100_000) ofZone.clear();
    ofZone.set(quarter, offset);
  }
  return offset;
}

function readOffset(instant: number, timeZone: string): number {
  const parts = formatter(timeZone).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((item) => item.type === type)?.value ?? 0);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour') % 24,
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, known);
  }
  return known;
}

const known = new Map<string, number>();

/** The instant at which the wall clock of `timeZone` shows what the serial number says; 1899 has its local mean time. */
export function instantOfSerial(serial: number, timeZone: string): number {
  const key = `${serial}|${timeZone}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const wall = EPOCH + Math.round(serial * DAY);
  let instant = wall - offsetAt(wall, timeZone);
  instant = wall - offsetAt(instant, timeZone);
  if (known.size > 100_000) known.clear();
  known.set(key, instant);
  return instant;
}

/** The serial number that the wall clock of `timeZone` shows at an instant. */
export function serialOfInstant(instant: number, timeZone: string): number {
  return (instant + offsetAt(instant, timeZone) - EPOCH) / DAY;
}
