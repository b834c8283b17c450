import { serialOf, type CalendarDay } from '../../domain/calendar';
import type { Cell } from '../../domain/grid';
import { readDay } from '../cells/day';
import { readSex } from '../cells/sex';
import { identifierOf, isErrorValue, partsOf, textOf } from '../cells/text';
import { readExtraTime } from '../cells/values';
import { matchKey } from '../text-match';

/** The value of one field of one student, from a file or from a tab. */
export interface FieldValue {
  /** What is written in the tab. */
  readonly cell: Cell;
  /** How users read it. */
  readonly text: string;
  /** Two values with one key are the same: case, accents and spaces do not count. */
  readonly key: string;
}

/** What keeps a value of a file from being taken, or what is said of it. */
export type ValueFault =
  | 'errorValue'
  | 'birthDayUnreadable'
  | 'birthDayImpossible'
  | 'birthDayTooLate'
  | 'sexUnknown'
  | 'emailUnlikely'
  | 'extraTimeUnreadable'
  /** The value is taken all the same. */
  | 'siteUnknown';

export interface FieldContext {
  readonly today: CalendarDay;
  /** Per cent, what `oui` means. */
  readonly defaultExtraTime: number;
  /** The site as `Salles` writes it; `undefined` when there is none of that name. */
  readonly siteOf: (name: string) => string | undefined;
  readonly isEmail: (text: string) => boolean;
}

export interface FieldReading {
  /** `null`: nothing to take. */
  readonly value: FieldValue | null;
  readonly fault: ValueFault | null;
  /** A zero that a spreadsheet had dropped was put back. */
  readonly zeroRestored?: true;
}

const NOTHING: FieldReading = { value: null, fault: null };

/** Codes of five signs: whoever made the file may have lost their first zero. */
const FIVE_SIGNS = ['birthInsee', 'birthPostalCode'];

/** Reads the text that a file gives for a field, by its key in `Étudiants`. */
export function readField(key: string, given: string, context: FieldContext): FieldReading {
  const text = textOf(given);
  if (text === '') return NOTHING;
  if (isErrorValue(text)) return { value: null, fault: 'errorValue' };
  switch (key) {
    case 'birthDay':
      return readBirthDay(text, context.today);
    case 'sex': {
      const sex = readSex(text);
      return sex === null ? { value: null, fault: 'sexUnknown' } : { value: plain(sex), fault: null };
    }
    case 'email':
      return context.isEmail(text)
        ? { value: plain(text), fault: null }
        : { value: null, fault: 'emailUnlikely' };
    case 'extraTime': {
      const value = extraTimeValue(text, text, context);
      return value === null ? { value: null, fault: 'extraTimeUnreadable' } : { value, fault: null };
    }
    case 'sites':
      return readSites(text, context);
    default:
      if (FIVE_SIGNS.includes(key) && /^\d{4}$/.test(text))
        return { value: plain(`0${text}`), fault: null, zeroRestored: true };
      return { value: plain(text), fault: null };
  }
}

/** The value that a cell of `Étudiants` holds; `null` when it is blank. */
export function valueOfCell(
  key: string,
  cell: Cell,
  shown: string,
  context: FieldContext,
): FieldValue | null {
  if (key === 'birthDay') {
    const reading = readDay(cell);
    if (reading.kind === 'blank') return null;
    return reading.kind === 'day' ? dayValue(reading.day) : plain(shown);
  }
  const text = identifierOf(cell, shown);
  if (text === '' || cell === false) return null;
  if (key === 'sex') return plain(readSex(text) ?? text);
  if (key === 'extraTime') return extraTimeValue(cell, shown, context) ?? plain(shown);
  return key === 'sites' ? siteList(partsOf(cell)) : plain(text);
}

function plain(text: string): FieldValue {
  return { cell: text, text, key: matchKey(text) };
}

function dayValue(day: CalendarDay): FieldValue {
  const text = `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  return { cell: { serial: serialOf(day) }, text, key: day };
}

/** A year of two digits from the current one on is of the last century, as Pix Orga reads it. */
function readBirthDay(text: string, today: CalendarDay): FieldReading {
  const short = /^(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})$/.exec(text);
  const century = short !== null && Number(short[2]) >= Number(today.slice(2, 4)) ? '19' : '20';
  const reading = readDay(short === null ? text : `${short[1] ?? ''}${century}${short[2] ?? ''}`);
  switch (reading.kind) {
    case 'blank':
      return NOTHING;
    case 'impossible':
      return { value: null, fault: 'birthDayImpossible' };
    case 'unreadable':
      return { value: null, fault: 'birthDayUnreadable' };
    case 'day':
      if (reading.day > today) return { value: null, fault: 'birthDayTooLate' };
      return { value: dayValue(reading.day), fault: null };
  }
}

function extraTimeValue(cell: Cell, shown: string, context: FieldContext): FieldValue | null {
  const reading = readExtraTime(cell, context.defaultExtraTime, shown);
  if (reading.kind !== 'fraction') return null;
  return { cell: textOf(shown), text: textOf(shown), key: reading.fraction.toFixed(4) };
}

function readSites(text: string, { siteOf }: FieldContext): FieldReading {
  const parts = partsOf(text);
  const known = parts.map((part) => siteOf(part) ?? part);
  const unknown = parts.some((part) => siteOf(part) === undefined);
  return { value: siteList(known), fault: unknown ? 'siteUnknown' : null };
}

/** Several sites are the same in any order. */
export function siteList(sites: readonly string[]): FieldValue {
  const distinct = sites.filter(
    (site, rank) => sites.findIndex((one) => matchKey(one) === matchKey(site)) === rank,
  );
  const text = distinct.join('; ');
  return { cell: text, text, key: distinct.map(matchKey).sort().join(';') };
}
