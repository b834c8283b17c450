import type { SlotCode } from '../../../domain/ids';
import { UNEXPECTED_TEXT as TEXT } from '../../../text/unexpected';
import { element } from '../../client/element';

/** A slot to tick. */
export interface OfferedSlot {
  readonly code: SlotCode;
  readonly label: string;
  /** What stands there. */
  readonly note: string;
}

/** A list of slots to tick, or all at once. `chosen` changes as staff tick. */
export function slotChoice(
  slots: readonly OfferedSlot[],
  chosen: Set<SlotCode> | 'every',
  set: (now: Set<SlotCode> | 'every') => void,
): HTMLElement {
  const ticked = chosen === 'every' ? new Set<SlotCode>() : chosen;
  const boxes = slots.map(({ code, label, note }) =>
    element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'checkbox',
        value: code,
        checked: ticked.has(code),
        disabled: chosen === 'every',
        onchange: ({ target }) => {
          if ((target as HTMLInputElement).checked) ticked.add(code);
          else ticked.delete(code);
          set(ticked);
        },
      }),
      element('span', {}, label, element('span', { class: 'hint' }, note)),
    ),
  );
  const every = element(
    'label',
    { class: 'choice' },
    element('input', {
      type: 'checkbox',
      checked: chosen === 'every',
      onchange: ({ target }) => {
        const all = (target as HTMLInputElement).checked;
        for (const input of list.querySelectorAll('input')) input.disabled = all;
        set(all ? 'every' : ticked);
      },
    }),
    element('span', {}, TEXT.everySlot),
  );
  const list = element('div', { class: 'slots', role: 'group', 'aria-label': TEXT.when }, ...boxes);
  return element('fieldset', {}, element('legend', {}, TEXT.when), every, list);
}
