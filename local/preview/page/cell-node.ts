import type { CellView } from '../protocol';
import { columnName } from './address';
import { make } from './element';

/** A cell as drawn, with the texts of its style and of its list. */
export interface DrawnCell extends CellView {
  readonly css: string;
  readonly choices: readonly string[] | null;
}

/**
 * Draws a cell in its `<td>`. `mayOverflow`: the text may run over the next cell. `merge`: the pixels of the merged block
 * that begins here.
 */
export function fillCell(
  node: HTMLElement,
  cell: DrawnCell,
  mayOverflow: boolean,
  merge: { width: number; height: number } | null,
): void {
  const inner = make('div', { class: 'value' });
  inner.style.cssText = cell.css;
  const background = inner.style.background;
  if (background !== '') {
    node.style.background = background;
    inner.style.background = '';
  }
  for (const edge of ['top', 'left', 'bottom', 'right']) {
    const border = inner.style.getPropertyValue(`border-${edge}`);
    if (border === '') continue;
    node.style.setProperty(`border-${edge}`, border);
    inner.style.removeProperty(`border-${edge}`);
  }
  if (merge) {
    inner.classList.add('merged');
    inner.style.width = `${merge.width - 1}px`;
    inner.style.height = `${merge.height - 1}px`;
    inner.style.background = background === '' ? '#fff' : background;
  } else if (mayOverflow) inner.classList.add('overflow');
  if (cell.wrap === 'WRAP') inner.classList.add('wrap');
  if (cell.align !== undefined) inner.classList.add(cell.align);
  inner.append(contentOf(cell));
  if (cell.choices !== null) {
    node.setAttribute('aria-haspopup', 'listbox');
    inner.classList.add('with-list');
    inner.append(make('span', { class: 'chevron', 'aria-hidden': 'true' }));
  }
  node.append(inner);
  if (cell.note !== undefined) {
    node.setAttribute('aria-description', `Note : ${cell.note}`);
    node.append(make('span', { class: 'note-mark' }));
  }
  if (cell.invalid === true) {
    node.setAttribute('aria-invalid', 'true');
    node.append(make('span', { class: 'invalid-mark' }));
  }
}

function contentOf(cell: DrawnCell): HTMLElement {
  const { row, column } = cell;
  if (cell.box !== undefined) {
    const box = make('input', {
      type: 'checkbox',
      tabindex: '-1',
      'aria-label': `${columnName(column)}${row}`,
    });
    box.checked = cell.box;
    return box;
  }
  if (cell.link !== undefined) {
    return make('a', { href: cell.link, tabindex: '-1', class: 'link' }, cell.text);
  }
  return make('span', { class: 'text' }, cell.text);
}
