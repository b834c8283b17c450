import { serialOf } from '../../domain/calendar';
import type { Cell } from '../../domain/grid';
import type { Invigilator } from '../../domain/invigilator';
import type { PlanningRecord, RecordedSession, StaffCells } from '../../domain/planning-record';
import { STATE_LABELS } from '../../text/states';
import type { TableSchema } from '../schema/tab-schema';
import { TABS } from '../schema/tabs';
import { matchKey } from '../text-match';
import type { KeptRow, KeptTable } from './kept-table';

/** Sessions of a planning that is restored, by folded number: those that take place and are not in the tab today. */
export function returningSessions(
  record: PlanningRecord,
  kept: KeptTable | null,
): ReadonlyMap<string, RecordedSession> {
  return new Map(
    record.sessions
      .filter(({ state, number }) => state !== 'cancelled' && kept?.rows.has(matchKey(number)) !== true)
      .map((session) => [matchKey(session.number), session]),
  );
}

/**
 * `Planning` as it stands, with a row for each session that comes back: its number and what staff wrote about it. Where
 * invigilators are people of the workbook, those of the plan stand, unless staff had typed somebody else.
 */
export function withReturningSessions(
  kept: KeptTable | null,
  returning: ReadonlyMap<string, RecordedSession>,
  invigilators: readonly Invigilator[] | null,
): KeptTable | null {
  const known = new Set(invigilators?.map(({ name }) => matchKey(name)));
  const ofThePlan = (text: string): boolean =>
    invigilators !== null && text.split(';').every((name) => known.has(matchKey(name)));
  return withRows(
    kept,
    TABS.planning,
    [...returning.values()].map((session) => [
      session.number,
      sessionCells(ofThePlan(session.invigilators) ? { ...session, invigilators: '' } : session),
    ]),
  );
}

/** `Affectations` as it stands, with what staff wrote beside candidates who are no longer in it. */
export function withReturningCandidates(kept: KeptTable | null, record: PlanningRecord): KeptTable | null {
  return withRows(kept, TABS.assignments, Object.entries(record.beside));
}

function sessionCells({
  state,
  locked,
  slot,
  room,
  invigilators,
  number,
  beside,
}: RecordedSession): StaffCells {
  return {
    Session: number,
    État: STATE_LABELS[state],
    Créneau: slot.code,
    Date: slot.day === null ? '' : { serial: serialOf(slot.day) },
    Début: slot.day === null ? '' : { serial: slot.start / 1440 },
    Fin: slot.day === null ? '' : { serial: slot.end / 1440 },
    Site: room.site,
    Salle: room.name,
    Code: room.code,
    Places: room.places,
    Surveillants: invigilators,
    Verrouillée: locked,
    ...beside,
  };
}

/** Cells go to the column of their header; columns that staff removed since stay removed. */
function withRows(
  kept: KeptTable | null,
  schema: TableSchema,
  added: readonly (readonly [string, StaffCells])[],
): KeptTable | null {
  if (added.length === 0) return kept;
  const table = kept ?? blankTable(schema, added);
  const columns = new Map(table.headers.map((header, index) => [matchKey(header), index]));
  for (const [header, index] of table.ours) columns.set(matchKey(header), index);
  const rows = new Map<string, KeptRow>(table.rows);
  for (const [key, cells] of added) {
    if (rows.has(matchKey(key))) continue;
    const line: Cell[] = table.headers.map(() => '');
    for (const [header, cell] of Object.entries(cells)) {
      const at = columns.get(matchKey(header));
      if (at !== undefined) line[at] = cell;
    }
    rows.set(matchKey(key), { key, row: 0, cells: line, formats: [], notes: [], formulas: [] });
  }
  return { ...table, rows };
}

function blankTable(schema: TableSchema, added: readonly (readonly [string, StaffCells])[]): KeptTable {
  const ours = schema.columns.map(({ header }) => header);
  const theirs = new Set(
    added.flatMap(([, cells]) => Object.keys(cells)).filter((one) => !ours.includes(one)),
  );
  return {
    headers: [...ours, ...theirs],
    headerNotes: [],
    ours: new Map(ours.map((header, index) => [header, index])),
    rows: new Map(),
  };
}
