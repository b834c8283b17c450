import type { Campaign } from '../../domain/campaign';
import { type ExistingSession, isPinned } from '../../domain/session';
import { minutesNeeded } from '../../domain/settings';

/**
 * The campaign without what is locked or convoked and can no longer be: a session whose room is not free any more is
 * cancelled, and whoever cannot sit where a lock keeps them has left the session. What is held or has begun stays.
 */
export function withPossibleLocks(campaign: Campaign): Campaign {
  const { settings } = campaign;
  const rooms = new Map(campaign.rooms.map((room) => [room.code, room]));
  const slots = new Map(campaign.slots.map((slot) => [slot.code, slot]));
  const people = new Map(campaign.candidates.map((candidate) => [candidate.id, candidate]));
  const mended = (session: ExistingSession): ExistingSession => {
    const [room, slot] = [rooms.get(session.room), slots.get(session.slot)];
    if (session.closed || session.state === 'cancelled' || room === undefined || slot === undefined)
      return session;
    const locked = isPinned(session);
    if (!locked && !session.seats.some((seat) => seat.locked)) return session;
    const free = room.freeAt === 'every' || room.freeAt.includes(slot.code);
    if (!free || (slot.site !== null && slot.site !== room.site)) return { ...session, state: 'cancelled' };
    const good = session.seats.filter((seat) => {
      const candidate = people.get(seat.candidate);
      if (candidate === undefined || !(locked || seat.locked)) return true;
      return (
        candidate.sites.includes(room.site) &&
        candidate.availability.possible.includes(slot.code) &&
        slot.end - slot.start >= minutesNeeded(settings, candidate.extraTime) &&
        (!settings.certifiableOnly || candidate.certifiable === true)
      );
    });
    // In a room that has become too small, those listed first keep their place.
    const kept = good.filter((seat) => locked || seat.locked).slice(0, room.places);
    const seats = good.filter((seat) => kept.includes(seat) || !(locked || seat.locked));
    return seats.length === session.seats.length ? session : { ...session, seats };
  };
  const existing = campaign.existing.map(mended);
  return existing.every((session, at) => session === campaign.existing[at])
    ? campaign
    : { ...campaign, existing };
}
