import type { Priority } from '../domain/settings';
import type { Component } from './components';
import type { Choice } from './construction';
import { MOST_SEAT_COLUMNS, OpeningsModel } from './openings-model';
import { type Part, hasWishes } from './part';
import { preferredFlow } from './preferred-flow';
import { isReady, keep, keepReached, pursue, seatsModel } from './pursue';
import type { Search } from './search';
import { SessionWorths } from './session-worths';
import { ALL_WIDTHS, FIRST_WIDTHS, LAST_WIDTHS, searchWishes } from './wish-search';

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

const columnsOf = ({ classes }: Component): number =>
  classes.reduce((sum, one) => sum + one.allowed.length, 0);

const preferredOf = (component: Component, choice: Choice): number =>
  preferredFlow(component, choice).preferred;

const isMet = ({ component, current, limits }: Part): boolean =>
  preferredOf(component, current) >= limits.preferred;

function byProgram(part: Part, search: Search, model: OpeningsModel, startIsGood = false): void {
  keepReached(part, model);
  pursue(part, model, 'preferred', search, startIsGood);
}

/**
 * A plan with about as many people on preferred slots as can be, without an integer program, and a bound by prices where
 * there is time: small parts are swapped by what the prices say, large ones bounded afterwards.
 */
function bySwaps(part: Part, search: Search): SessionWorths | null {
  const columns = columnsOf(part.component);
  const isLarge = columns > MOST_SEAT_COLUMNS;
  const pricing = isLarge ? columns * MILLISECONDS_PER_PRICED_COLUMN * 1.5 : 0;
  const until = Math.min(Math.max(search.left() * (1 - SWAPS_SHARE), pricing), search.left() * 0.6);
  const swap = (widths: readonly number[], worths: SessionWorths | null): void =>
    improve(
      part,
      searchWishes(part.component, part.current, () => search.left() <= until, widths, worths),
    );
  if (isLarge) {
    swap(ALL_WIDTHS, null);
    return worthsOf(part, search);
  }
  swap(FIRST_WIDTHS, null);
  const worths = worthsOf(part, search);
  if (isMet(part)) return worths;
  if (worths !== null) improve(part, worthiest(part, worths));
  swap(worths === null ? ALL_WIDTHS : LAST_WIDTHS, worths);
  return worths;
}

function improve(part: Part, choice: Choice): void {
  if (preferredOf(part.component, choice) > preferredOf(part.component, part.current)) keep(part, choice);
}

/** What the relaxation says of the sessions, and of the people on preferred slots; `null` without time or solver. */
function worthsOf(part: Part, search: Search): SessionWorths | null {
  const { component, limits, current } = part;
  if (isMet(part) || columnsOf(component) * MILLISECONDS_PER_PRICED_COLUMN > search.left()) return null;
  const model = new OpeningsModel(component, current, 'seats', true);
  const people = component.classes.reduce((sum, one) => sum + one.count, 0);
  model.limitSessions(current.open.size, people);
  const prices = pricesOf(model, search);
  if (prices === null) return null;
  const worths = new SessionWorths(component, prices, current.open.size, (opening) => model.isShut(opening));
  limits.preferred = Math.min(limits.preferred, Math.floor(worths.bound + TOLERANCE));
  return worths;
}

function pricesOf(model: OpeningsModel, search: Search): readonly number[] | null {
  try {
    return model.seatPrices(model.likedTerms(), search);
  } catch {
    // Without a solver, swaps are all there is.
    return null;
  }
}

/** The sessions that the bound is made of, where they seat everybody; else those at hand. */
function worthiest({ component, current }: Part, worths: SessionWorths): Choice {
  const open = new Map<number, number>();
  for (const index of component.openings) {
    const opening = component.problem.openings[index];
    if (opening?.forced === true) open.set(index, opening.capacity);
  }
  for (const { opening } of worths.best())
    open.set(opening, component.problem.openings[opening]?.capacity ?? 0);
  const choice = { open, watchers: new Map() };
  const { counts } = preferredFlow(component, choice);
  const seated = counts.reduce((sum, list) => list.reduce((here, count) => here + count, sum), 0);
  const people = component.classes.reduce((sum, one) => sum + one.count, 0);
  return seated === people ? choice : current;
}

/** Settles the sessions of which the prices leave no doubt, unless the choice at hand has them otherwise. */
function settle({ component, current }: Part, model: OpeningsModel, worths: SessionWorths): void {
  const { open, shut } = worths.settledBeyond(preferredOf(component, current));
  model.settle(
    open.filter((opening) => current.open.has(opening)),
    shut.filter((opening) => !current.open.has(opening)),
  );
}
