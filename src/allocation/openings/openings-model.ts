import type { Component } from '../problem/components';
import { type Choice, leftBy, openingsOf } from './construction';
import { HallRows } from './hall-rows';
import { preferredFlow } from '../flows/preferred-flow';
import { type Opening, exclusiveSets } from '../problem/problem';
import { Program, type Terms } from '../program';
import type { Search } from '../search';
import { StaffRows } from './staff-rows';

/** Beyond this many columns for people they are not tried: they would use up the time without a proof. */
export const MOST_SEAT_COLUMNS = 60_000;
/** From this many columns on, interior points are faster than the simplex. */
export const MANY_COLUMNS = 2000;

/**
 * The choice of openings as an integer program. With `hall` rows it has no variable for people: a set of openings
 * seats them exactly when, for every set of nodes, those confined to it find enough places there. With `seats` it has
 * how many of each class sit at each node, which preferences need. `leftNamed` and `leftAll` are the people left out:
 * with a name, and in all. `everybody`: nobody is to be left out, which is known beforehand.
 */
export class OpeningsModel {
  readonly program = new Program();
  readonly openings: readonly Opening[];
  readonly leftNamed: number;
  readonly leftAll: number;
  private readonly opened = new Map<number, number>();
  private readonly staff: StaffRows | null;
  readonly hall: HallRows | null;
  /** Per class, per position of its allowed nodes, the column of how many sit there. */
  private seats: readonly (readonly number[])[] | null = null;
  /** Row of each class, with `seats`. */
  private readonly classRows: number[] = [];
  private start: Choice | null = null;
  /** The start is about as good as can be. */
  startIsGood = false;
  private readonly atNode: readonly (readonly Opening[])[];

