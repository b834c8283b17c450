import { ServiceObject } from '../bridge';
import type { LocalClock } from './clock';

export type LockKind = 'document' | 'script' | 'user';

/** Who holds which lock: shared by the executions of a runtime, each known by its number. */
export class LockTable {
  private readonly holders = new Map<LockKind, number>();

  /** True when `execution` holds the lock afterwards. */
  take(kind: LockKind, execution: number): boolean {
    const holder = this.holders.get(kind);
    if (holder !== undefined && holder !== execution) return false;
    this.holders.set(kind, execution);
    return true;
  }

  holds(kind: LockKind, execution: number): boolean {
    return this.holders.get(kind) === execution;
  }

  release(kind: LockKind, execution: number): void {
    if (this.holds(kind, execution)) this.holders.delete(kind);
  }

  /** At the end of an execution, and when it is suspended by a question: no lock survives. */
  releaseAll(execution: number): void {
    for (const kind of this.holders.keys()) this.release(kind, execution);
  }
}

/** What a lock needs: the table, the execution that asks, and the clock that waiting moves. */
export interface LockSeat {
  readonly table: LockTable;
  readonly execution: number;
  readonly clock: LocalClock;
}

export class LocalLock extends ServiceObject implements GoogleAppsScript.Lock.Lock {
  readonly serviceName = 'Lock';
  readonly #seat: LockSeat;
  readonly #kind: LockKind;

  constructor(seat: LockSeat, kind: LockKind) {
    super();
    this.#seat = seat;
    this.#kind = kind;
  }

  hasLock(): boolean {
    return this.#seat.table.holds(this.#kind, this.#seat.execution);
  }

  /** A lock held elsewhere stays held while this execution waits: the wait only moves the clock. */
  tryLock(timeoutInMillis: number): boolean {
    if (timeoutInMillis < 0) return false;
    if (this.#seat.table.take(this.#kind, this.#seat.execution)) return true;
    this.#seat.clock.sleep(timeoutInMillis);
    return false;
  }

  waitLock(timeoutInMillis: number): void {
    if (!this.tryLock(timeoutInMillis)) {
      throw new Error('Lock timeout: another process was holding the lock for too long.');
    }
  }

  releaseLock(): void {
    this.#seat.table.release(this.#kind, this.#seat.execution);
  }
}

type Contract = GoogleAppsScript.Lock.LockService;

export class LockServices extends ServiceObject implements Pick<Contract, 'getScriptLock' | 'getUserLock'> {
  readonly serviceName = 'LockService';
  readonly #seat: LockSeat;
  readonly #inDocument: boolean;

  constructor(seat: LockSeat, inDocument = true) {
    super();
    this.#seat = seat;
    this.#inDocument = inDocument;
  }

  getDocumentLock(): LocalLock | null {
    return this.#inDocument ? new LocalLock(this.#seat, 'document') : null;
  }

  getScriptLock(): LocalLock {
    return new LocalLock(this.#seat, 'script');
  }

  getUserLock(): LocalLock {
    return new LocalLock(this.#seat, 'user');
  }
}
