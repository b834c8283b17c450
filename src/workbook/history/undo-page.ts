import { type KeptAside, readKeptAside } from '../write/kept-aside';

/** What the last write replaced, to be put back as it was. */
export interface UndoPage {
  /** The output tabs before it. */
  readonly tabs: readonly KeptAside[];
  /** What the workbook remembered then and the write changed, by name; empty: nothing. */
  readonly memory: Readonly<Record<string, string>>;
  /** The entry of the history that the tabs showed; `null`: none. */
  readonly current: number | null;
}

export const undoText = (page: UndoPage): string => JSON.stringify(page);

/** The inverse; `null` when the text is not what was written. */
export function readUndoPage(text: string): UndoPage | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const given = new Map<string, unknown>(Object.entries(parsed));
    const tabs = readKeptAside(given.get('tabs'));
    const memory: unknown = given.get('memory');
    const current = given.get('current');
    if (tabs.length === 0 || typeof memory !== 'object' || memory === null) return null;
    return {
      tabs,
      memory: Object.fromEntries(
        Object.entries(memory).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
      current: typeof current === 'number' ? current : null,
    };
  } catch {
    return null;
  }
}
