import type { Invigilator } from '../../domain/invigilator';
import type { Room } from '../../domain/room';
import type { PlanningSettings } from '../../domain/settings';
import type { Slot } from '../../domain/slot';

/** A session that has to stand, and the people who have to sit in it. */
export interface StandingLock<Session> {
  readonly session: Session;
  readonly slot: Slot;
  readonly room: Room;
  readonly people: number;
}

/**
 * Sessions that have to stand and that nobody can watch: of those that go on at one moment, the ones that are left when
 * each invigilator watches another.
 */
export function unwatched<Session>(
  locks: readonly StandingLock<Session>[],
  invigilators: readonly Invigilator[],
  settings: PlanningSettings,
): readonly Session[] {
  const left = new Set<Session>();
  for (const { slot: moment } of locks) {
    const together = locks.filter(
      ({ slot, session }) =>
        !left.has(session) &&
        slot.day === moment.day &&
        slot.start <= moment.start &&
        moment.start < slot.end,
    );
    for (const { session } of unmatched(together, invigilators, settings)) left.add(session);
  }
  return [...left];
}

/** A matching of invigilators to what these sessions need, grown one path at a time. */
function unmatched<Session>(
  locks: readonly StandingLock<Session>[],
  invigilators: readonly Invigilator[],
  { candidatesPerInvigilator: k }: PlanningSettings,
): readonly StandingLock<Session>[] {
  const duty = new Map<Invigilator, StandingLock<Session>>();
  const give = (lock: StandingLock<Session>, tried: Set<Invigilator>): boolean => {
    for (const person of invigilators) {
      if (
        tried.has(person) ||
        !person.sites.includes(lock.room.site) ||
        !person.possible.includes(lock.slot.code)
      )
        continue;
      tried.add(person);
      const other = duty.get(person);
      if (other !== undefined && !give(other, tried)) continue;
      duty.set(person, lock);
      return true;
    }
    return false;
  };
  return locks.filter((lock) => {
    const needed = k > 0 ? Math.ceil(lock.people / k) : 1;
    return Array.from({ length: needed }, () => give(lock, new Set())).includes(false);
  });
}
