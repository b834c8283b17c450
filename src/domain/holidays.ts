import { type CalendarDay, addDays, calendarDay } from './calendar';

/** A public holiday in France (article L. 3133-1 of the labour code); `name` is what users read. */
export interface PublicHoliday {
  readonly day: CalendarDay;
  readonly name: string;
}

const FIXED: readonly (readonly [month: number, day: number, name: string])[] = [
  [1, 1, 'jour de l’An'],
  [5, 1, 'fête du Travail'],
  [5, 8, 'victoire de 1945'],
  [7, 14, 'fête nationale'],
  [8, 15, 'Assomption'],
  [11, 1, 'Toussaint'],
  [11, 11, 'armistice de 1918'],
  [12, 25, 'Noël'],
];

/** Days after Easter Sunday. */
const MOVING: readonly (readonly [days: number, name: string])[] = [
  [1, 'lundi de Pâques'],
  [39, 'Ascension'],
  [50, 'lundi de Pentecôte'],
];

/** The eleven public holidays of a year (1900 to 9999), in order of date. */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const fixed = FIXED.flatMap(([month, date, name]): PublicHoliday[] => {
    const day = calendarDay(year, month, date);
    return day === null ? [] : [{ day, name }];
  });
  const moving =
    easter === null
      ? []
      : MOVING.map(([days, name]): PublicHoliday => ({ day: addDays(easter, days), name }));
  return [...fixed, ...moving].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Those from one day to another, both included. */
export function holidaysBetween(from: CalendarDay, to: CalendarDay): readonly PublicHoliday[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.flatMap(publicHolidays).filter(({ day }) => day >= from && day <= to);
}

/** Gregorian Easter, as Meeus, Jones and Butcher compute it. */
function easterSunday(year: number): CalendarDay | null {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  return calendarDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}
