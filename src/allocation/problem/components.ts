import { overlaps } from '../../domain/slot';
import { type SeatClass, SeatNetwork } from '../flows/network';
import type { Problem } from './problem';

/** A part of the problem that shares neither people, rooms nor invigilators with the rest. */
export interface Component {
  readonly problem: Problem;
  /** Nodes of the problem, ascending; classes speak of positions in this list. */
  readonly nodes: readonly number[];
  /** Position of each node. */
  readonly positions: ReadonlyMap<number, number>;
  readonly openings: readonly number[];
  readonly classes: readonly ClassOfPeople[];
  /** Whether openings exclude each other or compete for invigilators. */
  readonly coupled: boolean;
  /** Every opening stands in every best plan (minimum cut): nothing is left to choose. */
  readonly allNeeded: boolean;
}

export interface ClassOfPeople extends SeatClass {
  /** Positions of the preferred nodes. */
  readonly preferred: readonly number[];
  /** Indices of the demands. */
  readonly members: readonly number[];
}

/** People and seats without a name to be seated. */
export const seatsWanted = ({ classes }: Component): number =>
  classes.reduce((sum, one) => sum + one.count, 0);

/** How many columns people are, one for each class at each of its nodes. */
export const seatColumnsOf = ({ classes }: Component): number =>
  classes.reduce((sum, one) => sum + one.allowed.length, 0);

export function splitComponents(problem: Problem): Component[] {
  const parent = problem.nodes.map((_, index) => index);
  const root = (node: number): number => {
    let top = node;
    while ((parent[top] ?? top) !== top) top = parent[top] ?? top;
    for (let walk = node; walk !== top;) {
      const next = parent[walk] ?? top;
      parent[walk] = top;
      walk = next;
    }
    return top;
  };
  const link = (a: number, b: number): void => {
    parent[root(a)] = root(b);
  };
  for (const demand of problem.demands)
    for (const node of demand.allowed) link(node, demand.allowed[0] ?? node);
  problem.conflicts.forEach((others, index) => {
    const node = problem.openings[index]?.node ?? 0;
    for (const other of others) link(node, problem.openings[other]?.node ?? node);
  });
  if (problem.staff !== null) linkBySlots(problem, link);
  const groups = new Map<number, number[]>();
  problem.nodes.forEach((_, node) => {
    const list = groups.get(root(node)) ?? [];
    groups.set(root(node), list);
    list.push(node);
  });
  const demandsAt = new Map<number, number[]>();
  problem.demands.forEach((demand, index) => {
    const top = root(demand.allowed[0] ?? 0);
    const list = demandsAt.get(top) ?? [];
    demandsAt.set(top, list);
    list.push(index);
  });
  return [...groups.entries()].flatMap(([top, nodes]) =>
    splitByCut(componentOf(problem, nodes, demandsAt.get(top) ?? [])),
  );
}

const positionsOf = (nodes: readonly number[]): Map<number, number> =>
  new Map(nodes.map((node, position) => [node, position]));

/** Invigilators are people: slots that overlap compete for them. */
function linkBySlots(problem: Problem, link: (a: number, b: number) => void): void {
  problem.nodes.forEach((node, a) => {
    for (let b = a + 1; b < problem.nodes.length; b += 1) {
      const other = problem.nodes[b];
      const one = problem.slots[node.slot];
      const two = other ? problem.slots[other.slot] : undefined;
      if (one && two && overlaps(one, two, 0)) link(a, b);
    }
  });
}

function componentOf(problem: Problem, nodes: readonly number[], demands: readonly number[]): Component {
  const positions = positionsOf(nodes);
  const openings = nodes.flatMap((node) => problem.nodes[node]?.openings ?? []);
  const keys = new Map<string, { demands: number[]; count: number }>();
  for (const index of demands) {
    const demand = problem.demands[index];
    if (!demand) continue;
    const key = `${demand.anonymous ? 'a' : 'n'}${demand.allowed.join()}/${demand.preferred.join()}`;
    const group = keys.get(key) ?? { demands: [], count: 0 };
    keys.set(key, group);
    group.demands.push(index);
    group.count += demand.count;
  }
  const classes = [...keys.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]): ClassOfPeople[] => {
      const first = problem.demands[group.demands[0] ?? 0];
      if (!first) return [];
      const local = (list: readonly number[]): number[] => list.map((node) => positions.get(node) ?? 0);
      return [
        {
          allowed: local(first.allowed),
          preferred: local(first.preferred),
          anonymous: first.anonymous,
          count: group.count,
          members: group.demands,
        },
      ];
    });
  const coupled = problem.staff !== null || openings.some((one) => (problem.conflicts[one] ?? []).length > 0);
  return { problem, nodes, positions, openings, classes, coupled, allNeeded: false };
}

/**
 * Where people are left out, the minimum cut parts a component: whoever may be left out sits only at certain nodes,
 * whose sessions are all open and full in every best plan, and nobody else sits there.
 */
function splitByCut(component: Component): Component[] {
  if (component.coupled) return [component];
  const { problem, classes, nodes } = component;
  const places = nodes.map((node) =>
    (problem.nodes[node]?.openings ?? []).reduce(
      (sum, one) => sum + (problem.openings[one]?.capacity ?? 0),
      0,
    ),
  );
  const network = new SeatNetwork(classes, Int32Array.from(places));
  network.fill();
  const short = classes.flatMap((_, index) => ((network.missing[index] ?? 0) > 0 ? [index] : []));
  if (short.length === 0) return [component];
  const cut = network.closure(short);
  const inside = new Set(cut.nodes);
  const crowd = new Set(cut.classes);
  const part = (wanted: boolean): Component => {
    const kept = nodes.map((_, at) => at).filter((at) => inside.has(at) === wanted);
    const people = ({ count }: ClassOfPeople, index: number): number =>
      crowd.has(index) === wanted ? count : 0;
    return { ...restricted(component, kept, people), allNeeded: wanted };
  };
  return [part(true), part(false)];
}

/**
 * Some nodes of a component whose sessions do not exclude each other, as a component of its own.
 *
 * @param kept positions of its nodes, ascending
 * @param peopleOf how many of each class are concerned; a class of which nobody is has no place in it
 */
export function restricted(
  { problem, nodes, classes }: Component,
  kept: readonly number[],
  peopleOf: (one: ClassOfPeople, index: number) => number,
): Component {
  const position = positionsOf(kept);
  const local = (list: readonly number[]): number[] => list.flatMap((at) => position.get(at) ?? []);
  const ids = kept.map((at) => nodes[at] ?? 0);
  return {
    problem,
    nodes: ids,
    positions: positionsOf(ids),
    openings: ids.flatMap((node) => problem.nodes[node]?.openings ?? []),
    classes: classes.flatMap((one, index): ClassOfPeople[] => {
      const count = peopleOf(one, index);
      if (count === 0) return [];
      return [{ ...one, count, allowed: local(one.allowed), preferred: local(one.preferred) }];
    }),
    coupled: false,
    allNeeded: false,
  };
}
