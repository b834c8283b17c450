import type { Opening } from '../problem/problem';
import type { Seating } from '../seats/room-filling';
import type { Scene } from './scene';
import type { Kind, KindSeats } from './seat-flow';
import type { Solution } from './solutions';

/** Who sits in which session, for people whose seat is not imposed, and which sessions are open. */
export interface Seated extends Seating {
  /** Opening → places for people whose seat is not imposed. */
  readonly open: ReadonlyMap<number, number>;
}

/**
 * Puts people where the numbers of a solution say: whoever may stay stays, groups that move stay together, and a session
 * that nobody is left in and nothing asks for is no longer open.
 */
export function seatSolution(scene: Scene, solution: Solution): Seated {
  const table = new Table(scene, solution);
  table.keepSeats();
  for (const one of solution.shared.seats) if (one.kind.request === null) table.seatKind(one);
  table.fillNodes();
  for (const one of solution.shared.seats)
    if (one.kind.request !== null) table.reserve(one, one.kind.request);
  table.nameBeforeNobody();
  return table.result();
}

class Table {
  private readonly open: readonly Opening[];
  private readonly seats = new Map<number, number[]>();
  private readonly anonymous: Map<number, Map<number, number>>;
  private readonly free: Map<number, number>;
  /** People on their way to a node. */
  private readonly arriving = new Map<number, number[]>();
  private readonly seated = new Set<number>();

  constructor(
    private readonly scene: Scene,
    private readonly solution: Solution,
  ) {
    this.open = [...scene.standing, ...solution.added];
    this.free = new Map(solution.places);
    this.anonymous = new Map([...scene.settled].map(([index, seats]) => [index, new Map(seats)]));
    for (const { imposed } of this.open) for (const who of imposed) this.seated.add(who);
  }

  /** People of whom the flow says nothing stay where they are. */
  keepSeats(): void {
    const { seats, problem } = this.scene;
    const asked = new Set(this.solution.shared.seats.flatMap(({ kind }) => kind.members));
    problem.candidates.forEach((_, who) => {
      const index = seats[who] ?? -1;
      if (index >= 0 && !asked.has(who) && !this.seated.has(who)) this.put(index, [who]);
    });
  }

  seatKind({ kind, stay, at }: KindSeats): void {
    const order = this.byGroup(kind);
    this.put(kind.before, order.splice(0, stay));
    kind.allowed.forEach((node, place) => {
      const going = order.splice(0, at[place] ?? 0);
      if (going.length > 0) this.arriving.set(node, [...(this.arriving.get(node) ?? []), ...going]);
    });
  }

  /** The largest group first: to the room where it is already, else to the tightest that holds it whole. */
  fillNodes(): void {
    for (const [node, people] of [...this.arriving].sort(([a], [b]) => a - b)) {
      const groups = new Map<string, number[]>();
      for (const who of people.sort((a, b) => a - b)) {
        const group = this.groupOf(who);
        groups.set(group, [...(groups.get(group) ?? []), who]);
      }
      const queue = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
      for (const [group, members] of queue)
        while (members.length > 0) {
          const room = this.roomFor(node, group, members.length);
          if (room === null) break;
          this.put(room, members.splice(0, this.free.get(room) ?? 0));
        }
    }
  }

  /** Seats without a name: first where they were. */
  reserve({ kind, at }: KindSeats, request: number): void {
    kind.allowed.forEach((node, place) => {
      let left = at[place] ?? 0;
      const before = (one: Opening): number => this.scene.reservedAt.get(one.index)?.get(request) ?? 0;
      const rooms = this.open
        .filter((one) => one.node === node)
        .sort((a, b) => before(b) - before(a) || a.index - b.index);
      for (const { index } of rooms) {
        const take = Math.min(left, this.free.get(index) ?? 0);
        if (take === 0) continue;
        left -= take;
        this.free.set(index, (this.free.get(index) ?? 0) - take);
        this.add(index, request, take);
      }
    });
  }

  /** A seat without a name never stands before somebody who has none and could sit there. */
  nameBeforeNobody(): void {
    for (const [index, reserved] of this.anonymous) {
      const opening = this.scene.problem.openings[index];
      if (!opening || opening.existing?.closed === true) continue;
      for (const [who, demand] of this.scene.demands) {
        const request = [...reserved.keys()].find((one) => (reserved.get(one) ?? 0) > 0);
        if (request === undefined) break;
        if (this.seated.has(who) || !demand.allowed.includes(opening.node)) continue;
        this.add(index, request, -1);
        this.free.set(index, (this.free.get(index) ?? 0) + 1);
        this.put(index, [who]);
      }
    }
  }

  result(): Seated {
    const used = this.open.filter(
      ({ index, forced, imposed }) =>
        forced ||
        imposed.length > 0 ||
        (this.seats.get(index)?.length ?? 0) > 0 ||
        this.reservedIn(index) > 0,
    );
    const places = used.map(({ index }): [number, number] => [index, this.solution.places.get(index) ?? 0]);
    return { seats: this.seats, anonymous: this.anonymous, open: new Map(places) };
  }

  private put(index: number, people: readonly number[]): void {
    if (people.length === 0) return;
    for (const who of people) this.seated.add(who);
    this.seats.set(index, [...(this.seats.get(index) ?? []), ...people]);
    this.free.set(index, (this.free.get(index) ?? 0) - people.length);
  }

  private add(index: number, request: number, places: number): void {
    const here = this.anonymous.get(index) ?? new Map<number, number>();
    this.anonymous.set(index, here);
    const count = (here.get(request) ?? 0) + places;
    if (count > 0) here.set(request, count);
    else here.delete(request);
  }

  private reservedIn(index: number): number {
    return [...(this.anonymous.get(index)?.values() ?? [])].reduce((sum, places) => sum + places, 0);
  }

  private roomFor(node: number, group: string, people: number): number | null {
    let best: number | null = null;
    let score = -Infinity;
    for (const { index } of this.open.filter((one) => one.node === node)) {
      const free = this.free.get(index) ?? 0;
      if (free <= 0) continue;
      const there = (this.seats.get(index) ?? []).some((who) => this.groupOf(who) === group);
      const value = (there ? 1e6 : 0) + (free >= people ? 1e3 - free : free - 1e3);
      if (value > score) [best, score] = [index, value];
    }
    return best;
  }

  /** Whole groups one after another, the largest first: few of them are cut when only some of the people move. */
  private byGroup({ members }: Kind): number[] {
    const sizes = new Map<string, number>();
    for (const who of members) sizes.set(this.groupOf(who), (sizes.get(this.groupOf(who)) ?? 0) + 1);
    const size = (who: number): number => sizes.get(this.groupOf(who)) ?? 0;
    return [...members].sort(
      (a, b) =>
        size(b) - size(a) ||
        (this.groupOf(a) < this.groupOf(b) ? -1 : this.groupOf(a) > this.groupOf(b) ? 1 : a - b),
    );
  }

  private groupOf(who: number): string {
    return this.scene.problem.candidates[who]?.group ?? `\u0000${who}`;
  }
}
