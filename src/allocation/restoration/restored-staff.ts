import type { Campaign } from '../../domain/campaign';
import type { RestoredSession } from './restored-session';
import { Staffing } from '../staffing';

/**
 * Gives each session its invigilators: those that it had, as far as they still can, then others.
 * @returns sessions for which there are not enough
 */
export function staffRestored(
  campaign: Campaign,
  sessions: readonly RestoredSession[],
): readonly RestoredSession[] {
  const { invigilators: people, rooms, slots, settings } = campaign;
  if (people === null) return [];
  const staffing = new Staffing(people, rooms, slots);
  const duties = sessions.map((session) => ({
    session,
    slot: slots.indexOf(session.slot),
    room: rooms.indexOf(session.room),
    needed: neededFor(session, settings.candidatesPerInvigilator),
    had: namesIn(session.was?.invigilators ?? ''),
  }));
  const short: RestoredSession[] = [];
  const give = (list: typeof duties): void => {
    for (const { session, slot, room, needed, had } of list)
      people.forEach((person, at) => {
        const able =
          had.has(person.name.toLowerCase()) &&
          person.sites.includes(session.room.site) &&
          person.possible.includes(session.slot.code) &&
          staffing.isFree(at, slot);
        if (able && staffing.names(slot, room).length < needed) staffing.impose(at, slot, room);
      });
    for (const { session, slot, room, needed } of list) {
      const missing = needed - staffing.names(slot, room).length;
      if (missing > 0 && !staffing.need(slot, room, missing) && session.existing?.closed !== true)
        short.push(session);
    }
  };
  // What stays whatever is restored is watched first.
  give(duties.filter(({ session }) => session.imposed));
  give(duties.filter(({ session }) => !session.imposed));
  for (const { session, slot, room, needed } of duties)
    session.invigilators = staffing.names(slot, room).slice(0, needed);
  return short;
}

function neededFor({ seats, anonymous }: RestoredSession, each: number): number {
  if (each === 0) return 1;
  const people = [...anonymous.values()].reduce((sum, places) => sum + places, seats.size);
  return Math.ceil(people / each);
}

const namesIn = (text: string): ReadonlySet<string> =>
  new Set(text.split(';').map((name) => name.trim().toLowerCase()));
