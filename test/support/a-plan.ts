import { gatherEvidence, placeKey } from '../../src/allocation/verification/evidence';
import { recount } from '../../src/allocation/verification/goals';
import type { Campaign } from '../../src/domain/campaign';
import { candidateId, groupName, roomCode, slotCode } from '../../src/domain/ids';
import type { GoalName, Move, Plan, PlannedSession } from '../../src/domain/plan';

const GOALS: readonly GoalName[] = [
  'seated',
  'anonymous',
  'sessions',
  'preferred',
  'groupSplits',
  'earliest',
];

/** `at`: `C01/R1`; `anonymous`: `['L1', 3]` for three seats of the request of that group. */
export function aSession(
  campaign: Campaign,
  at: string,
  seats: readonly string[],
  more: {
    readonly anonymous?: readonly (readonly [string, number])[];
    readonly invigilators?: readonly string[];
  } = {},
): PlannedSession {
  const [slot = '', room = ''] = at.split('/');
  const where = { slot: slotCode(slot), room: roomCode(room) };
  const before = campaign.existing.find(
    (session) => session.state !== 'cancelled' && placeKey(session) === placeKey(where),
  );
  return {
    ...where,
    continues: before?.number ?? null,
    seats: seats.map(candidateId),
    anonymous: (more.anonymous ?? []).map(([group, places]) => ({
      request: group,
      group: groupName(group),
      places,
    })),
    invigilators: more.invigilators ?? [],
  };
}

/** A plan with these sessions whose other parts are right: who is left out, who moved, the goal values. */
export function aPlan(
  campaign: Campaign,
  sessions: readonly PlannedSession[],
  changes: Partial<Plan> = {},
): Plan {
  const seated = new Set(sessions.flatMap((session) => session.seats));
  const reserved = sessions.flatMap((session) => session.anonymous);
  const bare: Plan = {
    sessions,
    unseated: campaign.candidates
      .filter(({ id }) => !seated.has(id))
      .map(({ id }) => ({ candidate: id, reason: { kind: 'noAvailability' } })),
    shortRequests: campaign.requests.flatMap(({ id, places }) => {
      const found = reserved.filter((seats) => seats.request === id);
      const missing = places - found.reduce((sum, seats) => sum + seats.places, 0);
      return missing > 0 ? [{ request: id, missing }] : [];
    }),
    goals: [],
    sessionBound: null,
    moved: moves(campaign, sessions),
    statistics: {
      classes: 0,
      nodes: 0,
      components: 0,
      binaries: 0,
      solver: 'not needed',
      milliseconds: 0,
    },
  };
  const values = recount(gatherEvidence(campaign, bare));
  const goals = GOALS.map((goal) => ({ goal, value: values[goal], bound: values[goal], proven: true }));
  return { ...bare, goals, ...changes };
}

function moves(campaign: Campaign, sessions: readonly PlannedSession[]): readonly Move[] {
  return campaign.existing
    .filter((before) => before.state !== 'cancelled')
    .flatMap((before) =>
      before.seats.flatMap(({ candidate }): Move[] => {
        const now = sessions.find((session) => session.seats.includes(candidate));
        if (now && placeKey(now) === placeKey(before)) return [];
        const to = now ? { slot: now.slot, room: now.room } : null;
        return [{ candidate, from: before.number, to }];
      }),
    );
}
