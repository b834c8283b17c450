import type { SlotCode } from '../../domain/ids';
import type { GoalName } from '../../domain/plan';
import type { Priority } from '../../domain/settings';
import type { Slot } from '../../domain/slot';
import type { Evidence, Report } from './evidence';

/** Goals in the order in which they are pursued: the parameter moves its own right after the seats. */
const ORDER: Readonly<Record<Priority, readonly GoalName[]>> = {
  sessions: ['seated', 'anonymous', 'sessions', 'preferred', 'groupSplits', 'earliest'],
  preferences: ['seated', 'anonymous', 'preferred', 'sessions', 'groupSplits', 'earliest'],
  earliest: ['seated', 'anonymous', 'earliest', 'sessions', 'preferred', 'groupSplits'],
};

/** The values reported are those counted anew from the seats, and the bounds lie on the right side. */
export function checkGoals(evidence: Evidence, report: Report): void {
  const { plan, campaign } = evidence;
  const expected = ORDER[campaign.settings.priority];
  const names = plan.goals.map((result) => result.goal);
  if (names.join() !== expected.join()) report('goals', `${names.join()} instead of ${expected.join()}`);
  const values = recount(evidence);
  for (const { goal, value, bound, proven } of plan.goals) {
    if (value !== values[goal]) report('goalValue', `${goal}: ${value}, counted ${values[goal]}`);
    const most = goal === 'seated' || goal === 'anonymous' || goal === 'preferred';
    if (!(most ? bound >= value : bound <= value)) report('goalBound', `${goal}: ${value}, bound ${bound}`);
    if (proven && bound !== value) report('goalBound', `${goal}: proven, yet ${value} and bound ${bound}`);
  }
}

/** Values of all goals, counted from the seats alone. */
export function recount(evidence: Evidence): Readonly<Record<GoalName, number>> {
  const ranks = slotRanks(evidence.campaign.slots);
  const sessionsOf = new Map<string, Set<number>>();
  let seated = 0;
  let anonymous = 0;
  let preferred = 0;
  let earliest = 0;
  evidence.plan.sessions.forEach((session, index) => {
    seated += session.seats.length;
    for (const reserved of session.anonymous) anonymous += reserved.places;
    earliest += ranks.get(session.slot) ?? 0;
    for (const id of session.seats) {
      const candidate = evidence.candidates.get(id);
      if (candidate?.availability.preferred.includes(session.slot)) preferred += 1;
      if (candidate === undefined || candidate.group === null) continue;
      const used = sessionsOf.get(candidate.group) ?? new Set();
      sessionsOf.set(candidate.group, used.add(index));
    }
  });
  let groupSplits = 0;
  for (const used of sessionsOf.values()) groupSplits += used.size - 1;
  return { seated, anonymous, sessions: evidence.plan.sessions.length, preferred, groupSplits, earliest };
}

/** 1, 2, 3… in order of date and start; equal times share a rank and the next one follows without a hole. */
function slotRanks(slots: readonly Slot[]): ReadonlyMap<SlotCode, number> {
  const moments = [...new Set(slots.map(moment))].sort();
  const rank = new Map(moments.map((text, index) => [text, index + 1]));
  return new Map(slots.map((slot) => [slot.code, rank.get(moment(slot)) ?? 0]));
}

const moment = (slot: Slot): string => `${slot.day} ${String(slot.start).padStart(4, '0')}`;
