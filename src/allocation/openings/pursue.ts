import { seatsWanted, seatColumnsOf } from '../problem/components';
import type { Choice } from './construction';
import { exchange } from './exchange';
import { MOST_SEAT_COLUMNS, OpeningsModel } from './openings-model';
import { minimise } from './openings-search';
import { type OpeningGoal, type Part, raiseSessions, sumOfRanks } from '../part';
import { preferredOf } from '../flows/preferred-flow';
import type { Terms } from '../program';
import type { Search } from '../search';

/** Measured: 20,000 columns take about 2 s before the first look at the clock. */
const MILLISECONDS_PER_SEAT_COLUMN = 0.1;

export const isReady = (part: Part, search: Search): boolean =>
  !part.settled && part.left !== null && part.reached.has('sessions') && search.left() > 0;

/** `null` when so many columns would use up the time before the first look at the clock. */
export function seatsModel(part: Part, search: Search): OpeningsModel | null {
  const columns = seatColumnsOf(part.component);
  if (columns > MOST_SEAT_COLUMNS || columns * MILLISECONDS_PER_SEAT_COLUMN > search.left()) return null;
  return new OpeningsModel(part.component, part.current, 'seats', part.left?.all === 0);
}

export function keepReached(part: Part, model: OpeningsModel): void {
  const { component, left, reached } = part;
  if (left === null) return;
  model.program.row([[model.leftNamed, 1]], -Infinity, left.named);
  model.program.row([[model.leftAll, 1]], -Infinity, left.all);
  const sessions = reached.get('sessions');
  if (sessions !== undefined) model.limitSessions(sessions, seatsWanted(component) - left.all);
  const preferred = reached.get('preferred');
  if (preferred !== undefined) model.program.row(model.likedTerms(), -Infinity, -preferred);
  const ranks = reached.get('earliest');
  if (ranks !== undefined) model.program.row(model.ranksTerms(), -Infinity, ranks);
}

export function keep(part: Part, choice: Choice): void {
  part.current = choice;
  part.choices.push(choice);
}

/** Fewer people left out and fewer sessions, without the solver; `null` when it finds none. */
export function exchanged(
  { component, current, left, limits }: Part,
  sessions: number,
  search: Search,
): Choice | null {
  const enough = {
    leftNamed: left?.named ?? limits.leftNamed,
    leftAll: left?.all ?? limits.leftAll,
    sessions,
  };
  return exchange(component, current, enough, () => search.left() <= 0);
}

/** Minimises one goal (or makes it as great as can be), keeps its value for those after it. */
export function pursue(
  part: Part,
  model: OpeningsModel,
  goal: OpeningGoal,
  search: Search,
  startIsGood = goal === 'sessions',
): void {
  const { component, limits } = part;
  const value = (choice: Choice): number => {
    if (goal === 'sessions') return choice.open.size;
    return goal === 'earliest' ? sumOfRanks(component, choice) : -preferredOf(component, choice);
  };
  const objective: Terms =
    goal === 'sessions'
      ? model.sessionsTerms()
      : goal === 'earliest'
        ? model.ranksTerms()
        : model.likedTerms();
  model.startFrom(part.current, startIsGood);
  const known = value(part.current);
  const improveFirst =
    goal === 'sessions' && part.reached.size === 0
      ? (bound: number): Choice | null => exchanged(part, bound, search)
      : undefined;
  const step = minimise(model, objective, search, known, improveFirst);
  if (goal === 'preferred') limits.preferred = Math.min(limits.preferred, -step.bound);
  else limits[goal] = Math.max(limits[goal], step.bound);
  if (step.choice) {
    const found = value(step.choice);
    if (found < known) part.current = step.choice;
    part.choices.push(step.choice);
  }
  const best = value(part.current);
  model.program.row(objective, -Infinity, best);
  part.reached.set(goal, goal === 'preferred' ? -best : best);
  if (goal === 'sessions') raiseSessions(part);
}
