import type { Priority } from '../domain/settings';
import { lowerBoundOf } from './bounds';
import { type Choice, leftBy, openingsOf } from './construction';
import { exchange } from './exchange';
import { MOST_SEAT_COLUMNS, OpeningsModel } from './openings-model';
import { type OpeningGoal, type Part, everyOpening, hasWishes, raiseSessions, ranksOf } from './part';
import { preferredFlow } from './preferred-flow';
import { priceSessions } from './price-bound';
import type { Terms } from './program';
import type { Search } from './search';
import { searchWishes } from './wish-search';

/** Measured: 20,000 columns take about 2 s before the first look at the clock. */
const MILLISECONDS_PER_SEAT_COLUMN = 0.1;
const MILLISECONDS_PER_PRICED_COLUMN = 0.12;
/** Of the time for preferences, that without the solver. */
const SWAPS_SHARE = 0.6;

/** The goals that the priority places first: as good as time allows, with a bound. */
export function mainGoals(part: Part, priority: Priority, search: Search): void {
  if (part.settled || search.left() <= 0) return;
  const wishes = hasWishes(part.component);
  if (priority === 'sessions' && part.left && part.limits.sessions === part.current.open.size) {
    part.reached.set('sessions', part.current.open.size);
    return;
  }
  if (priority === 'preferences' && wishes) {
    preferencesFirst(part, search);
    return;
  }
  const model = new OpeningsModel(part.component, part.current);
  if (!seats(part, model, search)) return;
  if (priority === 'earliest') pursue(part, model, 'earliest', search);
  if (search.left() > 0) pursue(part, model, 'sessions', search);
}

/** Preferences, given the goals before them. */
export function preferredGoal(part: Part, priority: Priority, search: Search): void {
  if (priority === 'preferences' || !hasWishes(part.component) || !isReady(part, search)) return;
  const bySwaps = priority === 'sessions' && !part.component.coupled;
  if (bySwaps) swapForWishes(part, search);
  const model = search.left() > 0 ? seatsModel(part, search) : null;
  if (model === null) {
    if (!bySwaps) return;
    part.reached.set('preferred', preferredFlow(part.component, part.current).preferred);
    boundWishes(part, search);
    return;
  }
  keepReached(part, model);
  pursue(part, model, 'preferred', search, bySwaps);
}

/** A plan with about as many people on preferred slots as can be, without the solver. */
function swapForWishes(part: Part, search: Search): void {
  const { component } = part;
  const columns = component.classes.reduce((sum, one) => sum + one.allowed.length, 0);
  const pricing = columns > MOST_SEAT_COLUMNS ? columns * MILLISECONDS_PER_PRICED_COLUMN * 1.5 : 0;
  const until = Math.min(Math.max(search.left() * (1 - SWAPS_SHARE), pricing), search.left() * 0.6);
  const better = searchWishes(component, part.current, () => search.left() <= until);
  if (preferredFlow(component, better).preferred > preferredFlow(component, part.current).preferred)
    keep(part, better);
}

/** Where the whole program is too large, its relaxation bounds the people on preferred slots. */
function boundWishes(part: Part, search: Search): void {
  const { component, limits, current } = part;
  const columns = component.classes.reduce((sum, one) => sum + one.allowed.length, 0);
  if (preferredFlow(component, current).preferred >= limits.preferred) return;
  if (columns * MILLISECONDS_PER_PRICED_COLUMN > search.left()) return;
  const model = new OpeningsModel(component, current, 'seats', true);
  const people = component.classes.reduce((sum, one) => sum + one.count, 0);
  model.limitSessions(current.open.size, people);
  const prices = model.seatPrices(model.likedTerms(), search);
  if (prices === null) return;
  const most = current.open.size;
  const { bound } = priceSessions(component, prices, most, (opening) => model.isShut(opening));
  limits.preferred = Math.min(limits.preferred, Math.floor(bound + 1e-6));
}

/** Ranks, given the goals before them. */
export function earliestGoal(part: Part, search: Search): void {
  if (part.reached.has('earliest') || !isReady(part, search)) return;
  const wishes = part.reached.has('preferred');
  if (hasWishes(part.component) && !wishes) return;
  const model = wishes ? seatsModel(part, search) : new OpeningsModel(part.component, part.current);
  if (model === null) return;
  keepReached(part, model);
  pursue(part, model, 'earliest', search);
}

const isReady = (part: Part, search: Search): boolean =>
  !part.settled && part.left !== null && part.reached.has('sessions') && search.left() > 0;

/** `null` when so many columns would use up the time before the first look at the clock. */
function seatsModel(part: Part, search: Search): OpeningsModel | null {
  const columns = part.component.classes.reduce((sum, one) => sum + one.allowed.length, 0);
  if (columns > MOST_SEAT_COLUMNS || columns * MILLISECONDS_PER_SEAT_COLUMN > search.left()) return null;
  return new OpeningsModel(part.component, part.current, 'seats', part.left?.all === 0);
}

