import type { Campaign } from '../../domain/campaign';
import type { Candidate } from '../../domain/candidate';
import type { Change, ChangedSlots } from '../../domain/change';
import type { SessionNumber, SlotCode } from '../../domain/ids';
import type { ExistingSession } from '../../domain/session';
import { withPossibleLocks } from './possible-locks';

/**
 * The campaign once the change is recorded in the workbook. Sessions that the change makes impossible are cancelled;
 * who can no longer come has left the session. What is held or has begun is a fact and stays.
 *
 * @param cancelled sessions given up beside those that the change names
 */
export function changedCampaign(
  campaign: Campaign,
  change: Change,
  cancelled: readonly SessionNumber[] = [],
): Campaign {
  const changed = withPossibleLocks(withChange(campaign, change));
  if (cancelled.length === 0) return changed;
  return {
    ...changed,
    existing: changed.existing.map((one) => cancelIf(cancelled.includes(one.number), one)),
  };
}

function withChange(campaign: Campaign, change: Change): Campaign {
  const { existing } = campaign;
  switch (change.kind) {
    case 'roomLost': {
      const lost = membership(change.slots);
      return {
        ...campaign,
        rooms: campaign.rooms.map((room) => {
          if (room.code !== change.room) return room;
          const free = room.freeAt === 'every' ? campaign.slots.map(({ code }) => code) : room.freeAt;
          return { ...room, freeAt: free.filter((slot) => !lost(slot)) };
        }),
        existing: existing.map((one) => cancelIf(one.room === change.room && lost(one.slot), one)),
      };
    }
    case 'sessionCancelled':
      return { ...campaign, existing: existing.map((one) => cancelIf(one.number === change.session, one)) };
    case 'invigilatorMissing': {
      const missed = membership(change.slots);
      return {
        ...campaign,
        invigilators:
          campaign.invigilators?.map((one) =>
            one.name === change.invigilator
              ? { ...one, possible: one.possible.filter((slot) => !missed(slot)) }
              : one,
          ) ?? null,
      };
    }
    case 'candidatesAway': {
      const away = new Set<string>(change.candidates);
      const missed = membership(change.slots);
      return {
        ...campaign,
        candidates: campaign.candidates.map((one) => (away.has(one.id) ? without(one, missed) : one)),
        existing: existing.map((session) =>
          session.closed || !missed(session.slot)
            ? session
            : { ...session, seats: session.seats.filter(({ candidate }) => !away.has(candidate)) },
        ),
      };
    }
    case 'tabsCorrected':
      return campaign;
  }
}

function cancelIf(condition: boolean, session: ExistingSession): ExistingSession {
  return condition && !session.closed ? { ...session, state: 'cancelled' } : session;
}

function without(candidate: Candidate, missed: (slot: SlotCode) => boolean): Candidate {
  const { possible, preferred } = candidate.availability;
  const left = (slots: readonly SlotCode[]): readonly SlotCode[] => slots.filter((slot) => !missed(slot));
  return {
    ...candidate,
    availability: { source: 'own', possible: left(possible), preferred: left(preferred) },
  };
}

function membership(slots: ChangedSlots): (slot: SlotCode) => boolean {
  if (slots === 'every') return () => true;
  const named = new Set(slots);
  return (slot) => named.has(slot);
}
