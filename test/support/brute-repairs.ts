import type { Campaign } from '../../src/domain/campaign';
import type { CandidateId } from '../../src/domain/ids';
import { type ExistingSession, isPinned } from '../../src/domain/session';
import { type Opening, type Person, type TinyProblem, tinyProblem } from './tiny-problem';

/** The least that a repair can cost: people without a seat, then people whose seat is not the one that they had. */
export interface LeastRepair {
  readonly unseated: number;
  readonly disturbed: number;
}

/**
 * The least cost with at most 0, 1, 2… sessions added, by trying every set of sessions and every set of people who leave
 * a good seat. For half a dozen people; each invigilator watches one session at a time, whatever its size. Where they are
 * too few for the planning, as few sessions as can be are given up, first of all of those that are locked or convoked,
 * and every choice of them is tried. `null` when sessions of the planning exclude each other.
 */
export function leastRepairs(
  before: Campaign,
  changed: Campaign,
  most: number,
): readonly LeastRepair[] | null {
  const { existing } = changed;
  let fewest: readonly number[] = [Infinity, Infinity];
  let best: readonly LeastRepair[] | null = null;
  for (let set = 0; set < 1 << existing.length; set += 1) {
    const isGivenUp = (at: number): boolean => ((set >> at) & 1) === 1;
    if (existing.some(({ state, closed }, at) => isGivenUp(at) && (closed || state === 'cancelled')))
      continue;
    const less = {
      ...changed,
      existing: existing.map((one, at) => (isGivenUp(at) ? { ...one, state: 'cancelled' as const } : one)),
    };
    const bound = existing.filter((one, at) => isGivenUp(at) && isBound(one)).length;
    const count = [bound, existing.filter((_, at) => isGivenUp(at)).length];
    const order = (count[0] ?? 0) - (fewest[0] ?? 0) || (count[1] ?? 0) - (fewest[1] ?? 0);
    if (order > 0) continue;
    const found = leastWith(before, less, most);
    if (found === null) return null;
    if (found === 'not watched') continue;
    best = order < 0 || best === null ? found : best.map((one, at) => lesser(one, found[at] ?? one));
    fewest = count;
  }
  return best;
}

const lesser = (a: LeastRepair, b: LeastRepair): LeastRepair =>
  (b.unseated - a.unseated || b.disturbed - a.disturbed) < 0 ? b : a;

const isBound = (session: ExistingSession): boolean =>
  isPinned(session) || session.seats.some(({ locked }) => locked);

function leastWith(
  before: Campaign,
  changed: Campaign,
  most: number,
): readonly LeastRepair[] | 'not watched' | null {
  const problem = tinyProblem({ ...changed, settings: { ...changed.settings, recalculation: 'improve' } });
  const had = new Set(before.existing.flatMap(({ seats }) => seats.map(({ candidate }) => candidate)));
  const standing = problem.openings.filter((one) => isStanding(changed, one));
  if (standing.some((one) => standing.some((other) => one !== other && problem.clash(one, other))))
    return null;
  if (!areWatched(problem, standing)) return 'not watched';
  const others = problem.openings.filter((one) => !standing.includes(one));
  const people = problem.people.filter(({ id }) => had.has(id));
  let best = Array.from({ length: most + 1 }, (): LeastRepair => ({
    unseated: Infinity,
    disturbed: Infinity,
  }));
  const extend = (at: number, added: readonly Opening[]): void => {
    if (added.length > most) return;
    const next = others[at];
    if (next === undefined) {
      if (!areWatched(problem, [...standing, ...added])) return;
      const found = leastOf([...standing, ...added], people, changed);
      best = best.map((known, size) => (size < added.length ? known : lesser(known, found)));
      return;
    }
    extend(at + 1, added);
    if (![...standing, ...added].some((one) => problem.clash(next, one))) extend(at + 1, [...added, next]);
  };
  extend(0, []);
  return best;
}

/** What has begun asks for nobody. */
function areWatched(problem: TinyProblem, sessions: readonly Opening[]): boolean {
  const { staff } = problem;
  if (staff === null) return true;
  const open = sessions.filter(({ closed }) => !closed);
  const watch = (at: number, duties: readonly (readonly Opening[])[]): boolean => {
    const next = open[at];
    if (next === undefined) return true;
    return staff.some((person, index) => {
      const own = duties[index] ?? [];
      if (!person.watches(next) || own.some((other) => problem.atOnce(next, other))) return false;
      return watch(
        at + 1,
        duties.map((list, other) => (other === index ? [...list, next] : list)),
      );
    });
  };
  return watch(
    0,
    staff.map(() => []),
  );
}

const isStanding = (campaign: Campaign, { slot, room }: Opening): boolean =>
  campaign.existing.some(
    (one) => one.state !== 'cancelled' && one.slot === slot.code && one.room === room.code,
  );

function leastOf(open: readonly Opening[], people: readonly Person[], campaign: Campaign): LeastRepair {
  const most = seated(open, people, new Map());
  const keys = new Map(open.map(({ key }, index) => [key, index]));
  const good = new Map<CandidateId, number>();
  const left = open.map(({ places }) => places);
  for (const { id, seat } of people) {
    const index = seat === null ? undefined : keys.get(seat);
    if (index === undefined) continue;
    good.set(id, index);
    left[index] = (left[index] ?? 0) - 1;
  }
  // The seats of a session that has become too small are good for those listed first.
  for (const session of campaign.existing)
    for (const { candidate } of session.seats) {
      const person = people.find(({ id }) => id === candidate);
      if (!person || person.before === null || person.seat !== null || good.has(candidate)) continue;
      const index = keys.get(person.before);
      const opening = index === undefined ? undefined : open[index];
      if (index === undefined || !opening) continue;
      if (opening.key !== person.before || !person.maySit(opening) || (left[index] ?? 0) < 1) continue;
      good.set(candidate, index);
      left[index] = (left[index] ?? 0) - 1;
    }
  const free = people.filter(({ id, seat }) => seat === null && good.has(id));
  let moved = free.length;
  for (let set = 0; set < 1 << free.length; set += 1) {
    const movers = new Set(free.filter((_, index) => (set >> index) & 1).map(({ id }) => id));
    if (movers.size >= moved) continue;
    const staying = new Map([...good].filter(([id]) => !movers.has(id)));
    if (seated(open, people, staying) === most) moved = movers.size;
  }
  return { unseated: people.length - most, disturbed: people.length - good.size + moved };
}

/** Most people seated when some keep their seat. */
function seated(
  open: readonly Opening[],
  people: readonly Person[],
  staying: ReadonlyMap<CandidateId, number>,
): number {
  const occupants: Person[][] = open.map(() => []);
  const wishes = (person: Person): readonly number[] => {
    const kept = staying.get(person.id);
    if (kept !== undefined) return [kept];
    return open.flatMap((one, index) =>
      (person.seat === null ? person.maySit(one) : person.seat === one.key) ? [index] : [],
    );
  };
  const augment = (person: Person, tried: Set<number>): boolean => {
    for (const at of wishes(person)) {
      if (tried.has(at)) continue;
      tried.add(at);
      const here = occupants[at] ?? [];
      if (here.length < (open[at]?.places ?? 0)) {
        here.push(person);
        return true;
      }
      for (const [index, other] of here.entries()) {
        if (!augment(other, tried)) continue;
        here[index] = person;
        return true;
      }
    }
    return false;
  };
  const fixed = people.filter(({ id, seat }) => seat !== null || staying.has(id));
  const order = [...fixed, ...people.filter((one) => !fixed.includes(one))];
  return order.filter((person) => augment(person, new Set())).length;
}
