import type { Priority } from '../../domain/settings';
import { lowerBoundOf } from './bounds';
import { type Choice, leftBy, openingsOf } from './construction';
import { OpeningsModel } from './openings-model';
import { type Part, everyOpening, hasWishes } from '../part';
import { preferredFlow } from '../flows/preferred-flow';
import { minimise } from './openings-search';
import type { Terms } from '../program';
import { exchanged, isReady, keep, keepReached, pursue, seatsModel } from './pursue';
import type { Search } from '../search';

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

/** The least of a count of people left out, kept in the part; `reached` is `null` when nothing was found in time. */
function fewestLeft(
  part: Part,
  search: Search,
  model: OpeningsModel,
  objective: Terms,
  count: (left: ReturnType<typeof leftBy>) => number,
): { readonly bound: number; readonly reached: number | null } {
  const known = count(leftBy(part.component, part.current));
  const { bound, choice } = minimise(model, objective, search, known);
  // What is at hand is enough once the bound meets it.
  if (choice === null) return { bound, reached: bound >= known ? known : null };
  keep(part, choice);
  return { bound, reached: count(leftBy(part.component, choice)) };
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
  const open = new Map<number, number>();
  const openings = [...openingsOf(component)].sort(
    (a, b) => Number(b.forced) - Number(a.forced) || b.capacity - a.capacity || a.index - b.index,
  );
  for (const one of openings) {
    const node = component.positions.get(one.node) ?? 0;
    if (!one.forced && (load[node] ?? 0) <= 0) continue;
    open.set(one.index, one.capacity);
    load[node] = (load[node] ?? 0) - one.capacity;
  }
  return { open, watchers: new Map() };
}
