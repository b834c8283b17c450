import type { Room } from '../../domain/room';
import type { SiteName } from '../../domain/ids';
import type { Slot } from '../../domain/slot';
import { TABS } from '../schema/tabs';
import { readRoomAvailability } from './answers';
import type { Grids } from './campaign';
import type { Names } from './names';
import { ProblemLog } from './problem-log';
import { readRooms } from './rooms';
import type { KnownSlots } from './slot-labels';
import { readSlots, type Moment } from './slots';
import { hasHeaders, readTable, type Table } from './table';

/** The slots and rooms that can be offered: known before any student is listed. */
export interface Offer {
  readonly rooms: readonly Room[];
  readonly sites: Names<SiteName>;
  /** In order of date and time. */
  readonly slots: readonly Slot[];
  readonly byCode: KnownSlots;
}

/** `null` when there is no usable room or slot; the problems are those that checking the data tells. */
export function readOffer(grids: Grids, now: Moment): Offer | null {
  const log = new ProblemLog();
  const table = (key: 'rooms' | 'slots' | 'roomAvailability'): Table | null => {
    const grid = grids[key];
    return grid === null || !hasHeaders(grid, TABS[key]) ? null : readTable(grid, TABS[key], log);
  };
  const [rooms, slots, free] = [table('rooms'), table('slots'), table('roomAvailability')];
  if (rooms === null || slots === null) return null;
  const roomReading = readRooms(rooms, log);
  const { slots: inOrder, byCode } = readSlots(slots, roomReading.sites, now, log);
  if (roomReading.rooms.length === 0 || inOrder.length === 0) return null;
  return {
    rooms: free === null ? roomReading.rooms : readRoomAvailability(free, roomReading, byCode, log),
    sites: roomReading.sites,
    slots: inOrder,
    byCode,
  };
}
