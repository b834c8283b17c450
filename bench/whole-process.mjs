/**
 * The whole process as a user lives it: a workbook file in, a planned file out. Prints the time, the peak memory and
 * the service calls of each size, and checks that the calls do not depend on the number of rows.
 * `node bench/whole-process.mjs [candidates×slots …]`
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'out', 'bench');
const template = readFileSync(join(root, 'bench', 'campaign-workbook.js'), 'utf8');
const RUNS = 3;

function pixorga(args, environment = {}) {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, [join(root, 'scripts', 'pixorga.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (child.status !== 0) throw new Error(child.stderr || child.stdout);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, out: child.stdout, err: child.stderr };
}

function makeWorkbook(candidates, slots) {
  const script = join(folder, `make-${candidates}x${slots}.js`);
  const workbook = join(folder, `campaign-${candidates}x${slots}.xlsx`);
  writeFileSync(
    script,
    template.replace(/\{"candidates": \d+, "slots": \d+\}/, JSON.stringify({ candidates, slots })),
  );
  pixorga(['script', script, '-o', workbook]);
  return workbook;
}

function measure(size) {
  const [candidates, slots] = size.split('x').map(Number);
  const workbook = makeWorkbook(candidates, slots);
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const result = pixorga(['plan', workbook, '-o', workbook.replace('.xlsx', '-plan.xlsx'), '--json'], {
      PIXORGA_STATS: '1',
    });
    const summary = JSON.parse(result.out);
    const stats = JSON.parse(
      result.err
        .trim()
        .split('\n')
        .findLast((line) => line.startsWith('{')) ?? '{}',
    );
    runs.push({ seconds: result.seconds, summary, stats });
  }
  const median = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(RUNS / 2)];
  const { summary, stats } = median;
  return {
    size,
    seated: summary.seated,
    sessions: summary.sessions,
    proven: summary.proven,
    'engine s': (summary.milliseconds / 1000).toFixed(2),
    'whole s (median)': median.seconds.toFixed(2),
    'peak MB': stats.peakMegabytes,
    reads: stats.rangeReads,
    writes: stats.rangeWrites,
    calls: stats.calls,
  };
}

mkdirSync(folder, { recursive: true });
const sizes = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['300x40', '3000x40', '8000x90'];
console.table(sizes.map(measure));
