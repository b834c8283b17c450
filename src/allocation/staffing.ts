import type { Invigilator } from '../domain/invigilator';
import type { Room } from '../domain/room';
import { type Slot, overlaps } from '../domain/slot';

interface Duty {
  readonly slot: number;
  readonly room: number;
}

/**
 * Who watches what: people are given duties one at a time, moving others when that frees somebody. Exact when no two
 * slots overlap; otherwise it may miss an arrangement, never allow a wrong one.
 */
export class Staffing {
  private readonly duties: Duty[][];
  private readonly eligible = new Map<string, readonly number[]>();
  private readonly sites: readonly Set<string>[];
  private readonly times: readonly Set<string>[];

  constructor(
    private readonly people: readonly Invigilator[],
    private readonly rooms: readonly Room[],
    private readonly slots: readonly Slot[],
  ) {
    this.duties = people.map(() => []);
    this.sites = people.map((one) => new Set<string>(one.sites));
    this.times = people.map((one) => new Set<string>(one.possible));
  }

  /** Adds `count` watchers to a session; nothing changes and `false` comes back when they are not to be had. */
  need(slot: number, room: number, count: number): boolean {
    const saved = this.duties.map((list) => [...list]);
    for (let given = 0; given < count; given += 1) {
      if (this.give({ slot, room }, new Set())) continue;
      saved.forEach((list, person) => (this.duties[person] = list));
      return false;
    }
    return true;
  }

  /** Takes back one watcher, or all. */
  release(slot: number, room: number, count = Infinity): void {
    let left = count;
    this.duties.forEach((list, person) => {
      if (left <= 0) return;
      const kept = list.filter((duty) => duty.slot !== slot || duty.room !== room);
      if (kept.length < list.length) left -= 1;
      this.duties[person] = kept;
    });
  }

  names(slot: number, room: number): string[] {
    return this.people
      .filter((_, person) => this.duties[person]?.some((duty) => duty.slot === slot && duty.room === room))
      .map((one) => one.name);
  }

  /** Gives a duty to this very person, without asking anything. */
  impose(person: number, slot: number, room: number): void {
    this.duties[person]?.push({ slot, room });
  }

  isFree(person: number, slot: number): boolean {
    return !(this.duties[person] ?? []).some((other) => this.atOnce(slot, other.slot));
  }

  private give(duty: Duty, tried: Set<number>): boolean {
    const able = this.whoCan(duty);
    for (const person of able) {
      if (tried.has(person)) continue;
      const list = this.duties[person] ?? [];
      if (list.some((other) => this.atOnce(duty.slot, other.slot))) continue;
      list.push(duty);
      return true;
    }
    for (const person of able) {
      if (tried.has(person)) continue;
      tried.add(person);
      const list = this.duties[person] ?? [];
      const blocking = list.filter((other) => this.atOnce(duty.slot, other.slot));
      const only = blocking[0];
      if (blocking.length !== 1 || !only) continue;
      if (only.slot === duty.slot && only.room === duty.room) continue;
      this.duties[person] = list.filter((other) => other !== only);
      this.duties[person]?.push(duty);
      if (this.give(only, tried)) return true;
      this.duties[person] = list;
    }
    return false;
  }

  private whoCan(duty: Duty): readonly number[] {
    const key = `${duty.slot} ${duty.room}`;
    const known = this.eligible.get(key);
    if (known) return known;
    const site = this.rooms[duty.room]?.site ?? '';
    const code = this.slots[duty.slot]?.code ?? '';
    const able = this.people.flatMap((_, person) =>
      this.sites[person]?.has(site) && this.times[person]?.has(code) ? [person] : [],
    );
    this.eligible.set(key, able);
    return able;
  }

  private atOnce(a: number, b: number): boolean {
    const one = this.slots[a];
    const two = this.slots[b];
    return one !== undefined && two !== undefined && overlaps(one, two, 0);
  }
}
