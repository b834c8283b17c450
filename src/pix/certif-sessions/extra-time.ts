import type { Given } from '../given';
import type { ValueFinding } from './check-values';

/** The highest share that Pix takes is just under 1000 %. */
const LIMIT = 10;

/**
 * `33%`, `33.5%` (decimal point: Pix ignores what follows a comma), or empty for none. A share that has no short decimal
 * form (1/3) is given to the nearest whole percent, as Pix's own example does.
 */
export function extraTimeText(share: number): string {
  if (share === 0) return '';
  const tenths = Math.round(share * 1000);
  const percent = Math.abs(tenths - share * 1000) < 1e-6 ? tenths / 10 : Math.round(share * 100);
  return `${percent}%`;
}

/** The refusals of section 1.9 of the reference. Below 1 % Pix takes the number for a share, and refuses it. */
export function checkExtraTime(given: Given<number>): ValueFinding[] {
  const seen = given.seen;
  if (given.value === null)
    return seen.trim() === '' ? [] : [{ code: 'CANDIDATE_EXTRA_TIME_INTEGER', field: 'extraTime', seen }];
  if (given.value === 0) return [];
  const written = Number.parseFloat(extraTimeText(given.value)) / 100;
  const accepted = written >= 0.01 && written < LIMIT;
  return accepted ? [] : [{ code: 'CANDIDATE_EXTRA_TIME_OUT_OF_RANGE', field: 'extraTime', seen }];
}
