import type { ClassOfPeople, Component } from './components';
import { type Choice, placesOf } from './construction';
import { Eagerness } from './eagerness';
import { preferredFlow } from './preferred-flow';
import { Ladders } from './ladders';
import type { SessionWorths } from './session-worths';
import { WishNetwork } from './wish-network';

/** Sessions that are tried as the one to close, more and more of them as what is easily found runs out. */
export const ALL_WIDTHS: readonly number[] = [2, 10, Infinity];
export const FIRST_WIDTHS: readonly number[] = [2];
/** With worths, by which the one to close is chosen. */
export const LAST_WIDTHS: readonly number[] = [2, Infinity];
/** Pairs of nodes looked at before giving up: a few seconds. */
const MOST_WORK = 1_000_000_000;
/** Nodes beyond which sites are searched one by one. */
const MOST_NODES = 150;

/**
 * More people on preferred slots with as many sessions, by opening one and closing another. What a swap can bring at
 * most is known beforehand, from what a seat is worth to each class (and from the worths of sessions): few have to be
 * tried. `widths`: sessions that are tried as the one to close, step by step. Only where sessions neither
 * exclude each other nor share invigilators, and where everybody has a seat.
 */
export function searchWishes(
  component: Component,
  start: Choice,
  isExpired: () => boolean,
  widths: readonly number[],
  worths: SessionWorths | null,
): Choice {
  if (component.coupled) return start;
  if (component.nodes.length <= MOST_NODES) return searchWhole(component, start, isExpired, widths, worths);
  let best = start;
  for (const part of bySite(component, start)) {
    const better = searchWhole(part, best, isExpired, widths, null);
    const others = [...best.open].filter(([index]) => !part.openings.includes(index));
    best = { open: new Map([...others, ...better.open]), watchers: best.watchers };
  }
  return best;
}

/** A component's sites, each with the people who sit there now. */
function bySite(component: Component, choice: Choice): Component[] {
  const { problem, nodes, classes } = component;
  const { counts } = preferredFlow(component, choice);
  const sites = new Map<string, number[]>();
  nodes.forEach((node, at) => {
    const site = problem.nodes[node]?.site ?? '';
    sites.set(site, [...(sites.get(site) ?? []), at]);
  });
  return [...sites.values()].map((members) => {
    const position = new Map(members.map((at, index) => [at, index]));
    const local = (list: readonly number[]): number[] => list.flatMap((at) => position.get(at) ?? []);
    return {
      problem,
      nodes: members.map((at) => nodes[at] ?? 0),
      openings: members.flatMap((at) => problem.nodes[nodes[at] ?? 0]?.openings ?? []),
      classes: classes.flatMap((one, index): ClassOfPeople[] => {
        const count = one.allowed.reduce(
          (sum, node, at) => sum + (position.has(node) ? (counts[index]?.[at] ?? 0) : 0),
          0,
        );
        const seats = { ...one, count, allowed: local(one.allowed), preferred: local(one.preferred) };
        return count > 0 ? [seats] : [];
      }),
      coupled: false,
      allNeeded: false,
    };
  });
}

function searchWhole(
  component: Component,
  start: Choice,
  isExpired: () => boolean,
  widths: readonly number[],
  worths: SessionWorths | null,
): Choice {
  const sessions = new Ladders(component, start);
  const first = sessions.choice();
  const { counts, preferred } = preferredFlow(component, first);
  const network = new WishNetwork(component.classes, placesOf(component, first.open), counts);
  const eagerness = new Eagerness(component, network.places);
  const ceiling = worths === null ? null : new Ceiling(worths, sessions, network, preferred);
  const isOver = (): boolean => network.work > MOST_WORK || network.cost === 0 || isExpired();
  for (let width = 0; width < widths.length && !isOver();) {
    eagerness.measure(network.worths());
    const promise = new Map(
      sessions.growing().map((node) => [node, eagerness.gain(node, sessions.next(node))]),
    );
    const order = [...promise.keys()].sort((a, b) => (promise.get(b) ?? 0) - (promise.get(a) ?? 0) || a - b);
    let gained = false;
    for (const opened of order) {
      if (isOver()) break;
      if (swapFor(opened, network, sessions, eagerness, widths[width] ?? Infinity, ceiling)) gained = true;
    }
    // With worths a program follows, which proves what another round would only look for.
    if (!gained || (ceiling !== null && widths[width] === Infinity)) width += 1;
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

/** Swaps that cannot bring anything, by what the sessions are worth at most. */
class Ceiling {
  private readonly people: number;

  constructor(
    private readonly worths: SessionWorths,
    private readonly sessions: Ladders,
    private readonly network: WishNetwork,
    preferred: number,
  ) {
    this.people = preferred + network.cost;
  }

  /** Of the ladders where a session might close for the one that opens, those that may bring something. */
  worthwhile(opened: number, others: readonly number[]): readonly number[] {
    const { worths, sessions, network } = this;
    const gained = worths.worthOf(sessions.opening(opened)?.index ?? -1);
    const most = worths.boundOf(sessions.choice().open.keys()) + gained;
    const wanted = this.people - network.cost + 1 - TOLERANCE;
    return others.filter((ladder) => most - this.worthOfClosing(ladder) >= wanted);
  }

  /** The ladder whose session is worth less comes first. */
  compare(a: number, b: number): number {
    return this.worthOfClosing(a) - this.worthOfClosing(b);
  }

  private worthOfClosing(ladder: number): number {
    return this.worths.worthOf(this.sessions.closing(ladder)?.index ?? -1);
  }
}

const TOLERANCE = 1e-6;
