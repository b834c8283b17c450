import { type CalendarDay, type Minutes, addDays, weekdayOf } from './calendar';

/** When slots are wanted: the same times each chosen day. */
export interface SlotSeries {
  readonly from: CalendarDay;
  /** Included. */
  readonly to: CalendarDay;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekdays: readonly number[];
  /** Days without slots: holidays, vacations. */
  readonly without: ReadonlySet<CalendarDay>;
  readonly starts: readonly Minutes[];
  /** Minutes. */
  readonly duration: number;
}

/** A slot apart from its code. */
export interface SlotTime {
  readonly day: CalendarDay;
  readonly start: Minutes;
  readonly end: Minutes;
}

/** Days and slots beyond which a series is surely a slip of the keyboard. */
export const MOST_DAYS = 400;
export const MOST_SLOTS = 500;

const MIDNIGHT = 1440;

/** The days of a series, in order; at most `MOST_DAYS` from the first. */
export function daysOf({
  from,
  to,
  weekdays,
  without,
}: Omit<SlotSeries, 'starts' | 'duration'>): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = from, count = 0; day <= to && count < MOST_DAYS; day = addDays(day, 1), count += 1)
    if (weekdays.includes(weekdayOf(day)) && !without.has(day)) days.push(day);
  return days;
}

/** The slots of a series, in order of date and time; those that would end after midnight are left out. */
export function slotTimes(series: SlotSeries): readonly SlotTime[] {
  const starts = [...new Set(series.starts)].sort((a, b) => a - b);
  return daysOf(series).flatMap((day) =>
    starts
      .filter((start) => start + series.duration <= MIDNIGHT)
      .map((start) => ({ day, start, end: start + series.duration })),
  );
}

/** The slots that are not there yet at this site (empty: all), in order; one that is for all sites is there for each. */
export function newSlots(
  wanted: readonly SlotTime[],
  standing: readonly (SlotTime & { readonly site: string | null })[],
  site: string,
): readonly SlotTime[] {
  const key = ({ day, start, end }: SlotTime): string => `${day} ${start} ${end}`;
  const there = new Set(standing.filter((slot) => (slot.site ?? '') === '' || slot.site === site).map(key));
  const fresh = new Map(wanted.filter((slot) => !there.has(key(slot))).map((slot) => [key(slot), slot]));
  return [...fresh.values()].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start || a.end - b.end,
  );
}

/** Starts of slots that follow each other from a time to another, with a gap in between. */
export function startsInTurn(from: Minutes, to: Minutes, duration: number, gap: number): readonly Minutes[] {
  const starts: Minutes[] = [];
  if (duration <= 0 || gap < 0) return starts;
  for (let start = from; start + duration <= to; start += duration + gap) starts.push(start);
  return starts;
}

/** Pairs of starts nearer than a slot and its gap: their sessions could not share a room. */
export function tooClose(starts: readonly Minutes[], duration: number, gap: number): boolean {
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return sorted.some((start, index) => index > 0 && start - (sorted[index - 1] ?? 0) < duration + gap);
}

/**
 * Codes that continue those there are: the same letters, the next numbers, as many digits (`C01` when there are none).
 */
export function nextCodes(existing: readonly string[], count: number): readonly string[] {
  const parts = existing.flatMap((code) => {
    const found = /^(.*?)(\d{1,6})$/.exec(code.trim());
    return found === null ? [] : [{ letters: found[1] ?? '', digits: found[2] ?? '' }];
  });
  const letters = mostFrequent(parts.map((part) => part.letters)) ?? 'C';
  const mine = parts.filter((part) => part.letters.toLowerCase() === letters.toLowerCase());
  const width = Math.max(2, ...mine.map(({ digits }) => digits.length));
  const highest = Math.max(0, ...mine.map(({ digits }) => Number(digits)));
  const taken = new Set(existing.map((code) => code.trim().toLowerCase()));
  const codes: string[] = [];
  for (let number = highest + 1; codes.length < count; number += 1) {
    const code = `${letters}${String(number).padStart(width, '0')}`;
    if (!taken.has(code.toLowerCase())) codes.push(code);
  }
  return codes;
}

function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
