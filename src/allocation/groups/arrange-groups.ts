import { type Seated, likedIn, seatedOf, solvedOf, splitsOf } from './arranged';
import { bestSeated } from '../seats/best-seated';
import { openingsOf } from '../openings/construction';
import { compareValues } from '../seats/evaluation';
import type { Search } from '../search';
import { earliestGoal } from '../openings/main-goals';
import type { Part } from '../part';
import { type Arrangement, PartyModel } from './party-model';
import { type Manners, meetingsPossible, rearrange, rearrangeAll } from './rearrange';
import type { Terms } from '../program';
import type { Solved } from '../seats/solved';

/** Sessions arranged anew at once, at first. */
const FEW = 5;
/** Then, with sessions that may close for others; twice as many where those that are open stay. */
const SIZES = [FEW, 8];
/** Groups and sessions that could meet, up to which everybody is arranged at once. */
const EASY = 1000;
const POSSIBLE = 6000;
/** Of the same with every session that could open: up to these the whole part is one program. */
const TINY_WHOLE = 400;
const MOST_WHOLE = 4000;
const MOST_COLUMNS = 30_000;

/**
 * Groups split over as few sessions as can be, then the earliest sessions, given the goals before. First with the
 * sessions that are open, then with others in their place; at last the whole part as one program where it is small
 * enough, which proves it.
 */
export class GroupsGoal {
  private readonly start: Solved;
  private readonly seated: Seated;

  constructor(private readonly part: Part) {
    this.start = bestSeated(part);
    this.seated = seatedOf(this.start);
  }

  /** A few sessions at a time. */
  improve(search: Search): void {
    const { part, seated } = this;
    if (seated.parties.groups === 0 || wholeSize(seated) <= TINY_WHOLE) return;
    const { problem } = part.component;
    const manners: Manners = {
      openings: 'kept',
      ranksFirst: problem.campaign.settings.priority === 'earliest',
    };
    const possible = meetingsPossible(seated);
    const kept = (size: number): void => rearrange(seated, size, manners, search);
    const free = (size: number): void => {
      if (problem.staff === null) rearrange(seated, size, { ...manners, openings: 'free' }, search);
    };
    if (possible > EASY) kept(FEW);
    this.keep();
    for (const size of SIZES) {
      for (let before = Infinity; this.splits < before && search.left() > 0;) {
        before = this.splits;
        if (possible <= POSSIBLE) rearrangeAll(seated, manners, search);
        else kept(size * 2);
        this.keep();
        free(size);
        this.keep();
      }
    }
  }

  private get splits(): number {
    return splitsOf(this.seated.parties, this.seated.shares, true);
  }

  /** Everything at once. */
  prove(search: Search): void {
    const { part, seated } = this;
    if (search.left() <= 0) return;
    if (wholeSize(seated) <= MOST_WHOLE && columnsOf(seated) <= MOST_COLUMNS)
      arrangeWhole(part, seated, search, () => this.keep());
    else if (seated.parties.groups === 0) earliestGoal(part, search);
  }

  private keep(): void {
    const { part, seated, start } = this;
    const { priority } = part.component.problem.campaign.settings;
    const solved = solvedOf(seated, part.limits);
    if (compareValues(solved.values, (part.arranged ?? start).values, priority) < 0) part.arranged = solved;
  }
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
