/**
 * Builds the two editions of the add-on, each a folder that `clasp push` sends (Code.js, appsscript.json, HTML files):
 * `dist/` (essentiel: prepare, check, calculate) and `dist-complet/` (complet: forms, messages, sharing, calendar too).
 */
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { solverGlue, solverPayload, writeSolverPayload } from './highs-payload.mjs';
import { librariesAsleep } from './asleep.mjs';
import { assertPlatformSafe } from './platform-check.mjs';
import { writeWindowPages } from './window-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What each edition exports, where it goes, and the authorisations that it asks for. */
const EDITIONS = [
  { main: 'src/main.ts', folder: 'dist', manifest: 'appsscript.json' },
  { main: 'src/main-complete.ts', folder: 'dist-complet', manifest: 'appsscript.complet.json' },
];
/** Characters. The platform parses the whole script at each opening and each click. */
const SIZE_LIMIT = 1_000_000;
const payload = solverPayload();
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** What every script of the add-on knows: the solver, and which version it is. */
const scriptOptions = {
  plugins: [solverGlue, librariesAsleep],
  define: { SOLVER_PAYLOAD: JSON.stringify(payload.facts), ADDON_VERSION: JSON.stringify(version) },
};

/** Entry points are the exports of the main file: the only list of what the platform may call. */
async function entryPoints(main) {
  const listing = await build({
    entryPoints: [join(root, main)],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: join(root, 'dist'),
    target: 'es2019',
    ...scriptOptions,
    logLevel: 'error',
  });
  const outputs = Object.values(listing.metafile.outputs);
  return outputs[0].exports.toSorted();
}

async function bundle(main) {
  const result = await build({
    entryPoints: [join(root, main)],
    bundle: true,
    format: 'iife',
    globalName: 'PixOrga',
    write: false,
    target: 'es2019',
    ...scriptOptions,
    charset: 'utf8',
    minify: true,
    legalComments: 'inline',
    metafile: true,
    logLevel: 'error',
  });
  const [output] = Object.values(result.metafile.outputs);
  return { script: result.outputFiles[0].text, windows: windowsIn(output.inputs) };
}

/** Names of the windows that a bundle opens: those whose data it is held to. */
function windowsIn(inputs) {
  return Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => {
    const name = /src\/dialogs\/([^/]+)\/exchange\.ts$/.exec(file)?.[1];
    return name === undefined || bytesInOutput === 0 ? [] : [`window_${name}.html`];
  });
}

/** The script of an edition, checked, and the windows that it opens. */
async function editionOf({ main, folder }) {
  const names = await entryPoints(main);
  const stubs = names
    .map((name) => `function ${name}() { return PixOrga.${name}.apply(null, arguments); }`)
    .join('\n');
  const { script: bundled, windows } = await bundle(main);
  const script = `${bundled}\n${stubs}\n`;
  assertPlatformSafe(script, names);
  if (script.length > SIZE_LIMIT)
    throw new Error(`${folder}/Code.js has ${script.length} characters, more than ${SIZE_LIMIT}.`);
  console.log(`${folder}/Code.js: ${script.length} characters, ${names.length} entry points`);
  return { script, windows };
}

const editions = await Promise.all(EDITIONS.map(editionOf));
const pages = join(root, '.build', 'pages');
rmSync(pages, { recursive: true, force: true });
mkdirSync(pages, { recursive: true });
writeSolverPayload(pages, payload);
await writeWindowPages(pages, scriptOptions);
for (const [index, { folder, manifest }] of EDITIONS.entries()) {
  const target = join(root, folder);
  const { script, windows } = editions[index];
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(pages).filter(
    (name) => !name.startsWith('window_') || windows.includes(name),
  ))
    copyFileSync(join(pages, file), join(target, file));
  copyFileSync(join(root, manifest), join(target, 'appsscript.json'));
  writeFileSync(join(target, 'Code.js'), script);
}
