import type { Campaign } from '../domain/campaign';
import type { EngineStatistics, Plan, Unseated } from '../domain/plan';
import { GroupsGoal } from './groups/arrange-groups';
import { bestSeated } from './seats/best-seated';
import { splitComponents } from './problem/components';
import { boundOf, goalsOf } from './goal-results';
import { reasonsTogether, withoutSeat } from './reasons/explanations';
import type { Search } from './search';
import { mainGoals } from './openings/main-goals';
import type { AllocationOptions, Progress } from './options';
import { type Part, beginPart } from './part';
import { assemble } from './plan-assembly';
import { preferredGoal } from './preferences/preferred-goal';
import { type Problem, buildProblem } from './problem/problem';
import type { Solved } from './seats/solved';
import { type MilpSolver, SolverFailure } from './solver';

/** Of the patience; the rest is for groups. */
const PREFERENCES_SHARE = 0.7;
/** The end takes about as long as the first plan, or a little more: measured from 3,000 to 300,000 people. */
const ENDING_TO_BEGINNING = 2;
/** Of the budget. */
const MOST_RESERVED = 0.1;

/**
 * The best valid plan that the budget allows, with what is proven of it. Deterministic when it ends by proof; the order
 * of rows in the campaign changes nothing. Never throws on a campaign that the reader let through, unless defects are to be thrown.
 */
export function allocate(campaign: Campaign, options: AllocationOptions): Plan {
  const started = options.elapsed();
  /** Kept for the end, where people are seated and explained. */
  let reserved = 0;
  const left = (): number =>
    options.shouldStop?.() ? 0 : options.budget - reserved - (options.elapsed() - started);
  options.onProgress?.({ phase: 'preparing', best: null, bound: null });
  const problem = buildProblem(campaign);
  const { priority } = campaign.settings;
  const door = openDoor(options);
  const parts = splitComponents(problem)
    .map((component) => beginPart(component, priority, () => left() <= 0))
    .sort((a, b) => a.component.openings.length - b.component.openings.length || firstNode(a) - firstNode(b));
  reserved = Math.min((options.elapsed() - started) * ENDING_TO_BEGINNING, options.budget * MOST_RESERVED);
  const tell = (phase: Progress['phase']): void =>
    options.onProgress?.({
      phase,
      best: parts.reduce((sum, part) => sum + part.current.open.size, 0),
      bound: parts.reduce((sum, part) => sum + Math.min(part.current.open.size, part.limits.sessions), 0),
    });
  const planSoFar = (): Plan => planOf(problem, parts, door.state(), options.elapsed() - started);
  tell('construction');
  options.onPlan?.(planSoFar);
  /** Each part gets its share of what is left when its turn comes. */
  const inTurn = (
    phase: Progress['phase'],
    time: number,
    step: (part: Part, search: Search) => void,
    concerned: readonly Part[] = parts.filter((part) => !part.settled),
  ): void => {
    const until = options.elapsed() + Math.min(time, left());
    concerned.forEach((part, index) => {
      if (left() <= 0) return;
      const end = options.elapsed() + Math.max(0, until - options.elapsed()) / (concerned.length - index);
      const solver = door.solver;
      const search: Search = {
        solver: {
          solve: (model, limits) => needed(solver()).solve(model, limits),
          relax: () => needed(solver()).relax(),
        },
        left: () => Math.min(left(), end - options.elapsed()),
        shouldStop: options.shouldStop,
      };
      try {
        step(part, search);
      } catch (error) {
        // What was found before it stands in any case.
        if (!(error instanceof SolverFailure)) tellDefect(error, options);
      }
      tell(phase);
      options.onPlan?.(planSoFar);
    });
  };
  inTurn('sessions', Infinity, (part, search) => mainGoals(part, priority, search));
  const patience = options.elapsed() + options.patience;
  inTurn('preferences', options.patience * PREFERENCES_SHARE, (part, search) =>
    preferredGoal(part, priority, search),
  );
  const goals = new Map<Part, GroupsGoal>();
  const goalOf = (part: Part): GroupsGoal => {
    const goal = goals.get(part) ?? new GroupsGoal(part);
    goals.set(part, goal);
    return goal;
  };
  inTurn('groups', patience - options.elapsed(), (part, search) => goalOf(part).improve(search), parts);
  inTurn('groups', patience - options.elapsed(), (part, search) => goalOf(part).prove(search), parts);
  tell('finishing');
  return planSoFar();
}

function planOf(
  problem: Problem,
  parts: readonly Part[],
  solver: EngineStatistics['solver'],
  milliseconds: number,
): Plan {
  const solved = parts.map(bestSeated);
  const goals = goalsOf(problem, solved);
  return {
    ...assemble(problem, solved),
    unseated: unseatedOf(problem, solved),
    goals,
    sessionBound: boundOf(solved, goals),
    statistics: statisticsOf(problem, solved, solver, milliseconds),
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

const firstNode = (part: Part): number => part.component.nodes[0] ?? 0;

function tellDefect(error: unknown, { onDefect }: AllocationOptions): void {
  if (onDefect === undefined) throw error;
  onDefect(error);
}

function needed(solver: MilpSolver | null): MilpSolver {
  if (solver === null) throw new SolverFailure('the solver is not to be had');
  return solver;
}

function unseatedOf(problem: Problem, solved: readonly Solved[]): Unseated[] {
  const seated = new Set<number>();
  for (const opening of problem.openings) for (const who of opening.imposed) seated.add(who);
  for (const one of solved)
    for (const list of one.seating.seats.values()) for (const who of list) seated.add(who);
  const together = new Map<number, Unseated['reason']>();
  for (const part of solved) {
    const { component } = part;
    const missing = component.classes.map((one) =>
      one.members.flatMap((member) => {
        const demand = problem.demands[member];
        return demand && !demand.anonymous && !seated.has(demand.who) ? [demand.who] : [];
      }),
    );
    const short = missing.flatMap((list, index) => (list.length > 0 ? [index] : []));
    if (short.length === 0) continue;
    const reasons = reasonsTogether(part, short);
    for (const index of short) {
      const reason = reasons.get(index);
      for (const who of missing[index] ?? []) if (reason) together.set(who, reason);
    }
  }
  return withoutSeat(problem, seated, together);
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
