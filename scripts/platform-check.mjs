/** Refuses a bundle that uses what Apps Script does not have. */
import vm from 'node:vm';

/** Global names that the platform lacks, each with the sign of a use rather than of a mention. */
const ABSENT = [
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'TextEncoder',
  'TextDecoder',
  'fetch',
  'URL',
  'URLSearchParams',
  'FormData',
  'Blob',
  'File',
  'atob',
  'btoa',
  'crypto',
  'structuredClone',
  'queueMicrotask',
  'WeakRef',
  'performance',
  'process',
  'require',
  'window',
  'document',
  'navigator',
  'DOMException',
];

/**
 * @param {string} code the script as it will be sent
 * @param {readonly string[]} entryPoints names that must be top-level functions
 */
export function assertPlatformSafe(code, entryPoints) {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    // A name that is asked for first is not missed: libraries do so.
    .replace(/typeof (\w+)\s*!=\s*"undefined"\s*&&\s*new \1\b/g, 'false');
  const findings = [];
  if (/[{;}\s]#[A-Za-z_$][\w$]*\s*[=;(]|this\.#/.test(bare))
    findings.push('private class field or method (#name)');
  if (/[{;}]\s*static\s+[\w$]+\s*=/.test(bare)) findings.push('static class field');
  for (const name of ABSENT) {
    const used = new RegExp(`(^|[^\\w$.'"\`-])${name}\\s*[(.]|new ${name}\\b`).exec(bare);
    if (used) findings.push(`${name} near « ${bare.slice(Math.max(0, used.index - 30), used.index + 40)} »`);
  }
  if (findings.length > 0) throw new Error(`Apps Script does not have:\n- ${findings.join('\n- ')}`);

  // Loading must only declare: in a context with no service at all, nothing may throw, and each entry point must exist.
  const context = vm.createContext({});
  vm.runInContext(code, context, { filename: 'Code.js' });
  for (const name of entryPoints) {
    if (vm.runInContext(`typeof ${name}`, context) !== 'function')
      throw new Error(`${name} is not a function.`);
  }
}
