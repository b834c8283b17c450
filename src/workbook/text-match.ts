/**
 * The key under which two spellings of one name are the same: case, accents, ligatures, apostrophe style and spaces of
 * any kind do not count.
 */
export function matchKey(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const key = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00ba/g, '°')
    .replace(/[\s\u00a0\u2007\u202f\u200b\ufeff]+/g, ' ')
    .trim();
  if (cache.size > 50_000) cache.clear();
  cache.set(text, key);
  return key;
}

/** Tabs repeat the same names thousands of times. */
const cache = new Map<string, string>();

/** How many letters to change, add or remove to go from one text to the other (Levenshtein), at most `limit` + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
