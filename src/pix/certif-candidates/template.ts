import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { localName } from '../xml/tokens';
import { copyOf, findElement, isElement, readXmlTree, writeXmlTree, type XmlElement } from '../xml/tree';
import { fillCell, spreadOut, textOfCell, timesOf } from './cells';
import { LIST_COLUMNS, type ListCell } from './columns';

export type FilledTemplate =
  | {
      readonly kind: 'filled';
      readonly bytes: Uint8Array;
      /** Columns that the template does not have, and that some candidate needs. */
      readonly missing: readonly string[];
      /** Candidates whom the template held before. */
      readonly replaced: number;
      /** What stands above the table: the session that Pix made it for. */
      readonly above: string;
    }
  /** No ODS file, or one without the columns of the list of candidates. */
  | { readonly kind: 'notTemplate' };

/** Rows and cells repeated more often than this only fill the rest of the sheet. */
const MOST_REPEATED = 1000;

/**
 * Fills the list that Pix Certif gives for a session (reference, section 2): whatever its version, the columns are found
 * by their labels, and everything else in it stays as Pix made it.
 */
export function fillTemplate(template: Uint8Array, rows: readonly (readonly ListCell[])[]): FilledTemplate {
  const files = unpacked(template);
  const content = files?.['content.xml'];
  if (files === null || content === undefined) return { kind: 'notTemplate' };
  const tree = readXmlTree(strFromU8(content));
  const table = findElement(tree, 'table');
  const header = table === null ? null : findHeader(table);
  if (table === null || header === null) return { kind: 'notTemplate' };
  const replaced = fillRows(header, rows);
  const missing = LIST_COLUMNS.filter(
    (_, rank) => !header.columns.has(rank) && rows.some((row) => (row[rank] ?? null) !== null),
  ).map(({ label }) => label);
  const xml = writeXmlTree(tree);
  return {
    kind: 'filled',
    bytes: packed({ ...files, 'content.xml': strToU8(xml) }),
    missing,
    replaced,
    above: header.above,
  };
}

interface Header {
  /** What holds the rows of the table: the table itself, or a group of rows. */
  readonly container: XmlElement;
  readonly row: XmlElement;
  /** Rank of the cell of each column of the list that the table has. */
  readonly columns: ReadonlyMap<number, number>;
  readonly above: string;
}

/** The first row that holds the required labels. */
function findHeader(table: XmlElement): Header | null {
  const above: string[] = [];
  const search = (container: XmlElement): Header | null => {
    for (const node of container.children) {
      if (!isElement(node)) continue;
      const name = localName(node.name);
      if (name === 'table-row') {
        node.children.splice(0, Infinity, ...spreadOut(node.children, 'cells', MOST_REPEATED));
        const texts = cellsOf(node).map(textOfCell);
        const columns = columnsIn(texts);
        if (LIST_COLUMNS.every(({ required }, rank) => !required || columns.has(rank)))
          return { container, row: node, columns, above: above.join(' ') };
        above.push(...texts.filter((text) => text !== ''));
      } else if (/^table-(row-group|rows|header-rows)$/.test(name)) {
        const found = search(node);
        if (found !== null) return found;
      }
    }
    return null;
  };
  return search(table);
}

function columnsIn(texts: readonly string[]): ReadonlyMap<number, number> {
  const labels = texts.map(bare);
  return new Map(
    LIST_COLUMNS.flatMap(({ label, formerly }, rank): [number, number][] => {
      const at = labels.findIndex((text) => [label, ...formerly].map(bare).includes(text));
      return at === -1 ? [] : [[rank, at]];
    }),
  );
}

/** Line breaks and spaces do not tell labels apart. */
const bare = (label: string): string => label.replace(/[\s\u00A0\u202F]+/g, '');

const cellsOf = (row: XmlElement): readonly XmlElement[] =>
  row.children.filter(
    (node): node is XmlElement => isElement(node) && localName(node.name).endsWith('table-cell'),
  );

/** @returns how many rows held somebody before */
function fillRows(header: Header, rows: readonly (readonly ListCell[])[]): number {
  const { container, columns } = header;
  container.children.splice(0, Infinity, ...spreadOut(container.children, 'rows', MOST_REPEATED));
  const standing = rowsBelow(header);
  const last = standing[standing.length - 1];
  const added = Array.from({ length: Math.max(0, rows.length - standing.length) }, (_, more) =>
    anotherRow(last ?? header.row, more + 1),
  );
  const after = container.children.indexOf(last ?? header.row);
  container.children.splice(after + 1, 0, ...added);
  let replaced = 0;
  [...standing, ...added].forEach((row, index) => {
    const cells = cellsOf(row);
    const name = cells[columns.get(0) ?? -1];
    if (index < standing.length && name !== undefined && textOfCell(name) !== '') replaced += 1;
    blankOthers(header.row, row, columns);
    for (const [rank, at] of columns) {
      const cell = cells[at];
      if (cell !== undefined) fillCell(cell, rows[index]?.[rank] ?? null);
    }
  });
  return replaced;
}

/** The rows that candidates may stand on: those with a cell of its own under each label. */
function rowsBelow({ container, row, columns }: Header): readonly XmlElement[] {
  const widest = Math.max(...columns.values());
  const from = container.children.indexOf(row);
  return container.children.slice(from + 1).filter((node): node is XmlElement => {
    if (!isElement(node) || localName(node.name) !== 'table-row') return false;
    if (timesOf(node, 'rows') > MOST_REPEATED) return false;
    node.children.splice(0, Infinity, ...spreadOut(node.children, 'cells', MOST_REPEATED));
    const cells = cellsOf(node);
    return (
      cells.length > widest &&
      [...columns.values()].every((at) => localName(cells[at]?.name ?? '') === 'table-cell')
    );
  });
}

/** A row like the last one, its number counted on. */
function anotherRow(last: XmlElement, more: number): XmlElement {
  const copy = copyOf(last);
  const [first] = cellsOf(copy);
  const number = first === undefined ? '' : textOfCell(first).trim();
  if (first !== undefined && /^\d+$/.test(number)) fillCell(first, String(Number(number) + more));
  return copy;
}

/** A complementary certification that somebody else had asked for is not for whoever takes the row. */
function blankOthers(header: XmlElement, row: XmlElement, columns: ReadonlyMap<number, number>): void {
  const labels = cellsOf(header).map(textOfCell);
  const taken = [...columns.values()];
  cellsOf(row).forEach((cell, at) => {
    if (!taken.includes(at) && (labels[at] ?? '') !== '' && at > Math.min(...taken)) fillCell(cell, null);
  });
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    let size = 0;
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size < 50_000_000;
      },
    });
  } catch {
    return null;
  }
}

/** The type of the file comes first and is not packed, as the format asks. */
export function packed(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const { mimetype, ...others } = files;
  const zip: Zippable = {
    mimetype: [mimetype ?? strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
  };
  // Dates before 1980 do not exist in such files; a fixed one gives the same file for the same list.
  for (const [name, content] of Object.entries(others)) zip[name] = content;
  return zipSync(zip, { mtime: '2026-01-01T00:00:00Z' });
}
