import type { GroupName, SiteName } from '../../domain/ids';
import type { Cell } from '../../domain/grid';
import { groupName } from '../../domain/ids';
import { partsOf } from '../cells/text';
import { matchKey } from '../text-match';

/** Finds a thing by its name, whatever the case, accents, apostrophes and spaces. */
export class Names<T> {
  private readonly byKey = new Map<string, T>();

  add(name: string, value: T): void {
    this.byKey.set(matchKey(name), value);
  }
  get(name: string): T | undefined {
    return this.byKey.get(matchKey(name));
  }
  has(name: string): boolean {
    return this.byKey.has(matchKey(name));
  }
  get size(): number {
    return this.byKey.size;
  }
  values(): IterableIterator<T> {
    return this.byKey.values();
  }
}

/** Groups in the spelling met first. */
export class Groups {
  private readonly names = new Names<GroupName>();

  /** The group of that name, made when it is new; `null` for a blank. */
  of(text: string): GroupName | null {
    if (text === '') return null;
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const group = groupName(text);
    this.names.add(text, group);
    return group;
  }

  find(text: string): GroupName | undefined {
    return this.names.get(text);
  }
}

/** Splits `Caen ; Alençon` into the sites of `Salles`, and what is none of them. */
export function readSites(
  cell: Cell,
  sites: Names<SiteName>,
): { readonly known: readonly SiteName[]; readonly unknown: readonly string[] } {
  const known: SiteName[] = [];
  const unknown: string[] = [];
  for (const part of partsOf(cell)) {
    const site = sites.get(part);
    if (site === undefined) unknown.push(part);
    else if (!known.includes(site)) known.push(site);
  }
  return { known, unknown };
}
