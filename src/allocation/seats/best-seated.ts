import { type Choice, existingSessions } from '../openings/construction';
import { compareValues, evaluate } from './evaluation';
import type { Part } from '../part';
import { preferredOf } from '../flows/preferred-flow';
import type { Manner } from './room-filling';
import { seatPeople } from './seating';
import type { Solved } from './solved';

const POLISHING_ROUNDS = 3;

/** Seats people in each choice of openings and keeps the best. */
export function bestSeated(part: Part): Solved {
  if (part.arranged !== null) return part.arranged;
  const { component, choices, current, limits } = part;
  const { settings, existing } = component.problem.campaign;
  const mayStay = existing.length > 0 && settings.recalculation !== 'restart';
  const all = (mayStay ? [...choices, existingSessions(component)] : choices).filter(
    (choice) => choice === current || !isSurelyWorse(part, choice),
  );
  const manners = mayStay ? (['stay', 'groups'] as const) : (['groups'] as const);
  const seat = (choice: Choice, manner: Manner, before?: ArrayLike<number>): Solved => {
    const seating = seatPeople(component, choice, manner, before);
    return { component, choice, seating, values: evaluate(component, choice, seating), limits };
  };
  const better = (a: Solved | null, b: Solved): Solved =>
    a !== null && compareValues(a.values, b.values, settings.priority) <= 0 ? a : b;
  let best: Solved | null = null;
  for (const choice of all) for (const manner of manners) best = better(best, seat(choice, manner));
  if (best === null) throw new Error('a component without any choice of sessions');
  // People sent as near as can be to the best so far may be together there too; what a second calculation would find.
  for (let round = 0; round < POLISHING_ROUNDS; round += 1) {
    const before = seatsOf(best);
    const last: Solved = best;
    for (const choice of all) best = better(best, seat(choice, 'stay', before));
    if (best === last) break;
  }
  return best;
}

/** Whether a choice has more sessions than the best one, or as many and fewer people on preferred slots. */
function isSurelyWorse({ component, current, left }: Part, choice: Choice): boolean {
  const { priority } = component.problem.campaign.settings;
  if (priority !== 'sessions' || left === null) return false;
  if (choice.open.size !== current.open.size) return choice.open.size > current.open.size;
  return preferredOf(component, choice) < preferredOf(component, current);
}

/** Opening of each candidate, −1 for none. */
function seatsOf({ component, choice, seating }: Solved): Int32Array {
  const { problem } = component;
  const seats = new Int32Array(problem.candidates.length).fill(-1);
  for (const index of choice.open.keys())
    for (const who of [...(problem.openings[index]?.imposed ?? []), ...(seating.seats.get(index) ?? [])])
      seats[who] = index;
  return seats;
}
