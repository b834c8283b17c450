import { describe, expect, it } from '@jest/globals';
import { splitComponents } from '../../src/allocation/problem/components';
import { buildProblem } from '../../src/allocation/problem/problem';
import { seatPeople } from '../../src/allocation/seats/seating';
import { aCampaign, aCandidate, aRoom, aSlot, anExistingSession } from '../support/builders';

const slotAt = (at: number): string => `C${String(at).padStart(2, '0')}`;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe('seating that moves nobody without need', () => {
  it('moves any number of people, each to the place of the next, for one more on a preferred slot', () => {
    const count = 30;
    const problem = buildProblem(
      aCampaign({
        rooms: [aRoom('R1', 1)],
        slots: numbers(count + 1).map((at) => aSlot(slotAt(at), { on: 1 + at })),
        candidates: numbers(count).map((at) =>
          aCandidate(`E${slotAt(at)}`, [slotAt(at), slotAt(at + 1)], {
            preferred: at === 0 ? [slotAt(1)] : [slotAt(at), slotAt(at + 1)],
          }),
        ),
        existing: numbers(count).map((at) =>
          anExistingSession(`S${at}`, slotAt(at), 'R1', [`E${slotAt(at)}`]),
        ),
      }),
    );
    const [component] = splitComponents(problem);
    if (component === undefined) throw new Error('one part');
    const open = new Map(problem.openings.map(({ index, capacity }) => [index, capacity]));
    const { seats } = seatPeople(component, { open, watchers: new Map() }, 'stay');
    const slotOf = new Map([...seats].map(([opening, [who]]) => [who, problem.openings[opening]?.slot]));
    expect(numbers(count).map((who) => slotOf.get(who))).toEqual(numbers(count).map((who) => who + 1));
  });
});
