import type { SiteName } from '../../domain/ids';
import type { BoundPart, ConfinedPeople } from '../../domain/plan';
import type { Component } from '../problem/components';
import { openingsOf } from '../openings/construction';
import { SeatNetwork } from '../flows/network';

/**
 * Why a part needs so many sessions, in a form that a person can check: site by site where people of one site never sit
 * at another, by the places of the largest sessions, and by people who can come at few slots alone. What cannot be shown
 * so is the word of the exact search.
 *
 * @param leftAll people and seats without a name that any best plan leaves out
 * @param sessions proven least for the whole part
 */
export function boundParts(component: Component, leftAll: number, sessions: number): BoundPart[] {
  const areas = areasOf(component);
  const left = areas.map((area) => area.left);
  const total = left.reduce((sum, one) => sum + one, 0);
  const shown = areas.map((area) => certificateOf(area, Math.max(area.left, leftAll - (total - area.left))));
  const proven = shown.reduce((sum, part) => sum + part.sessions, 0);
  if (proven >= sessions) return shown.filter((part) => part.sessions > 0);
  if (areas.length === 1) return shown.map((part) => ({ ...part, sessions, places: null, confined: [] }));
  // Each site alone needs fewer: only all of them together need as many, which nobody checks by hand.
  const people = shown.reduce((sum, part) => sum + part.people, 0);
  const standing = shown.reduce((sum, part) => sum + part.standing, 0);
  const sites = [...new Set(shown.flatMap((part) => part.sites))].sort();
  return [{ sites, people, sessions, standing, places: null, confined: [] }];
}

interface Session {
  readonly node: number;
  readonly places: number;
  readonly forced: boolean;
  readonly imposed: number;
}

/** Sites whose people may sit at any of them. */
interface Area {
  readonly component: Component;
  readonly sites: readonly SiteName[];
  readonly classes: readonly { readonly allowed: readonly number[]; readonly count: number }[];
  /** Those that are open whatever happens, then the largest first. */
  readonly sessions: readonly Session[];
  /** People whom the places, all sessions open, cannot hold. */
  readonly left: number;
}

function areasOf(component: Component): Area[] {
  const { problem, nodes, classes } = component;
  const siteAt = nodes.map((node) => problem.nodes[node]?.site ?? '');
  const joined = new Map<string, string>(siteAt.map((site) => [site, site]));
  const root = (site: string): string => {
    const above = joined.get(site) ?? site;
    return above === site ? site : root(above);
  };
  for (const { allowed } of classes)
    for (const at of allowed) joined.set(root(siteAt[at] ?? ''), root(siteAt[allowed[0] ?? 0] ?? ''));
  const sessions = openingsOf(component)
    .map(({ node, capacity, forced, imposed }): Session => {
      return { node: component.positions.get(node) ?? 0, places: capacity, forced, imposed: imposed.length };
    })
    .sort((a, b) => Number(b.forced) - Number(a.forced) || b.places - a.places);
  return [...new Set(siteAt.map(root))].sort().map((site): Area => {
    const isHere = (at: number): boolean => root(siteAt[at] ?? '') === site;
    const here = classes.filter(({ allowed }) => isHere(allowed[0] ?? 0));
    const offered = new Int32Array(nodes.length);
    const own = sessions.filter(({ node }) => isHere(node));
    for (const { node, places } of own) offered[node] = (offered[node] ?? 0) + places;
    const network = new SeatNetwork(here, offered);
    network.fill();
    const names = new Set(siteAt.filter((_, at) => isHere(at)));
    return {
      component,
      sites: [...new Set(problem.rooms.map((room) => room.site))].filter((one) => names.has(one)).sort(),
      classes: here,
      sessions: own,
      left: network.left(false) + network.left(true),
    };
  });
}

/** People confined to some nodes, and the sessions that they alone need. */
interface Confined {
  readonly nodes: ReadonlySet<number>;
  readonly people: number;
  readonly sessions: number;
  readonly standing: number;
}

/** Sets of nodes looked at, and tries to fit them beside each other. */
const MOST_SETS = 120;

