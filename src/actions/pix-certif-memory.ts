import { readMemory, writeMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { type ExportedSession, parseExported, writeExported } from '../pix/certif-sessions/exported';

/** Name under which what Pix Certif is known to hold is remembered: a copy of the workbook carries it. */
const EXPORTED = 'export Pix Certif';

export function exportedSessions(book: OpenSpreadsheet): readonly ExportedSession[] {
  return parseExported(readMemory(book).get(EXPORTED));
}

/** What is to be remembered, for whoever writes the memory with something else. */
export const memoryOfExported = (sessions: readonly ExportedSession[]): ReadonlyMap<string, string> =>
  new Map([[EXPORTED, writeExported(sessions)]]);

export function rememberExported(book: OpenSpreadsheet, sessions: readonly ExportedSession[]): void {
  writeMemory(book, new Map([...readMemory(book), ...memoryOfExported(sessions)]));
}
