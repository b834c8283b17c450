/** A call of a service that must fail. */
export interface FaultPlan {
  /** `MailApp.sendEmail`; any call if not said. */
  readonly call?: string;
  /** Which one from now on: 1, the next, if not said. */
  readonly at?: number;
  readonly message?: string;
  /** `after`: the call does what it does, and the script learns nothing but the failure. `before` if not said. */
  readonly when?: 'before' | 'after';
  /** The execution is stopped there: every later call of it fails too. */
  readonly thenStop?: boolean;
}

interface Fault extends Required<Omit<FaultPlan, 'at' | 'call'>> {
  readonly call: string | null;
  left: number;
}

const PASSING = 'Service Spreadsheets timed out while accessing document with id local-spreadsheet.';

/** Counts the calls to services, and makes one of them fail when told to. */
export class CallMeter {
  total = 0;
  readonly byMethod = new Map<string, number>();
  private faults: Fault[] = [];
  private stopped = false;

  /** The `at`-th call from now throws `message`, as a passing fault of the platform does. */
  failAt(at: number, message = PASSING): void {
    this.fail({ at, message });
  }

  /** Makes a call fail, once. */
  fail({ call, at = 1, message, when = 'before', thenStop = false }: FaultPlan): void {
    this.faults.push({
      call: call ?? null,
      left: at,
      message: message ?? (thenStop ? 'Exceeded maximum execution time' : PASSING),
      when,
      thenStop,
    });
  }

  /** A new execution may call again. */
  started(): void {
    this.stopped = false;
  }

  count(service: string, method: string): void {
    if (this.stopped) throw new Error('Exceeded maximum execution time');
    this.total++;
    const name = `${service}.${method}`;
    this.byMethod.set(name, (this.byMethod.get(name) ?? 0) + 1);
    for (const fault of this.faults) if (fault.call === null || fault.call === name) fault.left--;
    this.strike(name, 'before');
  }

  /** Hears that a call did what it does. */
  done(service: string, method: string): void {
    this.strike(`${service}.${method}`, 'after');
  }

  private strike(name: string, when: Fault['when']): void {
    const fault = this.faults.find(
      (one) => one.left <= 0 && one.when === when && (one.call === null || one.call === name),
    );
    if (!fault) return;
    this.faults.splice(this.faults.indexOf(fault), 1);
    this.stopped = fault.thenStop;
    throw new Error(fault.message);
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
    this.faults = [];
  }

  private sumOf(pattern: RegExp): number {
    let sum = 0;
    for (const [name, count] of this.byMethod) if (pattern.test(name)) sum += count;
    return sum;
  }
}
