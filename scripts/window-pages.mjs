/** Builds the pages of the windows: each folder of src/dialogs with a page.ts becomes one HTML file, whole in itself. */
import { build, transform } from 'esbuild';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dialogs = fileURLToPath(new URL('../src/dialogs', import.meta.url));
/** Where the server puts the data of a window: an element that holds text, and runs nothing. */
const DATA = '<script type="application/json" id="window-data">null</script>';

/** Names of the windows. */
export function windowNames() {
  return readdirSync(dialogs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dialogs, entry.name, 'page.ts')))
    .map(({ name }) => name)
    .toSorted();
}

/** Writes `window_<name>.html` into a folder for each window; `options` go to esbuild. */
export async function writeWindowPages(folder, options) {
  const style = await styleSheet(join(dialogs, 'window.css'));
  for (const name of windowNames()) {
    const own = join(dialogs, name, 'page.css');
    const script = await clientScript(join(dialogs, name, 'page.ts'), options);
    const workers = await workerScripts(name, options);
    const page = `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<style>${style}${existsSync(own) ? await styleSheet(own) : ''}</style>
</head>
<body>
<main id="window"></main>
${DATA}
${workers}<script>${script}</script>
</body>
</html>
`;
    writeFileSync(join(folder, `window_${name}.html`), page);
  }
}

/** Scripts of workers (`<name>.worker.ts`), each in an element `<name>-worker` that runs nothing by itself. */
async function workerScripts(name, options) {
  const files = readdirSync(join(dialogs, name)).filter((file) => file.endsWith('.worker.ts'));
  const scripts = await Promise.all(files.map((file) => clientScript(join(dialogs, name, file), options)));
  return files
    .map((file, at) => {
      const id = file.replace('.worker.ts', '-worker');
      return `<script type="text/plain" id="${id}">${scripts[at]}</script>\n`;
    })
    .join('');
}

/** One script, without anything that would end its element in the page. */
export async function clientScript(entryPoint, options) {
  const result = await build({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    legalComments: 'inline',
    logLevel: 'error',
    ...options,
  });
  return result.outputFiles[0].text.replace(/<\/(script|style)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

async function styleSheet(path) {
  return (await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true })).code.trim();
}
