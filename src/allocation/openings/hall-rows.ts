import { compareLists } from '../compare-lists';
import type { ClassOfPeople, Component } from '../problem/components';
import { minimalSets } from './minimal-sets';
import { SeatNetwork } from '../flows/network';
import type { Program, Terms } from '../program';

/** What the rows need to know of the model they are added to. */
export interface HallColumns {
  /** Per node: places offered, as terms over columns. */
  readonly places: readonly Terms[];
  /** Per node: column and capacity of each opening. */
  readonly openings: readonly Terms[];
  readonly leftNamed: number;
  readonly leftAll: number;
}

interface Row {
  readonly terms: Terms;
  readonly low: number;
}

const SCALE = 1000;
const CUTS_PER_ROUND = 60;
/** Rounded rows of more sizes than this help no more. */
const MOST_SIZES = 8;
/** Below this many coefficients the rows of the minimal sets are all there from the start. */
const ALL_AT_ONCE = 12_000;
const MOST_SETS_PER_ROUND = 150;
const TOLERANCE = 1e-4;

/**
 * Rows that say "a set of nodes has the places that the people confined to it need" (Hall), with their rounded
 * versions. Few are there from the start; the others come when an answer breaks them.
 */
export class HallRows {
  private readonly known = new Set<string>();
  /** Sets that contain no other set of a class, with the people confined to them, whose rows are not there yet. */
  private network: SeatNetwork | null = null;
  private waiting: { readonly nodes: readonly number[]; readonly named: number; readonly all: number }[];

  constructor(
    private readonly component: Component,
    private readonly program: Program,
    private readonly columns: HallColumns,
  ) {
    const everything = component.nodes.map((_, at) => at);
    this.add(everything);
    const sites = new Map<string, number[]>();
    component.nodes.forEach((node, at) => {
      const site = component.problem.nodes[node]?.site ?? '';
      const list = sites.get(site) ?? [];
      sites.set(site, list);
      list.push(at);
    });
    if (sites.size > 1) for (const nodes of sites.values()) this.add(nodes);
    this.waiting = waitingSets(component.classes);
    const size = this.waiting.reduce(
      (sum, { nodes }) => nodes.reduce((here, node) => here + (columns.openings[node]?.length ?? 0), sum),
      0,
    );
    if (size > ALL_AT_ONCE) return;
    for (const { nodes } of this.waiting) this.add(nodes);
    this.waiting = [];
  }

  /** Adds rows that the values break; `false` when the values seat whom they say. */
  separate(values: readonly number[]): boolean {
    const waited = this.separateWaiting(values);
    if (waited >= MOST_SETS_PER_ROUND / 2) return true;
    return this.separateByFlow(values) || waited > 0;
  }

  private separateWaiting(values: readonly number[]): number {
    const offered = this.columns.places.map((terms) => activity(terms, values));
    const largest = Math.max(
      0,
      ...this.columns.openings.map((list) => Math.max(0, ...list.map(([, size]) => size))),
    );
    const broken = this.waiting.flatMap((set) => {
      // No row of a set is broken, rounded by whatever room, when it has the places of one more room than it needs.
      if (set.nodes.reduce((sum, node) => sum + (offered[node] ?? 0), 0) >= set.all + largest) return [];
      const rows = this.rowsOf(set.nodes, set.named, set.all);
      const worst = Math.max(0, ...rows.map((row) => (row.low - activity(row.terms, values)) / scaleOf(row)));
      return worst > TOLERANCE ? [{ set, worst }] : [];
    });
    broken.sort((a, b) => b.worst - a.worst || compareLists(a.set.nodes, b.set.nodes));
    const taken = new Set(broken.slice(0, MOST_SETS_PER_ROUND).map(({ set }) => set));
    if (taken.size === 0) return 0;
    this.waiting = this.waiting.filter((set) => !taken.has(set));
    for (const { nodes } of taken) this.add(nodes);
    return taken.size;
  }

