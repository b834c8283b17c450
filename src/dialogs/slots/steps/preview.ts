import { type SlotTime, newSlots, nextCodes, tooClose } from '../../../domain/slot-series';
import { shortDay, time } from '../../../text/format';
import { SLOTS_TEXT as TEXT } from '../../../text/slots';
import { type Child, element } from '../../client/element';
import { tableHead, textRow } from '../../client/table';
import type { SlotsWindow } from '../exchange';
import type { ChosenSlots, SlotChoice } from './choice';

/** Rows shown; the tab will have them all. */
const SHOWN = 100;

/** What would be added, and what to know before. */
export interface SlotsPreview {
  readonly added: readonly SlotTime[];
  readonly view: readonly Child[];
}

export function slotsPreview(data: SlotsWindow, choice: SlotChoice, chosen: ChosenSlots): SlotsPreview {
  if ('missing' in chosen)
    return {
      added: [],
      view: [
        element('h2', { 'aria-live': 'polite' }, TEXT.preview(0)),
        element('p', { class: 'warning' }, `▲ ${chosen.missing}`),
      ],
    };
  const added = newSlots(chosen.slots, data.existing, choice.site);
  const codes = nextCodes(
    data.existing.map(({ code }) => code),
    added.length,
  );
  const repeated = chosen.slots.length - added.length;
  return {
    added,
    view: [
      element('h2', { 'aria-live': 'polite' }, TEXT.preview(added.length)),
      ...warnings(data, chosen.slots).map((line) => element('p', { class: 'warning' }, `▲ ${line}`)),
      repeated === 0 ? null : element('p', {}, TEXT.alreadyThere(repeated)),
      added.length === 0 ? null : table(added.slice(0, SHOWN), codes),
      added.length > SHOWN ? element('p', {}, TEXT.more(added.length - SHOWN)) : null,
    ],
  };
}

function warnings(
  { existing, needs, gap, today }: SlotsWindow,
  slots: readonly SlotTime[],
): readonly string[] {
  const [first] = slots;
  const duration = first === undefined ? 0 : first.end - first.start;
  const longest = Math.max(duration, ...existing.map(({ start, end }) => end - start));
  const unseated = needs.extra.filter(({ minutes }) => minutes > longest);
  const people = unseated.reduce((sum, one) => sum + one.people, 0);
  const needed = unseated[unseated.length - 1]?.minutes ?? needs.usual;
  const starts = slots.filter(({ day }) => day === first?.day).map(({ start }) => start);
  const past = slots.filter(({ day }) => day < today).length;
  return [
    ...(duration < needs.plain ? [TEXT.tooShort(duration, needs.plain)] : []),
    ...(people > 0 || longest < needs.usual ? [TEXT.noneForExtraTime(people, needed)] : []),
    ...(tooClose(starts, duration, gap) ? [TEXT.tooClose(gap)] : []),
    ...(past > 0 ? [TEXT.past(past)] : []),
  ];
}

function table(slots: readonly SlotTime[], codes: readonly string[]): HTMLElement {
  return element(
    'table',
    {},
    tableHead([TEXT.code, TEXT.day, TEXT.times]),
    element(
      'tbody',
      {},
      ...slots.map(({ day, start, end }, index) =>
        textRow([codes[index] ?? '', shortDay(day), `${time(start)} – ${time(end)}`]),
      ),
    ),
  );
}
