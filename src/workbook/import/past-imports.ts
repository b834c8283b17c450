import type { FileStudent } from './enrolments';
import type { KnownStudent } from './known-students';

/**
 * What an import remembers of a list for the next one: who was in it and what it said, as digests, so that nobody's data
 * stand twice in the workbook.
 */
export interface PastImport {
  /** The name of its file, as staff know it. */
  readonly label: string;
  /** When, as a cell of date and time. */
  readonly at: number;
  /** Fields of the file, in the order of the digests. */
  readonly fields: readonly string[];
  /** Digest of the identity of each person, and a digest of four signs per field (four blanks: no value). */
  readonly people: Readonly<Record<string, string>>;
}

/** Lists that are remembered: the oldest is forgotten. */
const MOST_LISTS = 12;
const SIGNS = 4;
const NO_VALUE = '    ';
/** Of the shorter of two lists, the share that makes one a newer version of the other. */
const SAME_LIST = 0.3;

/** What the last import of a list said of a field: the digest of its value, or `null`. */
export function digestsOf(past: PastImport | null, identity: string): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  const text = past?.people[digest(identity)];
  if (past === null || text === undefined) return digests;
  past.fields.forEach((field, rank) => {
    const signs = text.slice(rank * SIGNS, (rank + 1) * SIGNS);
    if (signs !== NO_VALUE && signs !== '') digests.set(field, signs);
  });
  return digests;
}

export function wasIn(past: PastImport | null, identity: string): boolean {
  return past !== null && digest(identity) in past.people;
}

/** Rows of the tab whose person was in the past list and is not in the file. */
export function goneSince(
  past: PastImport | null,
  students: readonly FileStudent[],
  known: readonly KnownStudent[],
): readonly KnownStudent[] {
  if (past === null) return [];
  const present = new Set(students.map(({ identity }) => digest(identity)));
  return known.filter(({ identities }) =>
    identities.some((identity) => {
      const signs = identity === null ? '' : digest(identity);
      return signs in past.people && !present.has(signs);
    }),
  );
}

/** The remembered list that a file is a newer version of: the one with most people in common; `null` when there is none. */
export function sameList(lists: readonly PastImport[], students: readonly FileStudent[]): PastImport | null {
  const present = students.map(({ identity }) => digest(identity));
  let best: PastImport | null = null;
  let most = 0;
  for (const list of lists) {
    const common = present.filter((person) => person in list.people).length;
    const shorter = Math.min(present.length, Object.keys(list.people).length);
    if (common > most && common >= SAME_LIST * shorter) [best, most] = [list, common];
  }
  return best;
}

/** The lists once this one is imported: it takes the place of the list that it was compared with. */
export function withImport(
  lists: readonly PastImport[],
  replaced: PastImport | null,
  made: { readonly label: string; readonly at: number; readonly students: readonly FileStudent[] },
): readonly PastImport[] {
  const fields = [...new Set(made.students.flatMap(({ values }) => [...values.keys()]))];
  const list: PastImport = {
    label: made.label,
    at: made.at,
    fields,
    people: Object.fromEntries(
      made.students.map(({ identity, values }) => [
        digest(identity),
        fields
          .map((field) => {
            const value = values.get(field);
            return value === undefined ? NO_VALUE : valueDigest(value.key);
          })
          .join(''),
      ]),
    ),
  };
  return [list, ...lists.filter((one) => one !== replaced)].slice(0, MOST_LISTS);
}

/** What was remembered; what cannot be read is forgotten. */
export function parsePastImports(text: string | undefined): readonly PastImport[] {
  if (text === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isPastImport) : [];
  } catch {
    return [];
  }
}

function isPastImport(value: unknown): value is PastImport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'label' in value &&
    typeof value.label === 'string' &&
    'at' in value &&
    typeof value.at === 'number' &&
    'fields' in value &&
    Array.isArray(value.fields) &&
    'people' in value &&
    typeof value.people === 'object' &&
    value.people !== null
  );
}

/** Four signs that stand for a value. */
export function valueDigest(key: string): string {
  return (hash(key, 0x811c9dc5) % 36 ** SIGNS).toString(36).padStart(SIGNS, '0');
}

/** Twelve signs that stand for a person: two people share them by extraordinary chance only. */
function digest(identity: string): string {
  const part = (seed: number): string => hash(identity, seed).toString(36).padStart(7, '0').slice(-6);
  return part(0x811c9dc5) + part(0x9747b28c);
}

/** FNV-1a over 32 bits, its bits mixed at the end. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x5bd1e995);
  return (value ^ (value >>> 13)) >>> 0;
}
