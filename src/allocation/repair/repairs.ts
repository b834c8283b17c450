import type { Campaign } from '../../domain/campaign';
import type { Change } from '../../domain/change';
import type { CandidateId, RoomCode, SessionNumber, SlotCode } from '../../domain/ids';
import type { Plan } from '../../domain/plan';
import { compareLists } from '../compare-lists';
import { loadedOnce } from '../loaded-once';
import type { Search } from '../search';
import type { Opening } from '../problem/problem';
import { type MilpSolver, SolverFailure } from '../solver';
import { verifyPlan } from '../verify';
import { changedCampaign } from './changed-campaign';
import { fewestSessions } from './fewest-sessions';
import { UNKNOWN_WAYS, type Way, waysToMend } from './given-up';

import { repairedPlan } from './repaired-plan';
import { withPossibleLocks } from './possible-locks';
import { type Scene, sceneOf } from './scene';
import { type Seated, seatSolution } from './seat-people';
import { type Solution, solutionsOf } from './solutions';
import type { Watching } from './watch';

/** A plan that mends a planning, and what it costs compared with the planning so far. */
export interface Repair {
  /** Sessions that do not take place any more. */
  readonly cancelled: readonly SessionNumber[];
  /** Sessions that disappear because nobody is left in them. */
  readonly emptied: readonly SessionNumber[];
  readonly added: readonly Place[];
  /** Everybody who changes session, or has none any more. */
  readonly moves: readonly RepairMove[];
  /** Seats without a name that were reserved and are not any more. */
  readonly placesLost: number;
  /** Sessions of the planning that somebody else watches. */
  readonly watchers: readonly WatcherChange[];
  /**
   * It is proven that fewer people cannot be left without a seat or moved, with so few sessions added, whichever are given
   * up where invigilators are too few for all.
   */
  readonly proven: boolean;
  readonly plan: Plan;
}

export interface Place {
  readonly slot: SlotCode;
  readonly room: RoomCode;
}

/** `to`: `null` when no seat was found; `number`: of a session that exists already. */
export interface RepairMove {
  readonly candidate: CandidateId;
  readonly from: SessionNumber;
  readonly to: (Place & { readonly number: SessionNumber | null }) | null;
  /** `seatLost`: the seat is good no longer; `makesRoom`: it is, and somebody without one takes it. */
  readonly why: 'seatLost' | 'makesRoom';
}

