import type { MilpModel } from './solver';

/** One row: the pairs are column and coefficient. */
export type Terms = readonly (readonly [number, number])[];

/** An integer program that grows row by row and changes its objective from goal to goal. Rows are kept flat. */
export class Program {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly integer: boolean[] = [];
  private readonly low: number[] = [];
  private readonly high: number[] = [];
  private readonly rowStart: number[] = [0];
  private readonly columnIndex: number[] = [];
  private readonly coefficient: number[] = [];

  get columns(): number {
    return this.lower.length;
  }

  get rows(): number {
    return this.low.length;
  }

  column(lower: number, upper: number, integer: boolean): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(integer);
    return this.lower.length - 1;
  }

  /** Terms may name a column several times: they add up. Returns the row's number. */
  row(terms: Terms, low: number, high: number): number {
    const merged = new Map<number, number>();
    for (const [column, value] of terms) merged.set(column, (merged.get(column) ?? 0) + value);
    for (const [column, value] of merged) {
      if (value === 0) continue;
      this.columnIndex.push(column);
      this.coefficient.push(value);
    }
    this.rowStart.push(this.columnIndex.length);
    this.low.push(low);
    this.high.push(high);
    return this.low.length - 1;
  }

  /** Other limits for a row. */
  limit(row: number, low: number, high: number): void {
    this.low[row] = low;
    this.high[row] = high;
  }

  /** The column is nought in every answer worth having. */
  fixAtNought(column: number): void {
    this.upper[column] = 0;
  }

  /** The column is one in every answer worth having. */
  fixAtOne(column: number): void {
    this.lower[column] = 1;
  }

  wholeColumns(): number[] {
    return [...this.integer.keys()].filter((column) => this.integer[column] === true);
  }

  isFixedAtNought(column: number): boolean {
    return this.upper[column] === 0;
  }

  /** `relaxed`: whole numbers are not asked for, and the answer is a bound. */
  model(objective: Terms, relaxed: boolean, start?: readonly number[]): MilpModel {
    const cost = Array.from({ length: this.columns }, () => 0);
    for (const [column, value] of objective) cost[column] = (cost[column] ?? 0) + value;
    return {
      cost,
      lower: this.lower,
      upper: this.upper,
      integer: relaxed ? this.integer.map(() => false) : this.integer,
      rowLower: this.low,
      rowUpper: this.high,
      rowStart: this.rowStart,
      columnIndex: this.columnIndex,
      coefficient: this.coefficient,
      ...(start ? { start } : {}),
    };
  }
}
