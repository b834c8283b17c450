import type { Component } from '../problem/components';
import type { Choice } from '../openings/construction';
import { evaluate } from '../seats/evaluation';
import type { Limits } from '../part';
import { type Parties, type Shares, partiesOf, seatingOf, sharesOf } from './parties';
import type { Arrangement, Scene } from './party-model';
import type { Solved } from '../seats/solved';

/** Where the people of a component sit while they are arranged. */
export interface Seated {
  readonly component: Component;
  readonly parties: Parties;
  shares: Shares;
  open: ReadonlyMap<number, number>;
  watchers: ReadonlyMap<number, readonly string[]>;
}

export function seatedOf({ component, choice, seating }: Solved): Seated {
  const parties = partiesOf(component);
  const shares = sharesOf(component, parties, seating);
  return { component, parties, shares, open: choice.open, watchers: choice.watchers };
}

export function solvedOf({ component, parties, shares, open, watchers }: Seated, limits: Limits): Solved {
  const seating = seatingOf(component, parties, shares);
  const choice: Choice = { open, watchers };
  return { component, choice, seating, values: evaluate(component, choice, seating), limits };
}

/** Puts people and sessions of a scene as found; those outside stay. */
export function replace(seated: Seated, scene: Scene, { shares, open, watchers }: Arrangement): void {
  const inside = new Set(scene.openings.map((one) => one.index));
  const outside = (list: ReadonlyMap<number, number>): [number, number][] =>
    [...list].filter(([session]) => !inside.has(session));
  seated.shares = seated.shares.map((share, index) => new Map([...outside(share), ...(shares[index] ?? [])]));
  seated.open = new Map([...outside(seated.open), ...open]);
  if (watchers !== null) seated.watchers = watchers;
}

/** People of each party in these sessions. */
export function within(shares: Shares, sessions: ReadonlySet<number>): Shares {
  return shares.map((share) => new Map([...share].filter(([session]) => sessions.has(session))));
}

export const countsOf = (shares: Shares): number[] =>
  shares.map((share) => [...share.values()].reduce((sum, count) => sum + count, 0));

/**
 * How often groups are split, but for a number that never changes: groups and sessions that meet, beyond those that
 * meet in any case. `someLeft`: a group may have nobody seated, and is not split at all then.
 */
export function splitsOf(parties: Parties, shares: Shares, someLeft: boolean): number {
  const met = new Set<string>();
  const somebody = new Set<number>();
  parties.list.forEach(({ group }, index) => {
    if (group < 0) return;
    for (const session of shares[index]?.keys() ?? []) {
      if (parties.present[group]?.has(session) !== true) met.add(`${group} ${session}`);
      if (parties.present[group]?.size === 0) somebody.add(group);
    }
  });
  return met.size - (someLeft ? somebody.size : 0);
}

/** People of the shares on preferred slots. */
export function likedIn({ problem, positions }: Component, parties: Parties, shares: Shares): number {
  return parties.list.reduce((sum, party, index) => {
    let liked = 0;
    for (const [session, count] of shares[index] ?? [])
      if (party.liked.has(positions.get(problem.openings[session]?.node ?? -1) ?? -1)) liked += count;
    return sum + liked;
  }, 0);
}
