import type { Component } from '../problem/components';
import { SeatNetwork } from '../flows/network';
import type { Opening } from '../problem/problem';
import { Staffing } from '../staffing';

/** Sessions chosen in a component: opening → places for people who are not imposed, and who watches. */
export interface Choice {
  readonly open: ReadonlyMap<number, number>;
  readonly watchers: ReadonlyMap<number, readonly string[]>;
}

export const openingsOf = (component: Component): Opening[] =>
  component.openings.flatMap((index) => component.problem.openings[index] ?? []);

/** Places per node (positions of the component) that the choice offers. */
export function placesOf(component: Component, open: ReadonlyMap<number, number>): Int32Array {
  const places = new Int32Array(component.nodes.length);
  for (const [index, capacity] of open) {
    const node = component.positions.get(component.problem.openings[index]?.node ?? -1);
    if (node !== undefined) places[node] = (places[node] ?? 0) + capacity;
  }
  return places;
}

/** What invigilators allow, session by session. */
class Watch {
  private readonly staffing: Staffing | null;
  private readonly counts = new Map<number, number>();

  constructor(private readonly component: Component) {
    const { staff, rooms, slots } = component.problem;
    this.staffing = staff === null ? null : new Staffing(staff, rooms, slots);
  }

  /** Keeps for the people who have to sit there the watchers that they need, before others are given any. */
  reserve(opening: Opening): void {
    const k = this.component.problem.campaign.settings.candidatesPerInvigilator;
    if (!this.staffing || k === 0) return;
    const wanted = Math.ceil(opening.imposed.length / k);
    let given = 0;
    while (given < wanted && this.staffing.need(opening.slot, opening.room, 1)) given += 1;
    this.counts.set(opening.index, given);
  }

  /** Places that the opening gets; `null` when nobody can watch it. */
  take(opening: Opening): number | null {
    if (!this.staffing) return opening.capacity;
    const k = this.component.problem.campaign.settings.candidatesPerInvigilator;
    const base = opening.imposed.length;
    if (k === 0) {
      if (!this.staffing.need(opening.slot, opening.room, 1)) return null;
      this.counts.set(opening.index, 1);
      return opening.capacity;
    }
    const wanted = Math.ceil((base + opening.capacity) / k);
    let given = this.counts.get(opening.index) ?? 0;
    while (given < wanted && this.staffing.need(opening.slot, opening.room, 1)) given += 1;
    this.counts.set(opening.index, given);
    const places = Math.max(0, Math.min(opening.capacity, given * k - base));
    return places > 0 ? places : null;
  }

  release(opening: Opening): void {
    this.staffing?.release(opening.slot, opening.room);
    this.counts.delete(opening.index);
  }

  names(opening: Opening): string[] {
    return this.staffing?.names(opening.slot, opening.room) ?? [];
  }
}

/**
 * A valid choice without any solver: what locks ask for, then sessions as long as they seat somebody, then closing one
 * at a time as long as nobody loses a seat; once time is out, as long as nobody has to move.
 */
export function construct(component: Component, isExpired: () => boolean): Choice {
  const openings = openingsOf(component);
  const watch = new Watch(component);
  const open = new Map<number, number>();
  const network = new SeatNetwork(component.classes, new Int32Array(component.nodes.length));
  const nodeOf = (opening: Opening): number => component.positions.get(opening.node) ?? 0;
  const grow = (opening: Opening, places: number): void => {
    network.resize(nodeOf(opening), (network.places[nodeOf(opening)] ?? 0) + places);
    open.set(opening.index, places);
  };
  for (const opening of openings) if (opening.forced) watch.reserve(opening);
  for (const opening of openings) if (opening.forced) grow(opening, watch.take(opening) ?? 0);
  const order = openings
    .filter((opening) => !opening.forced)
    .sort((a, b) => b.capacity - a.capacity || a.rank - b.rank || a.index - b.index);
  const admit = (opening: Opening, needed: () => number): void => {
    if (open.has(opening.index)) return;
    if ((component.problem.conflicts[opening.index] ?? []).some((other) => open.has(other))) return;
    const places = watch.take(opening);
    if (places === null) {
      watch.release(opening);
      return;
    }
    grow(opening, places);
    if (!component.coupled || needed() > 0) return;
    open.delete(opening.index);
    network.resize(nodeOf(opening), (network.places[nodeOf(opening)] ?? 0) - places);
    watch.release(opening);
  };
  const seatAll = (anonymous: boolean): number =>
    component.classes.reduce(
      (sum, one, index) => sum + (one.anonymous === anonymous ? network.seat(index) : 0),
      0,
    );
  if (component.coupled) {
    for (const anonymous of [false, true]) {
      seatAll(anonymous);
      for (const opening of order) if (network.left(anonymous) > 0) admit(opening, () => seatAll(anonymous));
    }
  } else {
    for (const opening of order) admit(opening, () => 1);
    network.fill();
  }
  const closing = order
    .filter((opening) => open.has(opening.index))
    .sort((a, b) => a.capacity - b.capacity || b.rank - a.rank || a.index - b.index);
  for (const opening of closing) {
    const node = nodeOf(opening);
    const rest = (network.places[node] ?? 0) - (open.get(opening.index) ?? 0);
    // Without time nobody is moved; a session that nobody needs closes all the same.
    if ((isExpired() && (network.load[node] ?? 0) > rest) || !network.resize(node, rest)) continue;
    open.delete(opening.index);
    watch.release(opening);
  }
  const watchers = new Map(
    openings.filter((one) => open.has(one.index)).map((one) => [one.index, watch.names(one)]),
  );
  return { open, watchers };
}

/** The sessions of the existing planning that may still be open, and no other. */
export function existingSessions(component: Component): Choice {
  const watch = new Watch(component);
  const open = new Map<number, number>();
  const standing = openingsOf(component).filter((one) => one.forced || one.existing !== null);
  for (const opening of standing) if (opening.forced) watch.reserve(opening);
  for (const opening of [...standing].sort((a, b) => Number(b.forced) - Number(a.forced))) {
    const excluded = (component.problem.conflicts[opening.index] ?? []).some((other) => open.has(other));
    const places = watch.take(opening);
    if (opening.forced || (!excluded && places !== null)) open.set(opening.index, places ?? 0);
    else watch.release(opening);
  }
  const watchers = new Map([...open.keys()].map((index) => [index, namesAt(component, watch, index)]));
  return { open, watchers };
}

function namesAt({ problem }: Component, watch: Watch, index: number): string[] {
  const opening = problem.openings[index];
  return opening ? watch.names(opening) : [];
}

/** People left out by a choice: with a name, then without. */
export function leftBy(component: Component, choice: Choice): { named: number; anonymous: number } {
  const network = new SeatNetwork(component.classes, placesOf(component, choice.open));
  network.fill();
  return { named: network.left(false), anonymous: network.left(true) };
}
