import { CheapestFlow, dearerThanStaying } from '../flows/cheapest-flow';
import type { Component } from '../problem/components';
import type { Choice } from '../openings/construction';
import type { Search } from '../search';
import type { Parties, Party, Shares } from './parties';
import { type Opening, exclusiveSets } from '../problem/problem';
import { Program, type Terms } from '../program';
import { StaffRows } from '../openings/staff-rows';

/** A part of a plan to arrange anew: people of each party (by position) among these openings. */
export interface Scene {
  readonly component: Component;
  readonly parties: Parties;
  /** People of each party to seat here. */
  readonly counts: readonly number[];
  readonly openings: readonly Opening[];
  /** Openings that are open whatever happens, and their places; the others may open as the model likes. */
  readonly places: ReadonlyMap<number, number>;
  /** People who may stay without a seat: with a name, and in all. */
  readonly left: { readonly named: number; readonly all: number };
  /** Invigilators are shared out too. The choice to start from, which tells what nobody can watch. */
  readonly staffed: Choice | null;
}

export interface Arrangement {
  readonly shares: Shares;
  readonly open: ReadonlyMap<number, number>;
  readonly watchers: ReadonlyMap<number, readonly string[]> | null;
}

export interface ArrangementFound {
  /** `null`: nothing better than the start is known. */
  readonly found: Arrangement | null;
  /** Valid lower bound of the objective. */
  readonly bound: number;
}

/**
 * Who sits in which session, with everything that depends on it: for each party and session how many, for each group
 * and session whether anybody of the group is there.
 */
export class PartyModel {
  readonly program = new Program();
  private readonly open = new Map<number, number>();
  /** Per party, opening → column. */
  private readonly seats: ReadonlyMap<number, number>[] = [];
  /** Per group, opening → column; openings where the group is in any case have none. */
  private readonly together: Map<number, number>[];
  private readonly staff: StaffRows | null = null;
  /** Per group that may have nobody seated, whether it has somebody. */
  private readonly present = new Map<number, number>();
  private readonly byIndex: ReadonlyMap<number, Opening>;
  /** Position in the component of the node of each opening. */
  private readonly nodeOf: ReadonlyMap<number, number>;

  constructor(readonly scene: Scene) {
    const { component, openings, places, parties, staffed } = scene;
    this.byIndex = new Map(openings.map((one) => [one.index, one]));
    this.nodeOf = new Map(openings.map((one) => [one.index, component.positions.get(one.node) ?? -1]));
    for (const one of openings)
      this.open.set(one.index, this.program.column(one.forced || places.has(one.index) ? 1 : 0, 1, true));
    if (staffed !== null && component.problem.staff !== null)
      this.staff = new StaffRows(
        component,
        this.program,
        (one) => this.open.get(one.index) ?? 0,
        component.problem.staff,
        staffed,
      );
    this.together = Array.from({ length: parties.groups }, () => new Map<number, number>());
    this.addConflicts();
    this.addSeats();
  }

  get binaries(): number {
    return this.together.reduce((sum, one) => sum + one.size, this.open.size - this.scene.places.size);
  }

  sessionsTerms(): Terms {
    return [...this.open.values()].map((column) => [column, 1] as const);
  }

  ranksTerms(): Terms {
    return [...this.open].map(([index, column]) => [column, this.byIndex.get(index)?.rank ?? 0] as const);
  }

  /** How often groups are split, but for a number that never changes. */
  splitsTerms(): Terms {
    return [
      ...this.together.flatMap((one) => [...one.values()].map((column) => [column, 1] as const)),
      ...[...this.present.values()].map((column) => [column, -1] as const),
    ];
  }

  /** Minus the people on preferred slots. */
  likedTerms(): Terms {
    return this.seatTerms((party, opening) => (party.liked.has(this.nodeOf.get(opening) ?? -1) ? -1 : 0));
  }

  /** Minus the people who keep their session. */
  stayTerms(): Terms {
    return this.seatTerms((party, opening) => (party.before === opening ? -1 : 0));
  }

  atMost(terms: Terms, most: number): void {
    this.program.row(terms, -Infinity, most);
  }

