import type { Campaign } from '../domain/campaign';
import type {
  BoundPart,
  BoundReason,
  EngineStatistics,
  GoalName,
  GoalResult,
  Plan,
  Unseated,
} from '../domain/plan';
import { lowerBoundOf } from './bounds';
import { type Component, splitComponents } from './components';
import { type Choice, existingSessions } from './construction';
import { GOAL_ORDER, compareValues, evaluate } from './evaluation';
import { reasonAlone, reasonsTogether } from './explanations';
import { type Limits, optimise } from './optimise';
import type { AllocationOptions } from './options';
import { assemble } from './plan-assembly';
import { type Problem, buildProblem } from './problem';
import { type Manner, seatPeople } from './seating';
import type { Solved } from './solved';
import type { MilpSolver } from './solver';

const POLISHING_ROUNDS = 3;

/**
 * The best valid plan that the budget allows, with what is proven of it. Deterministic when it ends by proof; the order
 * of rows in the campaign changes nothing. Never throws on a campaign that the reader let through.
 */
export function allocate(campaign: Campaign, options: AllocationOptions): Plan {
  const started = options.elapsed();
  const left = (): number => (options.shouldStop?.() ? 0 : options.budget - (options.elapsed() - started));
  options.onProgress?.({ phase: 'preparing', best: null, bound: null });
  const problem = buildProblem(campaign);
  const components = splitComponents(problem).sort(
    (a, b) => a.openings.length - b.openings.length || (a.nodes[0] ?? 0) - (b.nodes[0] ?? 0),
  );
  const door = openDoor(options);
  const solved = components.map((component, index): Solved => {
    const end = options.elapsed() + Math.max(0, left()) / (components.length - index);
    const result = optimise(component, {
      solver: door.solver,
      left: () => Math.min(left(), end - options.elapsed()),
      patience: options.patience / components.length,
      priority: campaign.settings.priority,
    });
    options.onProgress?.({ phase: 'sessions', best: null, bound: null });
    return bestSeated(component, result.choices, result.limits);
  });
  options.onProgress?.({
    phase: 'finishing',
    best: solved.reduce((sum, one) => sum + one.choice.open.size, 0),
    bound: null,
  });
  const assembled = assemble(problem, solved);
  return {
    ...assembled,
    unseated: unseatedOf(problem, solved),
    goals: goalsOf(problem, solved),
    sessionBound: boundOf(problem, solved),
    statistics: statisticsOf(problem, solved, door.state(), options.elapsed() - started),
  };
}

function openDoor(options: AllocationOptions): {
  solver: () => MilpSolver | null;
  state: () => EngineStatistics['solver'];
} {
  let state: EngineStatistics['solver'] = 'not needed';
  let solver: MilpSolver | null = null;
  return {
    solver: () => {
      if (state !== 'not needed') return solver;
      try {
        solver = options.loadSolver === null ? null : options.loadSolver();
      } catch {
        solver = null;
      }
      state = solver === null ? 'refused' : 'used';
      return solver;
    },
    state: () => state,
  };
}

