import { type Seated, likedIn, seatedOf, solvedOf, splitsOf } from './arranged';
import { bestSeated } from './best-seated';
import { openingsOf } from './construction';
import { compareValues } from './evaluation';
import type { Search } from './search';
import { earliestGoal } from './optimise';
import type { Part } from './part';
import { type Arrangement, PartyModel } from './party-model';
import { type Manners, meetingsPossible, rearrange, rearrangeAll } from './rearrange';
import type { Terms } from './program';

/** Sessions arranged anew at once. */
const FEW = 5;
const MORE = 10;
/** Groups and sessions that could meet, up to which everybody is arranged at once. */
const EASY = 1000;
const POSSIBLE = 6000;
/** Of the same with every session that could open: up to these the whole part is one program. */
const TINY_WHOLE = 400;
const MOST_WHOLE = 4000;
const MOST_COLUMNS = 30_000;
/** Of the time, that with the openings kept. */
const KEPT_SHARE = 0.6;

/**
 * Groups split over as few sessions as can be, then the earliest sessions, given the goals before. First with the
 * sessions that are open, then with others in their place, then the whole part as one program where it is small
 * enough, which proves it.
 */
export function groupsGoal(part: Part, search: Search): void {
  if (search.left() <= 0) return;
  const { priority } = part.component.problem.campaign.settings;
  const start = bestSeated(part);
  const seated = seatedOf(start);
  const manners: Manners = { openings: 'kept', ranksFirst: priority === 'earliest' };
  const keep = (): void => {
    const solved = solvedOf(seated, part.limits);
    if (compareValues(solved.values, (part.arranged ?? start).values, priority) < 0) part.arranged = solved;
  };
  const whole = wholeSize(seated);
  if (whole > TINY_WHOLE && seated.parties.groups > 0) {
    const before = search.left();
    const kept: Search = { ...search, left: () => search.left() - before * (1 - KEPT_SHARE) };
    const possible = meetingsPossible(seated);
    if (possible > EASY) rearrange(seated, FEW, manners, kept);
    keep();
    if (possible <= POSSIBLE) rearrangeAll(seated, manners, kept);
    else rearrange(seated, MORE, manners, kept);
    keep();
    if (part.component.problem.staff === null && search.left() > 0)
      rearrange(seated, FEW, { ...manners, openings: 'free' }, search);
    keep();
  }
  if (whole <= MOST_WHOLE && columnsOf(seated) <= MOST_COLUMNS && search.left() > 0)
    arrangeWhole(part, seated, search, keep);
  else if (seated.parties.groups === 0) earliestGoal(part, search);
}

/** Parties and sessions where they could sit. */
function columnsOf({ component, parties }: Seated): number {
  const rooms = component.nodes.map((node) => component.problem.nodes[node]?.openings.length ?? 0);
  return parties.list.reduce(
    (sum, party) => party.allowed.reduce((here, node) => here + (rooms[node] ?? 0), sum),
    0,
  );
}

/** Openings, and groups that could meet in each. */
function wholeSize(seated: Seated): number {
  const every = openingsOf(seated.component).filter((one) => one.capacity > 0);
  const open = new Map(every.map((one) => [one.index, one.capacity]));
  return meetingsPossible({ ...seated, open }) + every.length;
}

/** The whole part, openings and all: what is found in time, and what is proven. */
function arrangeWhole(part: Part, seated: Seated, search: Search, keep: () => void): void {
  const { component, limits, left } = part;
  const { problem } = component;
  const { priority, recalculation } = problem.campaign.settings;
  const missing = left ?? (part.settled ? leftIn(seated) : null);
  if (missing === null) return;
  const staffed = problem.staff !== null && !part.settled;
  const model = new PartyModel({
    component,
    parties: seated.parties,
    counts: seated.parties.list.map((party) => party.count),
    openings: openingsOf(component),
    places: part.settled ? seated.open : new Map(),
    left: missing,
    staffed: staffed ? { open: seated.open, watchers: seated.watchers } : null,
  });
  const liked = likedIn(component, seated.parties, seated.shares);
  model.atMost(model.sessionsTerms(), seated.open.size);
  if (liked > 0) model.atMost(model.likedTerms(), -liked);
  if (priority === 'earliest') model.atMost(model.ranksTerms(), ranksIn(seated));
  const someLeft = missing.named > 0;
  const offset =
    solvedOf(seated, limits).values.groupSplits - splitsOf(seated.parties, seated.shares, someLeft);
  /** Pursues one goal and keeps its value; the best bound known. */
  const pursue = (terms: Terms, value: () => number): number => {
    if (search.left() <= 0) return -Infinity;
    const start: Arrangement = { shares: seated.shares, open: seated.open, watchers: seated.watchers };
    const { found, bound } = model.minimise(terms, start, search);
    if (found !== null) {
      const kept = { shares: seated.shares, open: seated.open, watchers: seated.watchers };
      const before = value();
      Object.assign(seated, { ...found, watchers: found.watchers ?? seated.watchers });
      if (value() > before) Object.assign(seated, kept);
      keep();
    }
    model.atMost(terms, value());
    return Math.min(bound, value());
  };
  if (seated.parties.groups > 0) {
    const splits = (): number => splitsOf(seated.parties, seated.shares, someLeft);
    const bound = pursue(model.splitsTerms(), splits);
    limits.splits = Math.max(limits.splits, bound + offset);
    if (bound < splits()) return;
  }
  if (priority !== 'earliest') {
    const bound = pursue(model.ranksTerms(), () => ranksIn(seated));
    limits.earliest = Math.max(limits.earliest, bound);
    if (bound < ranksIn(seated)) return;
  }
  const stay = model.stayTerms();
  if (recalculation !== 'restart' && stay.length > 0) pursue(stay, () => -stayingIn(seated));
}

const ranksIn = ({ component, open }: Seated): number =>
  [...open.keys()].reduce((sum, index) => sum + (component.problem.openings[index]?.rank ?? 0), 0);

const stayingIn = ({ parties, shares }: Seated): number =>
  parties.list.reduce((sum, party, index) => sum + (shares[index]?.get(party.before) ?? 0), 0);

function leftIn({ parties, shares }: Seated): { named: number; all: number } {
  let named = 0;
  let all = 0;
  parties.list.forEach((party, index) => {
    const missing = party.count - [...(shares[index]?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    all += missing;
    if (!party.anonymous) named += missing;
  });
  return { named, all };
}
