import { calendarDay, type CalendarDay, type Minutes } from '../../domain/calendar';
import type { Cell } from '../../domain/grid';
import type { Slot } from '../../domain/slot';
import { partsOf } from '../cells/text';
import { matchKey } from '../text-match';
import type { Names } from './names';

/**
 * A slot that somebody ticked, as it stands today. Who said yes to a day and hours said nothing of others: a slot that
 * moved since is not the one that was ticked.
 */
export type TickedSlot =
  | { readonly kind: 'same'; readonly slot: Slot }
  | { readonly kind: 'moved'; readonly slot: Slot; readonly seen: string }
  | { readonly kind: 'gone'; readonly seen: string };

/** The slot named by the first word of a label; also by a code of several words that begins the label. */
export function slotOfLabel(label: string, slots: Names<Slot>): Slot | undefined {
  const whole = slots.get(label);
  if (whole !== undefined) return whole;
  const first = /^[^\s:,;(–-]+/.exec(label.trim())?.[0] ?? '';
  const named = slots.get(first);
  if (named !== undefined) return named;
  const key = matchKey(label);
  for (const slot of slots.values()) if (key.startsWith(`${matchKey(slot.code)} `)) return slot;
  return undefined;
}

/** The slots of the cell that a question with boxes fills, each once; `none` is the choice that says no to all. */
export function tickedSlots(cell: Cell, slots: Names<Slot>, none = ''): readonly TickedSlot[] {
  const met = new Set<string>();
  return partsOf(cell, ',').flatMap((seen): TickedSlot[] => {
    const key = matchKey(seen);
    if (key === matchKey(none) || met.has(key)) return [];
    met.add(key);
    const slot = slotOfLabel(seen, slots);
    if (slot === undefined) return [{ kind: 'gone', seen }];
    return saysAnotherTime(seen, slot) ? [{ kind: 'moved', slot, seen }] : [{ kind: 'same', slot }];
  });
}

const DAY = /(\d{1,2})\/(\d{1,2})\/(\d{4})/;
const TIMES = /(\d{1,2}) ?h(?: ?(\d{2}))? à (\d{1,2}) ?h(?: ?(\d{2}))?/;

/**
 * Whether a label, as forms offer slots, says another day than the slot's, or hours that do not hold those of the slot.
 * A bare code says neither.
 */
export function saysAnotherTime(
  label: string,
  { day, start, end }: { readonly day: CalendarDay; readonly start: Minutes; readonly end: Minutes },
): boolean {
  const date = DAY.exec(label);
  if (date === null) return false;
  if (calendarDay(Number(date[3]), Number(date[2]), Number(date[1])) !== day) return true;
  const times = TIMES.exec(label.replace(/[\u00a0\u202f]/g, ' '));
  if (times === null) return false;
  return start < minutes(times[1], times[2]) || end > minutes(times[3], times[4]);
}

const minutes = (hours = '0', rest = '0'): Minutes => Number(hours) * 60 + Number(rest);