  /** The least of the objective, from a start; `nodes` limits the search, the same on any machine. */
  minimise(objective: Terms, start: Arrangement | null, search: Search, nodes?: number): ArrangementFound {
    const answer = search.solver.solve(
      this.program.model(objective, false, start ? this.valuesOf(start) : undefined),
      {
        // It looks at the clock now and then only.
        milliseconds: search.left() * 0.9,
        absoluteGap: 0.99,
        ...(nodes === undefined ? {} : { nodes }),
        ...(search.shouldStop ? { shouldStop: search.shouldStop } : {}),
      },
    );
    const bound = answer.bound > -Infinity ? Math.ceil(answer.bound - 1e-6) : -Infinity;
    return { found: answer.values.length > 0 ? this.read(answer.values) : null, bound };
  }

  private seatTerms(weight: (party: Party, opening: number) => number): Terms {
    return this.scene.parties.list.flatMap((party, index) =>
      [...(this.seats[index] ?? [])].flatMap(([opening, column]): [number, number][] => {
        const value = weight(party, opening);
        return value === 0 ? [] : [[column, value]];
      }),
    );
  }

  private placesOf(opening: Opening): number {
    return this.scene.places.get(opening.index) ?? opening.capacity;
  }

  private addConflicts(): void {
    for (const set of exclusiveSets(this.scene.component.problem, this.byIndex.keys()))
      this.program.row(
        set.map((index) => [this.open.get(index) ?? 0, 1]),
        -Infinity,
        1,
      );
  }

  private addSeats(): void {
    const { component, parties, counts, openings, left } = this.scene;
    const atNode = component.nodes.map((): Opening[] => []);
    for (const one of openings)
      if (this.placesOf(one) > 0) atNode[this.nodeOf.get(one.index) ?? 0]?.push(one);
    const inside = new Map<number, [number, number][]>();
    const byGroup = parties.present.map(() => new Map<number, [number, number][]>());
    const named: [number, number][] = [];
    const all: [number, number][] = [];
    let namedCount = 0;
    let allCount = 0;
    parties.list.forEach((party, index) => {
      const count = counts[index] ?? 0;
      const columns = new Map<number, number>();
      this.seats.push(columns);
      if (count === 0) return;
      allCount += count;
      if (!party.anonymous) namedCount += count;
      for (const node of party.allowed)
        for (const one of atNode[node] ?? []) {
          const column = this.program.column(0, Math.min(count, this.placesOf(one)), false);
          columns.set(one.index, column);
          const there = inside.get(one.index) ?? [];
          inside.set(one.index, there);
          there.push([column, 1]);
          all.push([column, 1]);
          if (!party.anonymous) named.push([column, 1]);
          if (party.group >= 0 && parties.present[party.group]?.has(one.index) !== true)
            this.link(column, party.group, one, count, byGroup);
          else if (!this.scene.places.has(one.index))
            this.program.row(
              [
                [column, 1],
                [this.open.get(one.index) ?? 0, -Math.min(count, one.capacity)],
              ],
              -Infinity,
              0,
            );
        }
      const everybody = left.all === 0;
      this.program.row(
        [...columns.values()].map((column) => [column, 1]),
        everybody ? count : -Infinity,
        count,
      );
    });
    if (left.all > 0) {
      this.program.row(named, namedCount - left.named, Infinity);
      this.program.row(all, allCount - left.all, Infinity);
    }
    for (const one of openings) {
      const terms = inside.get(one.index) ?? [];
      if (terms.length === 0) continue;
      const filled = this.staff?.filled.get(one.index);
      if (filled !== undefined) this.program.row([...terms, [filled, -1]], -Infinity, 0);
      else this.program.row([...terms, [this.open.get(one.index) ?? 0, -this.placesOf(one)]], -Infinity, 0);
    }
    byGroup.forEach((sessions, group) => this.addGroup(group, sessions));
  }

  /** Nobody of a party sits where the group is not. */
  private link(
    column: number,
    group: number,
    one: Opening,
    count: number,
    byGroup: readonly Map<number, [number, number][]>[],
  ): void {
    const together = this.together[group];
    if (together === undefined) return;
    const known = together.get(one.index);
    const meets = known ?? this.program.column(0, 1, true);
    if (known === undefined) {
      together.set(one.index, meets);
      this.program.row(
        [
          [meets, 1],
          [this.open.get(one.index) ?? 0, -1],
        ],
        -Infinity,
        0,
      );
    }
    this.program.row(
      [
        [column, 1],
        [meets, -Math.min(count, this.placesOf(one))],
      ],
      -Infinity,
      0,
    );
    const list = byGroup[group]?.get(one.index) ?? [];
    byGroup[group]?.set(one.index, list);
    list.push([column, 1]);
  }

