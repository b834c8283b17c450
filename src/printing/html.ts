import { escapeHtml } from '../messages/plain-words';

/** A piece of a page. Only `tag` makes one, and it escapes every text: nothing that people typed becomes a tag. */
export interface Html {
  readonly html: string;
}

export type HtmlChild = Html | string | number | null;

const EMPTY_ELEMENTS: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'input', 'meta']);

/** An element. Children that are text stay text; `null` is no child. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly HtmlChild[]
): Html {
  const given = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escapeHtml(String(value))}"`)
    .join('');
  if (EMPTY_ELEMENTS.has(name)) return { html: `<${name}${given}>` };
  const inside = children
    .filter((child): child is Html | string | number => child !== null)
    .map((child) => (typeof child === 'object' ? child.html : escapeHtml(String(child))))
    .join('');
  return { html: `<${name}${given}>${inside}</${name}>` };
}

/** A table with a head that is printed again on each page that it runs over. */
export function table(
  className: string,
  headers: readonly HtmlChild[],
  rows: readonly (readonly HtmlChild[])[],
): Html {
  return tag(
    'table',
    { class: className },
    tag(
      'thead',
      {},
      tag(
        'tr',
        {},
        ...headers.map((header) => (header === '' ? tag('td', {}) : tag('th', { scope: 'col' }, header))),
      ),
    ),
    tag('tbody', {}, ...rows.map((row) => tag('tr', {}, ...row.map((cell) => tag('td', {}, cell))))),
  );
}
