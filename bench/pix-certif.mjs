/**
 * The export to Pix Certif as a user lives it: a planned workbook file in, files for Pix out. Prints the time (reading
 * and writing of files included), the size and the service calls of each size.
 * `node bench/pix-certif.mjs [candidates …]`
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'out', 'bench');
const template = readFileSync(join(root, 'bench', 'pix-certif-workbook.js'), 'utf8');
const RUNS = 3;

function pixorga(...args) {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, [join(root, 'scripts', 'pixorga.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PIXORGA_STATS: '1' },
  });
  if (child.status !== 0) throw new Error(child.stderr || child.stdout);
  const stats = child.stderr
    .trim()
    .split('\n')
    .findLast((line) => line.startsWith('{'));
  return {
    seconds: Number(process.hrtime.bigint() - started) / 1e9,
    out: child.stdout,
    stats: JSON.parse(stats ?? '{}'),
  };
}

function measure(candidates) {
  const script = join(folder, `make-certif-${candidates}.js`);
  const workbook = join(folder, `certif-${candidates}.xlsx`);
  const output = join(folder, `certif-${candidates}.csv`);
  writeFileSync(script, template.replace(/candidates = \d+/, `candidates = ${candidates}`));
  pixorga('script', script, '-o', workbook);
  const paths = [output, ...[2, 3, 4, 5].map((rank) => output.replace('.csv', `-${rank}.csv`))];
  for (const path of paths) rmSync(path, { force: true });
  const runs = Array.from({ length: RUNS }, () => pixorga('export-pix-certif', workbook, '-o', output));
  const median = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(RUNS / 2)];
  const files = paths.filter((path) => existsSync(path));
  return {
    candidates,
    told: median.out.split('\n')[0],
    files: files.length,
    MB: (files.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6).toFixed(1),
    'whole s (median)': median.seconds.toFixed(2),
    calls: median.stats.calls,
  };
}

mkdirSync(folder, { recursive: true });
const sizes = process.argv.slice(2).map(Number);
console.table((sizes.length > 0 ? sizes : [300, 3000, 30000]).map(measure));
