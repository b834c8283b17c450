/**
 * Prints the tables of bench/README.md: `npm run bench`, or `npm run bench -- campus large` for some families, with
 * `--budget 20` for seconds other than those of the table, and `--engine` to leave out what it is compared with. Each
 * measure is taken in a process of its own, cold, on the engine bundled as the add-on is and the solver that the build
 * wrote.
 */
import { build } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { librariesAsleep } from './asleep.mjs';
import { solverGlue, solverPayload } from './highs-payload.mjs';

/** Seconds for each family. */
const BUDGETS = {
  small: 60,
  campus: 60,
  large: 60,
  individual: 60,
  tight: 60,
  overSubscribed: 60,
  equalRooms: 60,
  overlapping: 60,
  twoSites: 60,
  invigilators: 60,
  byNumber: 60,
  region: 60,
  nation: 240,
};
/** Seconds for each of the three steps of the plain model: people, seats without a name, sessions. */
const PLAIN = 20;
/** Candidates beyond which the plain model does not fit in the memory of the solver. */
const MOST_PLAIN = 10_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, '.build', 'bench', 'engine.cjs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { budget: { type: 'string' }, engine: { type: 'boolean', default: false } },
});

execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' });
await build({
  entryPoints: [join(root, 'bench/engine.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2019',
  charset: 'utf8',
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [solverGlue, librariesAsleep],
  define: { SOLVER_PAYLOAD: JSON.stringify(solverPayload().facts) },
  outfile: bundle,
  logLevel: 'error',
});

/** What a process measured; `null` when it failed. */
function measure(family, kind, budget) {
  const { status, stdout } = spawnSync(process.execPath, [bundle, family, kind, String(budget * 1000)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  return status === 0 ? JSON.parse(stdout.trim().split('\n').at(-1)) : null;
}

const seconds = (milliseconds) =>
  milliseconds === null || milliseconds === undefined ? '–' : (milliseconds / 1000).toFixed(2);

/** The value in bold when proven, else with the best bound known. */
function goal({ goals }, name) {
  const found = goals.find((result) => result.goal === name);
  if (!found) return '–';
  if (found.proven) return `**${found.value}**`;
  const gap = (100 * Math.abs(found.value - found.bound)) / Math.max(1, found.value);
  return `${found.value} (bound ${found.bound}, ${gap.toFixed(2)} %)`;
}

function plainCell(found, engine) {
  if (found?.absent) return 'not installed';
  if (found === null) return 'out of memory';
  if (found.sessions === null) return `unproven in ${seconds(found.time)}`;
  const own = (name) => engine.goals.find((result) => result.goal === name)?.value;
  const agrees = own('seated') === found.seated && own('sessions') === found.sessions;
  return agrees
    ? seconds(found.time)
    : `${seconds(found.time)}: ${found.seated}, ${found.sessions} DISAGREES`;
}

const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
const TITLES = [
  'family',
  'candidates × slots × rooms',
  'classes',
  'binaries',
  'seated',
  'sessions',
  'preferred',
  'splits',
  'earliest',
  'first plan (s)',
  'best sessions (s)',
  'goals 1, 2 proven (s)',
  'goal 3 ended (s)',
  'end (s)',
  'memory (MB)',
  ...(values.engine ? [] : ['first fit: seated, sessions (s)', 'plain, HiGHS (s)', 'plain, CBC (s)']),
];
row(TITLES);
row(TITLES.map((_, index) => (index === 0 ? '---' : '--:')));
for (const family of positionals.length > 0 ? positionals : Object.keys(BUDGETS)) {
  const budget = Number(values.budget ?? BUDGETS[family] ?? 60);
  const engine = measure(family, 'engine', budget);
  if (engine === null) {
    console.error(`failed: ${family}`);
    process.exitCode = 1;
    continue;
  }
  if (engine.violations > 0) process.exitCode = 1;
  const compared = () => {
    const greedy = measure(family, 'greedy', budget);
    const isSmall = engine.candidates <= MOST_PLAIN;
    return [
      `${greedy.seated}, ${greedy.sessions} (${seconds(greedy.time)})`,
      isSmall ? plainCell(measure(family, 'plain', PLAIN), engine) : 'too large',
      isSmall ? plainCell(measure(family, 'cbc', PLAIN), engine) : 'too large',
    ];
  };
  row([
    family,
    `${engine.candidates} × ${engine.slots} × ${engine.rooms}`,
    engine.classes,
    engine.binaries,
    ...['seated', 'sessions', 'preferred', 'groupSplits', 'earliest'].map((name) => goal(engine, name)),
    seconds(engine.firstPlan),
    seconds(engine.best),
    seconds(engine.proof),
    seconds(engine.preferences),
    seconds(engine.total),
    engine.violations > 0 ? `${engine.violations} VIOLATIONS` : engine.megabytes,
    ...(values.engine ? [] : compared()),
  ]);
}
