import { calendarDay, type CalendarDay, type Minutes, weekdayOf } from '../../domain/calendar';
import type { Cell } from '../../domain/grid';
import type { SlotCode } from '../../domain/ids';
import type { Slot } from '../../domain/slot';
import { partsOf } from '../cells/text';
import { matchKey } from '../text-match';
import { Names } from './names';

/**
 * A slot that somebody ticked, as it stands today. Who said yes to a day and hours said nothing of others: a slot that
 * moved since is not the one that was ticked.
 */
export type TickedSlot =
  | { readonly kind: 'same'; readonly slot: Slot }
  | { readonly kind: 'moved'; readonly slot: Slot; readonly seen: string }
  | { readonly kind: 'gone'; readonly seen: string };

/** The usable slots, by code; and the codes of those that are set aside, each with its problem. */
export class KnownSlots extends Names<Slot> {
  private readonly aside = new Names<Pick<Slot, 'code'>>();

  setAside(code: SlotCode): void {
    this.aside.add(code, { code });
  }

  /** Whether a label names a slot that is set aside: what is to be said of it was said there. */
  isSetAside(label: string): boolean {
    return slotOfLabel(label, this.aside) !== undefined;
  }
}

/** The slot named by the first word of a label; also by a code of several words that begins the label. */
export function slotOfLabel<Coded extends Pick<Slot, 'code'>>(
  label: string,
  slots: Names<Coded>,
): Coded | undefined {
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

const DAY =
  /\b(?:(dim|lun|mar|mer|jeu|ven|sam)[a-z]*\.? ?)?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/;
const TIMES = /^[ ,:(]*(?:de |a )?(\d{1,2}) ?[h:] ?(\d{2})?(?: ?(?:a|-) ?(\d{1,2}) ?[h:] ?(\d{2})?)?/;

/**
 * Whether a label says another day than the slot's, or other hours: those of forms (`C01 lun. 11/01/2027 de 8 h 30 à
 * 10 h 30`) have to hold those of the slot, the one of columns (`C01 lun. 11/01 8 h 30`) is when it starts. A bare code
 * says nothing. Without a year, the weekday says which one is meant; `1/2` alone is not a day.
 */
export function saysAnotherTime(
  label: string,
  { day, start, end }: { readonly day: CalendarDay; readonly start: Minutes; readonly end: Minutes },
): boolean {
  const text = matchKey(label);
  const date = DAY.exec(text);
  if (date === null) return false;
  const [whole, weekday, dayOfMonth = '', month = '', year] = date;
  if (year === undefined && weekday === undefined && !(dayOfMonth.length === 2 && month.length === 2))
    return false;
  const said = calendarDay(yearOf(year, day), Number(month), Number(dayOfMonth));
  if (said !== day) return true;
  if (year === undefined && weekday !== undefined && WEEKDAYS[weekdayOf(day)] !== weekday) return true;
  const times = TIMES.exec(text.slice(date.index + whole.length));
  if (times === null) return false;
  const from = minutes(times[1], times[2]);
  return times[3] === undefined ? start !== from : start < from || end > minutes(times[3], times[4]);
}

const WEEKDAYS = ['dim', 'lun', 'mar', 'mer', 'jeu', 'ven', 'sam'];

function yearOf(written: string | undefined, day: CalendarDay): number {
  if (written === undefined) return Number(day.slice(0, 4));
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

const minutes = (hours = '0', rest = '0'): Minutes => Number(hours) * 60 + Number(rest);
