import type { Grid } from '../../domain/grid';
import { textOf } from '../cells/text';
import type { TabKey, TabSchema } from '../schema/tab-schema';
import { matchKey } from '../text-match';
import { looksLike, readHeaders } from './table';

/** A header that is not one of the contract, and the column that it seems to stand for. */
export interface HeaderProposal {
  readonly key: TabKey;
  /** Name of the tab as it stands in the spreadsheet. */
  readonly tab: string;
  /** From 1. */
  readonly row: number;
  readonly column: number;
  /** The header as staff wrote it. */
  readonly seen: string;
  /** The header of the contract. */
  readonly header: string;
}

/** What staff said of a proposal, once and for all. */
export interface HeaderRole {
  readonly key: TabKey;
  readonly seen: string;
  readonly header: string;
  readonly confirmed: boolean;
}

/** The tab as if each confirmed header had the name of the contract. */
export function withConfirmedHeaders(grid: Grid, schema: TabSchema, roles: readonly HeaderRole[]): Grid {
  const names = new Map(
    roles
      .filter(({ key, confirmed }) => confirmed && key === schema.key)
      .map(({ seen, header }) => [matchKey(seen), header]),
  );
  const found = names.size === 0 ? null : readHeaders(grid, schema);
  if (found === null) return grid;
  const index = found.row - 1;
  const renamed = (grid.cells[index] ?? []).map((cell) => names.get(matchKey(textOf(cell))) ?? cell);
  return { ...grid, cells: [...grid.cells.slice(0, index), renamed, ...grid.cells.slice(index + 1)] };
}

/** Headers that clearly play a part under another name, each column proposed once, those already answered left out. */
export function proposedHeaders(
  grid: Grid,
  schema: TabSchema,
  roles: readonly HeaderRole[],
): readonly HeaderProposal[] {
  const found = readHeaders(grid, schema);
  if (found === null) return [];
  const answered = new Set(
    roles.filter(({ key }) => key === schema.key).map(({ seen, header }) => `${matchKey(seen)}\n${header}`),
  );
  const taken = new Set<number>();
  return schema.columns.flatMap((column): HeaderProposal[] => {
    const close = found.columns.has(column.key)
      ? undefined
      : found.others.find((other) => !taken.has(other.column) && looksLike(other.header, column));
    if (close === undefined || answered.has(`${matchKey(close.header)}\n${column.header}`)) return [];
    taken.add(close.column);
    return [
      {
        key: schema.key,
        tab: grid.tab,
        row: found.row,
        column: close.column,
        seen: close.header,
        header: column.header,
      },
    ];
  });
}

/** What was remembered; what cannot be read is forgotten, and staff are asked again. */
export function parseHeaderRoles(text: string | undefined): readonly HeaderRole[] {
  if (text === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isHeaderRole) : [];
  } catch {
    return [];
  }
}

function isHeaderRole(value: unknown): value is HeaderRole {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    'seen' in value &&
    'header' in value &&
    'confirmed' in value &&
    typeof value.key === 'string' &&
    typeof value.seen === 'string' &&
    typeof value.header === 'string' &&
    typeof value.confirmed === 'boolean'
  );
}
