/** Draws that depend on the seed alone: a test that fails names its seed and fails again. */
export interface SeededRandom {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** Each element kept with that probability, in order. */
  some<T>(list: readonly T[], probability: number): T[];
  shuffle<T>(list: readonly T[]): T[];
}

/** Mulberry32: 32 bits of state, good enough to mix test cases. */
export function seededRandom(seed: number): SeededRandom {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      const at = integer(0, list.length - 1);
      for (const element of list.slice(at, at + 1)) return element;
      throw new Error('nothing to pick from');
    },
    some: (list, probability) => list.filter(() => next() < probability),
    shuffle<T>(list: readonly T[]): T[] {
      const left = [...list];
      const drawn: T[] = [];
      while (left.length > 0) drawn.push(...left.splice(integer(0, left.length - 1), 1));
      return drawn;
    },
  };
}
