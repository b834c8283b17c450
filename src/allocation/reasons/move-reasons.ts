import type { Campaign } from '../../domain/campaign';
import type { Move, Plan } from '../../domain/plan';
import { minutesNeeded } from '../../domain/settings';

/** Why someone leaves the session that they had. */
export type MoveReason =
  | 'sessionCancelled'
  | 'siteNotAccepted'
  | 'notAvailable'
  | 'slotTooShort'
  | 'notCertifiable'
  | 'roomNotFree'
  /** The session is no longer opened: nothing forbids it, the planning is better without. */
  | 'sessionClosed'
  /** The session is there still; the seat serves better for someone else, or the person is better elsewhere. */
  | 'better';

/** The reason of each move, from the rules first. Candidates and rooms unknown to the campaign read as `better`. */
export function moveReason(campaign: Campaign, plan: Plan, move: Move): MoveReason {
  const session = campaign.existing.find(({ number }) => number === move.from);
  const candidate = campaign.candidates.find(({ id }) => id === move.candidate);
  if (session === undefined || candidate === undefined) return 'better';
  if (session.state === 'cancelled') return 'sessionCancelled';
  const room = campaign.rooms.find(({ code }) => code === session.room);
  const slot = campaign.slots.find(({ code }) => code === session.slot);
  if (room === undefined || slot === undefined) return 'roomNotFree';
  if (!candidate.sites.includes(room.site)) return 'siteNotAccepted';
  if (!candidate.availability.possible.includes(slot.code)) return 'notAvailable';
  if (slot.end - slot.start < minutesNeeded(campaign.settings, candidate.extraTime)) return 'slotTooShort';
  if (campaign.settings.certifiableOnly && candidate.certifiable !== true) return 'notCertifiable';
  const free = room.freeAt === 'every' || room.freeAt.includes(slot.code);
  if (!free || (slot.site !== null && slot.site !== room.site)) return 'roomNotFree';
  const open = plan.sessions.some((one) => one.slot === session.slot && one.room === session.room);
  return open ? 'better' : 'sessionClosed';
}
