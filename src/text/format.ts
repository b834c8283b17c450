import { type CalendarDay, type Minutes, dayOfSerial, minutesOfSerial, weekdayOf } from '../domain/calendar';
import { type Place, cellName } from '../domain/problem';

/** Between a word and the sign that belongs to it. */
const NBSP = '\u00a0';
/** Between thousands. */
const THIN = '\u202f';

const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** Spaces as French wants them: unbreakable before `: ; ? ! % »` and after `«`. Only spaces that are there change. */
export function french(text: string): string {
  return text.replace(/ +(?=[:;?!%»])/g, NBSP).replace(/«[ \u00a0]*/g, `«${NBSP}`);
}

/** `3 000`, `1,5`: thousands apart, at most two decimals. */
export function number(value: number): string {
  const rounded = Math.round(Math.abs(value) * 100) / 100;
  const [whole = '0', decimals] = String(rounded).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN);
  const sign = value < 0 && rounded > 0 ? '-' : '';
  return sign + (decimals === undefined ? grouped : `${grouped},${decimals}`);
}

/** `0 candidat`, `1 candidat`, `3 000 candidats`: in French the plural begins at two. */
export function plural(count: number, one: string, several: string): string {
  return `${number(count)} ${Math.abs(count) < 2 ? one : several}`;
}

/** `0.333…` → `33 %`, to the nearest whole percentage. */
export function percent(fraction: number): string {
  return `${number(Math.round(fraction * 100))}${NBSP}%`;
}

/** Minutes → `45 min`, `2 h`, `2 h 35`. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 60 ? `${whole}${NBSP}min` : hoursAndMinutes(whole);
}

/** Time of day: `8 h 30`, `14 h`. */
export function time(minutes: Minutes): string {
  return hoursAndMinutes(Math.round(minutes));
}

function hoursAndMinutes(minutes: number): string {
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)}${NBSP}h`;
  return rest === 0 ? hours : `${hours}${NBSP}${String(rest).padStart(2, '0')}`;
}

/** `de 8 h 30 à 10 h 30`. */
export function timeRange(start: Minutes, end: Minutes): string {
  return `de ${time(start)} à ${time(end)}`;
}

/** `8 h 30 – 10 h 30`. */
export function timeRangeShort(start: Minutes, end: Minutes): string {
  return `${time(start)}${NBSP}– ${time(end)}`;
}

/** `lun. 11/01/2027`. */
export function shortDay(day: CalendarDay): string {
  const weekday = (WEEKDAYS[weekdayOf(day)] ?? '').slice(0, 3);
  return `${weekday}.${NBSP}${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** A cell of date and time: `lun. 11/01/2027 à 8 h 30`. */
export function moment(serial: number): string {
  const day = dayOfSerial(serial);
  return day === null ? '' : `${shortDay(day)} à ${time(minutesOfSerial(serial) % 1440)}`;
}

/** `jeudi 14 janvier`; the first of the month is `1er`. */
export function longDay(day: CalendarDay): string {
  const date = Number(day.slice(8, 10));
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${WEEKDAYS[weekdayOf(day)] ?? ''} ${date === 1 ? '1er' : date} ${month}`;
}

/** `a`, `a et b`, `a, b et c`. */
export function andList(items: readonly string[]): string {
  return enumeration(items, 'et');
}

/** `a`, `a ou b`, `a, b ou c`. */
export function orList(items: readonly string[]): string {
  return enumeration(items, 'ou');
}

function enumeration(items: readonly string[], word: string): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `Étudiants!D14`; the name of the tab alone when the whole tab is meant. */
export function placeName(place: Place): string {
  const cell = cellName(place);
  return cell === '' ? place.tab : `${place.tab}!${cell}`;
}