export interface WatcherChange {
  readonly session: SessionNumber;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a search for repairs may use. */
export interface RepairOptions {
  /** `null`: the exact solver is not to be had; the repairs are then good, not proven. */
  readonly loadSolver: (() => MilpSolver) | null;
  /** Milliseconds since any fixed instant. */
  readonly elapsed: () => number;
  /** Milliseconds after which what was found is given. */
  readonly budget: number;
  /** Of the engine, where it is asked: as for a calculation. */
  readonly onDefect?: (error: unknown) => void;
  /** Called with the repairs found so far, the best first. */
  readonly onFound?: (soFar: readonly Repair[]) => void;
  readonly shouldStop?: () => boolean;
}

/** Repairs given at most. */
const MOST = 6;
/** Ways to mend that are searched whatever was found before. */
const MOST_SEARCHED = 8;
/** Of the time, to choose these. */
const WEIGHING_SHARE = 0.25;

/**
 * Plans that mend a planning after a change, the best first: fewest people left without a seat, then fewest people who
 * move, then fewest seats without a name lost, then fewest sessions added. None is as good as another in all of these
 * and worse in one. Whoever keeps a good seat moves only to make room where that leaves fewer people without one, or
 * saves a session, and never from what is locked, convoked, held or past. Each plan has passed the verifier.
 *
 * @param watching who watches the sessions so far
 */
export function repairsOf(
  campaign: Campaign,
  change: Change,
  watching: Watching,
  options: RepairOptions,
): readonly Repair[] {
  const started = options.elapsed();
  const timeLeft = (): number =>
    options.shouldStop?.() === true ? 0 : options.budget - (options.elapsed() - started);
  const solver = lazily(options.loadSolver);
  const { ways, complete } = waysToMend(
    campaign,
    change,
    watching,
    () => timeLeft() > options.budget * (1 - WEIGHING_SHARE),
  );
  const found: Ranked[] = [];
  /** Ways that may have better than what was found of them. */
  const unsettled = new Set(complete ? ways : [...ways, UNKNOWN_WAYS]);
  const best = (): readonly Repair[] => inOrder(found, [...unsettled]);
  ways.forEach((way, index) => {
    if (found.length > 0 && (timeLeft() <= 0 || (index >= MOST_SEARCHED && isBeaten(way, found)))) return;
    const changed = changedCampaign(campaign, change, way.cancelled);
    const scene = sceneOf(changed, campaign, watching);
    if (scene.watch.uncovered.length > 0) {
      unsettled.delete(way);
      return;
    }
    const end = options.elapsed() + timeLeft() / Math.min(ways.length - index, MOST_SEARCHED);
    const left = (): number => Math.min(timeLeft(), end - options.elapsed());
    const search: Search | null = solver === null ? null : { solver, left, shouldStop: () => left() <= 0 };
    const fewest = (): readonly Opening[] | null =>
      fewestSessions(scene, {
        loadSolver: solver ? () => solver : null,
        elapsed: options.elapsed,
        budget: left() / 2,
        ...(options.onDefect ? { onDefect: options.onDefect } : {}),
      });
    const solutions = solutionsOf(scene, search, fewest);
    if (solutions.every(({ proven }) => proven)) unsettled.delete(way);
    for (const solution of solutions) {
      const repair = repairOf(campaign, changed, scene, solution, watching);
      if (verifyPlan(improving(changed), repair.plan).length > 0) continue;
      found.push({ repair, way, costs: costsOf(repair, scene, solution) });
      options.onFound?.(best());
    }
  });
  return best();
}

/** Whatever it takes, a repair that adds no session is no worse. */
const isBeaten = ({ least }: Way, found: readonly Ranked[]): boolean =>
  found.some(({ repair }) => repair.added.length === 0 && compareLists(disturbedBy(repair), least) <= 0);

/** People without a seat, and people whose seat is another one or none. */
const disturbedBy = ({ moves }: Repair): readonly number[] => [
  moves.filter(({ to }) => to === null).length,
  moves.length,
];

/** @param unsettled ways that may have better than what was found of them */
function inOrder(found: readonly Ranked[], unsettled: readonly Way[]): readonly Repair[] {
  return withoutWorse(found)
    .sort((a, b) => compareLists(a.costs, b.costs))
    .slice(0, MOST)
    .map(({ repair, way }) => {
      const elsewhere = unsettled.some(
        (other) => other !== way && compareLists(other.least, disturbedBy(repair)) < 0,
      );
      const isLeast = !elsewhere && !found.some((other) => disturbsLess(other.repair, repair));
      return { ...repair, proven: repair.proven && isLeast };
    });
}

/** Fewer people, in no more sessions: what another set of sessions given up may allow, at the cost of seats without a name. */
function disturbsLess(one: Repair, other: Repair): boolean {
  const [a, b] = [disturbedBy(one), disturbedBy(other)];
  const isNoWorse = a.every((count, at) => count <= (b[at] ?? 0));
  return isNoWorse && compareLists(a, b) < 0 && one.added.length <= other.added.length;
}

interface Ranked {
  readonly repair: Repair;
  readonly way: Way;
  readonly costs: readonly number[];
}

/** Goals that a repair is measured by; what comes after them only orders equal ones. */
const MEASURES = 4;

function costsOf(repair: Repair, scene: Scene, { shared, added }: Solution): readonly number[] {
  const unseated = repair.moves.filter(({ to }) => to === null).length;
  const moved = repair.moves.length - unseated;
  const far = shared.cost + scene.displaced.length;
  return [unseated, moved, repair.placesLost, added.length, repair.cancelled.length, far];
}

function withoutWorse(all: readonly Ranked[]): Ranked[] {
  return all.filter(({ costs }, at) =>
    all.every((other, index) => {
      if (index === at) return true;
      const measures = costs.slice(0, MEASURES);
      const asGood = measures.every((cost, goal) => (other.costs[goal] ?? 0) <= cost);
      if (!asGood) return true;
      const same = measures.every((cost, goal) => other.costs[goal] === cost);
      const order = compareLists(costs, other.costs);
      return same && (order < 0 || (order === 0 && at < index));
    }),
  );
}

/** A repair may move people: it is held to the rules of improving, whatever the parameter says. */
export const improving = (campaign: Campaign): Campaign => ({
  ...campaign,
  settings: { ...campaign.settings, recalculation: 'improve' },
});

function repairOf(
  campaign: Campaign,
  changed: Campaign,
  scene: Scene,
  solution: Solution,
  watching: Watching,
): Repair {
  const seated = seatSolution(scene, solution);
  const plan = repairedPlan(scene, solution, seated);
  const before = new Map(campaign.existing.map((session) => [session.number, session]));
  return {
    cancelled: changed.existing.flatMap(({ number, state }) =>
      state === 'cancelled' && before.get(number)?.state !== 'cancelled' ? [number] : [],
    ),
    emptied: scene.standing.flatMap(({ index, existing }) =>
      existing && !seated.open.has(index) ? [existing.number] : [],
    ),
    added: solution.added
      .filter(({ index }) => seated.open.has(index))
      .flatMap((one) => placeOf(scene, one) ?? []),
    moves: movesOf(campaign, scene, plan),
    placesLost: placesLost(scene, seated),
    watchers: watcherChanges(scene, plan, watching),
    proven: solution.proven,
    plan,
  };
}

function placeOf({ problem }: Scene, opening: Opening): Place | null {
  const slot = problem.slots[opening.slot];
  const room = problem.rooms[opening.room];
  return slot && room ? { slot: slot.code, room: room.code } : null;
}

function movesOf(campaign: Campaign, scene: Scene, plan: Plan): RepairMove[] {
  const { problem, seats } = scene;
  const now = new Map(plan.sessions.flatMap((session) => session.seats.map((id) => [id, session] as const)));
  const indexOf = new Map(problem.candidates.map(({ id }, index) => [id, index]));
  const told = new Set<string>();
  return campaign.existing.flatMap((session) =>
    session.seats.flatMap(({ candidate }): RepairMove[] => {
      const who = indexOf.get(candidate);
      if (who === undefined || told.has(candidate)) return [];
      told.add(candidate);
      const to = now.get(candidate);
      if (to?.continues === session.number) return [];
      return [
        {
          candidate,
          from: session.number,
          to: to ? { slot: to.slot, room: to.room, number: to.continues } : null,
          why: (seats[who] ?? -1) === -1 ? 'seatLost' : 'makesRoom',
        },
      ];
    }),
  );
}

function placesLost({ reserved, settled }: Scene, { anonymous }: Seated): number {
  const sum = (maps: Iterable<ReadonlyMap<number, number>>): number =>
    [...maps].flatMap((places) => [...places.values()]).reduce((all, places) => all + places, 0);
  return Math.max(0, sum([reserved]) + sum(settled.values()) - sum(anonymous.values()));
}

function watcherChanges(scene: Scene, plan: Plan, watching: Watching): WatcherChange[] {
  if (scene.problem.staff === null) return [];
  return plan.sessions.flatMap(({ continues, invigilators }): WatcherChange[] => {
    const before = continues === null ? undefined : watching.get(continues);
    if (continues === null || before === undefined || before.length === 0) return [];
    const after = new Set(invigilators);
    if (before.length === after.size && before.every((name) => after.has(name))) return [];
    return [{ session: continues, before, after: invigilators }];
  });
}

/** A solver that is loaded when it is first asked; one that cannot be loaded, or breaks down, finds nothing. */
function lazily(load: (() => MilpSolver) | null): MilpSolver | null {
  const ready = loadedOnce(load);
  if (ready === null) return null;
  return {
    solve: (model, limits) => {
      try {
        return ready().solve(model, limits);
      } catch (error) {
        if (!(error instanceof SolverFailure)) throw error;
        return { status: 'unknown', objective: Infinity, bound: -Infinity, values: [] };
      }
    },
    relax: () => ready().relax(),
  };
}

/** People who have a seat in the planning that the data, as they are, forbid: theirs, or the whole session. */
export function brokenSeats(campaign: Campaign): number {
  const { displaced, watch } = sceneOf(withPossibleLocks(campaign), campaign, new Map());
  return watch.uncovered.reduce((sum, one) => sum + heads(one), displaced.length);
}

const heads = ({ existing }: Opening): number => existing?.seats.length ?? 0;
