import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import type { Invigilator } from '../../domain/invigilator';
import type { SeatRequest } from '../../domain/request';
import type { Room } from '../../domain/room';
import { type ExistingSession, isPinned } from '../../domain/session';
import { type Slot, compareSlots } from '../../domain/slot';

/** The lists of a campaign in order of ids, so that the order of rows changes nothing. */
export interface Sorted {
  readonly campaign: Campaign;
  readonly rooms: readonly Room[];
  readonly slots: readonly Slot[];
  readonly candidates: readonly Candidate[];
  readonly requests: readonly SeatRequest[];
  /** `null`: invigilators do not limit. */
  readonly staff: readonly Invigilator[] | null;
}

/** A session that may exist, before it is known who has to sit there. */
export interface Draft {
  readonly slot: number;
  readonly room: number;
  readonly existing: ExistingSession | null;
  forced: boolean;
  readonly imposed: number[];
}

/** By code units: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function sortedLists(campaign: Campaign): Sorted {
  return {
    campaign,
    rooms: [...campaign.rooms].sort((a, b) => byText(a.code, b.code)),
    slots: [...campaign.slots].sort(compareSlots),
    candidates: [...campaign.candidates].sort((a, b) => byText(a.id, b.id)),
    requests: [...campaign.requests].sort((a, b) => byText(a.id, b.id)),
    staff: campaign.invigilators ? [...campaign.invigilators].sort((a, b) => byText(a.name, b.name)) : null,
  };
}

/** The sessions that stand, and those that nothing written in the workbook forbids. */
export function draftOpenings({ campaign, rooms, slots, staff }: Sorted): Draft[] {
  const key = (slot: string, room: string): string => `${slot}\u0000${room}`;
  const standing = new Map<string, ExistingSession>();
  const cancelled = new Set<string>();
  for (const session of campaign.existing) {
    if (session.state === 'cancelled') cancelled.add(key(session.slot, session.room));
    else standing.set(key(session.slot, session.room), session);
  }
  const drafts: Draft[] = [];
  const free = rooms.map((room) => (room.freeAt === 'every' ? null : new Set<string>(room.freeAt)));
  const watched =
    staff === null
      ? null
      : new Set(
          staff.flatMap((one) => one.sites.flatMap((site) => one.possible.map((slot) => key(slot, site)))),
        );
  slots.forEach((slot, s) => {
    rooms.forEach((room, r) => {
      const place = key(slot.code, room.code);
      const existing = standing.get(place) ?? null;
      const forced = existing !== null && (isPinned(existing) || existing.seats.some((seat) => seat.locked));
      const blocked =
        (slot.site !== null && slot.site !== room.site) ||
        (free[r] ?? null)?.has(slot.code) === false ||
        (slot.closed && existing === null) ||
        (watched !== null && !watched.has(key(slot.code, room.site))) ||
        (cancelled.has(place) && existing === null);
      if (forced || !blocked) drafts.push({ slot: s, room: r, existing, forced, imposed: [] });
    });
  });
  return drafts;
}
