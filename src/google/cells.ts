import type { Cell } from '../domain/grid';
import type { WallClock } from '../domain/instant';

const MILLISECONDS_PER_DAY = 86_400_000;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
/** Before this instant a zone may have been on local mean time, with seconds that no clock shows. */
const CIVIL_TIME = Date.UTC(1912, 0, 1);

/**
 * A value of `getValues()` as a cell; a `Date` becomes the serial number that the cell holds.
 *
 * @param shown what the cell shows, when it was read: it settles times of day, whose zone in 1899 is uncertain
 */
export function cellOf(value: unknown, shown: string | undefined, clock: WallClock): Cell {
  // A date made in another context of the engine is not an `instanceof` this one's Date.
  if (Object.prototype.toString.call(value) === '[object Date]') return dateCell(value as Date, shown, clock);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return '';
}

/** The serial number that the wall clock shows at an instant of our time. */
export function serialOfDate(date: Date, clock: WallClock): number {
  return serialOfWall(clock(date));
}

function dateCell(date: Date, shown: string | undefined, clock: WallClock): Cell {
  const time = date.getTime();
  if (Number.isNaN(time)) return '';
  if (time >= CIVIL_TIME) return { serial: serialOfWall(clock(date)) };
  const told = timeShown(shown);
  return { serial: told ?? earlySerial(date, clock) };
}

/** `8:30`, `08:30:00` or `08 h 30` as a fraction of a day. */
function timeShown(shown: string | undefined): number | null {
  const parts = /^(\d{1,2}) ?[:hH] ?(\d{2})(?::(\d{2}))?$/.exec((shown ?? '').trim());
  if (parts === null) return null;
  const [, hours, minutes, seconds = '0'] = parts;
  if (Number(hours) > 24 || Number(minutes) > 59) return null;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

/**
 * A time of day comes back as an instant of 30 December 1899. Its zone is the one of that day (Paris: 9 minutes and
 * 21 seconds ahead of Greenwich) or the one of today, and only one of the two gives a whole minute.
 */
function earlySerial(date: Date, clock: WallClock): number {
  const ofThatDay = clock(date);
  const modernWinter = new Date(Date.UTC(2001, 0, 1));
  const ofToday = date.getTime() + (clock(modernWinter) - modernWinter.getTime());
  const wall = [ofThatDay, ofToday].find((instant) => instant % 60_000 === 0) ?? ofThatDay;
  return serialOfWall(wall);
}

function serialOfWall(wall: number): number {
  return (wall - SERIAL_EPOCH) / MILLISECONDS_PER_DAY;
}
