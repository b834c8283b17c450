/** Kinds of failure that a user can do something about. */
export type FailureKind =
  'quota' | 'busy' | 'time' | 'permission' | 'protected' | 'refusedValue' | 'size' | 'defect';

export interface Failure {
  readonly kind: FailureKind;
  /** Short text to quote to whoever maintains the add-on. */
  readonly reference: string;
}

/** Writes a failure in the log of the script, without anybody's name, and says what kind it is. */
export function logFailure(error: unknown): Failure {
  const message = messageOf(error);
  const reference = referenceOf(message);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  console.error(`${reference} ${message}\n${stack}`);
  return { kind: kindOf(message), reference };
}

function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

/** Messages of the platform, by their beginnings. */
const KINDS: readonly (readonly [RegExp, FailureKind])[] = [
  [/too many times|too much computer time|too many scripts|Limit exceeded/i, 'quota'],
  [/timed out while accessing|failed while accessing|server error|Lock timeout/i, 'busy'],
  [/Exceeded maximum execution time/i, 'time'],
  [/do not have permission|authoriz/i, 'permission'],
  [/protected cell/i, 'protected'],
  [/data validation rules/i, 'refusedValue'],
  [/above the limit of|10000000 cells/i, 'size'],
];

function kindOf(message: string): FailureKind {
  return KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'defect';
}

/** The same failure has the same reference: five letters and digits drawn from its message. */
function referenceOf(message: string): string {
  let hash = 7;
  for (let at = 0; at < message.length; at += 1) hash = (hash * 31 + message.charCodeAt(at)) % 60_466_176;
  return `PX-${hash.toString(36).toUpperCase().padStart(5, '0')}`;
}
