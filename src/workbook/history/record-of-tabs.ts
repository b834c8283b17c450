import type { Campaign } from '../../domain/campaign';
import { dayOfSerial, minutesOfSerial } from '../../domain/calendar';
import { type Cell, type Grid, isDateCell } from '../../domain/grid';
import type { PlanningRecord, RecordedSeat, RecordedSession, StaffCells } from '../../domain/planning-record';
import { identifierOf, isBlankCell, textOf } from '../cells/text';
import { readWholeNumber, readYesNo } from '../cells/values';
import { ProblemLog } from '../read/problem-log';
import { type Table, type TableRow, hasHeaders, readTable } from '../read/table';
import type { TableSchema } from '../schema/tab-schema';
import { TABS } from '../schema/tabs';
import { matchKey } from '../text-match';
import { stateOf } from '../read/session-state';

/** The tabs that say a planning, as read or as they are about to be written. */
export interface PlanningTabs {
  readonly planning: Grid | null;
  readonly assignments: Grid | null;
  readonly anonymousSeats: Grid | null;
}

/** The planning that tabs say, whatever the rest of the workbook holds; without sessions when they say none. */
export function recordOfTabs(tabs: PlanningTabs): PlanningRecord {
  const planning = tableOf(tabs.planning, TABS.planning);
  if (planning === null) return { sessions: [], beside: {} };
  const assignments = tableOf(tabs.assignments, TABS.assignments);
  const seats = seatsBySession(assignments);
  const anonymous = anonymousBySession(tableOf(tabs.anonymousSeats, TABS.anonymousSeats));
  const seen = new Set<string>();
  const sessions = planning.rows.flatMap((row): RecordedSession[] => {
    const number = identifierOf(row.cell('session'), row.shown('session'));
    const key = matchKey(number);
    if (number === '' || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        ...sessionOf(row, number),
        seats: seats.get(key) ?? [],
        anonymous: anonymous.get(key) ?? [],
        beside: besideSession(planning, row),
      },
    ];
  });
  return { sessions, beside: assignments === null ? {} : besideCandidates(assignments) };
}

/** The same planning, where and when `Créneau` and `Code` of its sessions say, as the workbook knows them. */
export function asPlaced(
  record: PlanningRecord,
  campaign: Pick<Campaign, 'slots' | 'rooms'>,
): PlanningRecord {
  const slots = new Map(campaign.slots.map((slot) => [matchKey(slot.code), slot]));
  const rooms = new Map(campaign.rooms.map((room) => [matchKey(room.code), room]));
  return {
    ...record,
    sessions: record.sessions.map((session) => {
      const slot = slots.get(matchKey(session.slot.code));
      const room = rooms.get(matchKey(session.room.code));
      return {
        ...session,
        slot:
          slot === undefined
            ? session.slot
            : { code: slot.code, day: slot.day, start: slot.start, end: slot.end },
        room:
          room === undefined
            ? session.room
            : { code: room.code, name: room.name, site: room.site, places: room.places },
      };
    }),
  };
}

function tableOf(grid: Grid | null, schema: TableSchema): Table | null {
  return grid === null || !hasHeaders(grid, schema) ? null : readTable(grid, schema, new ProblemLog());
}

function sessionOf(row: TableRow, number: string): Omit<RecordedSession, 'seats' | 'anonymous' | 'beside'> {
  const day = row.cell('day');
  return {
    number,
    state: stateOf(row.cell('state')) ?? 'draft',
    locked: readYesNo(row.cell('locked')) === true,
    slot: {
      code: identifierOf(row.cell('slot'), row.shown('slot')),
      day: isDateCell(day) ? dayOfSerial(day.serial) : null,
      start: minutesOf(row.cell('start')),
      end: minutesOf(row.cell('end')),
    },
    room: {
      code: identifierOf(row.cell('code'), row.shown('code')),
      name: textOf(row.cell('room')),
      site: textOf(row.cell('site')),
      places: readWholeNumber(row.cell('places')) ?? 0,
    },
    invigilators: textOf(row.cell('invigilators')),
  };
}

const minutesOf = (cell: Cell): number => (isDateCell(cell) ? minutesOfSerial(cell.serial) : 0);

/** Who sits where; of several rows for one person, the last counts. */
function seatsBySession(table: Table | null): ReadonlyMap<string, readonly RecordedSeat[]> {
  const last = new Map<string, { readonly session: string; readonly seat: RecordedSeat }>();
  for (const row of table?.rows ?? []) {
    const candidate = identifierOf(row.cell('id'), row.shown('id'));
    const session = matchKey(identifierOf(row.cell('session'), row.shown('session')));
    if (candidate === '' || session === '') continue;
    last.set(matchKey(candidate), {
      session,
      seat: { candidate, locked: readYesNo(row.cell('locked')) === true },
    });
  }
  return grouped([...last.values()].map(({ session, seat }) => [session, seat] as const));
}

function anonymousBySession(table: Table | null): ReadonlyMap<string, RecordedSession['anonymous']> {
  return grouped(
    (table?.rows ?? []).flatMap((row) => {
      const places = readWholeNumber(row.cell('places'));
      const session = matchKey(identifierOf(row.cell('session'), row.shown('session')));
      return places === null || places < 1
        ? []
        : [[session, { group: textOf(row.cell('group')), places }] as const];
    }),
  );
}

function grouped<Item>(items: readonly (readonly [string, Item])[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const [key, item] of items) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Columns of `Planning` that the contract gives to staff, beside those that they added. */
const BY_HAND = ['pixNumber', 'remarks'] as const;

function besideSession(table: Table, row: TableRow): StaffCells {
  const byHand = BY_HAND.flatMap((key) => {
    const column = table.columns.get(key);
    const header = TABS.planning.columns.find((one) => one.key === key)?.header;
    return column === undefined || header === undefined ? [] : [{ column, header }];
  });
  return cellsOf(row, [...byHand, ...table.others]);
}

function besideCandidates(table: Table): Readonly<Record<string, StaffCells>> {
  if (table.others.length === 0) return {};
  return Object.fromEntries(
    table.rows.flatMap((row) => {
      const cells = cellsOf(row, table.others);
      const id = identifierOf(row.cell('id'), row.shown('id'));
      return id === '' || Object.keys(cells).length === 0 ? [] : [[id, cells] as const];
    }),
  );
}

function cellsOf(
  row: TableRow,
  columns: readonly { readonly column: number; readonly header: string }[],
): StaffCells {
  return Object.fromEntries(
    columns.flatMap(({ column, header }) => {
      const cell = row.at(column);
      return isBlankCell(cell) ? [] : [[header, cell] as const];
    }),
  );
}
