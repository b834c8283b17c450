import { calendarDay, type CalendarDay } from '../../domain/calendar';
import { groupName, roomCode, siteName, slotCode } from '../../domain/ids';
import type { TrialEdit, WhoComes } from '../../domain/trial';

/** People and places beyond these are a slip of the keyboard. */
const MOST_PEOPLE = 20_000;
const MOST_PLACES = 5_000;

/** Reads the changes of a trial that another program sends. @returns `null` when they are none */
export function readEdits(value: unknown): readonly TrialEdit[] | null {
  if (!Array.isArray(value)) return null;
  const edits = value.map(readEdit);
  const read = edits.filter((edit) => edit !== null);
  return read.length === edits.length ? read : null;
}

function readEdit(value: unknown): TrialEdit | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  const text = (name: string): string | null => textOf(given.get(name));
  const count = (name: string, most: number): number | null => countOf(given.get(name), most);
  const [room, slot, site] = [text('room'), text('slot'), text('site')];
  switch (given.get('kind')) {
    case 'addRoom': {
      const places = count('places', MOST_PLACES);
      return site === null || places === null ? null : { kind: 'addRoom', site: siteName(site), places };
    }
    case 'removeRoom':
      return room === null ? null : { kind: 'removeRoom', room: roomCode(room) };
    case 'openRoom':
    case 'closeRoom': {
      const kind = given.get('kind') === 'openRoom' ? 'openRoom' : 'closeRoom';
      return room === null || slot === null ? null : { kind, room: roomCode(room), slot: slotCode(slot) };
    }
    case 'removeSlot':
      return slot === null ? null : { kind: 'removeSlot', slot: slotCode(slot) };
    case 'addSlot': {
      const day = dayOf(given.get('day'));
      const [start, end] = [minutesOf(given.get('start')), minutesOf(given.get('end'))];
      const who = whoOf(given.get('who'));
      if (day === null || start === null || end === null || start >= end || who === null) return null;
      return { kind: 'addSlot', day, start, end, site: site === null ? null : siteName(site), who };
    }
    case 'addPeople': {
      const people = count('count', MOST_PEOPLE);
      const like = given.get('like');
      const of = new Map<string, unknown>(
        typeof like === 'object' && like !== null ? Object.entries(like) : [],
      );
      const [group, at] = [textOf(of.get('group')), textOf(of.get('site'))];
      if (people === null || (group === null && at === null)) return null;
      return {
        kind: 'addPeople',
        count: people,
        like: group !== null ? { group: groupName(group) } : { site: siteName(at ?? '') },
      };
    }
    case 'removePeople': {
      const [people, group] = [count('count', MOST_PEOPLE), text('group')];
      return people === null || group === null
        ? null
        : { kind: 'removePeople', count: people, group: groupName(group) };
    }
    default:
      return null;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const countOf = (value: unknown, most: number): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most ? value : null;

const minutesOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 24 * 60 ? value : null;

function dayOf(value: unknown): CalendarDay | null {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  return parts === null ? null : calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function whoOf(value: unknown): WhoComes | null {
  if (value === 'everybody') return value;
  const like = typeof value === 'object' && value !== null && 'like' in value ? textOf(value.like) : null;
  return like === null ? null : { like: slotCode(like) };
}
