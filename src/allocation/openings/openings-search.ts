import { seatColumnsOf } from '../problem/components';
import type { Choice } from './construction';
import { MANY_COLUMNS, MOST_SEAT_COLUMNS, type OpeningsModel } from './openings-model';
import type { Terms } from '../program';
import { type Counts, RelaxedBound } from './relaxed-bound';
import type { Search } from '../search';
import type { MilpAnswer } from '../solver';

/** Rows one by one may come without end where every set is tight: people as columns settle it at once. */
const ROUNDS = 4;

export interface Minimum {
  readonly choice: Choice | null;
  /** Valid lower bound, a whole number. */
  readonly bound: number;
}

/**
 * Minimises, adding Hall rows until the answer seats whom it says: by relaxations, then by the integer program.
 *
 * @param known the value of a choice at hand, which is enough once the bound meets it; `choice` is `null` then, and when
 *   nothing was found in time
 * @param improve may find a better choice without the solver, given the bound of the relaxations
 */
export function minimise(
  model: OpeningsModel,
  objective: Terms,
  search: Search,
  known: number,
  improve?: (bound: number) => Choice | null,
): Minimum {
  const whole = (value: number, bound: number): Minimum =>
    minimiseWhole(model, objective, search, value, bound);
  if (model.hall === null || model.hasSeats) return whole(known, -Infinity);
  const relaxed = new RelaxedBound(model.program, model.hall, objective, countsOf(model), search);
  try {
    relaxed.raise(known);
    if (relaxed.bound === -Infinity) return whole(known, -Infinity);
    relaxed.splitSites(Math.min(known, relaxed.bound + 1));
    const better = relaxed.bound < known && search.left() > 0 ? (improve?.(relaxed.bound) ?? null) : null;
    if (better) model.startFrom(better, model.startIsGood);
    const least = better ? valueOf(model, objective, better) : known;
    const values = relaxed.splitAll(least);
    if (values !== null) return { choice: model.choiceOf(values), bound: relaxed.bound };
    if (relaxed.bound >= least) return { choice: better, bound: relaxed.bound };
    const { choice, bound } = whole(least, relaxed.bound);
    return { choice: choice ?? better, bound };
  } finally {
    relaxed.close();
  }
}

/** By the integer program. `known` and `lower`: a value and a bound at hand. */
function minimiseWhole(
  model: OpeningsModel,
  objective: Terms,
  search: Search,
  known: number,
  lower: number,
): Minimum {
  let bound = lower;
  for (let round = 0; search.left() > 0; round += 1) {
    if (round >= ROUNDS && !model.hasSeats && seatColumnsOf(model.component) <= MOST_SEAT_COLUMNS)
      model.addSeats();
    const answer = askWhole(model, objective, search);
    if (answer.bound > -Infinity) bound = Math.max(bound, Math.ceil(answer.bound - 1e-6));
    if (bound >= known) return { choice: null, bound };
    if (answer.values.length === 0) break;
    if (!model.hasSeats && model.hall?.separate(answer.values) === true) continue;
    return { choice: model.choiceOf(answer.values), bound };
  }
  return { choice: null, bound };
}

function askWhole(model: OpeningsModel, objective: Terms, search: Search): MilpAnswer {
  const isLarge = model.hasSeats && model.program.columns > MANY_COLUMNS;
  return search.solver.solve(model.program.model(objective, false, model.startValues()), {
    milliseconds: search.left(),
    absoluteGap: 0.99,
    ...(isLarge ? { method: 'interior' as const } : {}),
    ...(model.startIsGood ? { startIsGood: true } : {}),
    ...(search.shouldStop ? { shouldStop: search.shouldStop } : {}),
  });
}

function countsOf(model: OpeningsModel): Counts {
  const { problem } = model.component;
  const sites = new Map<string, [number, number][]>();
  for (const opening of model.openings) {
    const site = problem.nodes[opening.node]?.site ?? '';
    sites.set(site, [...(sites.get(site) ?? []), [model.y(opening), 1]]);
  }
  return { sites: [...sites.values()], single: model.program.wholeColumns() };
}

/** Value of an objective over openings alone. */
function valueOf(model: OpeningsModel, objective: Terms, choice: Choice): number {
  const open = new Set(model.openings.filter((one) => choice.open.has(one.index)).map((one) => model.y(one)));
  return objective.reduce((sum, [column, value]) => sum + (open.has(column) ? value : 0), 0);
}
