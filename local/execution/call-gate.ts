import type { CallGate } from '../services/bridge';
import type { CallMeter } from '../services/call-meter';
import type { LocalClock } from '../services/state/clock';
import { refusal, type AuthMode } from './permissions';

const SIX_MINUTES = 360_000;
/** Lines of logs are no calls of services that anyone budgets. */
const NOT_COUNTED = new Set(['console', 'Logger']);

/** Judges each call of an execution before it is made: permission, time left, and whether it must fail; and counts it. */
export class CallGateOf implements CallGate {
  private readonly start: number;

  constructor(
    private readonly meter: CallMeter,
    private readonly clock: LocalClock,
    private readonly mode: AuthMode,
    private readonly scopes: readonly string[] | null,
  ) {
    this.start = clock.now();
    meter.started();
  }

  count(service: string, method: string): void {
    const refused = refusal(this.mode, this.scopes, service, method);
    if (refused !== null) throw new Error(refused);
    if (this.clock.now() - this.start > SIX_MINUTES) throw new Error('Exceeded maximum execution time');
    if (!NOT_COUNTED.has(service)) this.meter.count(service, method);
  }

  done(service: string, method: string): void {
    if (!NOT_COUNTED.has(service)) this.meter.done(service, method);
  }
}
