import type { HallRows } from './hall-rows';
import type { Program, Terms } from '../program';
import type { MilpAnswer, Relaxations } from '../solver';
import type { Search } from '../search';

const MOST_ROUNDS = 40;
/** Rounds that may pass without a better bound. */
const IDLE_ROUNDS = 4;
/** Rounds for each case: its rows are those of the others too. */
const ROUNDS_PER_CASE = 3;
/** Cases beyond which the integer program is the better way: told apart by sites, and by single sessions. */
const MOST_CASES = 40;
const MOST_SINGLE_CASES = 60;
/** What an answer of the simplex may be wrong by, and more. */
const TOLERANCE = 1e-5;

/** What is known of the choices within some limits. */
interface Case {
  /** By count: of which it is known how many there are. */
  readonly limits: ReadonlyMap<number, Range>;
  readonly value: number;
  readonly values: readonly number[];
}

/** A count that is not whole in an answer. */
interface Broken {
  readonly count: number;
  readonly total: number;
  readonly away: number;
}

type Range = readonly [low: number, high: number];

const ANYTHING: Range = [-Infinity, Infinity];

/** What has to be a whole number: the sessions of each site, and single columns. */
export interface Counts {
  readonly sites: readonly Terms[];
  readonly single: readonly number[];
}

/**
 * Lower bounds of a goal in whole numbers, by relaxations alone: Hall rows are added where an answer breaks them, and
 * then what is a whole number is told apart: at most so many sessions at a site, or one more at least; a session that is
 * open, or not.
 */
export class RelaxedBound {
  /** A whole number. */
  bound = -Infinity;
  private readonly relaxations: Relaxations;
  /** By how much the bound rose when a count was last told apart. */
  private readonly gains = new Map<number, number>();
  /** Row of each count that was told apart. */
  private readonly rows = new Map<number, number>();
  private readonly counts: readonly Terms[];
  /** How many of the counts are of sites. */
  private readonly sites: number;

  constructor(
    private readonly program: Program,
    private readonly hall: HallRows,
    private readonly objective: Terms,
    { sites, single }: Counts,
    private readonly search: Search,
  ) {
    this.relaxations = search.solver.relax();
    this.sites = sites.length > 1 ? sites.length : 0;
    const columns = single.map((column): Terms => [[column, 1]]);
    this.counts = [...(this.sites > 0 ? sites : []), ...columns];
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

  /** Tells cases apart by the sessions of sites, until none is left that may be below the value. */
  splitSites(value: number): void {
    this.split(value, this.sites, MOST_CASES);
  }

  /**
   * Tells cases apart by all counts. Returns the values of the best answer in whole numbers, when it is below the value
   * and no other case may be below it.
   */
  splitAll(value: number): readonly number[] | null {
    return this.split(value, this.counts.length, MOST_SINGLE_CASES);
  }

  private split(value: number, counts: number, most: number): readonly number[] | null {
    if (counts === 0 || this.bound >= value) return null;
    const open = this.casesBelow(value, [new Map()]);
    let best: readonly number[] | null = null;
    for (let count = 0; count < most; count += 1) {
      if (open === null) break;
      open.sort((a, b) => a.value - b.value || b.limits.size - a.limits.size);
      const [least] = open;
      this.bound = Math.max(this.bound, least ? Math.ceil(least.value - TOLERANCE) : value);
      if (!least) break;
      const broken = this.choose(this.broken(least.values, counts));
      if (broken === null) {
        if (counts === this.counts.length) best = least.values;
        break;
      }
      const found = this.casesBelow(value, halvesOf(least, broken));
      if (found === null) break;
      const gain = Math.min(1, ...found.map((one) => one.value - least.value));
      if (broken.count < this.sites) this.gains.set(broken.count, gain);
      open.splice(0, 1, ...found);
    }
    for (const row of this.rows.values()) this.program.limit(row, ...ANYTHING);
    return best;
  }

  /** Those of the cases that may be below the value; `null` when time ran out before that was known. */
  private casesBelow(value: number, cases: readonly ReadonlyMap<number, Range>[]): Case[] | null {
    const found: Case[] = [];
    for (const limits of cases) {
      for (const count of limits.keys())
        if (!this.rows.has(count))
          this.rows.set(count, this.program.row(this.counts[count] ?? [], ...ANYTHING));
      for (const [count, row] of this.rows) this.program.limit(row, ...(limits.get(count) ?? ANYTHING));
      const answer = this.askAgain(value);
      if (answer.status === 'infeasible' || wholeBound(answer) >= value) continue;
      if (answer.status !== 'optimal') return null;
      found.push({ limits, value: answer.objective, values: answer.values });
    }
    return found;
  }

  /** An answer in whole numbers breaks no row in the end. */
  private askAgain(value: number): MilpAnswer {
    let answer = this.ask();
    for (let round = 1; answer.status === 'optimal' && wholeBound(answer) < value; round += 1) {
      if (round >= ROUNDS_PER_CASE && this.broken(answer.values, this.counts.length).length > 0) break;
      if (!this.hall.separate(answer.values)) break;
      answer = this.ask();
    }
    return answer;
  }

  private ask(): MilpAnswer {
    const left = this.search.left();
    if (left <= 0) return NO_ANSWER;
    return this.relaxations.solve(this.program.model(this.objective, true), {
      milliseconds: left,
      absoluteGap: 0.99,
      ...(this.search.shouldStop ? { shouldStop: this.search.shouldStop } : {}),
    });
  }

  /** Counts that are not whole, those of sites alone if there are such: which, how many there are, how far from whole. */
  private broken(values: readonly number[], most: number): Broken[] {
    const found: Broken[] = [];
    for (let count = 0; count < most; count += 1) {
      if (count === this.sites && found.length > 0) return found;
      const total = (this.counts[count] ?? []).reduce((sum, [column]) => sum + (values[column] ?? 0), 0);
      const away = Math.abs(total - Math.round(total));
      if (away > TOLERANCE) found.push({ count, total, away });
    }
    return found;
  }

  /** Sites each once; then what raised the bound most; else what is farthest from a whole number. */
  private choose(broken: readonly Broken[]): Broken | null {
    const promise = ({ count }: Broken): number =>
      this.gains.get(count) ?? (count < this.sites ? Infinity : 0);
    const better = (a: Broken, b: Broken): boolean =>
      promise(b) > promise(a) || (promise(b) === promise(a) && b.away > a.away);
    return broken.reduce<Broken | null>(
      (best, one) => (best === null || better(best, one) ? one : best),
      null,
    );
  }
}

/** Small relaxations are solved before the solver looks at the clock: without time none is asked for. */
const NO_ANSWER: MilpAnswer = { status: 'unknown', objective: Infinity, bound: -Infinity, values: [] };

/** At least the whole number above a count, or at most that below. */
function halvesOf({ limits }: Case, { count, total }: Broken): ReadonlyMap<number, Range>[] {
  const [low, high] = limits.get(count) ?? ANYTHING;
  const below = Math.floor(total);
  return [new Map([...limits, [count, [below + 1, high]]]), new Map([...limits, [count, [low, below]]])];
}

const wholeBound = ({ bound }: MilpAnswer): number => Math.ceil(bound - TOLERANCE);
