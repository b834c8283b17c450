/**
 * `npm start [-- IN.xlsx]`: the workbook with its Pix menu in a browser page, on this machine only.
 * `--port N` chooses the port (0: any free one); without it, 4173 or the next free one. `--dist FOLDER` runs another
 * script project than the add-on, `--no-build` the add-on as it was built last.
 */
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, '.build', 'preview');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    dist: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});

const [file] = positionals;
const path = file === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), file);
if (positionals.length > 1 || (path !== null && !existsSync(path))) {
  console.error(
    positionals.length > 1
      ? 'Usage : npm start [-- CLASSEUR.xlsx]'
      : `Le fichier « ${file} » est introuvable. Vérifiez son nom.`,
  );
  process.exit(positionals.length > 1 ? 2 : 1);
}

// The complete edition: forms and messages can be tried without a Google account.
const dist = values.dist ?? join(root, 'dist-complet');
if ((!values['no-build'] && values.dist === undefined) || !existsSync(join(dist, 'Code.js'))) {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const node = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
  outdir: out,
  outExtension: { '.js': '.mjs' },
};
await build({
  ...node,
  entryPoints: {
    server: join(root, 'local/preview/start.ts'),
    worker: join(root, 'local/preview/worker.ts'),
  },
});
await build({
  entryPoints: { page: join(root, 'local/preview/page/main.ts') },
  bundle: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'error',
  outdir: out,
});

const { start } = await import(pathToFileURL(join(out, 'server.mjs')).href);
process.exitCode = await start({
  root,
  builtFolder: out,
  distFolder: dist,
  file: path,
  shownName: file ?? null,
  fixedNow: process.env.PIXORGA_NOW ? Date.parse(process.env.PIXORGA_NOW) : null,
  port: values.port === undefined ? null : Number(values.port),
});
