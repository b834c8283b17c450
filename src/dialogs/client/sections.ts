import { number } from '../../text/format';
import { element } from './element';

/** Lists longer than this scroll by themselves. */
const SHORT = 5;

/** A part of a window that opens and closes: a list, with a hint above and what is left out below. */
export function section(
  title: string,
  open: boolean,
  items: readonly HTMLElement[],
  { more = '', hint = '' }: { readonly more?: string; readonly hint?: string } = {},
): HTMLElement {
  return element(
    'details',
    { class: 'fold', open },
    element('summary', {}, title),
    hint === '' ? null : element('p', { class: 'hint' }, hint),
    element(
      'ul',
      { class: 'people', tabindex: items.length > SHORT ? 0 : null, 'aria-label': title },
      ...items.map((item) => element('li', {}, item)),
    ),
    more === '' ? null : element('p', { class: 'hint' }, more),
  );
}

/** Numbers that are ticked. */
export type Ticks = Set<number>;

/** A box for one number; `inverted`: ticked at first, and what is noted is its being unticked. */
export function tick(label: string, value: number, ticks: Ticks, inverted = false): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    checked: inverted,
    onchange: () => {
      if (box.checked === inverted) ticks.delete(value);
      else ticks.add(value);
    },
  });
  return element('label', {}, box, ` ${label}`);
}

/** A figure and what it counts. */
export function figure(value: number, label: string): HTMLElement {
  return element('div', {}, element('strong', {}, number(value)), label);
}

/** Someone who may be one of several rows: staff say which, or that it is none. */
export interface Choice {
  readonly line: number;
  readonly who: string;
  /** Where they stand and why they are asked about. */
  readonly hint: string;
  /** `value` is a row; `null`: none of them. */
  readonly options: readonly { readonly value: number | null; readonly label: string }[];
  /** What « all the same » chooses; `undefined`: nothing. */
  readonly likely: number | undefined;
}

const NONE = 'none';

/** The list of those that staff settle; what is settled is noted in `settled`. */
export function choices(
  title: string,
  list: readonly Choice[],
  settled: Map<number, number | null>,
  words: {
    readonly hint: string;
    readonly undecided: string;
    readonly allLikely: string;
    readonly more: string;
  },
): HTMLElement {
  const selects = list.map((choice) => ({ choice, select: choiceSelect(choice, settled, words.undecided) }));
  const allLikely = element(
    'button',
    {
      type: 'button',
      onclick: () => {
        for (const { choice, select } of selects) {
          if (choice.likely === undefined) continue;
          select.value = String(choice.likely);
          settled.set(choice.line, choice.likely);
        }
      },
    },
    words.allLikely,
  );
  return element(
    'details',
    { class: 'fold', open: true },
    element('summary', {}, title),
    element('p', { class: 'hint' }, words.hint),
    list.length > 1 ? allLikely : null,
    element(
      'ul',
      { class: 'people', tabindex: list.length > SHORT ? 0 : null, 'aria-label': title },
      ...selects.map(({ choice, select }) =>
        element(
          'li',
          {},
          element('label', { for: select.id }, choice.who),
          element('span', { class: 'hint' }, choice.hint),
          select,
        ),
      ),
    ),
    words.more === '' ? null : element('p', { class: 'hint' }, words.more),
  );
}

function choiceSelect(
  { line, options }: Choice,
  settled: Map<number, number | null>,
  undecided: string,
): HTMLSelectElement {
  const select = element(
    'select',
    { id: `choice-${line}` },
    element('option', { value: '' }, undecided),
    ...options.map(({ value, label }) => element('option', { value: value ?? NONE }, label)),
  );
  select.addEventListener('change', () => {
    if (select.value === '') settled.delete(line);
    else settled.set(line, select.value === NONE ? null : Number(select.value));
  });
  return select;
}
