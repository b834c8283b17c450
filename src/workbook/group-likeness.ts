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

// Numbers tell groups apart: TD 1 is not TD 2.
const numbersOf = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');

/** The groups that labels name under another spelling. */
export interface GroupLikeness {
  /** The same words, or one or two letters away. `null` when the label is one of the groups, or when two are as near. */
  readonly like: (label: string) => string | null;
  /** The same words in any order; the label itself when it is one of the groups. */
  readonly sameWords: (label: string) => string | null;
}

/** @param groups labels of `Étudiants`; each is looked at once, and so is each label */
export function groupLikeness(groups: readonly string[]): GroupLikeness {
  const exact = new Map(groups.map((group) => [matchKey(group), group]));
  const known = groups.map((group) => ({ group, key: keyOf(group), numbers: numbersOf(keyOf(group)) }));
  const byWords = new Map<string, { readonly group: string }[]>();
  for (const { group, key } of known)
    if (key !== '') byWords.set(key, [...(byWords.get(key) ?? []), { group }]);
  const only = (found: readonly { readonly group: string }[]): string | null =>
    found.length === 1 ? (found[0]?.group ?? null) : null;
  const near = (label: string): string | null => {
    const key = keyOf(label);
    if (exact.has(matchKey(label)) || key === '') return null;
    const same = byWords.get(key) ?? [];
    if (same.length > 0) return only(same);
    const limit = key.length < 5 ? 0 : key.length < 9 ? 1 : 2;
    const numbers = numbersOf(key);
    return only(
      known.filter((other) => other.numbers === numbers && editDistance(other.key, key, limit) <= limit),
    );
  };
  const met = new Map<string, string | null>();
  return {
    like: (label) => {
      const before = met.get(label);
      if (before !== undefined) return before;
      const found = near(label);
      met.set(label, found);
      return found;
    },
    sameWords: (label) => exact.get(matchKey(label)) ?? only(byWords.get(keyOf(label)) ?? []),
  };
}
