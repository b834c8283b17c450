import type { Priority } from '../../domain/settings';
import { seatColumnsOf, seatsWanted } from '../problem/components';
import type { Choice } from '../openings/construction';
import { MOST_SEAT_COLUMNS, OpeningsModel } from '../openings/openings-model';
import { type Part, hasWishes } from '../part';
import { preferredOf } from '../flows/preferred-flow';
import { isReady, keep, keepReached, pursue, seatsModel } from '../openings/pursue';
import type { Search } from '../search';
import { SolverFailure } from '../solver';
import { SessionWorths } from './session-worths';
import { worthier } from './worthier';
import { ALL_ROUNDS, LAST_ROUNDS, ROUNDS_BEFORE_PROGRAM, type Round, searchWishes } from './wish-search';

const MILLISECONDS_PER_PRICED_COLUMN = 0.12;
/** Of the time for preferences, that for swaps. */
const SWAPS_SHARE = 0.6;
const TOLERANCE = 1e-6;

/** Preferences, given the goals before them. */
export function preferredGoal(part: Part, priority: Priority, search: Search): void {
  const { component } = part;
  if (priority === 'preferences' || !hasWishes(component) || !isReady(part, search)) return;
  if (priority !== 'sessions' || component.coupled) {
    const model = seatsModel(part, search);
    if (model !== null) byProgram(part, search, model);
    return;
  }
  const worths = bySwaps(part, search);
  part.reached.set('preferred', preferredOf(part.component, part.current));
  const model = isMet(part) || search.left() <= 0 ? null : seatsModel(part, search);
  if (model === null) return;
  part.reached.delete('preferred');
  if (worths !== null) settle(part, model, worths);
  byProgram(part, search, model, true);
}

const isMet = ({ component, current, limits }: Part): boolean =>
  preferredOf(component, current) >= limits.preferred;

function byProgram(part: Part, search: Search, model: OpeningsModel, startIsGood = false): void {
  keepReached(part, model);
  pursue(part, model, 'preferred', search, startIsGood);
}

/**
 * A plan with about as many people on preferred slots as can be, without an integer program: swaps, from the sessions
 * that the relaxation finds worth most where there is time for it.
 */
function bySwaps(part: Part, search: Search): SessionWorths | null {
  const { component } = part;
  const columns = seatColumnsOf(component);
  const left = search.left();
  const isLast = columns > MOST_SEAT_COLUMNS;
  /** For the program that follows. */
  const reserved = isLast ? 0 : left * (1 - SWAPS_SHARE);
  const hasTimeForPrices = columns * MILLISECONDS_PER_PRICED_COLUMN * 1.5 < left * 0.75;
  const swap = (start: Choice, rounds: readonly Round[], worths: SessionWorths | null): void =>
    improve(
      part,
      searchWishes(component, start, () => search.left() <= reserved, rounds, worths),
    );
  if (!hasTimeForPrices) swap(part.current, ALL_ROUNDS, null);
  const worths = isMet(part) ? null : worthsOf(part, search);
  if (isMet(part)) return worths;
  if (worths === null) swap(part.current, ALL_ROUNDS, null);
  else {
    const start = worthier(component, part.current, worths);
    // In a large part the bound is too far off to spare any swap.
    if (isLast) swap(start, LAST_ROUNDS, null);
    else swap(start, ROUNDS_BEFORE_PROGRAM, worths);
  }
  return worths;
}

function improve(part: Part, choice: Choice): void {
  if (preferredOf(part.component, choice) > preferredOf(part.component, part.current)) keep(part, choice);
}

/** What the relaxation says of the sessions, and of the people on preferred slots; `null` without time or solver. */
function worthsOf(part: Part, search: Search): SessionWorths | null {
  const { component, limits, current } = part;
  if (seatColumnsOf(component) * MILLISECONDS_PER_PRICED_COLUMN > search.left()) return null;
  const model = new OpeningsModel(component, current, 'seats', true);
  model.limitSessions(current.open.size, seatsWanted(component));
  const prices = pricesOf(model, search);
  if (prices === null) return null;
  const worths = new SessionWorths(component, prices, current.open.size, (opening) => model.isShut(opening));
  limits.preferred = Math.min(limits.preferred, Math.floor(worths.bound + TOLERANCE));
  return worths;
}

function pricesOf(model: OpeningsModel, search: Search): readonly number[] | null {
  try {
    return model.seatPrices(model.likedTerms(), search);
  } catch (error) {
    if (!(error instanceof SolverFailure)) throw error;
    // Without a solver, swaps are all there is.
    return null;
  }
}

/** Settles the sessions of which the prices leave no doubt, unless the choice at hand has them otherwise. */
function settle({ component, current }: Part, model: OpeningsModel, worths: SessionWorths): void {
  const { open, shut } = worths.settledBeyond(preferredOf(component, current));
  model.settle(
    open.filter((opening) => current.open.has(opening)),
    shut.filter((opening) => !current.open.has(opening)),
  );
}
