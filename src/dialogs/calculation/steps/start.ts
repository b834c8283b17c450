import type { Priority, Recalculation } from '../../../domain/settings';
import { CALCULATION_TEXT as TEXT } from '../../../text/calculation';
import { number } from '../../../text/format';
import { type Child, element } from '../../client/element';
import type { CalculationChoice, CalculationWindow } from '../exchange';
import { figures } from './figures';

const KINDS: readonly Recalculation[] = ['complete', 'improve', 'restart'];
const PRIORITIES: readonly Priority[] = ['sessions', 'preferences', 'earliest'];

/** What staff choose before the calculation, and who is told of it. */
export interface Choosing {
  readonly choice: CalculationChoice;
  readonly choose: (change: Partial<CalculationChoice>) => void;
}

/** What will be planned, what is wrong, and how staff want it. */
export function startView(start: CalculationWindow, choosing: Choosing): readonly Child[] {
  const { counts, blocking } = start;
  return [
    figures(
      [number(counts.candidates), TEXT.candidates(counts.candidates)],
      [number(counts.requests), TEXT.requests(counts.requests)],
      [number(counts.slots), TEXT.slots(counts.slots)],
      [number(counts.rooms), TEXT.rooms(counts.rooms)],
    ),
    counts.requestedPlaces > 0 ? element('p', {}, TEXT.requestedPlaces(counts.requestedPlaces)) : null,
    element('p', {}, TEXT.present(counts)),
    problems(start),
    ...(blocking > 0
      ? []
      : [
          counts.sessions > 0 ? kinds(choosing, counts.published > 0) : null,
          priorities(choosing),
          element('p', { class: 'hint' }, TEXT.nothingWrittenYet),
        ]),
  ];
}

function problems({ blocking, warnings, firstProblems }: CalculationWindow): HTMLElement {
  if (blocking === 0 && warnings === 0) return element('p', { class: 'good' }, `✓ ${TEXT.noProblem}`);
  return element(
    'section',
    { class: 'card' },
    element('h2', {}, TEXT.problems),
    blocking > 0 ? element('p', { class: 'error' }, `✕ ${TEXT.blocking(blocking)}`) : null,
    firstProblems.length > 0
      ? element('ul', {}, ...firstProblems.map((line) => element('li', {}, line)))
      : null,
    blocking > firstProblems.length ? element('p', {}, TEXT.more(blocking - firstProblems.length)) : null,
    warnings > 0 ? element('p', { class: 'warning' }, `▲ ${TEXT.warnings(warnings)}`) : null,
  );
}

function kinds({ choice, choose }: Choosing, published: boolean): HTMLElement {
  return element(
    'fieldset',
    {},
    element('legend', {}, TEXT.recalculation),
    ...KINDS.map((kind) => {
      const [label, explanation] = TEXT.kinds[kind];
      return element(
        'label',
        { class: 'choice' },
        element('input', {
          type: 'radio',
          name: 'kind',
          checked: choice.recalculation === kind,
          onchange: () => choose({ recalculation: kind }),
        }),
        element('span', {}, label, element('span', { class: 'hint' }, explanation)),
      );
    }),
    published ? element('p', { class: 'warning' }, `▲ ${TEXT.warnPublished}`) : null,
  );
}

function priorities({ choice, choose }: Choosing): HTMLElement {
  const list = element(
    'select',
    { id: 'priority' },
    ...PRIORITIES.map((priority) =>
      element(
        'option',
        { value: priority, selected: choice.priority === priority },
        TEXT.priorities[priority],
      ),
    ),
  );
  list.addEventListener('change', () => {
    const priority = PRIORITIES.find((one) => one === list.value);
    if (priority !== undefined) choose({ priority });
  });
  return element('div', {}, element('label', { for: 'priority' }, TEXT.priority), list);
}
