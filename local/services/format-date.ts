const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
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
];

/** A pattern of Java's SimpleDateFormat in pieces: letters repeated, or text. */
type Piece = { readonly letter: string; readonly count: number } | { readonly text: string };

function pieces(pattern: string): Piece[] {
  const found = pattern.match(/'(?:[^']|'')*'|([a-zA-Z])\1*|[^a-zA-Z']+/g) ?? [];
  return found.map((piece): Piece => {
    if (piece === "''") return { text: "'" };
    if (piece.startsWith("'")) return { text: piece.slice(1, -1).replace(/''/g, "'") };
    if (/[a-zA-Z]/.test(piece)) return { letter: piece[0] ?? '', count: piece.length };
    return { text: piece };
  });
}

/** Minutes that the zone is ahead of UTC at an instant; rounded as offsets are printed. */
function offsetMinutes(instant: number, timeZone: string): number {
  const parts = zoned(instant, timeZone);
  return Math.round((parts.wall - Math.floor(instant / 1000) * 1000) / 60_000);
}

/** The wall clock of a zone, as milliseconds of a UTC that shows the same figures. */
function zoned(instant: number, timeZone: string): { wall: number; name: string } {
  let formatter: Intl.DateTimeFormat;
  try {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      timeZoneName: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new Error(`Invalid argument: timeZone. Should be of type: String`);
  }
  const part = (type: string): string =>
    formatter.formatToParts(instant).find((found) => found.type === type)?.value ?? '0';
  const wall = Date.UTC(
    Number(part('year')),
    Number(part('month')) - 1,
    Number(part('day')),
    Number(part('hour')),
    Number(part('minute')),
    Number(part('second')),
  );
  return { wall, name: part('timeZoneName') };
}

const padded = (value: number, count: number): string => String(value).padStart(count, '0');

/** As `Utilities.formatDate`: SimpleDateFormat with English words, whatever the spreadsheet's locale. */
export function formatDate(instant: number, timeZone: string, pattern: string): string {
  const { wall, name } = zoned(instant, timeZone);
  const date = new Date(wall);
  const offset = offsetMinutes(instant, timeZone);
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return pieces(pattern)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      return field(piece.letter, piece.count, date, { milliseconds, offset, zone: name });
    })
    .join('');
}

interface Rest {
  readonly milliseconds: number;
  readonly offset: number;
  readonly zone: string;
}

function field(letter: string, count: number, date: Date, rest: Rest): string {
  const hours = date.getUTCHours();
  switch (letter) {
    case 'y':
    case 'u':
      if (letter === 'u') return padded(date.getUTCDay() || 7, count);
      return count === 2 ? padded(date.getUTCFullYear() % 100, 2) : padded(date.getUTCFullYear(), count);
    case 'Y':
      return padded(week(date).year, count);
    case 'M':
    case 'L': {
      const month = MONTHS[date.getUTCMonth()] ?? '';
      return count >= 4 ? month : count === 3 ? month.slice(0, 3) : padded(date.getUTCMonth() + 1, count);
    }
    case 'w':
      return padded(week(date).number, count);
    case 'd':
      return padded(date.getUTCDate(), count);
    case 'D':
      return padded(dayOfYear(date), count);
    case 'E': {
      const day = DAYS[date.getUTCDay()] ?? '';
      return count >= 4 ? day : day.slice(0, 3);
    }
    case 'a':
      return hours < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(hours, count);
    case 'k':
      return padded(hours || 24, count);
    case 'K':
      return padded(hours % 12, count);
    case 'h':
      return padded(hours % 12 || 12, count);
    case 'm':
      return padded(date.getUTCMinutes(), count);
    case 's':
      return padded(date.getUTCSeconds(), count);
    case 'S':
      return padded(rest.milliseconds, count);
    case 'z':
      return rest.zone;
    case 'Z':
      return offsetText(rest.offset, '');
    case 'X':
      return rest.offset === 0
        ? 'Z'
        : count === 1
          ? offsetText(rest.offset, '').slice(0, 3)
          : offsetText(rest.offset, count === 3 ? ':' : '');
    case 'G':
      return 'AD';
    default:
      throw new Error(`The letter ${letter} of Utilities.formatDate is not emulated by the local runtime.`);
  }
}

