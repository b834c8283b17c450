import { localName } from '../xml/tokens';
import {
  childrenNamed,
  copyOf,
  isElement,
  withoutAttributes,
  type XmlElement,
  type XmlNode,
} from '../xml/tree';
import { attribute } from '../xml/tokens';
import type { ListCell } from './columns';

/** Attributes that say what a cell holds; its look and its help stay. */
const CONTENT = [
  'value-type',
  'value',
  'date-value',
  'time-value',
  'boolean-value',
  'string-value',
  'currency',
  'formula',
  'number-columns-repeated',
];

/** Puts a value in a cell of an ODS table, over what it held; a note on the cell stays. */
export function fillCell(cell: XmlElement, value: ListCell): void {
  const notes = childrenNamed(cell, 'annotation');
  cell.attributes = withoutAttributes(cell.attributes, CONTENT);
  if (typeof value === 'number') cell.attributes += ` office:value-type="percentage" office:value="${value}"`;
  else if (value !== null) cell.attributes += ' office:value-type="string"';
  cell.children.splice(0, Infinity, ...notes, ...paragraphs(value));
}

function paragraphs(value: ListCell): readonly XmlNode[] {
  if (value === null) return [];
  const text = typeof value === 'number' ? `${Math.round(value * 1000) / 10}%`.replace('.', ',') : value;
  return [{ name: 'text:p', attributes: '', children: [{ text }] }];
}

/** What is read in a cell: its paragraphs one after the other, notes apart. */
export function textOfCell(cell: XmlElement): string {
  return childrenNamed(cell, 'p').map(textInside).join('\n');
}

function textInside(element: XmlElement): string {
  return element.children
    .map((node) => {
      if (!isElement(node)) return 'text' in node ? node.text : '';
      const name = localName(node.name);
      if (name === 's') return ' '.repeat(Number(attribute(node.attributes, 'c') ?? 1));
      if (name === 'line-break') return '\n';
      return name === 'annotation' ? '' : textInside(node);
    })
    .join('');
}

const REPEATED_CELLS = 'number-columns-repeated';
const REPEATED_ROWS = 'number-rows-repeated';

/** How many times an element stands there. */
export function timesOf(element: XmlElement, of: 'cells' | 'rows'): number {
  return Number(attribute(element.attributes, of === 'cells' ? REPEATED_CELLS : REPEATED_ROWS) ?? 1);
}

/** One element for each time that a cell or a row is repeated; longer runs stay as they are. */
export function spreadOut(
  elements: readonly XmlNode[],
  of: 'cells' | 'rows',
  longest: number,
): readonly XmlNode[] {
  const names = of === 'cells' ? ['table-cell', 'covered-table-cell'] : ['table-row'];
  const repeated = of === 'cells' ? REPEATED_CELLS : REPEATED_ROWS;
  return elements.flatMap((node): readonly XmlNode[] => {
    if (!isElement(node) || !names.includes(localName(node.name))) return [node];
    const times = timesOf(node, of);
    if (times < 2 || times > longest) return [node];
    return Array.from({ length: times }, () => {
      const copy = copyOf(node);
      copy.attributes = withoutAttributes(copy.attributes, [repeated]);
      return copy;
    });
  });
}
