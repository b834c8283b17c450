import { element } from '../../client/element';

/** Numbers in large, each above its words. */
export function figures(...items: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'div',
    { class: 'figures' },
    ...items.map(([value, label]) => element('div', {}, element('strong', {}, value), label)),
  );
}
