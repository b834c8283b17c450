import { type Seated, countsOf, likedIn, replace, splitsOf, within } from './arranged';
import { openingsOf } from '../openings/construction';
import type { Search } from '../search';
import { PartyModel, type Scene } from './party-model';
import type { Opening } from '../problem/problem';

/** Nodes of the search for one arrangement. */
const NODES = 100;
/** Closed sessions that may open instead. */
const OTHERS = 6;
/** One split is worse than any date. */
const SPLIT = 1000;

/** What must not get worse, and whether sessions may close for others. */
export interface Manners {
  readonly openings: 'kept' | 'free';
  /** The sum of ranks comes before groups. */
  readonly ranksFirst: boolean;
}

/** Each session in turn with those that share most groups with it, again where that brought something. */
export function rearrange(seated: Seated, size: number, manners: Manners, search: Search): void {
  const waiting = new Set([...seated.open.keys()].sort((a, b) => a - b));
  for (let [center] = waiting; center !== undefined && search.left() > 0; [center] = waiting) {
    waiting.delete(center);
    if (!seated.open.has(center)) continue;
    const sessions = neighbours(seated, center, size);
    const scene = sceneOf(seated, sessions, manners);
    if (scene === null || !arrange(seated, scene, manners, search)) continue;
    for (const { index } of scene.openings) if (seated.open.has(index)) waiting.add(index);
  }
}

/** Everybody at once among the sessions that are open. */
export function rearrangeAll(seated: Seated, manners: Manners, search: Search): void {
  const scene = sceneOf(seated, [...seated.open.keys()], { ...manners, openings: 'kept' });
  if (scene !== null) arrange(seated, scene, manners, search, Infinity);
}

/** Groups and sessions that could meet among those open. */
export function meetingsPossible({ component, parties, open }: Seated): number {
  const { problem } = component;
  const atNode = component.nodes.map((): number => 0);
  for (const index of open.keys()) {
    const at = component.positions.get(problem.openings[index]?.node ?? -1) ?? 0;
    atNode[at] = (atNode[at] ?? 0) + 1;
  }
  const nodes = parties.present.map(() => new Set<number>());
  for (const { group, allowed } of parties.list)
    for (const node of allowed) if (group >= 0) nodes[group]?.add(node);
  return nodes.reduce((sum, set) => [...set].reduce((here, node) => here + (atNode[node] ?? 0), sum), 0);
}

/** The session and those that share most groups with it. */
function neighbours({ parties, shares, open }: Seated, center: number, size: number): number[] {
  const groups = new Map<number, Set<number>>();
  parties.list.forEach(({ group }, index) => {
    if (group < 0) return;
    for (const session of shares[index]?.keys() ?? [])
      groups.set(session, (groups.get(session) ?? new Set()).add(group));
  });
  const own = groups.get(center) ?? new Set<number>();
  return [...open.keys()]
    .map((session) => {
      const shared = [...(groups.get(session) ?? [])].filter((one) => own.has(one)).length;
      return { session, shared: session === center ? Infinity : shared };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.session - b.session)
    .slice(0, size)
    .map(({ session }) => session);
}

/** `null` when nothing could change. */
function sceneOf(seated: Seated, sessions: readonly number[], { openings }: Manners): Scene | null {
  const { component, parties, open } = seated;
  const chosen = sessions.flatMap((index) => component.problem.openings[index] ?? []);
  const counts = countsOf(within(seated.shares, new Set(sessions)));
  const others = openings === 'free' ? alternatives(seated, chosen, counts) : [];
  if (chosen.length < 2 && others.length === 0) return null;
  const kept = chosen.filter((one) => openings === 'kept' || one.forced);
  return {
    component,
    parties,
    counts,
    openings: [...chosen, ...others],
    places: new Map(kept.map((one) => [one.index, open.get(one.index) ?? 0])),
    left: { named: 0, all: 0 },
    staffed: null,
  };
}

/** Closed sessions where most of these people could sit, that no open one excludes. */
function alternatives(
  { component, parties, open }: Seated,
  sessions: readonly Opening[],
  counts: readonly number[],
): Opening[] {
  const { conflicts } = component.problem;
  const inside = new Set(sessions.map((one) => one.index));
  const able = component.nodes.map(() => 0);
  parties.list.forEach((party, index) => {
    for (const node of (counts[index] ?? 0) > 0 ? party.allowed : [])
      able[node] = (able[node] ?? 0) + (counts[index] ?? 0);
  });
  return openingsOf(component)
    .filter((one) => !open.has(one.index) && one.capacity > 0)
    .filter((one) => !(conflicts[one.index] ?? []).some((other) => open.has(other) && !inside.has(other)))
    .map((one) => ({
      one,
      people: Math.min(one.capacity, able[component.positions.get(one.node) ?? 0] ?? 0),
    }))
    .sort((a, b) => b.people - a.people || a.one.index - b.one.index)
    .slice(0, OTHERS)
    .map(({ one }) => one);
}

/** `true` when the people of the scene sit better than before. */
function arrange(
  seated: Seated,
  scene: Scene,
  { ranksFirst, openings }: Manners,
  search: Search,
  nodes = NODES,
): boolean {
  const { component, parties } = seated;
  const inside = new Set(scene.openings.map((one) => one.index));
  const shares = within(seated.shares, inside);
  const open = new Map([...seated.open].filter(([index]) => inside.has(index)));
  const ranks = (some: ReadonlyMap<number, number>): number =>
    [...some.keys()].reduce((sum, index) => sum + (component.problem.openings[index]?.rank ?? 0), 0);
  const liked = likedIn(component, parties, shares);
  const splits = splitsOf(parties, shares, false);
  const worth = SPLIT * splits + ranks(open);
  const model = new PartyModel(scene);
  if (liked > 0) model.atMost(model.likedTerms(), -liked);
  const free = openings === 'free' && scene.places.size < scene.openings.length;
  if (free) model.atMost(model.sessionsTerms(), open.size);
  if (free && ranksFirst) model.atMost(model.ranksTerms(), ranks(open));
  const objective =
    free && !ranksFirst
      ? [
          ...model.splitsTerms().map(([column, value]) => [column, value * SPLIT] as const),
          ...model.ranksTerms(),
        ]
      : model.splitsTerms();
  const { found } = model.minimise(objective, { shares, open, watchers: null }, search, nodes);
  if (found === null) return false;
  const better = ranksFirst
    ? splitsOf(parties, found.shares, false) < splits && ranks(found.open) <= ranks(open)
    : SPLIT * splitsOf(parties, found.shares, false) + ranks(found.open) < worth;
  const counts = countsOf(found.shares);
  const everybody = scene.counts.every((count, index) => counts[index] === count);
  if (!better || !everybody || found.open.size > open.size) return false;
  if (likedIn(component, parties, found.shares) < liked) return false;
  replace(seated, scene, found);
  return true;
}
