import { readMemory, writeMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { matchKey } from '../workbook/text-match';

/** Name under which the labels that staff said to be a group of `Étudiants` are remembered. */
const MERGED = 'groupes rapprochés';

/** The group that each label stands for, by folded label: a form may bring it again. */
export function mergedGroups(book: OpenSpreadsheet): ReadonlyMap<string, string> {
  const text = readMemory(book).get(MERGED);
  if (text === undefined) return new Map();
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return new Map();
    return new Map(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return new Map();
  }
}

export function rememberMerged(
  book: OpenSpreadsheet,
  pairs: readonly { readonly seen: string; readonly group: string }[],
): void {
  const merged = new Map(mergedGroups(book));
  for (const { seen, group } of pairs) merged.set(matchKey(seen), group);
  const text = JSON.stringify(Object.fromEntries(merged));
  const memory = readMemory(book);
  if (memory.get(MERGED) !== text) writeMemory(book, new Map([...memory, [MERGED, text]]));
}
