import type { Campaign } from '../domain/campaign';
import type { Move, Plan, PlannedSession } from '../domain/plan';
import type { Solved } from './seats/solved';
import type { Problem } from './problem/problem';

/** Sessions in order of date, time and room, requests that fell short, and who changed session. */
export function assemble(
  problem: Problem,
  solved: readonly Solved[],
): Pick<Plan, 'sessions' | 'shortRequests' | 'moved'> {
  const rank = new Map(problem.campaign.candidates.map((candidate, index) => [candidate.id, index]));
  const reserved = new Map<number, number>();
  const sessions: { readonly slot: number; readonly session: PlannedSession }[] = [];
  const k = problem.campaign.settings.candidatesPerInvigilator;
  for (const { choice, seating } of solved) {
    for (const index of choice.open.keys()) {
      const opening = problem.openings[index];
      const slot = opening ? problem.slots[opening.slot] : undefined;
      const room = opening ? problem.rooms[opening.room] : undefined;
      if (!opening || !slot || !room) continue;
      const seats = [...opening.imposed, ...(seating.seats.get(index) ?? [])]
        .flatMap((who) => problem.candidates[who]?.id ?? [])
        .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
      const anonymous = [...(seating.anonymous.get(index) ?? new Map<number, number>()).entries()]
        .sort(([a], [b]) => a - b)
        .flatMap(([at, places]) => {
          const request = problem.requests[at];
          reserved.set(at, (reserved.get(at) ?? 0) + places);
          return request ? [{ request: request.id, group: request.group, places }] : [];
        });
      const people = anonymous.reduce((sum, one) => sum + one.places, seats.length);
      const needed = k > 0 ? Math.ceil(people / k) : 1;
      sessions.push({
        slot: opening.slot,
        session: {
          slot: slot.code,
          room: room.code,
          continues: opening.existing?.number ?? null,
          seats,
          anonymous,
          invigilators: (choice.watchers.get(index) ?? []).slice(0, needed),
        },
      });
    }
  }
  sessions.sort((a, b) => a.slot - b.slot || (a.session.room < b.session.room ? -1 : 1));
  const ordered = sessions.map((one) => one.session);
  const short = problem.requests.flatMap((request, at) => {
    const missing = request.places - (reserved.get(at) ?? 0);
    return missing > 0 ? [{ request: request.id, missing }] : [];
  });
  return { sessions: ordered, shortRequests: short, moved: movesOf(problem.campaign, ordered) };
}

/** Who changes session, compared with the planning that exists. */
export function movesOf(campaign: Campaign, sessions: readonly PlannedSession[]): Move[] {
  const now = new Map<string, PlannedSession>();
  for (const session of sessions) for (const id of session.seats) now.set(id, session);
  const known = new Set<string>(campaign.candidates.map((candidate) => candidate.id));
  const listed = new Set<string>();
  return campaign.existing.flatMap((session) =>
    session.seats.flatMap(({ candidate }): Move[] => {
      const to = now.get(candidate);
      const key = `${candidate}\u0000${session.number}`;
      const stays = session.state !== 'cancelled' && to?.slot === session.slot && to.room === session.room;
      if (stays || !known.has(candidate) || listed.has(key)) return [];
      listed.add(key);
      return [{ candidate, from: session.number, to: to ? { slot: to.slot, room: to.room } : null }];
    }),
  );
}
