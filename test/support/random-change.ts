import type { Campaign } from '../../src/domain/campaign';
import type { Change } from '../../src/domain/change';
import { seededRandom } from './seeded-random';

/** Something that may happen to the planning of a campaign; `null` when it has no session that anything can happen to. */
export function randomChange(seed: number, campaign: Campaign): Change | null {
  const random = seededRandom(seed);
  const sessions = campaign.existing.filter(({ state, closed }) => state !== 'cancelled' && !closed);
  if (sessions.length === 0) return null;
  const session = random.pick(sessions);
  const slots = random.chance(0.25) ? ('every' as const) : [session.slot];
  const people = campaign.candidates.map(({ id }) => id);
  const staff = campaign.invigilators ?? [];
  const kinds = ['room', 'session', 'candidates', 'corrected', ...(staff.length > 0 ? ['staff'] : [])];
  switch (random.pick(kinds)) {
    case 'room':
      return { kind: 'roomLost', room: session.room, slots };
    case 'session':
      return { kind: 'sessionCancelled', session: session.number };
    case 'candidates':
      return { kind: 'candidatesAway', candidates: random.some(people, 0.4), slots };
    case 'staff':
      return { kind: 'invigilatorMissing', invigilator: random.pick(staff).name, slots };
    default:
      return { kind: 'tabsCorrected' };
  }
}
