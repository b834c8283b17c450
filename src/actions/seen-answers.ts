import type { Cell } from '../domain/grid';
import { isDateCell } from '../domain/grid';
import { readMemory, writeMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { stableId } from '../messages/stable-id';
import { textOf } from '../workbook/cells/text';
import type { FormKey } from './remembered-forms';

/** Name under which the workbook remembers. */
const SEEN = 'réponses vues';

/** Who sent an answer and when, in short: an answer that is edited gets another stamp. Empty: no form wrote the row. */
export type Stamp = string;

/** The answers that were looked at, whatever became of their rows, and the requests that wait for an acknowledgement. */
export interface SeenAnswers {
  /** `null`: nothing was ever looked at. */
  readonly requests: ReadonlySet<Stamp> | null;
  readonly availability: ReadonlySet<Stamp> | null;
  readonly owed: ReadonlySet<Stamp>;
}

const SECONDS_PER_DAY = 86_400;

export function stampOf(timestamp: Cell, email: Cell): Stamp {
  return isDateCell(timestamp) ? stampAt(timestamp.serial, textOf(email)) : '';
}

/** @param serial date and time, as a cell holds them */
export function stampAt(serial: number, email: string): Stamp {
  return `${stableId(email.trim().toLowerCase()).slice(0, 8)}:${Math.round(serial * SECONDS_PER_DAY)}`;
}

/** The part of a stamp that says who. */
export const whoOf = (stamp: Stamp): string => stamp.slice(0, stamp.indexOf(':'));

export function seenAnswers(book: OpenSpreadsheet): SeenAnswers {
  const parsed = parse(readMemory(book).get(SEEN));
  const set = (key: keyof SeenAnswers): ReadonlySet<Stamp> | null => {
    const value = parsed[key];
    return Array.isArray(value)
      ? new Set(value.filter((one): one is string => typeof one === 'string'))
      : null;
  };
  return { requests: set('requests'), availability: set('availability'), owed: set('owed') ?? new Set() };
}

/** Remembers what was looked at; nothing is written when it was known already. */
export function rememberSeen(
  book: OpenSpreadsheet,
  key: FormKey,
  stamps: Iterable<Stamp>,
  owed?: ReadonlySet<Stamp>,
): void {
  const before = seenAnswers(book);
  const known = new Set([...(before[key] ?? []), ...[...stamps].filter((stamp) => stamp !== '')]);
  const after = { ...before, [key]: known, owed: owed ?? before.owed };
  const memory = readMemory(book);
  const text = JSON.stringify({
    ...(after.requests === null ? {} : { requests: [...after.requests] }),
    ...(after.availability === null ? {} : { availability: [...after.availability] }),
    owed: [...after.owed],
  });
  if (memory.get(SEEN) !== text) writeMemory(book, new Map([...memory, [SEEN, text]]));
}

function parse(text: string | undefined): Readonly<Partial<Record<keyof SeenAnswers, unknown>>> {
  if (text === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
