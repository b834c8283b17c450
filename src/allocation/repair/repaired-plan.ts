import type { Plan, Unseated, UnseatedReason } from '../../domain/plan';
import { type Component, splitComponents } from '../problem/components';
import type { Choice } from '../openings/construction';
import { evaluate } from '../seats/evaluation';
import { reasonsTogether, sessionsFull, withoutSeat } from '../reasons/explanations';
import { goalsOf } from '../goal-results';
import { beginPart } from '../part';
import { assemble } from '../plan-assembly';
import type { Problem } from '../problem/problem';
import type { Seating } from '../seats/room-filling';
import type { Solved } from '../seats/solved';
import type { Scene } from './scene';
import type { Seated } from './seat-people';
import type { Solution } from './solutions';

/** The whole plan that a solution makes, with what simple bounds say of its goals. */
export function repairedPlan(scene: Scene, { watchers }: Solution, seated: Seated): Plan {
  const { problem } = scene;
  const { priority } = problem.campaign.settings;
  const solved = splitComponents(problem).map((component): Solved => {
    const choice: Choice = { open: within(component, seated.open), watchers };
    const seating: Seating = {
      seats: within(component, seated.seats),
      anonymous: within(component, seated.anonymous),
    };
    const { limits } = beginPart(component, priority, () => true);
    return { component, choice, seating, values: evaluate(component, choice, seating), limits };
  });
  return {
    ...assemble(problem, solved),
    unseated: unseatedOf(problem, solved),
    goals: goalsOf(problem, solved),
    // Nobody looked for fewer sessions.
    sessionBound: null,
    statistics: {
      classes: 0,
      nodes: problem.nodes.length,
      components: solved.length,
      binaries: 0,
      solver: 'not needed',
      milliseconds: 0,
    },
  };
}

function within<Value>(component: Component, byOpening: ReadonlyMap<number, Value>): Map<number, Value> {
  return new Map(
    component.openings.flatMap((index): [number, Value][] => {
      const value = byOpening.get(index);
      return value === undefined ? [] : [[index, value]];
    }),
  );
}

/** Those without a seat, in the order of the campaign, each with the reason. */
function unseatedOf(problem: Problem, solved: readonly Solved[]): Unseated[] {
  const seated = new Set<number>();
  for (const { choice, seating } of solved)
    for (const index of choice.open.keys())
      for (const who of [...(problem.openings[index]?.imposed ?? []), ...(seating.seats.get(index) ?? [])])
        seated.add(who);
  const together = new Map<number, UnseatedReason>();
  for (const part of solved) {
    const { component, choice } = part;
    const short = component.classes.flatMap((one, at) =>
      one.members.some((member) => isLeftOut(problem, member, seated)) ? [at] : [],
    );
    const reasons = reasonsTogether(part, short);
    for (const at of short) {
      const found = reasons.get(at);
      // Nobody looked for other sessions: no rule is what keeps them closed.
      const reason = found?.kind === 'crowd' ? found : sessionsFull(component, choice, at);
      for (const member of component.classes[at]?.members ?? [])
        together.set(problem.demands[member]?.who ?? -1, reason);
    }
  }
  return withoutSeat(problem, seated, together);
}

function isLeftOut(problem: Problem, member: number, seated: ReadonlySet<number>): boolean {
  const demand = problem.demands[member];
  return demand !== undefined && !demand.anonymous && !seated.has(demand.who);
}
