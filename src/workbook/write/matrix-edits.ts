import type { SlotCode } from '../../domain/ids';
import type { Slot } from '../../domain/slot';
import { answerReader } from '../read/matrix';
import { ProblemLog } from '../read/problem-log';
import type { KnownSlots } from '../read/slot-labels';
import type { Table, TableRow } from '../read/table';
import { type AvailabilityLayout, availabilityLayout } from '../read/written-answers';
import { matchKey } from '../text-match';
import { type AvailabilityChanges, cellsOf, type StudentAnswer } from './availability-rows';

/** What a matrix of slots has to say of one student, room or invigilator from now on. */
export interface MatrixLine extends Pick<StudentAnswer, 'possible' | 'preferred'> {
  /** What the first cell of a new row says. */
  readonly name: string;
  /** What rows may call it. */
  readonly names: readonly string[];
  /** Slots that are possible no longer. */
  readonly refused: readonly SlotCode[];
}

/** Cells of a matrix to change so that it says so. What stands in other cells stays. */
export interface MatrixEdits {
  readonly table: Table;
  readonly layout: AvailabilityLayout;
  /** Cells that are to say no, in a row that answers already. Row and column from 1. */
  readonly refusals: readonly { readonly row: number; readonly column: number }[];
  /** Lists of slots by row, where there are lists instead of a column per slot. */
  readonly possible: ReadonlyMap<number, string>;
  readonly preferred: ReadonlyMap<number, string>;
  /** Rows to write whole: their owner had no answer of its own. */
  readonly rows: AvailabilityChanges;
}

/** @param nameOf whom a row is about; nothing when it is not known */
export function matrixEdits(
  table: Table,
  nameOf: (row: TableRow) => string,
  slots: readonly Slot[],
  byCode: KnownSlots,
  lines: readonly MatrixLine[],
): MatrixEdits {
  const layout = availabilityLayout(table, byCode);
  const answered = answeredRows(table, nameOf, byCode);
  const refusals: { row: number; column: number }[] = [];
  const possible = new Map<number, string>();
  const preferred = new Map<number, string>();
  const rows: AvailabilityChanges['rows'][number][] = [];
  for (const line of lines) {
    const found = line.names.map((name) => answered.get(matchKey(name))).find((row) => row !== undefined);
    if (found?.answers !== true) {
      rows.push({ row: found?.row.row ?? null, student: line.name, cells: cellsOf(line, layout, slots) });
      continue;
    }
    if (layout.kind === 'lists') {
      possible.set(found.row.row, line.possible.length === 0 ? 'non' : line.possible.join(', '));
      if (layout.preferred !== null) preferred.set(found.row.row, line.preferred.join(', '));
    }
    for (const slot of line.refused) {
      const column = layout.columns.get(slot);
      if (column !== undefined) refusals.push({ row: found.row.row, column });
    }
  }
  const known = layout.kind === 'matrix' ? layout.columns : null;
  const newColumns = known === null || rows.length === 0 ? [] : slots.filter(({ code }) => !known.has(code));
  return {
    table,
    layout,
    refusals,
    possible,
    preferred,
    rows: { newColumns, rows, conflicts: [], written: {} },
  };
}

interface Found {
  readonly row: TableRow;
  readonly answers: boolean;
}

/** Of several rows the last that answers counts; a row of blanks answers nothing, and may be filled. */
function answeredRows(
  table: Table,
  nameOf: (row: TableRow) => string,
  slots: KnownSlots,
): ReadonlyMap<string, Found> {
  const read = answerReader(table, slots, new ProblemLog());
  const found = new Map<string, Found>();
  for (const row of table.rows) {
    const name = matchKey(nameOf(row));
    const answers = read(row) !== null;
    if (name !== '' && (answers || found.get(name)?.answers !== true)) found.set(name, { row, answers });
  }
  return found;
}
