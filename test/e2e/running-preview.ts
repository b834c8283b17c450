import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** A morning of the campaign that the sample tells. */
const NOW = '2026-11-23T09:00:00Z';

export interface RunningPreview {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts `npm start` on any free port, on the bundle that was built before the tests; rejects with what it printed. */
export async function runPreview(...words: readonly string[]): Promise<RunningPreview> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'scripts/start.mjs'), '--port', '0', '--no-build', ...words],
    { cwd: ROOT, env: { ...process.env, PIXORGA_NOW: NOW }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const address = await new Promise<string>((done, reject) => {
    let printed = '';
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (found !== undefined) done(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (status) => reject(new Error(`The preview ended with status ${status}: ${printed}`)));
  });
  return { address, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
  });
  child.kill();
  await ended;
}
