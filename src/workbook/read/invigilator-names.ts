import { textOf } from '../cells/text';
import { matchKey } from '../text-match';
import type { Table, TableRow } from './table';

/** How a row of `Surveillants` is called in plannings. */
export interface InvigilatorRow {
  readonly row: TableRow;
  /** Unique among people: `Durand`, or `Durand (agnes)` where several people have that name. */
  readonly name: string;
  /** Names of all the people who have the same one; empty when the row is the only person of that name. */
  readonly namesakes: readonly string[];
  /** Several people have that name, and the row has no e-mail that says which one it is. */
  readonly unclear: boolean;
}

/**
 * The rows that have a name. Plannings know invigilators by their name alone: people of one name whose e-mails differ
 * are told apart by what stands before the `@`, by the whole address where that is the same.
 */
export function invigilatorRows(table: Table): readonly InvigilatorRow[] {
  const addresses = new Map<string, readonly string[]>();
  for (const row of table.rows) {
    const [name, address] = [matchKey(textOf(row.cell('name'))), matchKey(textOf(row.cell('email')))];
    const known = addresses.get(name) ?? [];
    if (address !== '' && !known.includes(address)) addresses.set(name, [...known, address]);
  }
  return table.rows.flatMap((row): InvigilatorRow[] => {
    const name = textOf(row.cell('name'));
    if (name === '') return [];
    const others = addresses.get(matchKey(name)) ?? [];
    if (others.length < 2) return [{ row, name, namesakes: [], unclear: false }];
    const address = matchKey(textOf(row.cell('email')));
    const nameOf = (one: string): string => `${name} (${sign(one, others)})`;
    const namesakes = others.map(nameOf);
    return address === ''
      ? [{ row, name, namesakes, unclear: true }]
      : [{ row, name: nameOf(address), namesakes, unclear: false }];
  });
}

function sign(address: string, others: readonly string[]): string {
  const short = beforeAt(address);
  return others.filter((other) => beforeAt(other) === short).length === 1 ? short : address;
}

const beforeAt = (address: string): string => address.split('@')[0] ?? address;
