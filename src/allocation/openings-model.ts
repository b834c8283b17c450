import type { Invigilator } from '../domain/invigilator';
import type { Component } from './components';
import { type Choice, leftBy, openingsOf } from './construction';
import { SeatNetwork } from './network';
import { preferredFlow } from './preferred-flow';
import { type Opening, overlaps } from './problem';
import { Program, type Terms } from './program';
import type { MilpAnswer, MilpSolver } from './solver';
import { Staffing } from './staffing';

/** What the exact search may spend, and the solver it asks. */
export interface Search {
  readonly solver: MilpSolver;
  /** Milliseconds that are left for this component. */
  readonly left: () => number;
}

/** Invigilators who can watch the same sessions. */
interface StaffType {
  readonly people: readonly number[];
  readonly nodes: ReadonlyMap<number, number>;
}

const SCALE = 1000;
const CUTS_PER_ROUND = 60;
const RELAXED_ROUNDS = 12;
const ROUNDS = 4;
/** Beyond this many columns for people they are not tried: they would use up the time without a proof. */
export const MOST_SEAT_COLUMNS = 60_000;

export interface Minimum {
  readonly choice: Choice | null;
  /** Valid lower bound, a whole number. */
  readonly bound: number;
  readonly objective: number;
}

/**
 * The choice of openings as an integer program without any variable for people: a set of openings seats them exactly
 * when, for every set of nodes, those confined to it find enough places there (Hall). Such rows are added when an
 * answer breaks them. `leftNamed` and `leftAll` are the people left out: with a name, and in all.
 */
export class OpeningsModel {
  readonly program = new Program();
  readonly openings: readonly Opening[];
  readonly opened = new Map<number, number>();
  readonly leftNamed: number;
  readonly leftAll: number;
  /** Columns for people, when the model was extended: per class, per position of its allowed nodes. */
  private seats: readonly (readonly number[])[] | null = null;
  /** A choice to start the search from, and its people when the model has columns for them. */
  private start: Choice | null = null;
  private readonly watchers = new Map<number, number>();
  private readonly filled = new Map<number, number>();
  private readonly types: readonly StaffType[];
  private readonly known = new Set<string>();
  private readonly position: ReadonlyMap<number, number>;

  constructor(
    readonly component: Component,
    first: Choice,
  ) {
    const { problem } = component;
    this.openings = openingsOf(component);
    this.position = new Map(component.nodes.map((node, index) => [node, index]));
    const sum = (all: boolean): number =>
      component.classes.reduce((total, one) => total + (all || !one.anonymous ? one.count : 0), 0);
    this.leftNamed = this.program.column(0, sum(false), false);
    this.leftAll = this.program.column(0, sum(true), false);
    this.program.row(
      [
        [this.leftAll, 1],
        [this.leftNamed, -1],
      ],
      0,
      Infinity,
    );
    for (const opening of this.openings) {
      this.opened.set(opening.index, this.program.column(opening.forced ? 1 : 0, 1, true));
    }
    this.addConflicts();
    this.addOrder();
    this.types = problem.staff === null ? [] : this.addStaff(problem.staff, first);
    this.addFirstRows();
  }

  /** Places as a sum over columns; `null` position: all nodes. */
  placesTerms(nodes: ReadonlySet<number>): [number, number][] {
    return this.openings.flatMap((opening): [number, number][] => {
      if (!nodes.has(this.position.get(opening.node) ?? -1) || opening.capacity === 0) return [];
      const filled = this.filled.get(opening.index);
      if (filled !== undefined) return [[filled, 1]];
      return [[this.y(opening), opening.capacity]];
    });
  }

  y(opening: Opening): number {
    return this.opened.get(opening.index) ?? 0;
  }

  sessionsTerms(): [number, number][] {
    return this.openings.map((opening) => [this.y(opening), 1]);
  }

  ranksTerms(): [number, number][] {
    return this.openings.map((opening) => [this.y(opening), opening.rank]);
  }