/** Seats people in each choice of openings and keeps the best. */
function bestSeated(component: Component, choices: readonly Choice[], limits: Limits): Solved {
  const { settings, existing } = component.problem.campaign;
  const mayStay = existing.length > 0 && settings.recalculation !== 'restart';
  const all = mayStay ? [...choices, existingSessions(component)] : choices;
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

/** Opening of each candidate, −1 for none. */
function seatsOf({ component, choice, seating }: Solved): Int32Array {
  const { problem } = component;
  const seats = new Int32Array(problem.candidates.length).fill(-1);
  for (const index of choice.open.keys())
    for (const who of [...(problem.openings[index]?.imposed ?? []), ...(seating.seats.get(index) ?? [])])
      seats[who] = index;
  return seats;
}

function goalsOf(problem: Problem, solved: readonly Solved[]): GoalResult[] {
  let proven = true;
  return GOAL_ORDER[problem.campaign.settings.priority].map((goal): GoalResult => {
    let value = 0;
    let bound = 0;
    for (const one of solved) {
      value += one.values[goal];
      bound += boundOfGoal(one, goal);
    }
    if (goal === 'groupSplits') {
      value = splitsOf(solved);
      bound = Math.min(value, fewestSplits(problem, solved));
    }
    // A bound given the goals before it means nothing once one of these is not proven.
    const exact = value === bound && proven;
    if (goal !== 'groupSplits') proven = exact;
    return { goal, value, bound: exact ? value : bound, proven: exact };
  });
}

function splitsOf(solved: readonly Solved[]): number {
  const used = new Map<string, number>();
  for (const { component, choice, seating } of solved) {
    const { problem } = component;
    for (const index of choice.open.keys()) {
      const here = new Set<string>();
      for (const who of [...(problem.openings[index]?.imposed ?? []), ...(seating.seats.get(index) ?? [])]) {
        const group = problem.candidates[who]?.group ?? null;
        if (group !== null) here.add(group);
      }
      for (const group of here) used.set(group, (used.get(group) ?? 0) + 1);
    }
  }
  let splits = 0;
  for (const count of used.values()) splits += count - 1;
  return splits;
}

/** A group larger than any room has to be split: nothing more is claimed. */
function fewestSplits(problem: Problem, solved: readonly Solved[]): number {
  if (solved.some((one) => one.values.seated < peopleOf(one.component))) return 0;
  const largest = Math.max(1, ...problem.rooms.map((room) => room.places));
  const sizes = new Map<string, number>();
  for (const { component, choice, seating } of solved) {
    for (const index of choice.open.keys()) {
      for (const who of [...(problem.openings[index]?.imposed ?? []), ...(seating.seats.get(index) ?? [])]) {
        const group = component.problem.candidates[who]?.group ?? null;
        if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
      }
    }
  }
  let splits = 0;
  for (const size of sizes.values()) splits += Math.ceil(size / largest) - 1;
  return splits;
}

function peopleOf(component: Component): number {
  const imposed = component.openings.reduce(
    (sum, index) => sum + (component.problem.openings[index]?.imposed.length ?? 0),
    0,
  );
  return component.classes.reduce((sum, one) => sum + (one.anonymous ? 0 : one.count), imposed);
}

function boundOfGoal({ component, limits, values }: Solved, goal: GoalName): number {
  const people = peopleOf(component);
  const requested = component.classes.reduce((sum, one) => sum + (one.anonymous ? one.count : 0), 0);
  switch (goal) {
    case 'seated':
      return Math.max(values.seated, people - limits.leftNamed);
    case 'anonymous':
      return Math.max(values.anonymous, requested - Math.max(0, limits.leftAll - (people - values.seated)));
    case 'sessions':
      return Math.min(values.sessions, limits.sessions);
    case 'preferred':
      return Math.max(values.preferred, limits.preferred + imposedPreferred(component));
    case 'earliest':
      return Math.min(values.earliest, limits.earliest);
    case 'groupSplits':
      return 0;
  }
}

function imposedPreferred({ problem, openings }: Component): number {
  let count = 0;
  for (const index of openings) {
    const opening = problem.openings[index];
    const code = opening ? problem.slots[opening.slot]?.code : undefined;
    if (!opening || code === undefined) continue;
    for (const who of opening.imposed)
      if (problem.candidates[who]?.availability.preferred.includes(code)) count += 1;
  }
  return count;
}

function unseatedOf(problem: Problem, solved: readonly Solved[]): Unseated[] {
  const seated = new Set<number>();
  for (const opening of problem.openings) for (const who of opening.imposed) seated.add(who);
  for (const one of solved)
    for (const list of one.seating.seats.values()) for (const who of list) seated.add(who);
  const together = new Map<number, Unseated['reason']>();
  for (const { component, choice } of solved) {
    const missing = component.classes.map((one) =>
      one.members.flatMap((member) => {
        const demand = problem.demands[member];
        return demand && !demand.anonymous && !seated.has(demand.who) ? [demand.who] : [];
      }),
    );
    const short = missing.flatMap((list, index) => (list.length > 0 ? [index] : []));
    if (short.length === 0) continue;
    const reasons = reasonsTogether(component, choice, short);
    for (const index of short) {
      const reason = reasons.get(index);
      for (const who of missing[index] ?? []) if (reason) together.set(who, reason);
    }
  }
  const position = new Map(problem.campaign.candidates.map((candidate, index) => [candidate.id, index]));
  return problem.candidates
    .flatMap((candidate, who): Unseated[] => {
      if (seated.has(who)) return [];
      const reason = reasonAlone(problem, candidate) ??
        together.get(who) ?? { kind: 'noRoomFree' as const, slots: candidate.availability.possible };
      return [{ candidate: candidate.id, reason }];
    })
    .sort((a, b) => (position.get(a.candidate) ?? 0) - (position.get(b.candidate) ?? 0));
}

function boundOf(problem: Problem, solved: readonly Solved[]): BoundReason | null {
  const parts = solved.flatMap(({ component, limits, values }): BoundPart[] => {
    const sessions = Math.min(values.sessions, limits.sessions);
    if (sessions === 0) return [];
    const simple = lowerBoundOf(component, limits.leftAll);
    const names = new Set(component.nodes.map((node) => problem.nodes[node]?.site));
    const sites = [...new Set(problem.rooms.map((room) => room.site))]
      .filter((site) => names.has(site))
      .sort();
    return [
      {
        sites,
        slots: null,
        people: simple.people,
        sessions,
        places: simple.sessions === sessions ? simple.places : null,
      },
    ];
  });
  if (parts.length === 0) return null;
  const sessions = parts.reduce((sum, part) => sum + part.sessions, 0);
  const value = solved.reduce((sum, one) => sum + one.values.sessions, 0);
  return { sessions, proven: sessions === value, parts };
}

function statisticsOf(
  problem: Problem,
  solved: readonly Solved[],
  solver: EngineStatistics['solver'],
  milliseconds: number,
): EngineStatistics {
  return {
    classes: solved.reduce((sum, one) => sum + one.component.classes.length, 0),
    nodes: problem.nodes.length,
    components: solved.length,
    binaries: problem.openings.filter((opening) => !opening.forced).length,
    solver,
    milliseconds: Math.round(milliseconds),
  };
}
