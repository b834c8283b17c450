import { type Memory, readMemory, writeMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { writeTab } from '../google/write-tab';
import { type KeptAside, parseKeptAside, restoredTab } from '../workbook/write/kept-aside';
import type { TabContent } from '../workbook/write/tab-content';

/** Name under which what the output tabs held is remembered while they are written: being there is the marker. */
const WRITING = 'écriture en cours';

/**
 * Writes tabs so that a failure midway leaves a trace: what they held is remembered before the first cell changes, and
 * forgotten once the last one is written. When a write fails, the tabs are put back at once if that can be done.
 *
 * @param memory what to remember from now on; empty texts are forgotten
 * @param gone tabs to remove, once the others are written
 * @throws what made the writing fail
 */
export function writeSafely(
  book: OpenSpreadsheet,
  tabs: readonly TabContent[],
  keptAside: readonly KeptAside[],
  memory: Memory,
  gone: readonly string[] = [],
): void {
  const before = new Map(readMemory(book));
  writeMemory(book, new Map([...before, [WRITING, JSON.stringify(keptAside)]]));
  book.flush();
  try {
    tabs.forEach((tab) => writeTab(book, tab));
    gone.forEach((tab) => book.remove(tab));
    book.flush();
  } catch (error) {
    tryToPutBack(book);
    throw error;
  }
  before.delete(WRITING);
  writeMemory(book, new Map([...before, ...memory].filter(([, text]) => text !== '')));
}

function tryToPutBack(book: OpenSpreadsheet): void {
  try {
    putBackInterruptedWriting(book);
  } catch {
    // The marker stays: the next action, or the next opening, puts the tabs back.
  }
}

/** Whether a writing did not end, and nothing has put the tabs back yet. */
export function isWritingInterrupted(book: OpenSpreadsheet): boolean {
  return readMemory(book).has(WRITING);
}

/** Puts the output tabs back as they were before a writing that did not end. @returns whether there was one */
export function putBackInterruptedWriting(book: OpenSpreadsheet): boolean {
  const memory = new Map(readMemory(book));
  const text = memory.get(WRITING);
  if (text === undefined) return false;
  for (const kept of parseKeptAside(text)) {
    if (kept.cells === null) book.remove(kept.tab);
    else writeTab(book, restoredTab(kept));
  }
  book.flush();
  memory.delete(WRITING);
  writeMemory(book, memory);
  return true;
}