  /**
   * Minimises, adding Hall rows until the answer seats whom it says. `known`: the value of a choice at hand, which is
   * enough once the bound meets it; `choice` is `null` then, and when nothing was found in time.
   */
  minimise(objective: Terms, search: Search, known = Infinity): Minimum {
    let bound = -Infinity;
    const ask = (relaxed: boolean): MilpAnswer =>
      search.solver.solve(this.program.model(objective, relaxed, relaxed ? undefined : this.startValues()), {
        milliseconds: search.left(),
        absoluteGap: 0.99,
      });
    const learn = (answer: MilpAnswer): void => {
      if (answer.bound > -Infinity) bound = Math.max(bound, Math.ceil(answer.bound - 1e-6));
    };
    if (this.seats === null) {
      for (let round = 0; round < RELAXED_ROUNDS && search.left() > 0; round += 1) {
        const answer = ask(true);
        learn(answer);
        if (bound >= known) return { choice: null, bound, objective: known };
        if (answer.values.length === 0 || !this.separate(answer.values)) break;
      }
    }
    for (let round = 0; search.left() > 0; round += 1) {
      // Rows one by one may come without end where every set is tight: people as columns settle it at once.
      if (round >= ROUNDS && this.seats === null && this.seatColumns() <= MOST_SEAT_COLUMNS) this.addSeats();
      const answer = ask(false);
      learn(answer);
      if (bound >= known) return { choice: null, bound, objective: known };
      if (answer.values.length === 0) break;
      if (this.seats === null && this.separate(answer.values)) continue;
      return { choice: this.choiceOf(answer.values), bound, objective: answer.objective };
    }
    return { choice: null, bound, objective: Infinity };
  }

  seatColumns(): number {
    return this.component.classes.reduce((sum, one) => sum + one.allowed.length, 0);
  }

  /** Adds who sits where, by numbers: per class, a column for each of its allowed nodes. */
  addSeats(): readonly (readonly number[])[] {
    if (this.seats !== null) return this.seats;
    const { component, program } = this;
    const seats = component.classes.map((one) => one.allowed.map(() => program.column(0, one.count, false)));
    const atNode: [number, number][][] = component.nodes.map(() => []);
    const named: [number, number][] = [[this.leftNamed, 1]];
    const everybody: [number, number][] = [[this.leftAll, 1]];
    let namedCount = 0;
    let count = 0;
    component.classes.forEach((one, index) => {
      const columns = seats[index] ?? [];
      program.row(
        columns.map((column): [number, number] => [column, 1]),
        -Infinity,
        one.count,
      );
      count += one.count;
      if (!one.anonymous) namedCount += one.count;
      one.allowed.forEach((node, at) => {
        const column = columns[at] ?? 0;
        atNode[node]?.push([column, 1]);
        everybody.push([column, 1]);
        if (!one.anonymous) named.push([column, 1]);
      });
    });
    atNode.forEach((terms, node) => {
      const places = this.placesTerms(new Set([node]));
      program.row(
        [...terms, ...places.map(([column, value]): [number, number] => [column, -value])],
        -Infinity,
        0,
      );
    });
    program.row(named, namedCount, Infinity);
    program.row(everybody, count, Infinity);
    this.seats = seats;
    return seats;
  }

  /** Minus the people on preferred slots, once the model has columns for people. */
  likedTerms(): [number, number][] {
    const seats = this.addSeats();
    return this.component.classes.flatMap((one, index) => {
      const liked = new Set(one.anonymous ? [] : one.preferred);
      return one.allowed.flatMap((node, at): [number, number][] =>
        liked.has(node) ? [[seats[index]?.[at] ?? 0, -1]] : [],
      );
    });
  }

  startFrom(choice: Choice): void {
    this.start = choice;
  }

