import type { Component } from '../problem/components';
import type { Choice } from '../openings/construction';

/** Who sits where: opening → candidates (indices), and → request index → places. */
export interface Seating {
  readonly seats: Map<number, number[]>;
  readonly anonymous: Map<number, Map<number, number>>;
}

/** Among equal seats, what decides: groups together, or nobody moved without need. */
export type Manner = 'groups' | 'stay';

/** People who may sit at the same nodes. */
export interface SeatedKind {
  /** Positions in the component. */
  readonly allowed: readonly number[];
  readonly anonymous: boolean;
  /** Demands. */
  readonly members: readonly number[];
}

/** Who sits in which room, once it is known how many of each kind sit at each node. */
export class RoomFilling {
  private readonly seating: Seating = { seats: new Map(), anonymous: new Map() };
  /** At each node: people, and places of each request. */
  private readonly people = new Map<number, number[]>();
  private readonly requests = new Map<number, Map<number, number>>();
  /** Group and node, or group and room, where somebody of the group sits already. */
  private readonly met = new Set<string>();

  constructor(
    private readonly component: Component,
    private readonly choice: Choice,
    private readonly manner: Manner,
    /** Opening where each candidate sat. */
    private readonly before: ArrayLike<number>,
  ) {}

  /** @param perNode for each kind, how many sit at each of its nodes */
  fill(kinds: readonly SeatedKind[], perNode: readonly (readonly number[])[]): Seating {
    const order = kinds
      .map((_, index) => index)
      .sort((a, b) => (kinds[a]?.allowed.length ?? 0) - (kinds[b]?.allowed.length ?? 0) || a - b);
    for (const index of order) {
      const kind = kinds[index];
      const counts = [...(perNode[index] ?? [])];
      if (kind?.anonymous === true) this.reserve(kind, counts);
      else if (kind !== undefined) this.send(kind, counts);
    }
    this.component.nodes.forEach((node, position) => {
      const openings = this.component.problem.nodes[node]?.openings ?? [];
      this.fillNode(
        position,
        openings.filter((one) => this.choice.open.has(one)),
      );
    });
    return this.seating;
  }

  /** Spreads requests over nodes, one after another. */
  private reserve({ allowed, members }: SeatedKind, counts: number[]): void {
    const { demands } = this.component.problem;
    const left = members.map((member) => demands[member]?.count ?? 0);
    allowed.forEach((node, at) => {
      members.forEach((member, index) => {
        const take = Math.min(left[index] ?? 0, counts[at] ?? 0);
        if (take === 0) return;
        left[index] = (left[index] ?? 0) - take;
        counts[at] = (counts[at] ?? 0) - take;
        const list = this.requests.get(node) ?? new Map<number, number>();
        const request = demands[member]?.who ?? 0;
        this.requests.set(node, list.set(request, (list.get(request) ?? 0) + take));
      });
    });
  }

  /** Sends groups to nodes, the largest first: where the group is already, else where most of it fits, most tightly. */
  private send({ allowed, members }: SeatedKind, counts: number[]): void {
    const { demands } = this.component.problem;
    const seated = counts.reduce((sum, count) => sum + count, 0);
    const groups = this.byGroup(members.slice(0, seated).map((member) => demands[member]?.who ?? 0));
    for (const [group, people] of groups)
      while (people.length > 0) {
        const at = bestOf(counts, (places, position) =>
          places === 0
            ? null
            : [
                Number(this.met.has(`${group} at ${allowed[position]}`)),
                Math.min(places, people.length),
                -Math.abs(places - people.length),
              ],
        );
        const node = allowed[at];
        if (node === undefined) break;
        const sent = people.splice(0, counts[at] ?? 0);
        counts[at] = (counts[at] ?? 0) - sent.length;
        this.people.set(node, [...(this.people.get(node) ?? []), ...sent]);
        this.met.add(`${group} at ${node}`);
      }
  }

  /** The largest group that is left goes to the room where it is already, else to the tightest room that holds it whole. */
  private fillNode(position: number, rooms: readonly number[]): void {
    const left = rooms.map((room) => this.choice.open.get(room) ?? 0);
    const put = (at: number, people: readonly number[]): void => {
      const room = rooms[at] ?? 0;
      left[at] = (left[at] ?? 0) - people.length;
      this.seating.seats.set(room, [...(this.seating.seats.get(room) ?? []), ...people]);
      this.meet(room, people);
    };
    for (const room of rooms) this.meet(room, this.component.problem.openings[room]?.imposed ?? []);
    const moving: number[] = [];
    for (const who of [...(this.people.get(position) ?? [])].sort((a, b) => a - b)) {
      const at = this.manner === 'stay' ? rooms.indexOf(this.before[who] ?? -1) : -1;
      if ((left[at] ?? 0) > 0) put(at, [who]);
      else moving.push(who);
    }
    for (const [group, people] of this.byGroup(moving))
      while (people.length > 0) {
        const at = bestOf(left, (free, index) => {
          if (free === 0) return null;
          const room = rooms[index] ?? 0;
          const isThere = Number(this.met.has(`${group} in ${room}`));
          if (free < people.length) return [isThere, 0, free, 0];
          const staying =
            this.manner === 'stay' ? people.filter((who) => this.before[who] === room).length : 0;
          return [isThere, 1, staying, -free];
        });
        if (at < 0) break;
        put(at, people.splice(0, left[at] ?? 0));
      }
    this.reserveRooms(position, rooms, left);
  }

  private reserveRooms(position: number, rooms: readonly number[], left: number[]): void {
    for (const [request, count] of this.requests.get(position) ?? []) {
      let rest = count;
      rooms.forEach((room, at) => {
        const take = Math.min(rest, left[at] ?? 0);
        if (take === 0) return;
        rest -= take;
        left[at] = (left[at] ?? 0) - take;
        const list = this.seating.anonymous.get(room) ?? new Map<number, number>();
        this.seating.anonymous.set(room, list.set(request, (list.get(request) ?? 0) + take));
      });
    }
  }

  private meet(room: number, people: readonly number[]): void {
    for (const who of people) this.met.add(`${this.groupOf(who)} in ${room}`);
  }

  /** Groups, the largest first, then by name; somebody without a group is one alone. */
  private byGroup(people: readonly number[]): [string, number[]][] {
    const groups = new Map<string, number[]>();
    for (const who of people) {
      const list = groups.get(this.groupOf(who));
      if (list === undefined) groups.set(this.groupOf(who), [who]);
      else list.push(who);
    }
    return [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  }

  private groupOf(who: number): string {
    return this.component.problem.candidates[who]?.group ?? `\u0000${who}`;
  }
}

/** Position of the first of the items whose list of scores is greatest, compared one by one; −1 when none has any. */
function bestOf<Item>(
  items: readonly Item[],
  scoresOf: (item: Item, position: number) => readonly number[] | null,
): number {
  let best = -1;
  let greatest: readonly number[] = [];
  items.forEach((item, position) => {
    const scores = scoresOf(item, position);
    if (scores === null) return;
    if (best >= 0 && !isGreater(scores, greatest)) return;
    best = position;
    greatest = scores;
  });
  return best;
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((score, at) => score !== b[at]);
  return first >= 0 && (a[first] ?? 0) > (b[first] ?? 0);
}
