import type { Campaign } from '../../domain/campaign';
import type { CandidateId } from '../../domain/ids';
import type { AnonymousSeats, GoalName, GoalResult, Plan, PlannedSession, Unseated } from '../../domain/plan';
import { compareSlots } from '../../domain/slot';
import { GOAL_ORDER } from '../seats/evaluation';
import { LoneReasons } from '../reasons/lone-reasons';
import { movesOf } from '../plan-assembly';
import { buildProblem, rankOfEach } from '../problem/problem';
import type { RestoredSession } from './restored-session';

/** A planning put together apart from the engine, as a plan: nothing is claimed of its sessions being the fewest. */
export function restoredPlan(campaign: Campaign, restored: readonly RestoredSession[]): Plan {
  const sessions = restored.map((session) => plannedSession(campaign, session));
  const alone = new LoneReasons(buildProblem(campaign));
  const seated = new Set<string>(sessions.flatMap(({ seats }) => seats));
  return {
    sessions,
    unseated: campaign.candidates
      .filter(({ id }) => !seated.has(id))
      .map((candidate): Unseated => ({
        candidate: candidate.id,
        reason: alone.of(candidate) ?? { kind: 'notRestored' },
      })),
    shortRequests: shortRequests(campaign, sessions),
    goals: goalsOf(campaign, sessions),
    sessionBound: null,
    moved: movesOf(campaign, sessions),
    statistics: {
      classes: 0,
      nodes: 0,
      components: 0,
      binaries: 0,
      solver: 'not needed',
      milliseconds: 0,
    },
  };
}

function plannedSession(campaign: Campaign, session: RestoredSession): PlannedSession {
  const { slot, room, existing, seats, anonymous, invigilators } = session;
  const groupOf = new Map(campaign.requests.map(({ id, group }) => [id, group]));
  return {
    slot: slot.code,
    room: room.code,
    continues: existing?.number ?? null,
    seats: campaign.candidates.flatMap(({ id }): CandidateId[] => (seats.has(id) ? [id] : [])),
    anonymous: [...anonymous].flatMap(([request, places]): AnonymousSeats[] => {
      const group = groupOf.get(request);
      return group === undefined ? [] : [{ request, group, places }];
    }),
    invigilators,
  };
}

function shortRequests(campaign: Campaign, sessions: readonly PlannedSession[]): Plan['shortRequests'] {
  const reserved = new Map<string, number>();
  for (const { anonymous } of sessions)
    for (const { request, places } of anonymous) reserved.set(request, (reserved.get(request) ?? 0) + places);
  return campaign.requests.flatMap(({ id, places }) => {
    const missing = places - (reserved.get(id) ?? 0);
    return missing > 0 ? [{ request: id, missing }] : [];
  });
}

/** Values as they are; bounds that hold for any planning. */
function goalsOf(campaign: Campaign, sessions: readonly PlannedSession[]): readonly GoalResult[] {
  const values = valuesOf(campaign, sessions);
  const bounds: Readonly<Record<GoalName, number>> = {
    seated: campaign.candidates.length,
    anonymous: campaign.requests.reduce((sum, { places }) => sum + places, 0),
    sessions: 0,
    preferred: values.seated,
    groupSplits: 0,
    earliest: 0,
  };
  let proven = true;
  return GOAL_ORDER[campaign.settings.priority].map((goal) => {
    proven = proven && values[goal] === bounds[goal];
    return { goal, value: values[goal], bound: bounds[goal], proven };
  });
}

function valuesOf(
  campaign: Campaign,
  sessions: readonly PlannedSession[],
): Readonly<Record<GoalName, number>> {
  const slots = [...campaign.slots].sort(compareSlots);
  const ranks = rankOfEach(slots);
  const rankOf = new Map(slots.map(({ code }, index) => [code, ranks[index] ?? 0]));
  const people = new Map(campaign.candidates.map((candidate) => [candidate.id, candidate]));
  const groups = new Map<string, Set<PlannedSession>>();
  let [seated, anonymous, preferred, earliest] = [0, 0, 0, 0];
  for (const session of sessions) {
    earliest += rankOf.get(session.slot) ?? 0;
    for (const { places } of session.anonymous) anonymous += places;
    for (const id of session.seats) {
      const candidate = people.get(id);
      if (candidate === undefined) continue;
      seated += 1;
      if (candidate.availability.preferred.includes(session.slot)) preferred += 1;
      if (candidate.group !== null)
        groups.set(candidate.group, (groups.get(candidate.group) ?? new Set()).add(session));
    }
  }
  let groupSplits = 0;
  for (const used of groups.values()) groupSplits += used.size - 1;
  return { seated, anonymous, sessions: sessions.length, preferred, groupSplits, earliest };
}
