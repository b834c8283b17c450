/** Counts the calls to services, and makes one of them fail when told to. */
export class CallMeter {
  total = 0;
  readonly byMethod = new Map<string, number>();
  private failing: { at: number; message: string } | null = null;

  /** The `at`-th call from now throws `message`, as a passing fault of the platform does. */
  failAt(
    at: number,
    message = 'Service Spreadsheets timed out while accessing document with id local-spreadsheet.',
  ): void {
    this.failing = { at: this.total + at, message };
  }

  count(service: string, method: string): void {
    this.total++;
    const name = `${service}.${method}`;
    this.byMethod.set(name, (this.byMethod.get(name) ?? 0) + 1);
    if (this.failing?.at === this.total) {
      const { message } = this.failing;
      this.failing = null;
      throw new Error(message);
    }
  }

  /** Reads of ranges: each is a round trip that carries cells. */
  get rangeReads(): number {
    return this.sumOf(
      /^Range\.get(Display)?(Values?|Formulas?|Backgrounds?|Notes?|NumberFormats?|FontWeights?)$/,
    );
  }

  /** Writes of ranges that carry cells. */
  get rangeWrites(): number {
    return this.sumOf(/^(Range\.set(Values?|Formulas?|RichTextValues?)|Sheet\.appendRow)$/);
  }

  reset(): void {
    this.total = 0;
    this.byMethod.clear();
    this.failing = null;
  }

  private sumOf(pattern: RegExp): number {
    let sum = 0;
    for (const [name, count] of this.byMethod) if (pattern.test(name)) sum += count;
    return sum;
  }
}
