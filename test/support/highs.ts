import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HighsFactory, type WasmEngine, adaptHighs } from '../../src/allocation/highs/adapter';
import type { MilpSolver } from '../../src/allocation/solver';

const root = join(__dirname, '..', '..');
const nodeWasm: WasmEngine = (globalThis as unknown as { readonly WebAssembly: WasmEngine }).WebAssembly;
let loaded: MilpSolver | null = null;

/** HiGHS straight from the package, with the glue rewritten as the build does; loaded once per process. */
export function loadTestSolver(): MilpSolver {
  if (loaded !== null) return loaded;
  const build = join(root, 'node_modules', 'highs', 'build');
  const rewrites = JSON.parse(
    readFileSync(join(root, 'src', 'allocation', 'highs', 'glue-rewrites.json'), 'utf8'),
  ) as readonly { readonly find: string; readonly replace: string }[];
  const glue = rewrites.reduce(
    (text, { find, replace }) => text.split(find).join(replace),
    readFileSync(join(build, 'highs.js'), 'utf8'),
  );
  // The glue is a script of the package, made synchronous; it is not a module that can be imported.
  // oxlint-disable-next-line typescript/no-implied-eval
  const factory = new Function('module', `var exports=module.exports;${glue};return module.exports;`)({
    exports: {},
  }) as HighsFactory;
  loaded = adaptHighs(factory, new Uint8Array(readFileSync(join(build, 'highs.wasm'))), nodeWasm);
  return loaded;
}
