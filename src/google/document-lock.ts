import { logFailure } from './log';

const WAIT = 20_000;

/**
 * Runs `work` while nobody else writes in this document.
 *
 * @returns `null` when someone else held the lock for 20 seconds
 */
export function whileLocked<Result>(work: () => Result): { readonly result: Result } | null {
  return withLock(WAIT, work);
}

/** The same without waiting. */
export function whileLockedNow<Result>(work: () => Result): { readonly result: Result } | null {
  return withLock(0, work);
}

function withLock<Result>(wait: number, work: () => Result): { readonly result: Result } | null {
  const lock = LockService.getDocumentLock();
  // There is no document lock outside a bound script or an add-on: nobody else can be there either.
  if (lock !== null && !lock.tryLock(wait)) return null;
  try {
    return { result: work() };
  } finally {
    release(lock);
  }
}

/** Pending writes are written before the next one may start. A lock that cannot be released ends with the execution. */
function release(lock: GoogleAppsScript.Lock.Lock | null): void {
  try {
    SpreadsheetApp.flush();
    lock?.releaseLock();
  } catch (error) {
    logFailure(error);
  }
}