  constructor(
    readonly component: Component,
    first: Choice,
    people: 'hall' | 'seats' = 'hall',
    private readonly everybody = false,
  ) {
    const { problem } = component;
    this.openings = openingsOf(component);
    this.atNode = component.nodes.map((node) =>
      (problem.nodes[node]?.openings ?? []).flatMap((index) => problem.openings[index] ?? []),
    );
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
    for (const opening of this.openings)
      this.opened.set(opening.index, this.program.column(opening.forced ? 1 : 0, 1, true));
    this.addConflicts();
    this.addOrder();
    const y = (opening: Opening): number => this.y(opening);
    this.staff =
      problem.staff === null ? null : new StaffRows(component, this.program, y, problem.staff, first);
    this.hall =
      people === 'seats'
        ? null
        : new HallRows(component, this.program, {
            places: this.atNode.map((list) => this.placesTerms(list)),
            openings: this.atNode.map((list) =>
              list.filter((one) => one.capacity > 0).map((one) => [this.y(one), one.capacity]),
            ),
            leftNamed: this.leftNamed,
            leftAll: this.leftAll,
          });
    if (people === 'seats') this.addSeats();
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

  /** Minus the people on preferred slots. */
  likedTerms(): [number, number][] {
    const seats = this.addSeats();
    return this.component.classes.flatMap((one, index) => {
      const liked = new Set(one.anonymous ? [] : one.preferred);
      return one.allowed.flatMap((node, at): [number, number][] =>
        liked.has(node) ? [[seats[index]?.[at] ?? 0, -1]] : [],
      );
    });
  }

  get hasSeats(): boolean {
    return this.seats !== null;
  }

  /** The choice that a search starts from. `good`: about as good as can be, so that only the proof is left. */
  startFrom(choice: Choice, good = false): void {
    this.start = choice;
    this.startIsGood = good;
  }

  /** What seating one person of each class costs in the relaxation; `null` when time ran out. */
  seatPrices(objective: Terms, search: Search): readonly number[] | null {
    const { prices } = search.solver.solve(this.program.model(objective, true), {
      milliseconds: search.left(),
      absoluteGap: 0.99,
      ...(this.program.columns > MANY_COLUMNS ? { method: 'interior' as const } : {}),
      prices: true,
      ...(search.shouldStop ? { shouldStop: search.shouldStop } : {}),
    });
    return prices === undefined ? null : this.classRows.map((row) => -(prices[row] ?? 0));
  }

  /** Whether the opening is out of the question with so few sessions. */
  isShut(opening: number): boolean {
    return this.program.isFixedAtNought(this.opened.get(opening) ?? -1);
  }

  /** Openings that are open, and that are not, in every answer worth having. */
  settle(open: readonly number[], shut: readonly number[]): void {
    for (const opening of open) this.program.fixAtOne(this.opened.get(opening) ?? -1);
    for (const opening of shut) this.program.fixAtNought(this.opened.get(opening) ?? -1);
  }

  /** No more sessions than this; those that could not be among so few are out. `people`: to be seated at least. */
  limitSessions(most: number, people: number): void {
    this.program.row(this.sessionsTerms(), -Infinity, most);
    const forced = this.openings.filter((one) => one.forced);
    const places = this.openings
      .filter((one) => !one.forced)
      .map((one) => one.capacity)
      .sort((a, b) => b - a)
      .slice(0, Math.max(0, most - forced.length - 1))
      .concat(forced.map((one) => one.capacity))
      .reduce((sum, capacity) => sum + capacity, 0);
    for (const one of this.openings)
      if (!one.forced && places + one.capacity < people) this.program.fixAtNought(this.y(one));
  }

  private placesTerms(openings: readonly Opening[]): Terms {
    return openings.flatMap((opening): [number, number][] => {
      if (opening.capacity === 0) return [];
      const filled = this.staff?.filled.get(opening.index);
      return filled === undefined ? [[this.y(opening), opening.capacity]] : [[filled, 1]];
    });
  }

  /** People as columns, from now on. */
  addSeats(): readonly (readonly number[])[] {
    if (this.seats !== null) return this.seats;
    const { component, program } = this;
    const atNode: [number, number][][] = component.nodes.map(() => []);
    const named: [number, number][] = [[this.leftNamed, 1]];
    const everybody: [number, number][] = [[this.leftAll, 1]];
    let namedCount = 0;
    let count = 0;
    const seats = component.classes.map((one) => {
      const columns = one.allowed.map(() => program.column(0, one.count, false));
      this.classRows.push(program.rows);
      program.row(
        columns.map((column): [number, number] => [column, 1]),
        this.everybody ? one.count : -Infinity,
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
      return columns;
    });
    atNode.forEach((terms, node) => {
      const places = this.placesTerms(this.atNode[node] ?? []);
      program.row(
        [...terms, ...places.map(([column, value]): [number, number] => [column, -value])],
        -Infinity,
        0,
      );
    });
    if (!this.everybody) {
      program.row(named, namedCount, Infinity);
      program.row(everybody, count, Infinity);
    }
    this.addLinks(seats);
    this.seats = seats;
    return seats;
  }

  /** Nobody sits on a preferred slot without a session there: few rows that bring the relaxation close. */
  private addLinks(seats: readonly (readonly number[])[]): void {
    const sessions = this.atNode.map((list): Terms | null => {
      const usable = list.filter((one) => one.capacity > 0);
      if (usable.some((one) => one.forced)) return null;
      const ordered = usable.every((one) => (this.component.problem.conflicts[one.index] ?? []).length === 0);
      return (ordered ? usable.slice(0, 1) : usable).map((one) => [this.y(one), 1]);
    });
    this.component.classes.forEach((one, index) => {
      if (one.anonymous) return;
      const liked = new Set(one.preferred);
      one.allowed.forEach((node, at) => {
        const open = sessions[node];
        if (!liked.has(node) || !open) return;
        this.program.row(
          [[seats[index]?.[at] ?? 0, 1], ...open.map(([y]): [number, number] => [y, -one.count])],
          -Infinity,
          0,
        );
      });
    });
  }

  startValues(): readonly number[] | undefined {
    const { start, component } = this;
    if (start === null) return undefined;
    const values = Array.from({ length: this.program.columns }, () => 0);
    const left = leftBy(component, start);
    values[this.leftNamed] = left.named;
    values[this.leftAll] = left.named + left.anonymous;
    for (const opening of this.openings) values[this.y(opening)] = start.open.has(opening.index) ? 1 : 0;
    this.staff?.tell(start, values);
    if (this.seats !== null) {
      const { counts } = preferredFlow(component, start);
      this.seats.forEach((columns, index) =>
        columns.forEach((column, at) => (values[column] = counts[index]?.[at] ?? 0)),
      );
    }
    return values;
  }

  private addConflicts(): void {
    const { problem, openings } = this.component;
    for (const set of exclusiveSets(problem, openings))
      this.program.row(
        set.map((index) => [this.opened.get(index) ?? 0, 1]),
        -Infinity,
        1,
      );
  }

  /** In a node the larger rooms are opened first, where nothing else distinguishes them. */
  private addOrder(): void {
    for (const list of this.atNode) {
      let previous: Opening | null = null;
      for (const opening of list) {
        if (opening.forced || (this.component.problem.conflicts[opening.index] ?? []).length > 0) continue;
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

  choiceOf(values: readonly number[]): Choice {
    const open = new Map<number, number>();
    for (const opening of this.openings) {
      if (Math.round(values[this.y(opening)] ?? 0) !== 1) continue;
      open.set(opening.index, this.staff?.placesOf(opening, values) ?? opening.capacity);
    }
    return { open, watchers: this.staff?.share(values, open) ?? new Map() };
  }
}
