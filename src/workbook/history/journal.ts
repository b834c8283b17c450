import { type Fingerprint, readFingerprint } from '../../domain/fingerprint';
import type { PlanningSettings } from '../../domain/settings';

/** How a planning came to be. `byHand`: what staff had made of one, kept before it was written over. */
export type HistoryOrigin = 'calculated' | 'mended' | 'restored' | 'byHand';

/** What is known of a kept planning without reading it. */
export interface HistoryEntry {
  /** Never given twice in a workbook. */
  readonly id: number;
  /** When it was kept, as a cell of date and time. */
  readonly at: number;
  /** Address of who wrote it; empty when it is not known. */
  readonly who: string;
  readonly origin: HistoryOrigin;
  readonly figures: HistoryFigures;
  /** `null`: it was not calculated. */
  readonly settings: PlanningSettings | null;
  /** Of the data that it was made from; `null` when they could not be read. */
  readonly fingerprint: Fingerprint | null;
  /** Characters of the planning itself. */
  readonly size: number;
}

export interface HistoryFigures {
  readonly sessions: number;
  readonly seated: number;
  /** `null`: not known. */
  readonly unseated: number | null;
  readonly anonymousSeats: number;
  /** Of the rooms of all sessions. */
  readonly places: number;
}

/** The state of the history as a whole. */
export interface Journal {
  readonly nextId: number;
  /** The entry that the tabs showed when they were last written; `null`: none. */
  readonly current: number | null;
  /** Entries that had to make room. */
  readonly dropped: number;
  /** When the latest of those was kept. */
  readonly droppedUntil: number | null;
}

/** How much is kept: plannings, and characters of them all (10 million cells of 50,000 is what a spreadsheet holds). */
export const MOST_ENTRIES = 30;
export const MOST_CHARACTERS = 2_000_000;

/**
 * The entries that have to make room for the others, the oldest first. The two latest always stay, and so does
 * `current`.
 */
export function tooMany(entries: readonly HistoryEntry[], current: number | null): readonly HistoryEntry[] {
  const oldestFirst = [...entries].sort((a, b) => a.id - b.id);
  const removable = oldestFirst.slice(0, -2).filter(({ id }) => id !== current);
  const dropped: HistoryEntry[] = [];
  let count = entries.length;
  let characters = entries.reduce((sum, { size }) => sum + size, 0);
  for (const entry of removable) {
    if (count <= MOST_ENTRIES && characters <= MOST_CHARACTERS) break;
    dropped.push(entry);
    count -= 1;
    characters -= entry.size;
  }
  return dropped;
}

/** What is kept of an entry beside its planning, as text. */
export function entryText({ figures, settings, fingerprint, size }: HistoryEntry): string {
  return JSON.stringify({ figures, settings, fingerprint, size });
}

/** The inverse, with the first cells of the row; `null` when the row is not one that was written. */
export function readEntry(row: {
  readonly key: string;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly about: string;
}): HistoryEntry | null {
  const origin = (['calculated', 'mended', 'restored', 'byHand'] as const).find((one) => one === row.kind);
  const [id, at] = [Number(row.key), Number(row.at)];
  const about = fieldsOf(row.about);
  const figures = about === null ? null : readFigures(about.get('figures'));
  if (origin === undefined || about === null || figures === null) return null;
  if (!Number.isInteger(id) || id < 1 || !Number.isFinite(at)) return null;
  const size = about.get('size');
  return {
    id,
    at,
    who: row.who,
    origin,
    figures,
    settings: readSettings(about.get('settings')),
    fingerprint: readFingerprint(about.get('fingerprint')),
    size: typeof size === 'number' ? size : 0,
  };
}

export const journalText = (journal: Journal): string => JSON.stringify(journal);

/** What is not readable is as if nothing had been kept. */
export function readJournal(text: string, entries: readonly HistoryEntry[]): Journal {
  const given = fieldsOf(text);
  const whole = (name: string): number | null => {
    const value = given?.get(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const highest = Math.max(0, ...entries.map(({ id }) => id));
  return {
    nextId: Math.max(whole('nextId') ?? 1, highest + 1),
    current: whole('current'),
    dropped: whole('dropped') ?? 0,
    droppedUntil: whole('droppedUntil'),
  };
}

function readFigures(value: unknown): HistoryFigures | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  const amount = (name: string): number => {
    const found = given.get(name);
    return typeof found === 'number' ? found : 0;
  };
  return {
    sessions: amount('sessions'),
    seated: amount('seated'),
    unseated: given.get('unseated') === null ? null : amount('unseated'),
    anonymousSeats: amount('anonymousSeats'),
    places: amount('places'),
  };
}

function readSettings(value: unknown): PlanningSettings | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, unknown>(Object.entries(value));
  const amount = (name: string): number => {
    const found = given.get(name);
    return typeof found === 'number' ? found : 0;
  };
  const priority = (['sessions', 'preferences', 'earliest'] as const).find(
    (word) => word === given.get('priority'),
  );
  const recalculation = (['improve', 'complete', 'restart'] as const).find(
    (word) => word === given.get('recalculation'),
  );
  if (priority === undefined || recalculation === undefined) return null;
  return {
    testMinutes: amount('testMinutes'),
    setupMinutes: amount('setupMinutes'),
    gapMinutes: amount('gapMinutes'),
    keptFree: amount('keptFree'),
    candidatesPerInvigilator: amount('candidatesPerInvigilator'),
    priority,
    recalculation,
    certifiableOnly: given.get('certifiableOnly') === true,
  };
}

function fieldsOf(text: string): ReadonlyMap<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : null;
  } catch {
    return null;
  }
}
