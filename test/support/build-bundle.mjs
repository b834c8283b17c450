import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tests run the bundle that would be sent: build it once before them. */
export default function buildBundle() {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))], {
    stdio: 'inherit',
  });
}
