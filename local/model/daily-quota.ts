const DAY = 86_400_000;

/** So many units in the 24 hours that follow the first one taken. */
export class DailyQuota {
  private taken = 0;
  private since: number | null = null;

  constructor(
    private readonly limit: number,
    private readonly now: () => number,
  ) {}

  get remaining(): number {
    if (this.since !== null && this.now() - this.since >= DAY) {
      this.since = null;
      this.taken = 0;
    }
    return this.limit - this.taken;
  }

  /** Takes all the units or none; `false` when too few are left. */
  take(units: number): boolean {
    if (units > this.remaining) return false;
    this.since ??= this.now();
    this.taken += units;
    return true;
  }

  /** Takes units that something else consumed, as far as there are. */
  consume(units: number): void {
    this.take(Math.min(units, this.remaining));
  }
}
