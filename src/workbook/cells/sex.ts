import { matchKey } from '../text-match';

/** Words for a sex, and the codes that Apogée gives to titles. */
const SEXES: ReadonlyMap<string, 'M' | 'F'> = new Map([
  ['m', 'M'],
  ['h', 'M'],
  ['homme', 'M'],
  ['masculin', 'M'],
  ['monsieur', 'M'],
  ['m.', 'M'],
  ['mr', 'M'],
  ['1', 'M'],
  ['f', 'F'],
  ['femme', 'F'],
  ['feminin', 'F'],
  ['madame', 'F'],
  ['mme', 'F'],
  ['mademoiselle', 'F'],
  ['mlle', 'F'],
  ['2', 'F'],
  ['3', 'F'],
]);

/** `M` or `F`; `null` when the text says neither. */
export function readSex(text: string): 'M' | 'F' | null {
  return SEXES.get(matchKey(text)) ?? null;
}
