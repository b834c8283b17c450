import { type CalendarDay, dayOfSerial, minutesOfSerial } from '../../domain/calendar';
import { type Cell, isDateCell } from '../../domain/grid';
import { roomCode, sessionNumber, siteName, slotCode } from '../../domain/ids';
import type { Room } from '../../domain/room';
import type { Slot } from '../../domain/slot';
import { stateOf } from '../read/session-state';
import { matchKey } from '../text-match';
import type { KeptRow, KeptTable } from './kept-table';
import type { NumberedSession } from './numbered-plan';

/** Where and when `Planning` says that a session is: what gives its number a meaning. */
export interface PlanningRow {
  readonly number: string;
  /** `null` when the row does not say it. */
  readonly day: CalendarDay | null;
  readonly start: number | null;
  readonly code: string;
  readonly room: string;
}

export function planningRows(kept: KeptTable | null): readonly PlanningRow[] {
  if (kept === null) return [];
  return [...kept.rows.values()].map((row) => {
    const date = cellAt(kept, row, 'Date');
    const start = cellAt(kept, row, 'Début');
    return {
      number: row.key,
      day: isDateCell(date) ? dayOfSerial(date.serial) : null,
      start: isDateCell(start) ? minutesOfSerial(start.serial) : null,
      code: textAt(kept, row, 'Code'),
      room: textAt(kept, row, 'Salle'),
    };
  });
}

/**
 * Whether a row still speaks of a session at this slot and room. A row without date and time is taken at its word. A
 * room that was only renamed is the same room; a row whose code staff changed still shows the name of the other room.
 */
export function sameMeaning(row: PlanningRow, slot: Slot, room: Room, rooms: readonly Room[]): boolean {
  if (row.day !== null && row.day !== slot.day) return false;
  if (row.start !== null && row.start !== slot.start) return false;
  if (matchKey(row.code) !== matchKey(room.code)) return false;
  const named = matchKey(row.room);
  return named === '' || named === matchKey(room.name) || !rooms.some(({ name }) => matchKey(name) === named);
}

/** Cancelled sessions whose slot or room is no longer in the workbook: their rows stay, as they are. */
export function orphanCancelled(
  kept: KeptTable | null,
  known: ReadonlySet<string>,
): readonly NumberedSession[] {
  if (kept === null) return [];
  return [...kept.rows.values()].flatMap((row): NumberedSession[] => {
    const cancelled = stateOf(cellAt(kept, row, 'État')) === 'cancelled';
    const date = cellAt(kept, row, 'Date');
    const day = isDateCell(date) ? dayOfSerial(date.serial) : null;
    if (!cancelled || known.has(matchKey(row.key)) || day === null) return [];
    const places = cellAt(kept, row, 'Places');
    return [
      {
        number: sessionNumber(row.key),
        keptAs: row.key,
        slot: {
          code: slotCode(textAt(kept, row, 'Créneau')),
          day,
          start: minutesAt(kept, row, 'Début'),
          end: minutesAt(kept, row, 'Fin'),
          site: null,
          closed: true,
        },
        room: {
          code: roomCode(textAt(kept, row, 'Code')),
          site: siteName(textAt(kept, row, 'Site')),
          building: textAt(kept, row, 'Bâtiment'),
          name: textAt(kept, row, 'Salle'),
          places: typeof places === 'number' ? places : 0,
          freeAt: [],
        },
        state: 'cancelled',
        locked: cellAt(kept, row, 'Verrouillée') === true,
        seats: [],
        anonymous: [],
        invigilators: [],
      },
    ];
  });
}

function cellAt(kept: KeptTable, row: KeptRow, header: string): Cell {
  return row.cells[kept.ours.get(header) ?? -1] ?? '';
}

function textAt(kept: KeptTable, row: KeptRow, header: string): string {
  const cell = cellAt(kept, row, header);
  return isDateCell(cell) ? '' : String(cell).trim();
}

function minutesAt(kept: KeptTable, row: KeptRow, header: string): number {
  const cell = cellAt(kept, row, header);
  return isDateCell(cell) ? minutesOfSerial(cell.serial) : 0;
}
