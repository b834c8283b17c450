import type { SessionNumber } from '../../domain/ids';
import type { Opening, Problem } from '../problem/problem';
import { Staffing } from '../staffing';

/** Who watches which session of the planning so far: what is written there, as far as it is known. */
export type Watching = ReadonlyMap<SessionNumber, readonly string[]>;

/** Places that invigilators allow in each session, and their names. */
export interface Watched {
  readonly places: ReadonlyMap<number, number>;
  readonly names: ReadonlyMap<number, readonly string[]>;
}

/** Gives sessions their invigilators: those who watch one already keep it wherever that is possible. */
export class Watch {
  /** Sessions of the planning that nobody can watch. */
  readonly uncovered: readonly Opening[];
  /** Places of the sessions of the planning when none is added. */
  readonly places: ReadonlyMap<number, number>;

  constructor(
    private readonly problem: Problem,
    private readonly standing: readonly Opening[],
    private readonly watching: Watching,
  ) {
    const uncovered: Opening[] = [];
    const staffing = this.withStanding((opening) => uncovered.push(opening));
    this.uncovered = uncovered;
    this.places = this.placesOf(staffing, this.standing);
  }

  /** With sessions added; `null` when there is nobody to watch one of them. */
  withAdded(added: readonly Opening[]): Watched | null {
    const open = [...this.standing, ...added];
    if (this.problem.staff === null) return { places: this.placesOf(null, open), names: new Map() };
    const staffing = this.withStanding(() => undefined);
    if (staffing === null) return null;
    for (const one of added) if (!staffing.need(one.slot, one.room, 1)) return null;
    if (this.perPerson > 0) for (const one of [...added, ...this.standing]) this.raise(staffing, one);
    return {
      places: this.placesOf(staffing, open),
      names: new Map(open.map((one) => [one.index, staffing.names(one.slot, one.room)])),
    };
  }

  private get perPerson(): number {
    return this.problem.campaign.settings.candidatesPerInvigilator;
  }

  /** Those who watch so far first, then whoever is free, for the sessions that matter most first. */
  private withStanding(isUncovered: (opening: Opening) => void): Staffing | null {
    const { staff, rooms, slots } = this.problem;
    if (staff === null) return null;
    const staffing = new Staffing(staff, rooms, slots);
    for (const one of this.standing) this.keepWatchers(staffing, one);
    // What has been held, or has begun, asks for nobody any more.
    const order = this.standing
      .filter((one) => one.existing?.closed !== true)
      .sort((a, b) => Number(b.forced) - Number(a.forced) || headsOf(b) - headsOf(a) || a.index - b.index);
    for (const one of order) {
      const wanted = this.watchersFor(one);
      const has = (): number => staffing.names(one.slot, one.room).length;
      while (has() < wanted && staffing.need(one.slot, one.room, 1));
      const least = this.perPerson > 0 ? Math.max(1, Math.ceil(one.imposed.length / this.perPerson)) : 1;
      if (has() < Math.min(wanted, least)) isUncovered(one);
    }
    return staffing;
  }

  private keepWatchers(staffing: Staffing, opening: Opening): void {
    const { staff, rooms, slots } = this.problem;
    const { existing, slot, room } = opening;
    const names = existing ? (this.watching.get(existing.number) ?? []) : [];
    const wanted = this.watchersFor(opening);
    let kept = 0;
    for (const name of names) {
      const person = (staff ?? []).findIndex((one) => one.name === name);
      const one = staff?.[person];
      const site = rooms[room]?.site;
      const code = slots[slot]?.code;
      if (!one || site === undefined || code === undefined || kept >= wanted) continue;
      if (!one.sites.includes(site) || !one.possible.includes(code) || !staffing.isFree(person, slot))
        continue;
      staffing.impose(person, slot, room);
      kept += 1;
    }
  }

  private watchersFor(opening: Opening): number {
    return this.perPerson > 0 ? Math.ceil(headsOf(opening) / this.perPerson) : 1;
  }

  private raise(staffing: Staffing, { slot, room, capacity, imposed, existing }: Opening): void {
    if (existing?.closed === true) return;
    const wanted = Math.ceil((imposed.length + capacity) / this.perPerson);
    while (staffing.names(slot, room).length < wanted && staffing.need(slot, room, 1));
  }

  private placesOf(staffing: Staffing | null, open: readonly Opening[]): Map<number, number> {
    return new Map(
      open.map(({ index, slot, room, capacity, imposed }) => {
        if (staffing === null) return [index, capacity];
        const given = staffing.names(slot, room).length;
        if (this.perPerson === 0) return [index, given > 0 ? capacity : 0];
        return [index, Math.max(0, Math.min(capacity, given * this.perPerson - imposed.length))];
      }),
    );
  }
}

/** People and seats without a name of a session so far. */
function headsOf({ existing }: Opening): number {
  const anonymous = existing?.anonymous.reduce((sum, { places }) => sum + places, 0) ?? 0;
  return (existing?.seats.length ?? 0) + anonymous;
}
