import { allocate } from '../src/allocation/allocate';
import { verifyPlan } from '../src/allocation/verify';
import type { GoalName, GoalResult, Plan } from '../src/domain/plan';
import { loadTestSolver } from '../test/support/highs';
import { campaignOf } from './campaigns';
import { firstFitCounts } from './first-fit';

/** One line of the table; times in milliseconds, memory in megabytes. */
interface Line {
  readonly family: string;
  readonly candidates: number;
  readonly rooms: number;
  readonly slots: number;
  readonly classes: number;
  readonly binaries: number;
  readonly solver: string;
  readonly firstPlan: number | null;
  /** When goals 1 and 2 were both proven. */
  readonly proof: number | null;
  readonly total: number;
  readonly goals: readonly GoalResult[];
  readonly violations: number;
  readonly verifying: number;
  readonly megabytes: number;
  readonly greedySeated: number;
  readonly greedySessions: number;
  readonly greedy: number;
}

/** Milliseconds of processor time since the process began: what one core takes, whatever else the machine does. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

// The solver asks this clock for its limits: it has to be the same.
Object.defineProperty(performance, 'now', { value: processorTime });
const now = (): number => Math.round(processorTime());

/** Plans one campaign in a fresh process, so that time and memory are those of a cold start. */
function measure(family: string, budget: number, patience: number): Line {
  const campaign = campaignOf(family);
  const start = now();
  let firstPlan: number | null = null;
  let proof: number | null = null;
  const plan: Plan = allocate(campaign, {
    loadSolver: loadTestSolver,
    elapsed: processorTime,
    budget,
    patience,
    onProgress: ({ phase, best, bound }) => {
      if (best === null) return;
      firstPlan ??= now() - start;
      if (phase === 'sessions' && best === bound) proof ??= now() - start;
    },
  });
  const total = now() - start;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const beforeVerifying = now();
  const violations = verifyPlan(campaign, plan);
  const verifying = now() - beforeVerifying;
  for (const violation of violations.slice(0, 5)) console.error(family, violation.rule, violation.detail);
  const beforeGreedy = now();
  const greedy = firstFitCounts(campaign);
  return {
    family,
    candidates: campaign.candidates.length,
    rooms: campaign.rooms.length,
    slots: campaign.slots.length,
    classes: plan.statistics.classes,
    binaries: plan.statistics.binaries,
    solver: plan.statistics.solver,
    firstPlan,
    proof,
    total,
    goals: plan.goals,
    violations: violations.length,
    verifying,
    megabytes,
    greedySeated: greedy.seated,
    greedySessions: greedy.sessions,
    greedy: now() - beforeGreedy,
  };
}

const TITLES = [
  'family',
  'candidates × slots × rooms',
  'classes',
  'binaries',
  'seated',
  'sessions',
  'preferred',
  'splits',
  'first plan (s)',
  'goals 1 and 2 proven (s)',
  'end (s)',
  'memory (MB)',
  'checked (ms)',
  'first fit: seated, sessions, s',
];

/** Title rows of the table, in Markdown. */
function tableHead(): string {
  return `${row(TITLES)}\n${row(TITLES.map((_, index) => (index === 0 ? '---' : '--:')))}`;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const seconds = (milliseconds: number | null): string =>
  milliseconds === null ? '–' : (milliseconds / 1000).toFixed(2);

/** The value in bold when proven, else with the best bound known. */
function goalCell(line: Line, name: GoalName): string {
  const found = line.goals.find((result) => result.goal === name);
  if (!found) return '–';
  if (found.proven) return `**${found.value}**`;
  const gap = (100 * Math.abs(found.value - found.bound)) / Math.max(1, found.value);
  return `${found.value} (bound ${found.bound}, ${gap.toFixed(1)} %)`;
}

function tableRow(line: Line): string {
  return row([
    line.family,
    `${line.candidates} × ${line.slots} × ${line.rooms}`,
    line.classes,
    line.binaries,
    goalCell(line, 'seated'),
    goalCell(line, 'sessions'),
    goalCell(line, 'preferred'),
    goalCell(line, 'groupSplits'),
    seconds(line.firstPlan),
    seconds(line.proof),
    seconds(line.total),
    line.megabytes,
    line.violations > 0 ? `${line.violations} VIOLATIONS` : line.verifying,
    `${line.greedySeated}, ${line.greedySessions}, ${seconds(line.greedy)}`,
  ]);
}

const [family = 'campus', budget = '60000', patience = budget] = process.argv.slice(2);
if (family === '--head') console.log(tableHead());
else console.log(tableRow(measure(family, Number(budget), Number(patience))));
