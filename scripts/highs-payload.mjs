/**
 * The exact solver as the platform can carry it: its WebAssembly in HTML files (text is all that HtmlService reads
 * back), and its glue rewritten to run synchronously without anything that Apps Script lacks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const packageFolder = join(root, 'node_modules', 'highs');
/** The rewriting below is checked against this version only. */
const VERSION = '1.15.3';
/** Characters per file, and per line. */
const FILE_LENGTH = 800_000;
const LINE_LENGTH = 4_000;

/** What the loader has to know to trust what it reads; injected by `define`. */
export function solverPayload() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  if (version !== VERSION)
    throw new Error(`highs ${version} is installed, the glue is known for ${VERSION}.`);
  const wasm = readFileSync(join(packageFolder, 'build', 'highs.wasm'));
  const text = gzipSync(wasm, { level: 9 }).toString('base64url');
  const files = [];
  for (let start = 0; start < text.length; start += FILE_LENGTH) {
    const lines = text.slice(start, start + FILE_LENGTH).match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
    files.push({ name: `solver_wasm_${files.length + 1}`, content: `${lines.join('\n')}\n` });
  }
  return {
    files,
    facts: {
      files: files.map((file) => file.name),
      characters: text.length,
      bytes: wasm.length,
      checksum: checksumOf(wasm),
    },
  };
}

/** Adler-32, as the loader computes it. */
function checksumOf(bytes) {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

/** Writes `solver_wasm_1.html`, `_2`… into a folder. */
export function writeSolverPayload(folder, payload) {
  for (const { name, content } of payload.files) writeFileSync(join(folder, `${name}.html`), content);
}

/** esbuild plugin: `./glue` of src/allocation/highs is the package's glue, rewritten. */
export const solverGlue = {
  name: 'solver-glue',
  setup(build) {
    build.onResolve({ filter: /^\.\/glue$/ }, ({ importer }) =>
      /[\\/]allocation[\\/]highs[\\/]/.test(importer)
        ? { path: 'glue', namespace: 'solver-glue' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'solver-glue' }, () => ({
      contents: `/*! HiGHS ${VERSION}, MIT licence: https://github.com/lovasoa/highs-js */
export function highsGlue() { var exports = {}, module = { exports: exports }; ${rewrittenGlue()}; return module.exports; }`,
      loader: 'js',
    }));
  },
};

function rewrittenGlue() {
  const rewrites = JSON.parse(readFileSync(join(root, 'src/allocation/highs/glue-rewrites.json'), 'utf8'));
  return rewrites.reduce(
    (text, { find, replace }) => {
      const parts = text.split(find);
      if (parts.length !== 2)
        throw new Error(`the solver's glue has « ${find.slice(0, 80)} » ${parts.length - 1} times.`);
      return parts.join(replace);
    },
    readFileSync(join(packageFolder, 'build', 'highs.js'), 'utf8'),
  );
}
