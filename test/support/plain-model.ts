import type { MilpModel, ProgramSolver } from '../../src/allocation/solver';
import type { Campaign } from '../../src/domain/campaign';
import { type Opening, type Person, type TinyProblem, tinyProblem } from './tiny-problem';

/** Optimum of goals 1 and 2 in the priority `sessions`; `null` when the solver did not prove it in time. */
export interface PlainOptimum {
  readonly seated: number;
  readonly anonymous: number;
  readonly sessions: number;
}

/** One variable per candidate and session, or per session and number of candidates who may sit in the same ones. */
export type Grain = 'each' | 'alike';

/**
 * The textbook model, nothing clever: slow and hard to get wrong, to compare the engine with where enumeration is out of
 * reach. With `alike` it reaches ten times as many people.
 */
export function plainOptimum(
  campaign: Campaign,
  solver: ProgramSolver,
  milliseconds: number,
  grain: Grain = 'each',
): PlainOptimum | null {
  const model = new PlainModel(tinyProblem(campaign), grain);
  const seated = model.best(solver, 'named', -1, milliseconds);
  if (seated === null) return null;
  model.require('named', seated, Infinity);
  const anonymous = model.best(solver, 'anonymous', -1, milliseconds);
  if (anonymous === null) return null;
  model.require('anonymous', anonymous, Infinity);
  const sessions = model.best(solver, 'open', 1, milliseconds);
  return sessions === null ? null : { seated, anonymous, sessions };
}

type Kind = 'open' | 'named' | 'anonymous' | 'watch';
type Term = readonly [column: number, coefficient: number];

class PlainModel {
  private readonly kinds: Kind[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rows: { readonly low: number; readonly high: number; readonly terms: readonly Term[] }[] =
    [];

  constructor(problem: TinyProblem, grain: Grain) {
    const open = problem.openings.map((opening) => this.column('open', opening.forced ? 1 : 0, 1));
    const occupants: Term[][] = problem.openings.map(() => []);
    for (const people of grain === 'alike' ? alike(problem) : problem.people.map((person) => [person]))
      this.seatPeople(problem, people, occupants);
    this.reserveSeats(problem, occupants);
    occupants.forEach((terms, at) => {
      this.row(-Infinity, 0, [...terms, [open[at] ?? 0, -(problem.openings[at]?.places ?? 0)]]);
    });
    this.forPairs(problem.openings, (a, b, at, other) => {
      if (problem.clash(a, b))
        this.row(-Infinity, 1, [
          [open[at] ?? 0, 1],
          [open[other] ?? 0, 1],
        ]);
    });
    if (problem.staff !== null) this.watch(problem, open, occupants);
  }

  /** People who may sit in the same sessions. */
  private seatPeople(problem: TinyProblem, people: readonly Person[], occupants: readonly Term[][]): void {
    const [person] = people;
    if (!person) return;
    const seats: Term[] = [];
    problem.openings.forEach((opening, at) => {
      const kept = person.seat === opening.key;
      if (person.seat === null ? !person.maySit(opening) : !kept) return;
      const term: Term = [this.column('named', kept ? people.length : 0, people.length), 1];
      seats.push(term);
      occupants[at]?.push(term);
    });
    if (seats.length > 0) this.row(-Infinity, people.length, seats);
  }

  private reserveSeats(problem: TinyProblem, occupants: readonly Term[][]): void {
    for (const request of problem.requests) {
      const seats: Term[] = [];
      problem.openings.forEach((opening, at) => {
        if (!request.suits(opening)) return;
        const term: Term = [this.column('anonymous', 0, request.places), 1];
        seats.push(term);
        occupants[at]?.push(term);
      });
      if (seats.length > 0) this.row(-Infinity, request.places, seats);
    }
  }

  private watch(
    problem: TinyProblem,
    open: readonly number[],
    occupants: readonly (readonly Term[])[],
  ): void {
    const watchers: Term[][] = problem.openings.map(() => []);
    for (const person of problem.staff ?? []) {
      const columns = problem.openings.map((opening) =>
        person.watches(opening) ? this.column('watch', 0, 1) : null,
      );
      columns.forEach((column, at) => {
        if (column !== null) watchers[at]?.push([column, 1]);
      });
      this.forPairs(problem.openings, (a, b, at, other) => {
        const first = columns[at] ?? null;
        const second = columns[other] ?? null;
        if (first !== null && second !== null && problem.atOnce(a, b))
          this.row(-Infinity, 1, [
            [first, 1],
            [second, 1],
          ]);
      });
    }
    const k = problem.perInvigilator;
    watchers.forEach((terms, at) => {
      const offered = terms.map(([column]): Term => [column, -Math.max(1, k)]);
      this.row(-Infinity, 0, [
        ...(k > 0 ? (occupants[at] ?? []) : [[open[at] ?? 0, 1] as const]),
        ...offered,
      ]);
    });
  }

  /** Bounds the sum of the columns of a kind. */
  require(kind: Kind, low: number, high: number): void {
    this.row(
      low,
      high,
      this.kinds.flatMap((other, column): Term[] => (other === kind ? [[column, 1]] : [])),
    );
  }

  /** Smallest (`sign` 1) or largest (−1) sum of the columns of a kind; `null` when it could not be proven. */
  best(solver: ProgramSolver, kind: Kind, sign: 1 | -1, milliseconds: number): number | null {
    const cost = this.kinds.map((other) => (other === kind ? sign : 0));
    if (cost.every((value) => value === 0)) return 0;
    const answer = solver.solve(this.program(cost), { milliseconds, absoluteGap: 0.99 });
    return answer.status === 'optimal' ? Math.round(answer.objective * sign) : null;
  }

  private program(cost: readonly number[]): MilpModel {
    const rowStart = [0];
    const columnIndex: number[] = [];
    const coefficient: number[] = [];
    for (const { terms } of this.rows) {
      for (const [column, value] of terms) {
        columnIndex.push(column);
        coefficient.push(value);
      }
      rowStart.push(columnIndex.length);
    }
    return {
      cost,
      lower: this.lower,
      upper: this.upper,
      integer: this.kinds.map(() => true),
      rowLower: this.rows.map((row) => row.low),
      rowUpper: this.rows.map((row) => row.high),
      rowStart,
      columnIndex,
      coefficient,
    };
  }

  private column(kind: Kind, low: number, high: number): number {
    this.lower.push(low);
    this.upper.push(high);
    return this.kinds.push(kind) - 1;
  }

  private row(low: number, high: number, terms: readonly Term[]): void {
    this.rows.push({ low, high, terms });
  }

  private forPairs(
    openings: readonly Opening[],
    visit: (a: Opening, b: Opening, at: number, other: number) => void,
  ): void {
    openings.forEach((a, at) => {
      openings.slice(0, at).forEach((b, other) => visit(a, b, at, other));
    });
  }
}

function alike({ people, openings }: TinyProblem): Person[][] {
  const kinds = new Map<string, Person[]>();
  for (const person of people) {
    const key = `${person.seat} ${openings.map((opening) => Number(person.maySit(opening))).join('')}`;
    kinds.set(key, [...(kinds.get(key) ?? []), person]);
  }
  return [...kinds.values()];
}
