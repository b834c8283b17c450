import type { Cell } from '../../domain/grid';
import type { SlotCode } from '../../domain/ids';
import type { Slot } from '../../domain/slot';
import { partsOf, textOf } from '../cells/text';
import { readMark } from '../cells/values';
import { matchKey } from '../text-match';
import type { Names } from './names';
import type { ProblemLog } from './problem-log';
import { saysAnotherTime, slotOfLabel } from './slot-labels';
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
  readonly slot: SlotCode;
}

/**
 * A matrix has one column per slot, whose header begins with the slot's code; or the columns `Créneaux possibles` and
 * `Créneaux préférés` with lists of codes or labels.
 */
export function answerReader(table: Table, slots: Names<Slot>, log: ProblemLog): AnswerReader {
  const lists = listColumns(table);
  if (lists.possible !== null) return (row) => readLists(row, table.tab, lists, slots, log);
  const columns = slotColumns(table, slots, log);
  return (row) => readMarks(row, table.tab, columns, log);
}

function slotColumns(table: Table, slots: Names<Slot>, log: ProblemLog): SlotColumn[] {
  const columns: SlotColumn[] = [];
  const taken = new Set<SlotCode>();
  for (const { column, header } of table.others) {
    const slot = slotOfLabel(header, slots);
    const spot = { tab: table.tab, row: table.headerRow, column };
    if (slot === undefined) {
      if (looksLikeSlot(header)) log.warning('slotColumnUnknown', spot, header);
      continue;
    }
    if (taken.has(slot.code)) {
      log.warning('slotColumnRepeated', spot, header, { slot: slot.code });
      continue;
    }
    taken.add(slot.code);
    columns.push({ column, slot: slot.code });
  }
  if (columns.length === 0 && table.rows.length > 0) log.warning('noSlotColumn', { tab: table.tab });
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
): Answer | null {
  const possible: SlotCode[] = [];
  const preferred: SlotCode[] = [];
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
    if (mark === 'no') continue;
    possible.push(slot);
    if (mark === 'preferred') preferred.push(slot);
  }
  return answered ? { possible, preferred } : null;
}

function readLists(
  row: TableRow,
  tab: string,
  lists: { possible: number | null; preferred: number | null },
  slots: Names<Slot>,
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
  slots: Names<Slot>,
  log: ProblemLog,
): SlotCode[] {
  const codes: SlotCode[] = [];
  for (const part of partsOf(cell, ',')) {
    if (['non', 'aucun', '-'].includes(matchKey(part))) continue;
    const slot = slotOfLabel(part, slots);
    if (slot === undefined) log.warning('slotListUnknown', spot, part);
    else if (saysAnotherTime(part, slot)) {
      const { code, day, start, end } = slot;
      log.warning('slotListMoved', spot, part, { slot: code, day, start, end });
    } else if (!codes.includes(slot.code)) codes.push(slot.code);
  }
  return codes;
}
