import type { MilpModel } from './solver';

/** One row: the pairs are column and coefficient. */
export type Terms = readonly (readonly [number, number])[];

/** An integer program that grows row by row and changes its objective from goal to goal. */
export class Program {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly integer: boolean[] = [];
  private readonly rows: { readonly terms: Terms; readonly low: number; readonly high: number }[] = [];

  get columns(): number {
    return this.lower.length;
  }

  get wholeColumns(): number {
    return this.integer.filter(Boolean).length;
  }

  column(lower: number, upper: number, integer: boolean): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(integer);
    return this.lower.length - 1;
  }

  row(terms: Terms, low: number, high: number): void {
    this.rows.push({ terms, low, high });
  }

  /** `relaxed`: whole numbers are not asked for, and the answer is a bound. */
  model(objective: Terms, relaxed: boolean, start?: readonly number[]): MilpModel {
    const cost = Array.from({ length: this.columns }, () => 0);
    for (const [column, value] of objective) cost[column] = (cost[column] ?? 0) + value;
    const rowStart = [0];
    const columnIndex: number[] = [];
    const coefficient: number[] = [];
    for (const { terms } of this.rows) {
      const merged = new Map<number, number>();
      for (const [column, value] of terms) merged.set(column, (merged.get(column) ?? 0) + value);
      for (const [column, value] of merged) {
        if (value === 0) continue;
        columnIndex.push(column);
        coefficient.push(value);
      }
      rowStart.push(columnIndex.length);
    }
    return {
      cost,
      lower: [...this.lower],
      upper: [...this.upper],
      integer: relaxed ? this.integer.map(() => false) : [...this.integer],
      rowLower: this.rows.map((row) => row.low),
      rowUpper: this.rows.map((row) => row.high),
      rowStart,
      columnIndex,
      coefficient,
      ...(start ? { start } : {}),
    };
  }
}