function offsetText(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${separator}${padded(size % 60, 2)}`;
}

const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;

/** The week that English (United States) counts: from Sunday, week 1 holds 1 January. */
function week(date: Date): { year: number; number: number } {
  const year = date.getUTCFullYear();
  const saturday = new Date(date.getTime() + (6 - date.getUTCDay()) * 86_400_000);
  if (saturday.getUTCFullYear() > year) return { year: year + 1, number: 1 };
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  return { year, number: Math.ceil((dayOfYear(date) + first) / 7) };
}

/** As `Utilities.parseDate`: the instant of a text in a zone; throws when the text does not fit the pattern. */
export function parseDate(text: string, timeZone: string, pattern: string): number {
  const fields: Record<string, number> = {};
  let afternoon: boolean | null = null;
  let offset: number | null = null;
  let rest = text;
  const take = (expression: RegExp): string => {
    const match = expression.exec(rest);
    if (!match) throw new Error(`Unparseable date: "${text}"`);
    rest = rest.slice(match[0].length);
    return match[0];
  };
  const list = pieces(pattern);
  for (const [index, piece] of list.entries()) {
    if ('text' in piece) {
      if (!rest.startsWith(piece.text)) throw new Error(`Unparseable date: "${text}"`);
      rest = rest.slice(piece.text.length);
    } else if (piece.letter === 'a') afternoon = /pm/i.test(take(/^[ap]m/i));
    else if (piece.letter === 'E') take(/^[a-z]+/i);
    else if (piece.letter === 'z' || piece.letter === 'Z' || piece.letter === 'X') {
      const found = /^(?:GMT|UTC|Z)?([+-])?(\d{2})?:?(\d{2})?/.exec(
        take(/^(?:Z|(?:GMT|UTC)?(?:[+-]\d{2}:?(?:\d{2})?)?)/),
      );
      offset = (found?.[1] === '-' ? -1 : 1) * (Number(found?.[2] ?? 0) * 60 + Number(found?.[3] ?? 0));
    } else if (piece.letter === 'M' && piece.count >= 3) {
      const month = take(/^[a-z]+/i).toLowerCase();
      fields['M'] = MONTHS.findIndex((name) => month.length >= 3 && name.toLowerCase().startsWith(month)) + 1;
      if (fields['M'] === 0) throw new Error(`Unparseable date: "${text}"`);
    } else {
      // Figures that touch the next figures take exactly their own number of letters.
      const next = list[index + 1];
      const touching = next !== undefined && 'letter' in next;
      const figures = take(touching ? new RegExp(`^\\d{${piece.count}}`) : /^\d+/);
      fields[piece.letter] = Number(figures);
      if (piece.letter === 'y' && piece.count === 2 && figures.length <= 2)
        fields['y'] = recentYear(Number(figures));
    }
  }
  const hour12 = fields['h'] ?? fields['K'];
  const hours =
    hour12 === undefined ? (fields['H'] ?? fields['k'] ?? 0) : (hour12 % 12) + (afternoon === true ? 12 : 0);
  const wall = Date.UTC(
    fields['y'] ?? 1970,
    (fields['M'] ?? 1) - 1,
    fields['d'] ?? 1,
    hours,
    fields['m'] ?? 0,
    fields['s'] ?? 0,
    fields['S'] ?? 0,
  );
  if (offset !== null) return wall - offset * 60_000;
  const guess = wall - offsetMinutes(wall, timeZone) * 60_000;
  return wall - offsetMinutes(guess, timeZone) * 60_000;
}

/** Java places two figures within 80 years before and 20 after today; a fixed turn keeps tests the same every year. */
const recentYear = (figures: number): number => (figures < 50 ? 2000 : 1900) + figures;
