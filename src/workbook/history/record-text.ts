import { type CalendarDay, calendarDay } from '../../domain/calendar';
import type { Cell } from '../../domain/grid';
import type { PlanningRecord, RecordedSeat, RecordedSession, StaffCells } from '../../domain/planning-record';
import type { SessionState } from '../../domain/session';

/** Told at the beginning of the text: another layout than this one is not read. */
const LAYOUT = 1;
const STATES: readonly SessionState[] = ['draft', 'published', 'convoked', 'held', 'cancelled'];

/**
 * A planning as text, compactly: lists whose places have a meaning, the locked seats told apart. About 12 characters a
 * candidate.
 */
export function recordText({ sessions, beside }: PlanningRecord): string {
  return JSON.stringify([LAYOUT, sessions.map(sessionList), beside]);
}

/** The inverse of `recordText`; `null` when the text is not one, whoever changed it. */
export function readRecordText(text: string): PlanningRecord | null {
  try {
    const [layout, sessions, beside] = list(JSON.parse(text));
    if (layout !== LAYOUT) return null;
    return {
      sessions: list(sessions).map(readSession),
      beside: Object.fromEntries(
        Object.entries(object(beside)).map(([who, cells]) => [who, readCells(cells)]),
      ),
    };
  } catch {
    return null;
  }
}

function sessionList(session: RecordedSession): readonly unknown[] {
  const { number, state, locked, slot, room, seats, anonymous, invigilators, beside } = session;
  return [
    number,
    STATES.indexOf(state),
    locked ? 1 : 0,
    [slot.code, slot.day, slot.start, slot.end],
    [room.code, room.name, room.site, room.places],
    seats.map(({ candidate }) => candidate),
    seats.flatMap((seat, at) => (seat.locked ? [at] : [])),
    anonymous.map(({ group, places }) => [group, places]),
    invigilators,
    beside,
  ];
}

function readSession(value: unknown): RecordedSession {
  const [number, state, locked, slot, room, people, ticked, anonymous, invigilators, beside] = list(value);
  const [slotCode, day, start, end] = list(slot);
  const [code, name, site, places] = list(room);
  const lockedSeats = new Set(list(ticked).map(amount));
  return {
    number: text(number),
    state: STATES[amount(state)] ?? 'draft',
    locked: locked === 1,
    slot: { code: text(slotCode), day: readDay(day), start: amount(start), end: amount(end) },
    room: { code: text(code), name: text(name), site: text(site), places: amount(places) },
    seats: list(people).map((candidate, at): RecordedSeat => ({
      candidate: text(candidate),
      locked: lockedSeats.has(at),
    })),
    anonymous: list(anonymous).map((item) => {
      const [group, count] = list(item);
      return { group: text(group), places: amount(count) };
    }),
    invigilators: text(invigilators),
    beside: readCells(beside),
  };
}

function readDay(value: unknown): CalendarDay | null {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  return parts === null ? null : calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function readCells(value: unknown): StaffCells {
  return Object.fromEntries(Object.entries(object(value)).map(([header, cell]) => [header, readCell(cell)]));
}

function readCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const serial = new Map<string, unknown>(Object.entries(object(value))).get('serial');
  return { serial: amount(serial) };
}

class NotARecord extends Error {}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new NotARecord();
  return value;
}

function object(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new NotARecord();
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new NotARecord();
  return value;
}

function amount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new NotARecord();
  return value;
}
