import type { Value } from './sheet';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

interface Words {
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
}

const FRENCH: Words = {
  days: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  shortDays: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  months: [
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
  ],
  shortMonths: [
    'janv.',
    'févr.',
    'mars',
    'avr.',
    'mai',
    'juin',
    'juil.',
    'août',
    'sept.',
    'oct.',
    'nov.',
    'déc.',
  ],
};

const ENGLISH: Words = {
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  shortDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** True when a number with this format is shown, and read, as a date or a time. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === '@' || /^general$/i.test(format)) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '').replace(/\[(h+|m+|s+)\]/gi, '$1');
  return /[dmyhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/\.0+/g, ''));
}

/** The text that a cell shows, in the spreadsheet's locale. */
export function displayOf(value: Value | undefined, format: string | undefined, locale: string): string {
  if (value === undefined) return '';
  const french = locale.startsWith('fr');
  if (typeof value === 'boolean') return french ? (value ? 'VRAI' : 'FAUX') : value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (isDateFormat(format)) return momentText(value, format ?? '', french ? FRENCH : ENGLISH);
  return numberText(value, format, french);
}

function momentText(serial: number, format: string, words: Words): string {
  const rounded = Math.round(serial * 86_400) / 86_400;
  const date = new Date(EPOCH + Math.round(rounded * DAY));
  const two = (number: number): string => String(number).padStart(2, '0');
  const twelve = /am\/pm|a\/p/i.test(format);
  const tokens = format.match(/"[^"]*"|\\.|\[\$[^\]]*\]|\[h+\]|am\/pm|d+|m+|y+|h+|s+|./gi) ?? [];
  let afterHours = false;
  return tokens
    .map((token, index) => {
      const kind = token[0]?.toLowerCase() ?? '';
      const count = token.length;
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      if (token.startsWith('[$')) return '';
      if (token.startsWith('[')) {
        afterHours = true;
        return String(Math.floor(rounded * 24 + 1e-9));
      }
      if (/^am\/pm$/i.test(token)) return date.getUTCHours() < 12 ? 'AM' : 'PM';
      if (kind === 'd') {
        if (count >= 4) return words.days[date.getUTCDay()] ?? '';
        if (count === 3) return words.shortDays[date.getUTCDay()] ?? '';
        return count === 2 ? two(date.getUTCDate()) : String(date.getUTCDate());
      }
      if (kind === 'y') return count <= 2 ? two(date.getUTCFullYear() % 100) : String(date.getUTCFullYear());
      if (kind === 'h') {
        afterHours = true;
        const hours = twelve ? date.getUTCHours() % 12 || 12 : date.getUTCHours();
        return count === 1 ? String(hours) : two(hours);
      }
      if (kind === 's') return count === 1 ? String(date.getUTCSeconds()) : two(date.getUTCSeconds());
      if (kind === 'm') {
        const beforeSeconds = tokens.slice(index + 1).find((next) => /^[a-z]/i.test(next));
        if (count <= 2 && (afterHours || beforeSeconds?.toLowerCase().startsWith('s'))) {
          return count === 1 ? String(date.getUTCMinutes()) : two(date.getUTCMinutes());
        }
        if (count >= 4) return words.months[date.getUTCMonth()] ?? '';
        if (count === 3) return words.shortMonths[date.getUTCMonth()] ?? '';
        return count === 2 ? two(date.getUTCMonth() + 1) : String(date.getUTCMonth() + 1);
      }
      return token;
    })
    .join('');
}

function numberText(value: number, format: string | undefined, french: boolean): string {
  const decimal = french ? ',' : '.';
  if (format === undefined || /^general$/i.test(format) || format === '@' || format === '0.###############') {
    if (Math.abs(value) >= 1e15) {
      return value
        .toExponential()
        .replace(/(\.\d*?)0+e/, '$1e')
        .replace('e', 'E')
        .replace('.', decimal);
    }
    return String(Number(value.toPrecision(15)))
      .replace('.', decimal)
      .replace('e', 'E');
  }
  const [positive = '', negative] = format.split(';');
  const chosen = value < 0 && negative !== undefined ? negative : positive;
  const core = /[#0?][#0?,.\u00a0\u202f ]*[#0?]|[#0?]/.exec(chosen)?.[0];
  if (core === undefined) return chosen.replace(/["\\]/g, '');
  const percent = chosen.includes('%');
  const [whole = '', fraction = ''] = core.split('.');
  const places = fraction.replace(/[^0#?]/g, '').length;
  const needed = fraction.replace(/[^0]/g, '').length;
  const scaled = Math.abs(percent ? value * 100 : value);
  let [integer = '0', decimals = ''] = scaled.toFixed(places).split('.');
  while (decimals.length > needed && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  integer = integer.padStart(whole.replace(/[^0]/g, '').length, '0');
  if (whole.includes(',')) integer = integer.replace(/\B(?=(\d{3})+$)/g, french ? '\u202f' : ',');
  const sign = value < 0 && negative === undefined && Number(scaled.toFixed(places)) !== 0 ? '-' : '';
  const number = `${sign}${integer}${decimals === '' ? '' : decimal + decimals}`;
  return chosen
    .replace(core, number)
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/_./g, '\u00a0');
}
