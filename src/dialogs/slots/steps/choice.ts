import { type CalendarDay, type Minutes, addDays, calendarDay } from '../../../domain/calendar';
import { holidaysBetween } from '../../../domain/holidays';
import {
  MOST_DAYS,
  MOST_SLOTS,
  type SlotSeries,
  type SlotTime,
  daysOf,
  slotTimes,
  startsInTurn,
} from '../../../domain/slot-series';
import { SLOTS_TEXT as TEXT } from '../../../text/slots';

/** What staff chose so far, as it is typed. */
export interface SlotChoice {
  from: string;
  to: string;
  weekdays: Set<number>;
  /** Public holidays on which there are slots all the same. */
  worked: Set<CalendarDay>;
  excluded: readonly { readonly from: CalendarDay; readonly to: CalendarDay }[];
  hours: 'listed' | 'inTurn';
  starts: string;
  firstStart: string;
  lastEnd: string;
  gap: string;
  duration: string;
  site: string;
  columns: boolean;
}

/** The slots that a choice gives, or what is missing in it. */
export type ChosenSlots = { readonly slots: readonly SlotTime[] } | { readonly missing: string };

export function slotsOf(choice: SlotChoice): ChosenSlots {
  const [from, to] = [dayOf(choice.from), dayOf(choice.to)];
  const duration = Number(choice.duration);
  if (from === null || to === null) return { missing: TEXT.noPeriod };
  if (to < from) return { missing: TEXT.backwards };
  if (addDays(from, MOST_DAYS) <= to) return { missing: TEXT.tooLong };
  if (choice.weekdays.size === 0) return { missing: TEXT.noWeekday };
  if (!(duration >= 1 && duration <= 720)) return { missing: TEXT.badDuration };
  const starts = startsOf(choice, duration);
  if ('missing' in starts) return starts;
  const series: SlotSeries = {
    from,
    to,
    weekdays: [...choice.weekdays],
    without: daysWithout(choice, from, to),
    starts: starts.starts,
    duration,
  };
  if (daysOf(series).length === 0) return { missing: TEXT.noDay };
  const slots = slotTimes(series);
  if (slots.length === 0) return { missing: TEXT.nothingFits };
  return slots.length > MOST_SLOTS ? { missing: TEXT.tooMany(MOST_SLOTS) } : { slots };
}

/** Starts of a day; or why they cannot be read. */
export function startsOf(
  { hours, starts, firstStart, lastEnd, gap }: SlotChoice,
  duration: number,
): { readonly starts: readonly Minutes[] } | { readonly missing: string } {
  if (hours === 'inTurn') {
    const [first, last] = [timeOf(firstStart), timeOf(lastEnd)];
    if (first === null) return { missing: TEXT.badStart(firstStart) };
    if (last === null) return { missing: TEXT.badStart(lastEnd) };
    return { starts: startsInTurn(first, last, duration, Math.max(0, Number(gap) || 0)) };
  }
  const found: Minutes[] = [];
  for (const text of starts.split(/[;,\n]| et /)) {
    if (text.trim() === '') continue;
    const time = timeOf(text);
    if (time === null) return { missing: TEXT.badStart(text.trim()) };
    found.push(time);
  }
  return found.length === 0 ? { missing: TEXT.noStart } : { starts: found };
}

function daysWithout(choice: SlotChoice, from: CalendarDay, to: CalendarDay): ReadonlySet<CalendarDay> {
  const without = new Set<CalendarDay>();
  for (const { day } of holidaysBetween(from, to)) if (!choice.worked.has(day)) without.add(day);
  for (const span of choice.excluded)
    for (
      let day = span.from, count = 0;
      day <= span.to && count < MOST_DAYS;
      day = addDays(day, 1), count += 1
    )
      without.add(day);
  return without;
}

/** What a field of date holds (`2027-01-11`); `null` when it is empty or not a day. */
export function dayOf(text: string): CalendarDay | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts === null ? null : calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** `8h30`, `8 h 30`, `8:30`, `8h`. */
export function timeOf(text: string): Minutes | null {
  const parts = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/i.exec(text.replace(/[\u00a0\u202f]/g, ' ').trim());
  const [hours, minutes] = [Number(parts?.[1] ?? NaN), Number(parts?.[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
