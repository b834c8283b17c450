import { describe, expect, it } from '@jest/globals';
import { CheapestFlow } from '../../src/allocation/flows/cheapest-flow';
import { type SeatClass, SeatNetwork } from '../../src/allocation/flows/network';
import { type SeededRandom, seededRandom } from '../support/seeded-random';

const NODES = 7;
const CLASSES = 12;

function randomClasses(random: SeededRandom): SeatClass[] {
  const nodes = Array.from({ length: NODES }, (_, node) => node);
  return Array.from({ length: CLASSES }, () => {
    const some = random.some(nodes, 0.4);
    return {
      allowed: some.length > 0 ? some : [random.pick(nodes)],
      anonymous: random.chance(0.2),
      count: random.integer(1, 6),
    };
  });
}

/** The most people of these numbers that the places hold, told by another algorithm. */
function mostSeated(
  classes: readonly SeatClass[],
  counts: readonly number[],
  places: ArrayLike<number>,
): number {
  const [source, sink] = [CLASSES + NODES, CLASSES + NODES + 1];
  const flow = new CheapestFlow(sink + 1);
  const arcs = classes.map((one, index) => {
    for (const node of one.allowed) flow.arc(index, CLASSES + node, 100, 0);
    return flow.arc(source, index, counts[index] ?? 0, 0);
  });
  for (let node = 0; node < NODES; node += 1) flow.arc(CLASSES + node, sink, places[node] ?? 0, 0);
  flow.send(source, sink);
  return arcs.reduce((sum, arc) => sum + flow.flowOn(arc), 0);
}

const seatedOf = (classes: readonly SeatClass[], network: SeatNetwork): number[] =>
  classes.map(({ count }, index) => count - (network.missing[index] ?? 0));

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const stateOf = (network: SeatNetwork): string =>
  JSON.stringify([network.flow, network.missing, network.load, network.places].map((list) => [...list]));

/** Nobody sits twice or where they may not, and no place is given twice. */
function isSound(classes: readonly SeatClass[], network: SeatNetwork): boolean {
  const load = Array.from({ length: NODES }, () => 0);
  const seated = classes.map((one, index) =>
    total(
      one.allowed.map((node, at) => {
        const count = network.flowAt(index, at);
        load[node] = (load[node] ?? 0) + count;
        return count;
      }),
    ),
  );
  return (
    String(seated) === String(seatedOf(classes, network)) &&
    load.every((count, node) => count === network.load[node] && count <= (network.places[node] ?? 0))
  );
}

describe('the network of seats', () => {
  it('seats the most people, those with a name first', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seededRandom(seed);
      const classes = randomClasses(random);
      const places = Array.from({ length: NODES }, () => random.integer(0, 8));
      const network = new SeatNetwork(classes, Int32Array.from(places));
      network.fill();
      const all = classes.map(({ count }) => count);
      const named = classes.map(({ anonymous, count }) => (anonymous ? 0 : count));
      expect(isSound(classes, network)).toBe(true);
      expect({ seed, seated: total(named) - network.left(false) }).toEqual({
        seed,
        seated: mostSeated(classes, named, places),
      });
      expect({ seed, seated: total(seatedOf(classes, network)) }).toEqual({
        seed,
        seated: mostSeated(classes, all, places),
      });
    }
  });

  it('gives up places exactly when nobody loses a seat by it, whatever it refused before', () => {
    let [kept, refused, undone] = [0, 0, 0];
    for (let seed = 1; seed <= 80; seed += 1) {
      const random = seededRandom(seed);
      const classes = randomClasses(random);
      const network = new SeatNetwork(
        classes,
        Int32Array.from({ length: NODES }, () => random.integer(3, 14)),
      );
      network.fill();
      for (let step = 0; step < 40; step += 1) {
        const node = random.integer(0, NODES - 1);
        const places = Math.max(0, (network.places[node] ?? 0) + random.integer(-6, 4));
        const next = [...network.places].map((count, at) => (at === node ? places : count));
        const before = stateOf(network);
        const seated = seatedOf(classes, network);
        const mark = network.mark();
        if (random.chance(0.15)) {
          network.shrink(node, Math.min(places, network.places[node] ?? 0));
          network.fill();
        } else {
          const isPossible = mostSeated(classes, seated, next) === total(seated);
          expect({ seed, step, isPossible: network.resize(node, places) }).toEqual({
            seed,
            step,
            isPossible,
          });
          if (isPossible) kept += 1;
          else refused += 1;
          expect(String(seatedOf(classes, network))).toBe(String(seated));
          if (!isPossible) expect(stateOf(network)).toBe(before);
        }
        if (random.chance(0.3)) {
          network.undo(mark);
          undone += 1;
          expect(stateOf(network)).toBe(before);
        }
        if (random.chance(0.7)) network.keep();
        expect(isSound(classes, network)).toBe(true);
      }
    }
    expect({ kept: kept > 500, refused: refused > 200, undone: undone > 500 }).toEqual({
      kept: true,
      refused: true,
      undone: true,
    });
  });
});
