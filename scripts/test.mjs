/**
 * The gate: types, lint, format, then every test on a fresh bundle. Ends with how many tests passed and failed.
 * Arguments go to jest (`npm test -- test/allocation`).
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = join(root, '.build', 'jest-report.json');
const program = (name) => join(root, 'node_modules', '.bin', name);

/** Runs a check beside the others; what it prints comes once it is over. Gives its title when it fails. */
async function check([title, command, args]) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      printed += String(text);
    });
  const status = await new Promise((done) => child.once('close', done));
  console.log(`— ${title}\n${printed}`.trimEnd());
  return status === 0 ? [] : [String(title)];
}

const checks = [
  ['Types of the add-on', program('tsc'), ['-p', 'tsconfig.json', '--noEmit']],
  ['Types of the windows', program('tsc'), ['-p', 'src/dialogs/tsconfig.json', '--noEmit']],
  ['Types of the local runtime and the tests', program('tsc'), ['-p', 'tsconfig.node.json', '--noEmit']],
  ['Types of the preview page', program('tsc'), ['-p', 'local/preview/page/tsconfig.json', '--noEmit']],
  ['Lint', program('oxlint'), ['--type-aware']],
  ['Format', program('prettier'), ['--check', '--log-level', 'warn', '.']],
];

mkdirSync(join(root, '.build'), { recursive: true });
rmSync(report, { force: true });
const failedChecks = (await Promise.all(checks.map(check))).flat();
console.log('— Tests');
const jest = spawnSync(program('jest'), ['--json', `--outputFile=${report}`, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});

let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  counts = {
    passed: result.numPassedTests,
    failed: result.numFailedTests + brokenFiles.length,
    skipped: result.numPendingTests,
  };
} catch {
  console.error('The tests did not run.');
}
const failed = counts.failed + failedChecks.length;
for (const title of failedChecks) console.error(`Failed: ${title}`);
console.log(
  `${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exitCode = failed === 0 && jest.status === 0 ? 0 : 1;
