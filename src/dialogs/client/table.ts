import { type Child, element } from './element';

/** The head of a column: words, words above numbers, or an element such as a box that ticks all; empty for a corner. */
export type Head = string | HTMLElement | { readonly number: string };

/** The row of headers of a table. */
export function tableHead(heads: readonly Head[]): HTMLElement {
  return element('thead', {}, element('tr', {}, ...heads.map(headCell)));
}

function headCell(head: Head): HTMLElement {
  if (head === '' || head instanceof HTMLElement) return element('td', {}, head === '' ? null : head);
  return typeof head === 'string'
    ? element('th', { scope: 'col' }, head)
    : element('th', { scope: 'col', class: 'number' }, head.number);
}

/** A row of ordinary cells. */
export function textRow(cells: readonly Child[]): HTMLElement {
  return element('tr', {}, ...cells.map((cell) => element('td', {}, cell)));
}

/** A region that scrolls by itself, which the keyboard reaches, named for who hears it. */
export function scrolling(label: string, table: HTMLElement, className = 'scroll'): HTMLElement {
  return element('div', { class: className, tabindex: 0, role: 'region', 'aria-label': label }, table);
}
