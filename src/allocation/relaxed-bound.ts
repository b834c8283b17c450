import type { HallRows } from './hall-rows';
import type { Program, Terms } from './program';
import type { MilpAnswer, Relaxations } from './solver';
import type { Search } from './search';

const MOST_ROUNDS = 40;
/** Rounds that may pass without a better bound. */
const IDLE_ROUNDS = 4;
/** Rounds for each case: its rows are those of the others too. */
const ROUNDS_PER_CASE = 3;
/** Cases beyond which the integer program is the better way. */
const MOST_CASES = 40;
const TOLERANCE = 1e-6;

/** Limits of the sessions at each site, and what the relaxation within them gave. */
interface Case {
  readonly limits: readonly Range[];
  readonly value: number;
  /** Sessions at each site, not yet whole numbers. */
  readonly totals: readonly number[];
}

type Range = readonly [low: number, high: number];

/**
 * Lower bounds of a goal in whole numbers, by relaxations alone: Hall rows are added where an answer breaks them, and
 * then the sessions of a site, which are a whole number, are told apart: at most so many, or one more at least.
 */
export class RelaxedBound {
  /** A whole number. */
  bound = -Infinity;
  private readonly relaxations: Relaxations;

  constructor(
    private readonly program: Program,
    private readonly hall: HallRows,
    private readonly objective: Terms,
    private readonly search: Search,
  ) {
    this.relaxations = search.solver.relax();
  }

  close(): void {
    this.relaxations.close();
  }

  /** Adds rows as long as they help, or until the bound meets the value. */
  raise(value: number): void {
    let idle = 0;
    for (let round = 0; round < MOST_ROUNDS && idle < IDLE_ROUNDS && this.search.left() > 0; round += 1) {
      const before = this.bound;
      const answer = this.ask();
      this.bound = Math.max(this.bound, wholeBound(answer));
      if (this.bound >= value) return;
      idle = this.bound > before ? 0 : idle + 1;
      if (answer.values.length === 0 || !this.hall.separate(answer.values)) return;
    }
  }

  /** Tells cases apart until none is left that may be below the value. `sites`: the sessions of each. */
  split(sites: readonly Terms[], value: number): void {
    if (sites.length < 2) return;
    const rows = sites.map((terms) => this.program.row(terms, -Infinity, Infinity));
    const anything = rows.map((): Range => [-Infinity, Infinity]);
    const open = this.casesBelow(value, sites, rows, [anything]);
    for (let count = 0; count < MOST_CASES; count += 1) {
      if (open === null) break;
      open.sort((a, b) => a.value - b.value);
      const [least] = open;
      this.bound = Math.max(this.bound, least ? Math.ceil(least.value - TOLERANCE) : value);
      const halves = least ? halvesOf(least) : null;
      const found = halves === null ? null : this.casesBelow(value, sites, rows, halves);
      if (found === null) break;
      open.splice(0, 1, ...found);
    }
    rows.forEach((row) => this.program.limit(row, -Infinity, Infinity));
  }

  /** Those of the cases that may be below the value; `null` when time ran out before that was known. */
  private casesBelow(
    value: number,
    sites: readonly Terms[],
    rows: readonly number[],
    cases: readonly (readonly Range[])[],
  ): Case[] | null {
    const found: Case[] = [];
    for (const limits of cases) {
      rows.forEach((row, site) => this.program.limit(row, ...(limits[site] ?? [-Infinity, Infinity])));
      const answer = this.askAgain(value);
      if (answer.status === 'infeasible' || wholeBound(answer) >= value) continue;
      if (answer.status !== 'optimal') return null;
      found.push({
        limits,
        value: answer.objective,
        totals: sites.map((terms) => terms.reduce((sum, [column]) => sum + (answer.values[column] ?? 0), 0)),
      });
    }
    return found;
  }

  private askAgain(value: number): MilpAnswer {
    let answer = this.ask();
    for (let round = 1; round < ROUNDS_PER_CASE && answer.status === 'optimal'; round += 1) {
      if (wholeBound(answer) >= value || !this.hall.separate(answer.values)) break;
      answer = this.ask();
    }
    return answer;
  }

  private ask(): MilpAnswer {
    return this.relaxations.solve(this.program.model(this.objective, true), {
      milliseconds: this.search.left(),
      absoluteGap: 0.99,
      ...(this.search.shouldStop ? { shouldStop: this.search.shouldStop } : {}),
    });
  }
}

const wholeBound = ({ bound }: MilpAnswer): number => Math.ceil(bound - TOLERANCE);

/** At most the whole number below the total that is farthest from one, or at least that above. */
function halvesOf({ limits, totals }: Case): (readonly Range[])[] | null {
  const away = totals.map((total) => Math.abs(total - Math.round(total)));
  const far = Math.max(...away);
  if (far < TOLERANCE) return null;
  const site = away.indexOf(far);
  const below = Math.floor(totals[site] ?? 0);
  const half = (low: number, high: number): readonly Range[] =>
    limits.map((range, at) => (at === site ? [Math.max(range[0], low), Math.min(range[1], high)] : range));
  return [half(-Infinity, below), half(below + 1, Infinity)];
}