  /** Not where invigilators decide: the start would need their shifts too. */
  private startValues(): readonly number[] | undefined {
    const { start, component } = this;
    if (start === null || component.problem.staff !== null) return undefined;
    const values = Array.from({ length: this.program.columns }, () => 0);
    const left = leftBy(component, start);
    values[this.leftNamed] = left.named;
    values[this.leftAll] = left.named + left.anonymous;
    for (const opening of this.openings) values[this.y(opening)] = start.open.has(opening.index) ? 1 : 0;
    if (this.seats !== null) {
      const { counts } = preferredFlow(component, start);
      this.seats.forEach((columns, index) =>
        columns.forEach((column, at) => (values[column] = counts[index]?.[at] ?? 0)),
      );
    }
    return values;
  }

  private addConflicts(): void {
    const { conflicts, slots } = this.component.problem;
    const byRoom = new Map<number, Opening[]>();
    for (const opening of this.openings) {
      if ((conflicts[opening.index] ?? []).length === 0) continue;
      byRoom.set(opening.room, [...(byRoom.get(opening.room) ?? []), opening]);
    }
    for (const list of byRoom.values()) {
      // Largest sets of openings that all exclude each other: those under way when one of them starts.
      for (const opening of list) {
        const start = slots[opening.slot]?.start ?? 0;
        const others = (conflicts[opening.index] ?? []).flatMap(
          (index) => this.component.problem.openings[index] ?? [],
        );
        const clique = others.filter((other) => {
          const at = slots[other.slot];
          return at !== undefined && at.start <= start;
        });
        if (clique.length === 0) continue;
        this.program.row(
          [opening, ...clique].map((one) => [this.y(one), 1]),
          -Infinity,
          1,
        );
      }
    }
  }

  /** In a node the larger rooms are opened first, where nothing else distinguishes them. */
  private addOrder(): void {
    const { problem } = this.component;
    for (const node of this.component.nodes) {
      let previous: Opening | null = null;
      for (const index of problem.nodes[node]?.openings ?? []) {
        const opening = problem.openings[index];
        if (!opening || opening.forced || (problem.conflicts[index] ?? []).length > 0) continue;
        if (previous)
          this.program.row(
            [
              [this.y(opening), 1],
              [this.y(previous), -1],
            ],
            -Infinity,
            0,
          );
        previous = opening;
      }
    }
  }

  private addStaff(staff: readonly Invigilator[], first: Choice): StaffType[] {
    const { problem } = this.component;
    const k = problem.campaign.settings.candidatesPerInvigilator;
    const groups = new Map<string, number[]>();
    staff.forEach((one, person) => {
      const key = `${[...one.sites].sort().join('\u0000')}|${[...one.possible].sort().join()}`;
      groups.set(key, [...(groups.get(key) ?? []), person]);
    });
    const types = [...groups.values()].flatMap((people): StaffType[] => {
      const one = staff[people[0] ?? 0];
      if (!one) return [];
      const nodes = new Map<number, number>();
      this.component.nodes.forEach((node, at) => {
        const found = problem.nodes[node];
        const slot = found ? problem.slots[found.slot] : undefined;
        if (!found || !slot || !one.possible.includes(slot.code)) return;
        if (one.sites.some((site) => site === found.site))
          nodes.set(at, this.program.column(0, people.length, true));
      });
      return nodes.size > 0 ? [{ people, nodes }] : [];
    });
    for (const type of types) this.addShifts(type);
    this.component.nodes.forEach((node, at) => {
      const terms: [number, number][] = types.flatMap((type): [number, number][] => {
        const column = type.nodes.get(at);
        return column === undefined ? [] : [[column, 1]];
      });
      for (const index of problem.nodes[node]?.openings ?? []) {
        const opening = problem.openings[index];
        if (!opening) continue;
        const base = opening.imposed.length;
        const given = first.watchers.get(index)?.length ?? 0;
        // A locked session that nobody can watch stays all the same: nobody joins it.
        const exempt = opening.forced && given < (k > 0 ? Math.ceil(base / k) : 1);
        if (exempt || k === 0) {
          if (!exempt) terms.push([this.y(opening), -1]);
          else this.limit(opening, 0);
          if (!exempt) this.watchers.set(index, this.y(opening));
          continue;
        }
        const most = Math.ceil((base + opening.capacity) / k);
        const count = this.program.column(0, most, true);
        const filled = this.program.column(0, opening.capacity, false);
        this.watchers.set(index, count);
        this.filled.set(index, filled);
        this.program.row(
          [
            [filled, 1],
            [this.y(opening), -opening.capacity],
          ],
          -Infinity,
          0,
        );
        this.program.row(
          [
            [filled, 1],
            [count, -k],
          ],
          -Infinity,
          -base,
        );
        terms.push([count, -1]);
      }
      this.program.row(terms, 0, Infinity);
    });
    return types;
  }

