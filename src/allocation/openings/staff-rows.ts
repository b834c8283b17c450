import { overlaps } from '../../domain/slot';
import type { Invigilator } from '../../domain/invigilator';
import type { Component } from '../problem/components';
import type { Choice } from './construction';
import type { Opening } from '../problem/problem';
import type { Program } from '../program';
import { Staffing } from '../staffing';

/** Invigilators who can watch the same sessions: per node (position), the column of how many are there. */
interface StaffType {
  readonly people: readonly number[];
  readonly nodes: ReadonlyMap<number, number>;
}

/** Columns and rows of an integer program that give each session its invigilators. */
export class StaffRows {
  /** Column of how many watch an opening. */
  private readonly watchers = new Map<number, number>();
  /** Column of the places that the invigilators allow in an opening; absent where they do not limit them. */
  readonly filled = new Map<number, number>();
  private readonly types: readonly StaffType[];

  constructor(
    private readonly component: Component,
    private readonly program: Program,
    private readonly y: (opening: Opening) => number,
    private readonly staff: readonly Invigilator[],
    first: Choice,
  ) {
    this.types = this.typesOf();
    for (const type of this.types) this.addShifts(type);
    const { problem } = component;
    component.nodes.forEach((node, at) => {
      const terms: [number, number][] = this.types.flatMap((type): [number, number][] => {
        const column = type.nodes.get(at);
        return column === undefined ? [] : [[column, 1]];
      });
      for (const index of problem.nodes[node]?.openings ?? []) {
        const opening = problem.openings[index];
        const column = opening ? this.addOpening(opening, first) : null;
        if (column !== null) terms.push([column, -1]);
      }
      this.program.row(terms, 0, Infinity);
    });
  }

  /** Who watches which opening, given the values of the columns. */
  share(values: readonly number[], open: ReadonlyMap<number, number>): Map<number, readonly string[]> {
    const { problem } = this.component;
    const shared = new Map<number, readonly string[]>();
    const staffing = new Staffing(this.staff, problem.rooms, problem.slots);
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

  /** Writes who watches what in a choice among the values of the columns. */
  tell({ open, watchers }: Choice, values: number[]): void {
    const { problem, positions } = this.component;
    const typeOf = new Map(
      this.types.flatMap((type) => type.people.map((person) => [this.staff[person]?.name, type] as const)),
    );
    const add = (column: number | undefined, value: number): void => {
      if (column !== undefined) values[column] = (values[column] ?? 0) + value;
    };
    for (const [index, places] of open) {
      const opening = problem.openings[index];
      if (!opening) continue;
      const names = this.watchers.has(index) ? (watchers.get(index) ?? []) : [];
      const at = positions.get(opening.node) ?? -1;
      for (const name of names) add(typeOf.get(name)?.nodes.get(at), 1);
      const count = this.watchers.get(index);
      if (count !== this.y(opening)) add(count, names.length);
      if (count !== undefined) add(this.filled.get(index), places);
    }
  }

  /** Places that the watchers of an opening allow, given the values of the columns. */
  placesOf(opening: Opening, values: readonly number[]): number {
    if (!this.filled.has(opening.index)) return opening.capacity;
    const k = this.component.problem.campaign.settings.candidatesPerInvigilator;
    const watchers = Math.round(values[this.watchers.get(opening.index) ?? -1] ?? 0);
    return Math.min(opening.capacity, Math.max(0, watchers * k - opening.imposed.length));
  }

  private typesOf(): StaffType[] {
    const { problem, nodes: positions } = this.component;
    const groups = new Map<string, number[]>();
    this.staff.forEach((one, person) => {
      const key = `${[...one.sites].sort().join('\u0000')}|${[...one.possible].sort().join()}`;
      groups.set(key, [...(groups.get(key) ?? []), person]);
    });
    return [...groups.values()].flatMap((people): StaffType[] => {
      const one = this.staff[people[0] ?? 0];
      if (!one) return [];
      const nodes = new Map<number, number>();
      positions.forEach((node, at) => {
        const found = problem.nodes[node];
        const slot = found ? problem.slots[found.slot] : undefined;
        if (!found || !slot || !one.possible.includes(slot.code)) return;
        if (one.sites.some((site) => site === found.site))
          nodes.set(at, this.program.column(0, people.length, true));
      });
      return nodes.size > 0 ? [{ people, nodes }] : [];
    });
  }

  /** The column that counts against the invigilators of the node; `null` when the opening takes none of them. */
  private addOpening(opening: Opening, first: Choice): number | null {
    const k = this.component.problem.campaign.settings.candidatesPerInvigilator;
    const base = opening.imposed.length;
    const given = first.watchers.get(opening.index)?.length ?? 0;
    // A locked session that nobody can watch stays all the same: nobody joins it.
    if (opening.forced && given < (k > 0 ? Math.ceil(base / k) : 1)) {
      this.filled.set(opening.index, this.program.column(0, 0, false));
      return null;
    }
    if (k === 0) {
      this.watchers.set(opening.index, this.y(opening));
      return this.y(opening);
    }
    const count = this.program.column(0, Math.ceil((base + opening.capacity) / k), true);
    const filled = this.program.column(0, opening.capacity, false);
    this.watchers.set(opening.index, count);
    this.filled.set(opening.index, filled);
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
    return count;
  }

  private addShifts(type: StaffType): void {
    const { problem, nodes } = this.component;
    const slotAt = (at: number) => problem.slots[problem.nodes[nodes[at] ?? 0]?.slot ?? 0];
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
}
