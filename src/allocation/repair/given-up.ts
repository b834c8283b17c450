import type { Campaign } from '../../domain/campaign';
import type { Change } from '../../domain/change';
import type { SessionNumber } from '../../domain/ids';
import { isPinned } from '../../domain/session';
import { overlaps } from '../../domain/slot';
import type { Opening } from '../problem/problem';
import { changedCampaign } from './changed-campaign';
import { compareLists } from '../compare-lists';
import { type Scene, sceneOf } from './scene';
import { leastDisturbed } from './solutions';
import { Watch, type Watching } from './watch';

type Sessions = readonly Opening[];

/** Sets of sessions to give up that are looked at. */
const MOST_SETS = 200;

/** A set of sessions to give up, and the least that mending the planning without them can cost. */
export interface Way {
  readonly cancelled: readonly SessionNumber[];
  /** People without a seat, and people whose seat is another one or none. */
  readonly least: readonly number[];
}

const NOTHING_KNOWN: readonly number[] = [0, 0];

/** Those that were not looked at, where they are too many. */
export const UNKNOWN_WAYS: Way = { cancelled: [], least: NOTHING_KNOWN };

/**
 * Sessions that can no longer stand (the room is taken, nobody may watch there) are given up in any case; where nobody is
 * left to watch all the others, each choice among these is weighed, as long as there is time, and the best comes first.
 */
export function waysToMend(
  campaign: Campaign,
  change: Change,
  watching: Watching,
  hasTime: () => boolean,
): { readonly ways: readonly Way[]; readonly complete: boolean } {
  const changed = changedCampaign(campaign, change);
  const scene = sceneOf(changed, campaign, watching);
  const stands = new Set(scene.standing.map(({ existing }) => existing?.number));
  const lost = changed.existing.flatMap(({ number, state, closed }) =>
    state === 'cancelled' || closed || stands.has(number) ? [] : [number],
  );
  const { sets, complete } = setsToGiveUp(scene, watching);
  const ways = sets.map((set): Way & { weighed: boolean } => {
    const cancelled = [...lost, ...set];
    const least =
      sets.length > 1 && hasTime()
        ? leastDisturbed(sceneOf(changedCampaign(campaign, change, cancelled), campaign, watching))
        : null;
    return { cancelled, least: least ?? NOTHING_KNOWN, weighed: least !== null };
  });
  const order = ways.sort(
    (a, b) => Number(b.weighed) - Number(a.weighed) || (a.weighed ? compareLists(a.least, b.least) : 0),
  );
  return { ways: order, complete };
}

/**
 * Where sessions are too many for those who may watch: which could be given up, as few as possible, and such as people
 * were convoked to only where no other will do. The most promising first; a single empty set where all are watched.
 */
function setsToGiveUp(
  scene: Scene,
  watching: Watching,
): { readonly sets: readonly (readonly SessionNumber[])[]; readonly complete: boolean } {
  const { uncovered } = scene.watch;
  const { chosen, complete } = cheapest(
    uncovered.map((one) => rivalsOf(scene, one)),
    pricesOf(scene),
  );
  const valid = chosen.filter((set) => isWatchedWithout(scene, set, watching));
  const sets = valid.length > 0 ? valid : [uncovered];
  return { sets: sets.map((set) => set.flatMap(({ existing }) => existing?.number ?? [])), complete };
}

/** The session itself, and those at that time that could be given up instead; what is locked or convoked, for another such. */
function rivalsOf({ problem, standing }: Scene, uncovered: Opening): Sessions {
  const slot = problem.slots[uncovered.slot];
  return standing.filter((one) => {
    if (one === uncovered) return true;
    const at = problem.slots[one.slot];
    if (!slot || !at || !one.existing || one.existing.closed || one.existing.state === 'held') return false;
    const isBound = isPinned(one.existing) || one.forced;
    return isBound === uncovered.forced && overlaps(slot, at, 0);
  });
}

function isWatchedWithout({ problem, standing }: Scene, set: Sessions, watching: Watching): boolean {
  const kept = standing.filter((one) => !set.includes(one));
  return new Watch(problem, kept, watching).uncovered.length === 0;
}

/** Of each session: people who can sit nowhere else, and people in all. */
function pricesOf({ problem, standing, fresh, watch, demands }: Scene): (one: Opening) => readonly number[] {
  const indexOf = new Map(problem.candidates.map(({ id }, index) => [id, index]));
  const peopleIn = ({ existing }: Opening): readonly number[] =>
    (existing?.seats ?? []).flatMap(({ candidate }) => indexOf.get(candidate) ?? []);
  const roomy = standing.filter((one) => (watch.places.get(one.index) ?? 0) > peopleIn(one).length);
  const open = new Set([...fresh, ...roomy].map(({ node }) => node));
  return (one) => {
    const people = peopleIn(one);
    const isStranded = (who: number): boolean =>
      demands.get(who)?.allowed.some((node) => open.has(node)) !== true;
    return [people.filter(isStranded).length, people.length];
  };
}

/** One session of each list, none twice: the choices whose prices add up to the least. */
function cheapest(
  lists: readonly Sessions[],
  priceOf: (one: Opening) => readonly number[],
): { readonly chosen: readonly Sessions[]; readonly complete: boolean } {
  let choices: readonly Choice[] = [{ sessions: [], price: [0, 0] }];
  let complete = true;
  for (const list of lists) {
    const longer = new Map<string, Choice>();
    for (const { sessions, price } of choices)
      for (const one of list) {
        if (sessions.includes(one)) continue;
        const more = [...sessions, one].sort((a, b) => a.index - b.index);
        const own = priceOf(one);
        longer.set(more.map(({ index }) => index).join(), {
          sessions: more,
          price: price.map((sum, at) => sum + (own[at] ?? 0)),
        });
      }
    complete &&= longer.size <= MOST_SETS;
    choices = [...longer.values()].sort((a, b) => compareLists(a.price, b.price)).slice(0, MOST_SETS);
  }
  return { chosen: choices.map(({ sessions }) => sessions), complete };
}

interface Choice {
  readonly sessions: Sessions;
  /** In the order in which they are made small. */
  readonly price: readonly number[];
}
