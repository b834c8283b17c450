/**
 * Prints the table of bench/README.md: `npm run bench`, or `npm run bench -- campus large` for some families, with
 * `--budget 20` for seconds other than 60. Each family runs in a process of its own, cold.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const FAMILIES = [
  'small',
  'campus',
  'large',
  'individual',
  'tight',
  'overSubscribed',
  'equalRooms',
  'overlapping',
  'twoSites',
  'invigilators',
  'byNumber',
  'region',
  'nation',
];

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, '.build', 'bench', 'engine.cjs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { budget: { type: 'string', default: '60' } },
});

await build({
  entryPoints: [join(root, 'bench/engine.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  outfile: bundle,
  logLevel: 'error',
});

const run = (...args) => spawnSync(process.execPath, [bundle, ...args], { stdio: 'inherit' }).status ?? 1;
run('--head');
const milliseconds = String(Number(values.budget) * 1000);
const failed = (positionals.length > 0 ? positionals : FAMILIES).filter(
  (family) => run(family, milliseconds) !== 0,
);
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
