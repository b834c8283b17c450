import { type SessionNumber, sessionNumber } from '../../domain/ids';

/** `14` for `S14`, `S014` or `14`; `0` for what is not the number of a session. */
export function ordinalOf(number: string): number {
  const digits = /^\s*S?\s*0*(\d{1,6})\s*$/i.exec(number);
  return digits ? Number(digits[1]) : 0;
}

/** `S07`, `S14`, `S128`. */
export function newNumber(ordinal: number): SessionNumber {
  return sessionNumber(`S${String(ordinal).padStart(2, '0')}`);
}

/** The highest of the numbers given so far, 0 when none. */
export function highestOrdinal(remembered: number, numbers: readonly string[]): number {
  return numbers.reduce((highest, number) => Math.max(highest, ordinalOf(number)), remembered);
}
