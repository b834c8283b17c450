/** Where the rows, or the columns, of a tab begin, in pixels. Lines are numbered from 1; hidden lines have size 0. */
export class Axis {
  private readonly starts: Float64Array;

  constructor(
    readonly count: number,
    defaultSize: number,
    sizes: readonly (readonly [line: number, pixels: number])[],
  ) {
    const given = new Map(sizes);
    this.starts = new Float64Array(count + 2);
    for (let line = 1; line <= count; line++) {
      this.starts[line + 1] = this.start(line) + (given.get(line) ?? defaultSize);
    }
  }

  start(line: number): number {
    return this.starts[Math.min(Math.max(1, line), this.count + 1)] ?? 0;
  }

  size(line: number): number {
    return this.start(line + 1) - this.start(line);
  }

  get total(): number {
    return this.start(this.count + 1);
  }

  /** The line that holds this point. */
  at(pixels: number): number {
    let low = 1;
    let high = this.count;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= pixels) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The next line that is not hidden, `steps` away; stays inside. */
  step(line: number, steps: number): number {
    let at = line;
    const direction = Math.sign(steps);
    for (let left = Math.abs(steps); left > 0; left--) {
      let next = at + direction;
      while (next >= 1 && next <= this.count && this.size(next) === 0) next += direction;
      if (next < 1 || next > this.count) return at;
      at = next;
    }
    return at;
  }
}