function keepReached(part: Part, model: OpeningsModel): void {
  const { component, left, reached } = part;
  if (left === null) return;
  model.program.row([[model.leftNamed, 1]], -Infinity, left.named);
  model.program.row([[model.leftAll, 1]], -Infinity, left.all);
  const sessions = reached.get('sessions');
  const people = component.classes.reduce((sum, one) => sum + one.count, 0);
  if (sessions !== undefined) model.limitSessions(sessions, people - left.all);
  const preferred = reached.get('preferred');
  if (preferred !== undefined) model.program.row(model.likedTerms(), -Infinity, -preferred);
  const ranks = reached.get('earliest');
  if (ranks !== undefined) model.program.row(model.ranksTerms(), -Infinity, ranks);
}

/** The least people left out, where a flow does not tell; `false` when time ran out before. */
function seats(part: Part, model: OpeningsModel, search: Search): boolean {
  const { component, limits } = part;
  if (part.left === null) {
    const better = exchanged(part, limits.sessions, search);
    if (better) keep(part, better);
    model.startFrom(part.current);
    const named = fewestLeft(part, search, model, [[model.leftNamed, 1]], (left) => left.named);
    limits.leftNamed = Math.max(limits.leftNamed, named.bound);
    const leftNamed = named.reached;
    if (leftNamed === null || leftNamed > limits.leftNamed) return false;
    model.program.row([[model.leftNamed, 1]], -Infinity, leftNamed);
    let leftAll = leftNamed;
    if (component.classes.some((one) => one.anonymous)) {
      const all = fewestLeft(
        part,
        search,
        model,
        [[model.leftAll, 1]],
        (left) => left.named + left.anonymous,
      );
      limits.leftAll = Math.max(limits.leftAll, all.bound);
      if (all.reached === null || all.reached > limits.leftAll) return false;
      leftAll = all.reached;
    } else limits.leftAll = leftNamed;
    part.left = { named: leftNamed, all: leftAll };
    model.program.row([[model.leftAll, 1]], -Infinity, leftAll);
  } else {
    model.program.row([[model.leftNamed, 1]], -Infinity, part.left.named);
    model.program.row([[model.leftAll, 1]], -Infinity, part.left.all);
  }
  limits.sessions = Math.max(limits.sessions, lowerBoundOf(component, limits.leftAll).sessions);
  return true;
}

/** Fewer people left out and fewer sessions, without the solver; `null` when it finds none. */
function exchanged(
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

/** The least of a count of people left out, kept in the part; `reached` is `null` when nothing was found in time. */
function fewestLeft(
  part: Part,
  search: Search,
  model: OpeningsModel,
  objective: Terms,
  count: (left: ReturnType<typeof leftBy>) => number,
): { readonly bound: number; readonly reached: number | null } {
  const known = count(leftBy(part.component, part.current));
  const { bound, choice } = model.minimise(objective, search, known);
  // What is at hand is enough once the bound meets it.
  if (choice === null) return { bound, reached: bound >= known ? known : null };
  keep(part, choice);
  return { bound, reached: count(leftBy(part.component, choice)) };
}

function keep(part: Part, choice: Choice): void {
  part.current = choice;
  part.choices.push(choice);
}

/** Minimises one goal (or makes it as great as can be), keeps its value for those after it. */
function pursue(
  part: Part,
  model: OpeningsModel,
  goal: OpeningGoal,
  search: Search,
  startIsGood = goal === 'sessions',
): void {
  const { component, limits } = part;
  const value = (choice: Choice): number => {
    if (goal === 'sessions') return choice.open.size;
    return goal === 'earliest' ? ranksOf(component, choice) : -preferredFlow(component, choice).preferred;
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
  const step = model.minimise(objective, search, known, improveFirst);
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

/** Most on preferred slots first: a flow with everything open tells how many, where sessions do not exclude each other. */
function preferencesFirst(part: Part, search: Search): void {
  const { component, limits } = part;
  if (!component.coupled) {
    const every = everyOpening(component);
    const { preferred, counts } = preferredFlow(component, every);
    limits.preferred = Math.min(limits.preferred, preferred);
    keep(part, usedOnly(part, counts));
    part.reached.set('preferred', preferred);
  }
  const model = seatsModel(part, search);
  if (model === null) {
    part.reached.set('sessions', part.current.open.size);
    return;
  }
  if (!seats(part, model, search)) return;
  const preferred = part.reached.get('preferred');
  if (preferred === undefined) pursue(part, model, 'preferred', search);
  else model.program.row(model.likedTerms(), -Infinity, -preferred);
  if (search.left() > 0) pursue(part, model, 'sessions', search);
}

/** Of everything, only the sessions that these people need: in each node the largest rooms that hold them. */
function usedOnly({ component }: Part, counts: readonly (readonly number[])[]): Choice {
  const load = component.nodes.map(() => 0);
  component.classes.forEach((one, index) =>
    one.allowed.forEach((node, at) => (load[node] = (load[node] ?? 0) + (counts[index]?.[at] ?? 0))),
  );
  const position = new Map(component.nodes.map((node, index) => [node, index]));
  const open = new Map<number, number>();
  const openings = [...openingsOf(component)].sort(
    (a, b) => Number(b.forced) - Number(a.forced) || b.capacity - a.capacity || a.index - b.index,
  );
  for (const one of openings) {
    const node = position.get(one.node) ?? 0;
    if (!one.forced && (load[node] ?? 0) <= 0) continue;
    open.set(one.index, one.capacity);
    load[node] = (load[node] ?? 0) - one.capacity;
  }
  return { open, watchers: new Map() };
}
