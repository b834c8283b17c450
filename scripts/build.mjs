/** Builds `dist/`, which is what `clasp push` sends: Code.js, appsscript.json and the HTML files. */
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { solverGlue, solverPayload, writeSolverPayload } from './highs-payload.mjs';
import { assertPlatformSafe } from './platform-check.mjs';
import { writeWindowPages } from './window-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** Characters. The platform parses the whole script at each opening and each click. */
const SIZE_LIMIT = 1_000_000;
const payload = solverPayload();
/** What both builds need to know of the solver. */
const solver = { plugins: [solverGlue], define: { SOLVER_PAYLOAD: JSON.stringify(payload.facts) } };

/** Entry points are the exports of `src/main.ts`: the only list of what the platform may call. */
async function entryPoints() {
  const listing = await build({
    entryPoints: [join(root, 'src/main.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: dist,
    target: 'es2019',
    ...solver,
    logLevel: 'error',
  });
  const outputs = Object.values(listing.metafile.outputs);
  return outputs[0].exports.toSorted();
}

async function bundle() {
  const result = await build({
    entryPoints: [join(root, 'src/main.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'PixOrga',
    write: false,
    target: 'es2019',
    ...solver,
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'inline',
    logLevel: 'error',
  });
  return result.outputFiles[0].text;
}

const names = await entryPoints();
const code = await bundle();
const stubs = names
  .map((name) => `function ${name}() { return PixOrga.${name}.apply(null, arguments); }`)
  .join('\n');
const output = `${code}\n${stubs}\n`;
assertPlatformSafe(output, names);
if (output.length > SIZE_LIMIT)
  throw new Error(`Code.js has ${output.length} characters, more than ${SIZE_LIMIT}.`);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, 'Code.js'), output);
writeSolverPayload(dist, payload);
await writeWindowPages(dist, solver);
copyFileSync(join(root, 'appsscript.json'), join(dist, 'appsscript.json'));
console.log(`dist/Code.js: ${output.length} characters, ${names.length} entry points`);
