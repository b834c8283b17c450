/** The time of the runtime: the machine's, or a fixed instant; sleeping only moves it forward. */
export class LocalClock {
  private slept = 0;

  /** @param fixed instant in milliseconds that the clock stays at, but for the time slept */
  constructor(private readonly fixed: number | null = null) {}

  /** Milliseconds since 1970. */
  now(): number {
    return (this.fixed ?? Date.now()) + this.slept;
  }

  /** Time passes at once: a test never waits. */
  sleep(milliseconds: number): void {
    this.slept += milliseconds;
  }
}
