import { editDistance, matchKey } from './text-match';

/** Words that say the same in the names of groups. */
const SAME: Readonly<Record<string, string>> = {
  licence: 'l',
  master: 'm',
  annee: '',
  groupe: '',
  gr: '',
  grp: '',
  td: '',
  promo: '',
  promotion: '',
  de: '',
  du: '',
  des: '',
  en: '',
  la: '',
  le: '',
  les: '',
  et: '',
};

/** *Licence 2 Droit* and *Droit-L2*: the same words, in any order, whatever the signs between them. */
function keyOf(label: string): string {
  const words = matchKey(label)
    .replace(/(\d)(ere|eme|e|nd|nde|er)\b/g, '$1')
    .split(/[^a-z0-9]+/)
    .map((word) => SAME[word] ?? word)
    .filter((word) => word !== '');
  // A letter and the number that follows it are one word: `l 2`, `l2`.
  const joined = words.join(' ').replace(/\b([lm]) (\d)\b/g, '$1$2');
  return joined.split(' ').sort().join(' ');
}

/**
 * The group that a label most likely names under another spelling: the same words, or one or two letters away. `null`
 * when the label is one of the groups, or when two groups are as near.
 */
export function likeGroup(label: string, groups: readonly string[]): string | null {
  const exact = matchKey(label);
  if (groups.some((group) => matchKey(group) === exact)) return null;
  const key = keyOf(label);
  if (key === '') return null;
  const same = groups.filter((group) => keyOf(group) === key);
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  // Numbers tell groups apart: TD 1 is not TD 2.
  const numbers = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');
  const limit = key.length < 5 ? 0 : key.length < 9 ? 1 : 2;
  const near = groups.filter((group) => {
    const other = keyOf(group);
    return numbers(other) === numbers(key) && editDistance(other, key, limit) <= limit;
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}
