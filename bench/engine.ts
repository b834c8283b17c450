import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allocate } from '../src/allocation/allocate';
import { loadHighs } from '../src/allocation/highs/load';
import type { MilpSolver, ProgramSolver } from '../src/allocation/solver';
import { verifyPlan } from '../src/allocation/verify';
import type { GoalResult } from '../src/domain/plan';
import { plainOptimum } from '../test/support/plain-model';
import { campaignOf } from './campaigns';
import { cbc, hasCbc } from './cbc';
import { firstFitCounts } from './first-fit';

/** What one process measured of one family; times in milliseconds, memory in megabytes. */
export interface EngineFigures {
  readonly candidates: number;
  readonly rooms: number;
  readonly slots: number;
  readonly classes: number;
  readonly binaries: number;
  readonly firstPlan: number | null;
  /** When the number of sessions was first what it is at the end. */
  readonly best: number | null;
  /** When goals 1 and 2 were both proven. */
  readonly proof: number | null;
  /** When preferences were left for groups. */
  readonly preferences: number | null;
  readonly total: number;
  readonly goals: readonly GoalResult[];
  readonly violations: number;
  readonly megabytes: number;
}

/** Milliseconds of processor time since the process began: what it costs, whatever else the machine does. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const now = (): number => Math.round(processorTime());
/** The solver is decoded from the files that the build wrote, as on the platform. */
const loadBuilt = (): MilpSolver =>
  loadHighs((name) => readFileSync(join(__dirname, '..', '..', 'dist', `${name}.html`), 'utf8'));

function engine(family: string, budget: number): EngineFigures {
  const campaign = campaignOf(family);
  const start = now();
  let firstPlan: number | null = null;
  let preferences: number | null = null;
  let proof: number | null = null;
  const sessions = new Map<number, number>();
  const plan = allocate(campaign, {
    loadSolver: loadBuilt,
    elapsed: processorTime,
    budget,
    patience: budget,
    onProgress: ({ phase, best, bound }) => {
      if (best === null) return;
      firstPlan ??= now() - start;
      if (!sessions.has(best)) sessions.set(best, now() - start);
      if ((phase === 'construction' || phase === 'sessions') && best === bound) proof ??= now() - start;
      if (phase === 'preferences') preferences = now() - start;
    },
  });
  const total = now() - start;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const violations = verifyPlan(campaign, plan);
  for (const violation of violations.slice(0, 5)) console.error(family, violation.rule, violation.detail);
  return {
    candidates: campaign.candidates.length,
    rooms: campaign.rooms.length,
    slots: campaign.slots.length,
    classes: plan.statistics.classes,
    binaries: plan.statistics.binaries,
    firstPlan,
    best: sessions.get(plan.sessions.length) ?? null,
    proof,
    preferences,
    total,
    goals: plan.goals,
    violations: violations.length,
    megabytes,
  };
}

/** What a person with a list and a pencil gets. */
function greedy(family: string): { seated: number; sessions: number; time: number } {
  const campaign = campaignOf(family);
  const start = now();
  const counts = firstFitCounts(campaign);
  return { ...counts, time: now() - start };
}

/** The plain model, nothing aggregated, given to a solver; wall-clock time, since CBC is a process of its own. */
function plain(family: string, solver: ProgramSolver, budget: number): object {
  const campaign = campaignOf(family);
  const start = Date.now();
  const found = plainOptimum(campaign, solver, budget);
  return { seated: found?.seated ?? null, sessions: found?.sessions ?? null, time: Date.now() - start };
}

const [family = 'campus', kind = 'engine', budget = '60000'] = process.argv.slice(2);
if (kind === 'engine') {
  // The solver asks these clocks for its limits: they have to be the same.
  const began = Date.now();
  Object.defineProperty(performance, 'now', { value: processorTime });
  Date.now = () => began + processorTime();
  console.log(JSON.stringify(engine(family, Number(budget))));
} else if (kind === 'greedy') console.log(JSON.stringify(greedy(family)));
else if (kind === 'plain') console.log(JSON.stringify(plain(family, loadBuilt(), Number(budget))));
else console.log(JSON.stringify(hasCbc() ? plain(family, cbc, Number(budget)) : { absent: true }));