  private limit(opening: Opening, places: number): void {
    const filled = this.program.column(0, places, false);
    this.filled.set(opening.index, filled);
  }

  private addShifts(type: StaffType): void {
    const { problem } = this.component;
    const slotAt = (at: number) => problem.slots[problem.nodes[this.component.nodes[at] ?? 0]?.slot ?? 0];
    for (const at of type.nodes.keys()) {
      const slot = slotAt(at);
      if (!slot) continue;
      const together = [...type.nodes].filter(([other]) => {
        const one = slotAt(other);
        return one !== undefined && one.start <= slot.start && overlaps(one, slot, 0);
      });
      this.program.row(
        together.map(([, column]) => [column, 1]),
        -Infinity,
        type.people.length,
      );
    }
  }

  private addFirstRows(): void {
    const all = new Set(this.component.nodes.map((_, at) => at));
    this.addHall(all);
    const sites = new Map<string, Set<number>>();
    this.component.nodes.forEach((node, at) => {
      const site = this.component.problem.nodes[node]?.site ?? '';
      sites.set(site, (sites.get(site) ?? new Set()).add(at));
    });
    if (sites.size > 1) for (const nodes of sites.values()) this.addHall(nodes);
    for (const nodes of minimalSets(this.component.classes.map((one) => one.allowed)))
      this.addHall(new Set(nodes));
  }

  /** The row of a set of nodes, its rounded versions, and whether it is new. */
  addHall(nodes: ReadonlySet<number>): boolean {
    const key = [...nodes].sort((a, b) => a - b).join();
    if (this.known.has(key)) return false;
    this.known.add(key);
    let named = 0;
    let everybody = 0;
    for (const one of this.component.classes) {
      if (!one.allowed.every((node) => nodes.has(node))) continue;
      everybody += one.count;
      if (!one.anonymous) named += one.count;
    }
    const terms = this.placesTerms(nodes);
    const capacities = this.openings
      .filter((one) => one.capacity > 0 && nodes.has(this.position.get(one.node) ?? -1))
      .map((one): [number, number] => [this.y(one), one.capacity]);
    if (named > 0) this.addRounded(terms, capacities, named, this.leftNamed);
    if (everybody > named) this.addRounded(terms, capacities, everybody, this.leftAll);
    return named > 0 || everybody > 0;
  }

  private addRounded(terms: Terms, capacities: Terms, people: number, left: number): void {
    this.program.row([...terms, [left, 1]], people, Infinity);
    const sizes = new Set(capacities.map(([, capacity]) => capacity));
    if (sizes.size > 8) return;
    for (const size of sizes) {
      const part = people / size - Math.floor(people / size);
      if (part < 1e-9) continue;
      const rounded = capacities.map(([column, capacity]): [number, number] => {
        const whole = Math.floor(capacity / size);
        return [column, whole + Math.min(1, (capacity / size - whole) / part)];
      });
      this.program.row([...rounded, [left, 1 / (size * part)]], Math.ceil(people / size - 1e-9), Infinity);
    }
    const smallest = Math.min(people, ...sizes);
    if (people <= smallest)
      this.program.row(
        [...capacities.map(([column]): [number, number] => [column, 1]), [left, 1 / people]],
        1,
        Infinity,
      );
  }

