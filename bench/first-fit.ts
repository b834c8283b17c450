import type { Campaign } from '../src/domain/campaign';
import type { SlotCode } from '../src/domain/ids';
import type { Room } from '../src/domain/room';
import { minutesNeeded } from '../src/domain/settings';
import type { Slot } from '../src/domain/slot';

/**
 * What a person with a list and a pencil gets: one candidate after another, in the first open session with a place,
 * else in a new one in the largest room free. Invigilators are ignored, which can only help it.
 */
export function firstFitCounts(campaign: Campaign): { readonly seated: number; readonly sessions: number } {
  const { settings } = campaign;
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const roomsOf = new Map<string, Room[]>();
  for (const room of [...campaign.rooms].sort((a, b) => b.places - a.places))
    roomsOf.set(room.site, [...(roomsOf.get(room.site) ?? []), room]);
  const left = new Map<string, number>();
  const taken = new Map<Room, Slot[]>();
  let seated = 0;

  const free = (room: Room, slot: Slot): boolean =>
    (slot.site === null || slot.site === room.site) &&
    (room.freeAt === 'every' || room.freeAt.includes(slot.code)) &&
    !(taken.get(room) ?? []).some((other) => meets(slot, other, settings.gapMinutes));

  const seatIn = (usable: readonly SlotCode[], rooms: readonly Room[]): boolean => {
    for (const code of usable) {
      for (const room of rooms) {
        const places = left.get(`${code} ${room.code}`) ?? 0;
        if (places === 0) continue;
        left.set(`${code} ${room.code}`, places - 1);
        return true;
      }
    }
    for (const code of usable) {
      const slot = slots.get(code);
      for (const room of rooms) {
        const places = room.places - settings.keptFree;
        if (slot === undefined || places < 1 || left.has(`${code} ${room.code}`) || !free(room, slot))
          continue;
        taken.set(room, [...(taken.get(room) ?? []), slot]);
        left.set(`${code} ${room.code}`, places - 1);
        return true;
      }
    }
    return false;
  };

  for (const candidate of campaign.candidates) {
    const needed = minutesNeeded(settings, candidate.extraTime);
    const usable = candidate.availability.possible.filter((code) => {
      const slot = slots.get(code);
      return slot !== undefined && slot.end - slot.start >= needed;
    });
    if (
      seatIn(
        usable,
        candidate.sites.flatMap((site) => roomsOf.get(site) ?? []),
      )
    )
      seated += 1;
  }
  return { seated, sessions: left.size };
}

const meets = (a: Slot, b: Slot, gap: number): boolean =>
  a.day === b.day && a.start < b.end + gap && b.start < a.end + gap;
