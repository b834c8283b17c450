/**
 * Keeps a library asleep until one of its functions is called. Packages that fill tables when they are loaded would do
 * so at each click on a menu, most of which never use them; here the whole package stands in one function, run once.
 */
import { build } from 'esbuild';

/** What the add-on takes of each package; another import fails the build, which tells to add it here. */
const PACKAGES = { fflate: ['gunzipSync', 'strFromU8', 'strToU8', 'unzipSync', 'zipSync'] };

/** esbuild plugin. */
export const librariesAsleep = {
  name: 'libraries-asleep',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(${Object.keys(PACKAGES).join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'asleep' }));
    onLoad({ filter, namespace: 'asleep' }, async ({ path }) => ({
      contents: await asleep(path),
      loader: 'js',
    }));
  },
};

async function asleep(name) {
  const functions = PACKAGES[name];
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${functions.join(', ')} } from '${name}';`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'iife',
    globalName: 'library',
    platform: 'browser',
    target: 'es2019',
    write: false,
    logLevel: 'error',
  });
  return `/*! ${name}, MIT licence */
let awake = null;
function wake() { ${outputFiles[0].text} return library; }
${functions.map((one) => `export function ${one}(...given) { return (awake ??= wake()).${one}(...given); }`).join('\n')}
`;
}
