import { describe, expect, it } from '@jest/globals';
import { loadedOnce } from '../../src/allocation/loaded-once';
import type { AllocationOptions } from '../../src/allocation/options';
import { adaptHighs } from '../../src/allocation/highs/adapter';
import { Program } from '../../src/allocation/program';
import { type MilpSolver, SolverFailure } from '../../src/allocation/solver';
import { verifyPlan } from '../../src/allocation/verify';
import type { Plan } from '../../src/domain/plan';
import { bestOfAll } from '../support/brute-force';
import { aCampaign, aCandidate, aRoom, aSlot, anExistingSession } from '../support/builders';
import { goalOf, planOf } from '../support/engine';
import { loadTestSolver } from '../support/highs';
import { MEDIUM, TINIEST, randomCampaign } from '../support/random-campaign';
import { seededRandom } from '../support/seeded-random';

const MOST = ['seated', 'anonymous', 'preferred'];
/** What a solver that gave up answers. */
const UNKNOWN = { status: 'unknown', objective: Infinity, bound: -Infinity, values: [] } as const;
/** Models that an unreliable solver solves before it fails, at most. */
const MOST_SOLVED = 6;

/** A solver that fails after a few models. */
function failing(seed: number, fail: () => typeof UNKNOWN): MilpSolver {
  const solver = loadTestSolver();
  let left = seededRandom(seed).integer(0, MOST_SOLVED);
  const mayGoOn = (): boolean => left-- > 0;
  return {
    solve: (model, limits) => (mayGoOn() ? solver.solve(model, limits) : fail()),
    relax: () => {
      const relaxations = solver.relax();
      return {
        solve: (model, limits) => (mayGoOn() ? relaxations.solve(model, limits) : fail()),
        close: () => relaxations.close(),
      };
    },
  };
}

const MANNERS: Readonly<
  Record<string, (seed: number) => [AllocationOptions['loadSolver'], Partial<AllocationOptions>]>
> = {
  'without a solver': () => [null, {}],
  'stopped at once': () => [loadTestSolver, { shouldStop: () => true }],
  'without patience': () => [loadTestSolver, { patience: 0 }],
  'with a solver that throws': (seed) => [
    () =>
      failing(seed, () => {
        throw new SolverFailure('out of memory');
      }),
    {},
  ],
  'with a solver that gives up': (seed) => [() => failing(seed, () => UNKNOWN), {}],
};

describe('an engine that cannot do all it wants claims nothing that is not so', () => {
  it.each(Object.keys(MANNERS))('%s', (manner) => {
    const wrong: unknown[] = [];
    for (let seed = 61_000; seed < 61_150; seed += 1) {
      const campaign = randomCampaign(seed, TINIEST);
      const best = bestOfAll(campaign);
      const [solver, options] = MANNERS[manner]?.(seed) ?? [null, {}];
      const plan = planOf(campaign, solver, options);
      const faults = [...verifyPlan(campaign, plan), ...falseClaims(plan, best), ...falseWords(plan)];
      if (faults.length > 0) wrong.push({ seed, faults });
    }
    expect(wrong).toEqual([]);
  });

  it('says nothing of the least sessions where nobody knows who can be seated', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 2)],
      slots: [aSlot('C01'), aSlot('C02', { start: 540 }), aSlot('C03', { on: 12 })],
      candidates: ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => aCandidate(id, ['C01', 'C02', 'C03'])),
      existing: [anExistingSession('S01', 'C03', 'R1', ['A'], { locked: true })],
    });
    const plan = planOf(campaign, null);
    expect(goalOf(plan, 'seated')).toMatchObject({ value: 4, proven: false });
    expect(plan.sessionBound).toBeNull();
  });

  it('leaves no session empty when it is stopped at once', () => {
    const campaign = aCampaign({
      rooms: [aRoom('R1', 5), aRoom('R2', 5, { freeAt: ['C02'] })],
      slots: [aSlot('C01'), aSlot('C02', { on: 12 })],
      candidates: [aCandidate('A', ['C01'])],
    });
    const plan = planOf(campaign, loadTestSolver, { shouldStop: () => true });
    expect(plan.sessions).toHaveLength(1);
  });
});

describe('what goes wrong beside the solver', () => {
  const defect = new TypeError('a defect of our own');
  const throws: MilpSolver = {
    solve: () => {
      throw defect;
    },
    relax: () => {
      throw defect;
    },
  };
  /** Rooms of several sizes, so that the first plan is not known to be the best. */
  const campaign = randomCampaign(7, MEDIUM);

  it('is thrown, so that tests see it', () => {
    expect(() => planOf(campaign, () => throws)).toThrow(defect);
  });

  it('is told where somebody listens, and the plan found before is the answer', () => {
    const told: unknown[] = [];
    const plan = planOf(campaign, () => throws, { onDefect: (error) => told.push(error) });
    expect(new Set(told)).toEqual(new Set([defect]));
    expect(verifyPlan(campaign, plan)).toEqual([]);
    expect(plan.sessions.length).toBeGreaterThan(0);
  });

  it('is told from the end of the WebAssembly, whatever it was asked', () => {
    const engine = { Module: Object, Instance: Object };
    const ends = (): never => {
      throw new Error('memory access out of bounds');
    };
    const adapted = (createModel: () => never): MilpSolver =>
      adaptHighs(() => ({ createModel }), new Uint8Array(), engine);
    const model = new Program().model([], false);
    const limits = { milliseconds: 1, absoluteGap: 0.99 };
    expect(() => adapted(ends).solve(model, limits)).toThrow(SolverFailure);
    expect(() => adapted(ends).relax().solve(model, limits)).toThrow(SolverFailure);
    expect(() => adaptHighs(ends, new Uint8Array(), engine)).toThrow(SolverFailure);
    const refused = loadedOnce(() => {
      throw new Error('no WebAssembly here');
    });
    expect(refused).toThrow(SolverFailure);
    expect(refused).toThrow(SolverFailure);
  });
});

/** Against the optimum of enumeration, as far as the goals before are reached. */
function falseClaims(plan: Plan, best: ReturnType<typeof bestOfAll>): readonly string[] {
  const faults: string[] = [];
  if (best === null) return faults;
  for (const { goal, value, bound, proven } of plan.goals) {
    const sign = MOST.includes(goal) ? 1 : -1;
    if (sign * value > sign * best[goal]) faults.push(`${goal}: ${value} is better than ${best[goal]}`);
    if (sign * bound < sign * best[goal]) faults.push(`${goal}: the bound ${bound} cuts off ${best[goal]}`);
    if (proven && value !== best[goal]) faults.push(`${goal}: ${value} is proven, ${best[goal]} is possible`);
    if (value !== best[goal]) return faults;
  }
  return faults;
}

/** The words of the proof agree with its figures. */
function falseWords(plan: Plan): readonly string[] {
  const { sessionBound } = plan;
  const { value, proven } = goalOf(plan, 'sessions');
  if (sessionBound === null) return [];
  return [
    ...(sessionBound.sessions > value ? [`${sessionBound.sessions} sessions needed, ${value} there`] : []),
    ...(sessionBound.proven !== proven ? ['the sentence and the goal disagree on the proof'] : []),
  ];
}
