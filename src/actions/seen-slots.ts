import { readMemory, writeMemory } from '../google/memory';
import type { OpenSpreadsheet } from '../google/spreadsheet';
import { stableId } from '../messages/stable-id';
import { findTabs, readSettingsTab } from './find-tabs';

/** Name under which the slots that the answers to the form were last compared with are remembered, in short. */
const SLOTS = 'créneaux des réponses';

/** @param tab where the slots are */
export function rememberSlots(book: OpenSpreadsheet, tab: string): void {
  const memory = readMemory(book);
  const now = inShort(book, tab);
  if (memory.get(SLOTS) !== now) writeMemory(book, new Map([...memory, [SLOTS, now]]));
}

/** Whether `Créneaux` is no longer what the answers to the form were last compared with. */
export function slotsChanged(book: OpenSpreadsheet): boolean {
  const { name } = findTabs(book, readSettingsTab(book)).slots;
  return inShort(book, name) !== readMemory(book).get(SLOTS);
}

const inShort = (book: OpenSpreadsheet, tab: string): string =>
  stableId(JSON.stringify(book.read(tab, 'nothing')?.cells ?? []));