/** The best bound that people confined to separate slots give, with the places of the largest sessions. */
function certificateOf(area: Area, left: number): BoundPart {
  const people = area.classes.reduce((sum, { count }) => sum + count, 0) - left;
  const sets = confinedSets(area, left);
  let best = boundWith(area, people, []);
  let chosen: readonly Confined[] = [];
  for (const first of [null, ...sets]) {
    const packed = apart(first === null ? sets : [first, ...sets]);
    // As few sets as will do: the sentence gets shorter.
    for (let count = 0; count <= packed.length; count += 1) {
      const bound = boundWith(area, people, packed.slice(0, count));
      if (bound.sessions <= best.sessions) continue;
      best = bound;
      chosen = packed.slice(0, count);
    }
  }
  const imposed = area.sessions.reduce((sum, session) => sum + session.imposed, 0);
  return {
    sites: area.sites,
    people: people + imposed,
    sessions: best.sessions,
    standing: standingAmong(area.sessions),
    places: best.places === null ? null : best.places + imposed,
    confined: chosen.map((set): ConfinedPeople => ({
      ...whereAre(area.component, set.nodes),
      people: set.people,
      sessions: set.sessions,
      standing: set.standing,
    })),
  };
}

/** Of these sets, in order, those that share no node with one before. */
function apart(sets: readonly Confined[]): Confined[] {
  const taken = new Set<number>();
  return sets.filter(({ nodes }) => {
    for (const node of nodes) if (taken.has(node)) return false;
    for (const node of nodes) taken.add(node);
    return true;
  });
}

/** Least sessions when each set of nodes has its own; `places`: what one fewer would hold at most. */
function boundWith(
  area: Area,
  people: number,
  sets: readonly Confined[],
): { readonly sessions: number; readonly places: number | null } {
  const due = sets.map((set) => set.sessions);
  const owners = new Map(sets.flatMap(({ nodes }, at) => [...nodes].map((node) => [node, at] as const)));
  const taken = new Set<Session>();
  let owed = due.reduce((sum, count) => sum + count, 0);
  let places = 0;
  for (const session of area.sessions) {
    if (!session.forced && owed === 0) break;
    const at = owners.get(session.node) ?? -1;
    const wanted = due[at] ?? 0;
    if (!session.forced && wanted === 0) continue;
    taken.add(session);
    places += session.places;
    if (wanted === 0) continue;
    due[at] = wanted - 1;
    owed -= 1;
  }
  let sessions = taken.size;
  let before: number | null = null;
  for (const session of area.sessions) {
    if (places >= people) break;
    if (taken.has(session)) continue;
    before = places;
    places += session.places;
    sessions += 1;
  }
  return { sessions, places: before };
}

function confinedSets(area: Area, left: number): readonly Confined[] {
  const lists = new Map(area.classes.map(({ allowed }) => [allowed.join(), allowed]));
  const sets = [...lists.values()].sort((a, b) => a.length - b.length).slice(0, MOST_SETS);
  return sets
    .flatMap((allowed): Confined[] => {
      const nodes = new Set(allowed);
      const confined = area.classes.filter((one) => one.allowed.every((node) => nodes.has(node)));
      const people = confined.reduce((sum, { count }) => sum + count, 0) - left;
      if (people <= 0) return [];
      const own = area.sessions.filter(({ node }) => nodes.has(node));
      const { sessions } = boundWith({ ...area, sessions: own }, people, []);
      const standing = standingAmong(own);
      // Sessions that stand in any case show nothing.
      return sessions <= standing ? [] : [{ nodes, people, sessions, standing }];
    })
    .sort((a, b) => b.sessions / b.nodes.size - a.sessions / a.nodes.size || b.people - a.people);
}

const standingAmong = (sessions: readonly Session[]): number =>
  sessions.reduce((sum, { forced }) => sum + Number(forced), 0);

function whereAre(
  { problem, nodes }: Component,
  positions: ReadonlySet<number>,
): Pick<ConfinedPeople, 'slots' | 'sites'> {
  const here = [...positions].flatMap((at) => problem.nodes[nodes[at] ?? -1] ?? []);
  const slots = [...new Set(here.map(({ slot }) => slot))].sort((a, b) => a - b);
  const names = new Set(here.map(({ site }) => site));
  return {
    slots: slots.flatMap((slot) => problem.slots[slot]?.code ?? []),
    sites: [...new Set(problem.rooms.map(({ site }) => site))].filter((site) => names.has(site)).sort(),
  };
}
