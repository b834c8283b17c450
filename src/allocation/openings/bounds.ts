import { type Component, seatsWanted } from '../problem/components';
import { openingsOf } from './construction';

/** A bound on sessions that anybody can check: people to seat, and the most that one session fewer could hold. */
export interface SessionsBound {
  readonly sessions: number;
  readonly people: number;
  /** Most people that `sessions − 1` sessions hold; `null` when no session is needed. */
  readonly places: number | null;
}

/** `left`: people and anonymous seats that any best plan leaves out. */
export function lowerBoundOf(component: Component, left: number): SessionsBound {
  const openings = openingsOf(component);
  const people = seatsWanted(component) - left;
  const forced = openings.filter((one) => one.forced);
  const imposed = forced.reduce((sum, one) => sum + one.imposed.length, 0);
  let places = forced.reduce((sum, one) => sum + one.capacity, 0);
  let sessions = forced.length;
  let before: number | null = null;
  const sizes = openings
    .filter((one) => !one.forced)
    .map((one) => one.capacity)
    .sort((a, b) => b - a);
  for (const size of sizes) {
    if (places >= people) break;
    before = places + imposed;
    places += size;
    sessions += 1;
  }
  return { sessions, people: people + imposed, places: before };
}
