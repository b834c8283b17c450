import type { Campaign } from '../../domain/campaign';
import { minutesNeeded } from '../../domain/settings';
import { type Misfit, type RestoredSession, obstacle } from './restored-session';

/**
 * Reserves again the places without a name, as far as their requests still ask for them; then gives them to people with
 * a name who have no seat and could take one: a place without a name never displaces them.
 */
export function reservePlaces(campaign: Campaign, sessions: readonly RestoredSession[]): readonly Misfit[] {
  const left = new Map(campaign.requests.map(({ id, places }) => [id, places]));
  const missing = new Map<string, number>();
  for (const session of sessions) {
    for (const { group, places } of session.was?.anonymous ?? session.existing?.anonymous ?? []) {
      const reserved = reserve(campaign, session, group, places, left);
      if (reserved < places) missing.set(group, (missing.get(group) ?? 0) + places - reserved);
    }
  }
  seatPeopleFirst(campaign, sessions);
  return [...missing].map(([group, places]) => ({ kind: 'anonymous' as const, group, places }));
}

function reserve(
  campaign: Campaign,
  session: RestoredSession,
  group: string,
  places: number,
  left: Map<string, number>,
): number {
  const { slot, room, existing } = session;
  if (slot.end - slot.start < minutesNeeded(campaign.settings, 0)) return 0;
  let reserved = 0;
  for (const request of campaign.requests) {
    if (request.group.toLowerCase() !== group.toLowerCase()) continue;
    if (!request.possible.includes(slot.code) || !request.sites.includes(room.site)) continue;
    const had =
      existing?.closed === true
        ? existing.anonymous.reduce((sum, one) => (one.group === request.group ? sum + one.places : sum), 0)
        : Infinity;
    const count = Math.min(
      places - reserved,
      left.get(request.id) ?? 0,
      session.capacity - peopleIn(session),
      had - (session.anonymous.get(request.id) ?? 0),
    );
    if (count <= 0) continue;
    session.anonymous.set(request.id, (session.anonymous.get(request.id) ?? 0) + count);
    left.set(request.id, (left.get(request.id) ?? 0) - count);
    reserved += count;
  }
  return reserved;
}

const peopleIn = ({ seats, anonymous }: RestoredSession): number =>
  [...anonymous.values()].reduce((sum, places) => sum + places, seats.size);

function seatPeopleFirst(campaign: Campaign, sessions: readonly RestoredSession[]): void {
  const seated = new Set(sessions.flatMap(({ seats }) => [...seats]));
  for (const candidate of campaign.candidates) {
    if (seated.has(candidate.id)) continue;
    const session = sessions.find(
      (one) =>
        one.anonymous.size > 0 &&
        one.existing?.closed !== true &&
        obstacle(campaign.settings, one, candidate) === null,
    );
    const [first] = session?.anonymous ?? [];
    if (session === undefined || first === undefined) continue;
    const [request, places] = first;
    if (places > 1) session.anonymous.set(request, places - 1);
    else session.anonymous.delete(request);
    session.seats.add(candidate.id);
  }
}
