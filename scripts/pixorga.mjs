/**
 * The command line: builds the add-on and the local runtime when their sources are newer, then runs the command.
 * Exit status: 0 done, 1 blocking problems or a file that cannot be read, 2 wrong usage.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, '.build', 'cli.mjs');

/** The time of the newest file under these paths; 0 when there is none. */
function newest(...paths) {
  let time = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    if (!stat.isDirectory()) time = Math.max(time, stat.mtimeMs);
    else for (const name of readdirSync(path)) time = Math.max(time, newest(join(path, name)));
  }
  return time;
}

const under = (...names) => names.map((name) => join(root, name));

function buildAddon() {
  const built = newest(...under('dist-complet/Code.js'));
  if (built > newest(...under('src', 'scripts/build.mjs', 'appsscript.json', 'appsscript.complet.json')))
    return;
  const { status, stderr, stdout } = spawnSync(process.execPath, under('scripts/build.mjs'), {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`La construction de l’extension a échoué.\n${stderr}${stdout}`);
}

async function buildProgram() {
  if (newest(program) > newest(...under('local', 'examples', 'package-lock.json'))) return;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: under('local/cli/main.ts'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    minifySyntax: true,
    logLevel: 'silent',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  mkdirSync(join(root, '.build'), { recursive: true });
  // Two commands may start at the same time: each puts a whole file in place.
  const draft = `${program}.${process.pid}.tmp`;
  writeFileSync(draft, outputFiles[0].text);
  renameSync(draft, program);
}

try {
  buildAddon();
  await buildProgram();
  const { main } = await import(pathToFileURL(program).href);
  process.exitCode = await main(
    process.argv.slice(2),
    {
      // The complete edition has every item of the menu.
      dist: join(root, 'dist-complet'),
      folder: process.env.INIT_CWD ?? process.cwd(),
      environment: process.env,
    },
    {
      out: (text) => process.stdout.write(`${text}\n`),
      error: (text) => process.stderr.write(`${text}\n`),
    },
  );
} catch (error) {
  process.stderr.write(`${process.env.PIXORGA_DEBUG === '1' ? error.stack : error.message}\n`);
  process.exitCode = 1;
}