  /** Adds rows that the values break; `false` when the values seat whom they say. */
  private separate(values: readonly number[]): boolean {
    const places = new Int32Array(this.component.nodes.length);
    for (const opening of this.openings) {
      const at = this.position.get(opening.node) ?? 0;
      const filled = this.filled.get(opening.index);
      const seats =
        filled === undefined ? (values[this.y(opening)] ?? 0) * opening.capacity : (values[filled] ?? 0);
      places[at] = (places[at] ?? 0) + Math.floor(seats * SCALE + 1e-3);
    }
    const network = new SeatNetwork(this.component.classes, places, SCALE);
    const slack = SCALE * 0.01 * (1 + this.component.nodes.length / 10);
    let added = 0;
    for (const anonymous of [false, true]) {
      this.component.classes.forEach((one, index) => {
        if (one.anonymous === anonymous) network.seat(index);
      });
      const missing = network.left(false) + (anonymous ? network.left(true) : 0);
      const allowed = (values[anonymous ? this.leftAll : this.leftNamed] ?? 0) * SCALE;
      if (missing <= allowed + slack) continue;
      const short = this.component.classes
        .map((_, index) => index)
        .filter((index) => (network.missing[index] ?? 0) > 0)
        .filter((index) => anonymous || this.component.classes[index]?.anonymous !== true);
      if (this.addHall(new Set(network.closure(short).nodes))) added += 1;
      for (const index of short.slice(0, CUTS_PER_ROUND)) {
        if (this.addHall(new Set(network.closure([index]).nodes))) added += 1;
      }
    }
    return added > 0;
  }

  private choiceOf(values: readonly number[]): Choice {
    const open = new Map<number, number>();
    const value = (column: number | undefined): number =>
      column === undefined ? 0 : Math.round(values[column] ?? 0);
    const k = this.component.problem.campaign.settings.candidatesPerInvigilator;
    for (const opening of this.openings) {
      if (value(this.y(opening)) !== 1) continue;
      const watchers = this.watchers.get(opening.index);
      const limited = this.filled.has(opening.index);
      const most = limited ? Math.max(0, value(watchers) * k - opening.imposed.length) : opening.capacity;
      open.set(opening.index, Math.min(opening.capacity, most));
    }
    return { open, watchers: this.shareWatchers(values, open) };
  }

  private shareWatchers(
    values: readonly number[],
    open: ReadonlyMap<number, number>,
  ): Map<number, readonly string[]> {
    const { problem } = this.component;
    const shared = new Map<number, readonly string[]>();
    if (problem.staff === null) return shared;
    const staffing = new Staffing(problem.staff, problem.rooms, problem.slots);
    this.component.nodes.forEach((node, at) => {
      const found = problem.nodes[node];
      if (!found) return;
      const present = this.types.flatMap((type) => {
        const count = Math.round(values[type.nodes.get(at) ?? -1] ?? 0);
        return type.people.filter((person) => staffing.isFree(person, found.slot)).slice(0, count);
      });
      for (const index of found.openings) {
        const opening = problem.openings[index];
        if (!opening || !open.has(index)) continue;
        const wanted = Math.round(values[this.watchers.get(index) ?? -1] ?? 0);
        for (const person of present.splice(0, wanted)) staffing.impose(person, opening.slot, opening.room);
        shared.set(index, staffing.names(opening.slot, opening.room));
      }
    });
    return shared;
  }
}

/** Lists that contain no other list. */
function minimalSets(lists: readonly (readonly number[])[]): (readonly number[])[] {
  const unique = [...new Map(lists.map((list) => [list.join(), list])).values()].sort(
    (a, b) => a.length - b.length,
  );
  const kept: { readonly list: readonly number[]; readonly set: ReadonlySet<number> }[] = [];
  for (const list of unique) {
    const members = new Set(list);
    if (kept.some((one) => one.list.every((node) => members.has(node)))) continue;
    kept.push({ list, set: members });
  }
  return kept.map((one) => one.list);
}
