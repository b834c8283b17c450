import { describe, expect, it } from '@jest/globals';
import type { ClassOfPeople } from '../../src/allocation/problem/components';
import { CheapestFlow } from '../../src/allocation/flows/cheapest-flow';
import { WishNetwork } from '../../src/allocation/flows/wish-network';
import { type SeededRandom, seededRandom } from '../support/seeded-random';

const NODES = 7;

function randomClasses(random: SeededRandom): ClassOfPeople[] {
  const nodes = Array.from({ length: NODES }, (_, node) => node);
  return Array.from({ length: 12 }, () => {
    const some = random.some(nodes, 0.5);
    const allowed = some.length > 0 ? some : [random.pick(nodes)];
    const anonymous = random.chance(0.2);
    const preferred = anonymous ? [] : random.some(allowed, 0.4);
    return { allowed, preferred, anonymous, count: random.integer(1, 6), members: [] };
  });
}

/** From nothing: people who sit on slots not preferred, at least; `null` when not everybody finds a seat. */
function afresh(classes: readonly ClassOfPeople[], places: readonly number[]) {
  const sink = classes.length + NODES;
  const flow = new CheapestFlow(sink + 2);
  const arcs = classes.map((one, index) => {
    flow.arc(sink + 1, index, one.count, 0);
    return one.allowed.map((node) => {
      const cost = one.anonymous || one.preferred.includes(node) ? 0 : 1;
      return { arc: flow.arc(index, classes.length + node, one.count, cost), cost };
    });
  });
  places.forEach((count, node) => flow.arc(classes.length + node, sink, count, 0));
  flow.send(sink + 1, sink);
  const counts = arcs.map((list) => list.map(({ arc }) => flow.flowOn(arc)));
  const seated = counts.flat().reduce((sum, count) => sum + count, 0);
  if (seated < classes.reduce((sum, one) => sum + one.count, 0)) return null;
  const cost = arcs.flat().reduce((sum, one) => sum + one.cost * flow.flowOn(one.arc), 0);
  return { counts, cost };
}

describe('the network of wishes', () => {
  it('costs the same after any change as when everybody is seated afresh, and takes changes back', () => {
    const wrong: unknown[] = [];
    let shrunk = 0;
    let refused = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const random = seededRandom(seed);
      const classes = randomClasses(random);
      const places = Array.from({ length: NODES }, () => random.integer(6, 16));
      const first = afresh(classes, places);
      if (first === null) continue;
      const network = new WishNetwork(classes, Int32Array.from(places), first.counts);
      for (let step = 0; step < 25; step += 1) {
        const node = random.integer(0, NODES - 1);
        const change = random.integer(-8, 8);
        const next = places.map((count, at) => (at === node ? Math.max(0, count + change) : count));
        const difference = (next[node] ?? 0) - (places[node] ?? 0);
        const before = network.cost;
        const mark = network.mark();
        if (difference > 0) network.grow(node, difference);
        const kept = difference >= 0 || network.shrink(node, -difference);
        const expected = afresh(classes, next);
        if (kept !== (expected !== null)) wrong.push({ seed, step, kept });
        if (kept && network.cost !== expected?.cost)
          wrong.push({ seed, step, cost: network.cost, expected: expected?.cost });
        if (kept && difference < 0) shrunk += 1;
        if (!kept) refused += 1;
        if (kept && random.chance(0.6)) places.splice(0, NODES, ...next);
        else {
          network.undo(mark);
          if (network.cost !== before) wrong.push({ seed, step, undone: network.cost, before });
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(Math.min(shrunk, refused)).toBeGreaterThan(50);
  });
});
