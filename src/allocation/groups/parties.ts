import type { Component } from '../problem/components';
import type { Seating } from '../seats/room-filling';

/** People of one class and one group who had the same session before: nothing distinguishes them. */
export interface Party {
  /** Nodes (positions in the component), ascending. */
  readonly allowed: readonly number[];
  readonly liked: ReadonlySet<number>;
  readonly anonymous: boolean;
  /** Position in the list of groups; −1 when the group does not matter. */
  readonly group: number;
  /** Opening of the existing planning where they sit, −1 when none. */
  readonly before: number;
  /** Indices of the demands. */
  readonly members: readonly number[];
  readonly count: number;
}

/** Per party, opening → people. */
export type Shares = readonly ReadonlyMap<number, number>[];

export interface Parties {
  readonly list: readonly Party[];
  /** How many groups have a party. */
  readonly groups: number;
  /** Openings where somebody of the group sits in any case, per group. */
  readonly present: readonly ReadonlySet<number>[];
}

export function partiesOf(component: Component): Parties {
  const { problem } = component;
  const groupAt = new Map<string, number>();
  const list: (Party & { members: number[]; count: number })[] = [];
  for (const one of component.classes) {
    const known = new Map<string, (typeof list)[number]>();
    for (const index of one.members) {
      const demand = problem.demands[index];
      if (!demand) continue;
      const name = demand.anonymous ? null : (problem.candidates[demand.who]?.group ?? null);
      if (name !== null && !groupAt.has(name)) groupAt.set(name, groupAt.size);
      const group = name === null ? -1 : (groupAt.get(name) ?? -1);
      const before = demand.anonymous ? -1 : (problem.before[demand.who] ?? -1);
      const key = `${group} ${before}`;
      const party = known.get(key) ?? {
        allowed: one.allowed,
        liked: new Set(one.anonymous ? [] : one.preferred),
        anonymous: one.anonymous,
        group,
        before,
        members: [],
        count: 0,
      };
      if (!known.has(key)) {
        known.set(key, party);
        list.push(party);
      }
      party.members.push(index);
      party.count += demand.count;
    }
  }
  const present = Array.from({ length: groupAt.size }, () => new Set<number>());
  for (const index of component.openings)
    for (const who of problem.openings[index]?.imposed ?? []) {
      const group = groupAt.get(problem.candidates[who]?.group ?? '');
      if (group !== undefined) present[group]?.add(index);
    }
  return { list, groups: groupAt.size, present };
}

/** Who sits where, in numbers. */
export function sharesOf({ problem }: Component, parties: Parties, seating: Seating): Shares {
  const seatOf = new Map<number, number>();
  for (const [opening, people] of seating.seats) for (const who of people) seatOf.set(who, opening);
  const requests = new Map<number, [number, number][]>();
  for (const [opening, places] of seating.anonymous)
    for (const [request, count] of places)
      requests.set(request, [...(requests.get(request) ?? []), [opening, count]]);
  return parties.list.map((party) => {
    const shares = new Map<number, number>();
    const add = (opening: number, count: number): void => {
      shares.set(opening, (shares.get(opening) ?? 0) + count);
    };
    for (const member of party.members) {
      const who = problem.demands[member]?.who ?? -1;
      if (party.anonymous) for (const [opening, count] of requests.get(who) ?? []) add(opening, count);
      else if (seatOf.has(who)) add(seatOf.get(who) ?? -1, 1);
    }
    return shares;
  });
}

/** The same in names: of a party, the first in order of number take the first sessions. */
export function seatingOf({ problem }: Component, parties: Parties, shares: Shares): Seating {
  const seating: Seating = { seats: new Map(), anonymous: new Map() };
  parties.list.forEach((party, index) => {
    const waiting = party.members.map((member) => ({
      who: problem.demands[member]?.who ?? -1,
      left: problem.demands[member]?.count ?? 0,
    }));
    let next = 0;
    for (const [opening, people] of [...(shares[index] ?? [])].sort(([a], [b]) => a - b)) {
      for (let count = people; count > 0;) {
        const first = waiting[next];
        if (first === undefined) break;
        const take = Math.min(count, first.left);
        if (party.anonymous) {
          const places = seating.anonymous.get(opening) ?? new Map<number, number>();
          seating.anonymous.set(opening, places.set(first.who, (places.get(first.who) ?? 0) + take));
        } else seating.seats.set(opening, [...(seating.seats.get(opening) ?? []), first.who]);
        count -= take;
        first.left -= take;
        if (first.left === 0) next += 1;
      }
    }
  });
  for (const people of seating.seats.values()) people.sort((a, b) => a - b);
  return seating;
}
