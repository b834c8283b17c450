import { type Component, restricted } from '../problem/components';
import { type Choice, placesOf } from '../openings/construction';
import { Eagerness } from './eagerness';
import { preferredFlow, preferredOf } from '../flows/preferred-flow';
import { Ladders } from '../openings/ladders';
import type { SessionWorths } from './session-worths';
import { WishNetwork } from '../flows/wish-network';

/** One way to go through the sessions that may open. */
export interface Round {
  /** Sessions that are tried as the one to close. */
  readonly width: number;
  /** Again as long as it brings something. */
  readonly isRepeated: boolean;
}

const repeated = (...widths: readonly number[]): readonly Round[] =>
  widths.map((width) => ({ width, isRepeated: true }));

/** More and more sessions to close, as what is easily found runs out. */
export const ALL_ROUNDS = repeated(2, 10, Infinity);
/** From sessions that are worth much. */
export const LAST_ROUNDS = repeated(2, Infinity);
/** The same before a program, which proves what another round would only look for. */
export const ROUNDS_BEFORE_PROGRAM: readonly Round[] = [
  ...repeated(2),
  { width: Infinity, isRepeated: false },
];
/** Pairs of nodes looked at before giving up: a few seconds. */
const MOST_WORK = 1_000_000_000;
/** Nodes beyond which sites are searched one by one. */
const MOST_NODES = 150;

/**
 * More people on preferred slots with as many sessions, by opening one and closing another. What a swap can bring at
 * most is known beforehand, from what a seat is worth to each class (and from the worths of sessions): few have to be
 * tried. Only where sessions neither exclude each other nor share invigilators, and where everybody has a seat.
 */
export function searchWishes(
  component: Component,
  start: Choice,
  isExpired: () => boolean,
  rounds: readonly Round[],
  worths: SessionWorths | null,
): Choice {
  if (component.coupled) return start;
  if (component.nodes.length <= MOST_NODES)
    return searchWhole(component, start, isExpired, rounds, knownOf(component, start, worths));
  let best = start;
  // All sites in each round: time may run out, and the first swaps bring most.
  for (const round of rounds)
    for (const site of bySite(component, best)) {
      const openings = new Set(site.openings);
      const better = searchWhole(site, best, isExpired, [round], knownOf(component, best, worths));
      const others = [...best.open].filter(([index]) => !openings.has(index));
      best = { open: new Map([...others, ...better.open]), watchers: best.watchers };
    }
  return best;
}

/** A component's sites, each with the people who sit there now. */
function bySite(component: Component, choice: Choice): Component[] {
  const { problem, nodes } = component;
  const { counts } = preferredFlow(component, choice);
  const sites = new Map<string, number[]>();
  nodes.forEach((node, at) => {
    const site = problem.nodes[node]?.site ?? '';
    sites.set(site, [...(sites.get(site) ?? []), at]);
  });
  return [...sites.values()].map((kept) => {
    const here = new Set(kept);
    return restricted(component, kept, ({ allowed }, index) =>
      allowed.reduce((sum, node, at) => sum + (here.has(node) ? (counts[index]?.[at] ?? 0) : 0), 0),
    );
  });
}

function searchWhole(
  component: Component,
  start: Choice,
  isExpired: () => boolean,
  rounds: readonly Round[],
  known: Known | null,
): Choice {
  const sessions = new Ladders(component, start);
  const first = sessions.choice();
  const { counts } = preferredFlow(component, first);
  const network = new WishNetwork(component.classes, placesOf(component, first.open), counts);
  const eagerness = new Eagerness(component, network.places);
  const ceiling = known && new Ceiling(known.worths, known.spare, sessions, network);
  const isOver = (): boolean => network.work > MOST_WORK || network.cost === 0 || isExpired();
  for (const { width, isRepeated } of rounds) {
    for (let gained = true; gained && !isOver();) {
      gained = false;
      eagerness.measure(network.worths());
      const promise = new Map(
        sessions.growing().map((node) => [node, eagerness.gain(node, sessions.next(node))]),
      );
      const order = [...promise.keys()].sort(
        (a, b) => (promise.get(b) ?? 0) - (promise.get(a) ?? 0) || a - b,
      );
      for (const opened of order) {
        if (isOver()) break;
        if (swapFor(opened, network, sessions, eagerness, width, ceiling)) gained = isRepeated;
      }
    }
  }
  return sessions.choice();
}

/** Opens a session at the node and closes the one that costs least, when more people sit on preferred slots then. */
function swapFor(
  opened: number,
  network: WishNetwork,
  sessions: Ladders,
  eagerness: Eagerness,
  width: number,
  ceiling: Ceiling | null,
): boolean {
  if (sessions.next(opened) === 0) return false;
  const others = sessions.shrinking().filter((node) => node !== opened);
  const candidates = ceiling?.worthwhile(opened, others) ?? others;
  if (candidates.length === 0) return false;
  const before = network.cost;
  const start = network.mark();
  network.grow(opened, sessions.next(opened));
  const grown = network.cost;
  eagerness.measure(network.losses());
  const closings = candidates
    .map((node) => ({ node, loss: eagerness.loss(node, sessions.last(node)) }))
    .filter(({ loss }) => grown + loss < before)
    .sort((a, b) => (ceiling?.compare(a.node, b.node) ?? 0) || a.loss - b.loss || a.node - b.node)
    .slice(0, width);
  const opening = network.mark();
  let best = -1;
  let least = before;
  for (const { node, loss } of closings) {
    if (grown + loss >= least) continue;
    if (network.shrink(node, sessions.last(node), least) && network.cost < least)
      [best, least] = [node, network.cost];
    network.undo(opening);
  }
  if (best < 0) {
    network.undo(start);
    return false;
  }
  network.shrink(best, sessions.last(best));
  network.keep();
  sessions.open(opened);
  sessions.close(best);
  return true;
}

/** What sessions are worth, and by how much more people on preferred slots the chosen ones are than there are. */
interface Known {
  readonly worths: SessionWorths;
  readonly spare: number;
}

function knownOf(component: Component, choice: Choice, worths: SessionWorths | null): Known | null {
  if (worths === null) return null;
  return { worths, spare: worths.boundOf(choice.open.keys()) - preferredOf(component, choice) };
}

/** Swaps that cannot bring anything, by what the sessions are worth at most. */
class Ceiling {
  /** What the sessions here were worth at first, less the people on preferred slots. */
  private readonly first: number;

  /** `spare`: for these sessions and all others. */
  constructor(
    private readonly worths: SessionWorths,
    private readonly spare: number,
    private readonly sessions: Ladders,
    private readonly network: WishNetwork,
  ) {
    this.first = this.worthNow();
  }

  /** Of the ladders where a session might close for the one that opens, those that may bring something. */
  worthwhile(opened: number, others: readonly number[]): readonly number[] {
    const { worths, sessions } = this;
    const gained = worths.worthOf(sessions.opening(opened)?.index ?? -1);
    const most = this.spare + this.worthNow() - this.first + gained;
    return others.filter((ladder) => most - this.worthOfClosing(ladder) >= 1 - TOLERANCE);
  }

  /** The ladder whose session is worth less comes first. */
  compare(a: number, b: number): number {
    return this.worthOfClosing(a) - this.worthOfClosing(b);
  }

  private worthNow(): number {
    return this.worths.boundOf(this.sessions.choice().open.keys()) + this.network.cost;
  }

  private worthOfClosing(ladder: number): number {
    return this.worths.worthOf(this.sessions.closing(ladder)?.index ?? -1);
  }
}

const TOLERANCE = 1e-6;