  /** A group needs the places that it takes, wherever it is. */
  private addGroup(group: number, sessions: ReadonlyMap<number, readonly [number, number][]>): void {
    const { parties, counts, left } = this.scene;
    const size = parties.list.reduce(
      (sum, party, index) => sum + (party.group === group ? (counts[index] ?? 0) : 0),
      0,
    );
    const cover: [number, number][] = [];
    for (const [opening, terms] of sessions) {
      const one = this.byIndex.get(opening);
      const meets = this.together[group]?.get(opening);
      if (one === undefined || meets === undefined) continue;
      const most = Math.min(size, this.placesOf(one));
      cover.push([meets, most]);
      if (terms.length > 1) this.program.row([...terms, [meets, -most]], -Infinity, 0);
    }
    if (left.named > 0 && (parties.present[group]?.size ?? 0) === 0) {
      const somebody = this.program.column(0, 1, false);
      this.present.set(group, somebody);
      this.program.row(
        [[somebody, 1], ...cover.map(([column]): [number, number] => [column, -1])],
        -Infinity,
        0,
      );
    }
    if (left.all === 0 && (parties.present[group]?.size ?? 0) === 0 && cover.length > 0)
      this.program.row(
        cover.map(([column]) => [column, 1]),
        1,
        Infinity,
      );
  }

  private valuesOf({ shares, open, watchers }: Arrangement): number[] {
    const values = Array.from({ length: this.program.columns }, () => 0);
    this.staff?.tell({ open, watchers: watchers ?? new Map<number, readonly string[]>() }, values);
    for (const [index, column] of this.open) values[column] = open.has(index) ? 1 : 0;
    for (const [group, column] of this.present) {
      const seated = shares.some(
        (share, index) => share.size > 0 && this.scene.parties.list[index]?.group === group,
      );
      values[column] = seated ? 1 : 0;
    }
    shares.forEach((share, index) => {
      const group = this.scene.parties.list[index]?.group ?? -1;
      for (const [opening, count] of share) {
        const column = this.seats[index]?.get(opening);
        if (column === undefined) continue;
        values[column] = count;
        const meets = this.together[group]?.get(opening);
        if (meets !== undefined && count > 0) values[meets] = 1;
      }
    });
    return values;
  }

  /** Openings and meetings are taken from the values; people then follow by flow, in whole numbers. */
  private read(values: readonly number[]): Arrangement {
    const open = new Map<number, number>();
    for (const [index, column] of this.open) {
      const one = this.byIndex.get(index);
      if (one === undefined || Math.round(values[column] ?? 0) !== 1) continue;
      open.set(index, this.staff?.placesOf(one, values) ?? this.placesOf(one));
    }
    const shares = this.seatIn(open, (group, opening) => {
      const meets = this.together[group]?.get(opening);
      return meets === undefined || Math.round(values[meets] ?? 0) === 1;
    });
    return { shares, open, watchers: this.staff?.share(values, open) ?? null };
  }

  private seatIn(
    open: ReadonlyMap<number, number>,
    mayMeet: (group: number, opening: number) => boolean,
  ): Shares {
    const { parties, counts } = this.scene;
    const rooms = [...open.keys()];
    const at = new Map(rooms.map((opening, index) => [opening, parties.list.length + index]));
    const named = parties.list.length + rooms.length;
    const flow = new CheapestFlow(named + 3);
    const notPreferred = dearerThanStaying(counts.reduce((sum, count) => sum + count, 0));
    const arcs = parties.list.map((party, index) => {
      flow.arc(party.anonymous ? named + 1 : named, index, counts[index] ?? 0, 0);
      return [...(this.seats[index] ?? []).keys()].flatMap((opening): [number, number][] => {
        const room = at.get(opening);
        if (room === undefined || (party.group >= 0 && !mayMeet(party.group, opening))) return [];
        const liked = party.anonymous || party.liked.has(this.nodeOf.get(opening) ?? -1);
        const cost = (liked ? 0 : notPreferred) - (party.before === opening ? 1 : 0);
        return [[opening, flow.arc(index, room, counts[index] ?? 0, cost)]];
      });
    });
    rooms.forEach((opening, index) =>
      flow.arc(parties.list.length + index, named + 2, open.get(opening) ?? 0, 0),
    );
    flow.send(named, named + 2);
    flow.send(named + 1, named + 2);
    return arcs.map(
      (list) =>
        new Map(
          list.map(([opening, arc]) => [opening, flow.flowOn(arc)] as const).filter(([, count]) => count > 0),
        ),
    );
  }
}
