import type { Cell } from '../../domain/grid';
import type { SlotCode } from '../../domain/ids';
import { isBlankCell, partsOf, textOf } from '../cells/text';
import { readMark } from '../cells/values';
import { matchKey } from '../text-match';
import type { ProblemLog } from './problem-log';
import { type KnownSlots, saysAnotherTime, slotOfLabel } from './slot-labels';
import type { Table, TableRow } from './table';

/** What one row of a matrix says. */
export interface Answer {
  readonly possible: readonly SlotCode[];
  readonly preferred: readonly SlotCode[];
}

/** Reads the answers of rows; `null` for a row of blanks and unticked boxes, which is no answer. */
export type AnswerReader = (row: TableRow) => Answer | null;

interface SlotColumn {
  readonly column: number;
  readonly header: string;
  readonly slot: SlotCode;
}

/**
 * A matrix has one column per slot, whose header begins with the slot's code; or the columns `Créneaux possibles` and
 * `Créneaux préférés` with lists of codes or labels. Where a tab has both, both count; what a slot's own column says of
 * it wins.
 */
export function answerReader(table: Table, slots: KnownSlots, log: ProblemLog): AnswerReader {
  const lists = listColumns(table);
  const hasLists = lists.possible !== null || lists.preferred !== null;
  const columns = slotColumns(table, slots, hasLists, log);
  if (!hasLists) return (row) => answerOf(readMarks(row, table.tab, columns, log));
  reportBoth(table, columns, log);
  return (row) => {
    const listed = readLists(row, table.tab, lists, slots, log);
    const marks = columns.length === 0 ? null : readMarks(row, table.tab, columns, log);
    return marks === null ? listed : together(listed, marks);
  };
}

/** What the columns of a row say, slot by slot. */
interface Marks extends Answer {
  readonly refused: readonly SlotCode[];
}

const answerOf = (marks: Marks | null): Answer | null =>
  marks === null ? null : { possible: marks.possible, preferred: marks.preferred };

function together(listed: Answer | null, { refused, ...marks }: Marks): Answer {
  const union = (a: readonly SlotCode[], b: readonly SlotCode[]): SlotCode[] =>
    [...new Set([...a, ...b])].filter((code) => !refused.includes(code));
  return {
    possible: union(listed?.possible ?? [], marks.possible),
    preferred: union(listed?.preferred ?? [], marks.preferred),
  };
}

/** Columns of slots beside lists, where somebody uses them. */
function reportBoth(table: Table, columns: readonly SlotColumn[], log: ProblemLog): void {
  const used = columns.find(({ column }) => table.rows.some((row) => !isBlankCell(row.at(column))));
  if (used === undefined) return;
  const spot = { tab: table.tab, row: table.headerRow, column: used.column };
  log.warning('listsAndColumns', spot, used.header, {});
}

function slotColumns(table: Table, slots: KnownSlots, hasLists: boolean, log: ProblemLog): SlotColumn[] {
  const columns: SlotColumn[] = [];
  const taken = new Set<SlotCode>();
  let aside = false;
  for (const { column, header } of table.others) {
    const slot = slotOfLabel(header, slots);
    const spot = { tab: table.tab, row: table.headerRow, column };
    if (slot === undefined) {
      if (slots.isSetAside(header)) aside = true;
      else if (looksLikeSlot(header)) log.warning('slotColumnUnknown', spot, header);
      continue;
    }
    const { code, day, start } = slot;
    if (taken.has(code)) {
      log.warning('slotColumnRepeated', spot, header, { slot: code });
      continue;
    }
    // Answers of the form stand in the column of the code whatever its header says: they are not to be lost.
    if (saysAnotherTime(header, slot))
      log.warning('slotColumnMoved', spot, header, { slot: code, day, start });
    taken.add(code);
    columns.push({ column, slot: code, header });
  }
  if (columns.length === 0 && !hasLists && !aside && table.rows.length > 0)
    log.warning('noSlotColumn', { tab: table.tab });
  return columns;
}

/** A column of staff (`Remarques`) is left alone; one that looks like a slot is not. */
function looksLikeSlot(header: string): boolean {
  return /^[a-z]{0,3}\d{1,3}\b/i.test(header.trim()) || /\d{1,2}\/\d{1,2}/.test(header);
}

function listColumns(table: Table): { possible: number | null; preferred: number | null } {
  const find = (names: readonly string[]): number | null =>
    table.others.find(({ header }) => names.includes(matchKey(header)))?.column ?? null;
  return {
    possible: find(['creneaux possibles', 'creneau possible', 'creneaux']),
    preferred: find(['creneaux preferes', 'creneau prefere']),
  };
}

function readMarks(
  row: TableRow,
  tab: string,
  columns: readonly SlotColumn[],
  log: ProblemLog,
): Marks | null {
  const possible: SlotCode[] = [];
  const preferred: SlotCode[] = [];
  const refused: SlotCode[] = [];
  let answered = false;
  for (const { column, slot } of columns) {
    const cell = row.at(column);
    const mark = readMark(cell);
    if (mark === 'blank') continue;
    answered = true;
    if (mark === 'unknown') {
      log.warning('markUnknown', { tab, row: row.row, column }, textOf(cell), { slot });
      continue;
    }
    if (mark === 'no') {
      refused.push(slot);
      continue;
    }
    possible.push(slot);
    if (mark === 'preferred') preferred.push(slot);
  }
  return answered ? { possible, preferred, refused } : null;
}

function readLists(
  row: TableRow,
  tab: string,
  lists: { possible: number | null; preferred: number | null },
  slots: KnownSlots,
  log: ProblemLog,
): Answer | null {
  const read = (column: number | null): SlotCode[] =>
    column === null ? [] : readSlotList(row.at(column), { tab, row: row.row, column }, slots, log);
  const texts = [lists.possible, lists.preferred].map((column) =>
    column === null ? '' : textOf(row.at(column)),
  );
  if (texts.every((text) => text === '')) return null;
  const preferred = read(lists.preferred);
  const possible = [...new Set([...read(lists.possible), ...preferred])];
  return { possible, preferred };
}

/** Codes or labels separated by commas, semicolons or line breaks; unknown ones, and slots that moved, are reported. */
export function readSlotList(
  cell: Cell,
  spot: { tab: string; row?: number | undefined; column?: number | null | undefined },
  slots: KnownSlots,
  log: ProblemLog,
): SlotCode[] {
  const codes: SlotCode[] = [];
  for (const part of partsOf(cell, ',')) {
    if (['non', 'aucun', '-'].includes(matchKey(part))) continue;
    const slot = slotOfLabel(part, slots);
    if (slot === undefined) {
      if (!slots.isSetAside(part)) log.warning('slotListUnknown', spot, part);
    } else if (saysAnotherTime(part, slot)) {
      const { code, day, start, end } = slot;
      log.warning('slotListMoved', spot, part, { slot: code, day, start, end });
    } else if (!codes.includes(slot.code)) codes.push(slot.code);
  }
  return codes;
}