  private separateByFlow(values: readonly number[]): boolean {
    const { classes } = this.component;
    const { places, leftNamed, leftAll } = this.columns;
    const network = (this.network ??= new SeatNetwork(classes, new Int32Array(places.length), SCALE));
    const offered = places.map((terms) => Math.floor(activity(terms, values) * SCALE + 1e-3));
    offered.forEach((count, node) => {
      if (count !== network.places[node]) network.shrink(node, count);
    });
    // Places are rounded down at each node; one person who is really missing is seen all the same.
    const slack = Math.min(SCALE / 2, SCALE * 0.01 * (1 + places.length / 10));
    let added = 0;
    network.fill();
    const kinds = classes.some((one) => one.anonymous) ? [false, true] : [false];
    for (const anonymous of kinds) {
      const missing = network.left(false) + (anonymous ? network.left(true) : 0);
      const allowed = (values[anonymous ? leftAll : leftNamed] ?? 0) * SCALE;
      if (missing <= allowed + slack) continue;
      const short = classes
        .map((_, index) => index)
        .filter((index) => (network.missing[index] ?? 0) > 0)
        .filter((index) => anonymous || classes[index]?.anonymous !== true);
      if (this.add(network.closure(short).nodes)) added += 1;
      const found: ReadonlySet<number>[] = [];
      for (const index of short.slice(0, CUTS_PER_ROUND)) {
        const allowed = classes[index]?.allowed ?? [];
        if (found.some((nodes) => allowed.every((node) => nodes.has(node)))) continue;
        const { nodes } = network.closure([index]);
        found.push(new Set(nodes));
        if (this.add(nodes)) added += 1;
      }
    }
    return added > 0;
  }

  /** The rows of a set of nodes, ascending; `false` when they are there, or say nothing. */
  private add(nodes: readonly number[]): boolean {
    const key = nodes.join();
    if (this.known.has(key)) return false;
    this.known.add(key);
    const members = new Set(nodes);
    let named = 0;
    let all = 0;
    for (const one of this.component.classes) {
      if (!one.allowed.every((node) => members.has(node))) continue;
      all += one.count;
      if (!one.anonymous) named += one.count;
    }
    for (const row of this.rowsOf(nodes, named, all)) this.program.row(row.terms, row.low, Infinity);
    return all > 0;
  }

  private rowsOf(nodes: readonly number[], named: number, all: number): Row[] {
    const { places, openings, leftNamed, leftAll } = this.columns;
    const offered = nodes.flatMap((node) => places[node] ?? []);
    const capacities = nodes
      .flatMap((node) => openings[node] ?? [])
      .filter(([column]) => !this.program.isFixedAtNought(column));
    return [
      ...(named > 0 ? rounded(offered, capacities, named, leftNamed) : []),
      ...(all > named ? rounded(offered, capacities, all, leftAll) : []),
    ];
  }
}

/** The row itself, its versions rounded by each size of room, and that one session at least is needed. */
function rounded(offered: Terms, capacities: Terms, people: number, left: number): Row[] {
  const rows: Row[] = [{ terms: [...offered, [left, 1]], low: people }];
  const sizes = new Set(capacities.map(([, capacity]) => capacity));
  if (sizes.size === 0 || sizes.size > MOST_SIZES) return rows;
  for (const size of sizes) {
    const part = people / size - Math.floor(people / size);
    if (part < 1e-9) continue;
    const terms = capacities.map(([column, capacity]): [number, number] => {
      const whole = Math.floor(capacity / size);
      return [column, whole + Math.min(1, (capacity / size - whole) / part)];
    });
    rows.push({ terms: [...terms, [left, 1 / (size * part)]], low: Math.ceil(people / size - 1e-9) });
  }
  if (people <= Math.min(...sizes)) {
    const terms = capacities.map(([column]): [number, number] => [column, 1]);
    rows.push({ terms: [...terms, [left, 1 / people]], low: 1 });
  }
  return rows;
}

const activity = (terms: Terms, values: readonly number[]): number =>
  terms.reduce((sum, [column, value]) => sum + value * (values[column] ?? 0), 0);

const scaleOf = (row: Row): number => Math.max(1, row.low);

/** Minimal sets; only classes with the very same set are confined to one. */
function waitingSets(
  classes: readonly ClassOfPeople[],
): { nodes: readonly number[]; named: number; all: number }[] {
  const confined = new Map<string, { named: number; all: number }>();
  for (const one of classes) {
    const key = one.allowed.join();
    const people = confined.get(key) ?? { named: 0, all: 0 };
    confined.set(key, people);
    people.all += one.count;
    if (!one.anonymous) people.named += one.count;
  }
  return minimalSets(classes.map((one) => one.allowed)).map((nodes) => ({
    nodes,
    ...(confined.get(nodes.join()) ?? { named: 0, all: 0 }),
  }));
}
