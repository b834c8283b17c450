import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A project as it is pushed. */
export interface ScriptFiles {
  /** The scripts, in the order in which the platform loads them. */
  readonly scripts: readonly { readonly name: string; readonly code: string }[];
  /** HTML files by path without extension: `dialogs/help`. */
  readonly html: ReadonlyMap<string, string>;
  readonly timeZone: string;
  /** `null`: the manifest lists none, and the platform finds them by itself. */
  readonly scopes: readonly string[] | null;
}

/**
 * Sorts files by what they are: `.js` and `.gs` scripts, `.html` pages, `appsscript.json`; others are not pushed.
 * @param files texts by path, with `/`
 */
export function scriptFiles(files: Readonly<Record<string, string>>): ScriptFiles {
  const names = Object.keys(files).sort();
  const text = (name: string): string => files[name] ?? '';
  const manifest = JSON.parse(files['appsscript.json'] ?? '{}') as {
    timeZone?: string;
    oauthScopes?: string[];
  };
  return {
    scripts: names.filter((name) => /\.(js|gs)$/.test(name)).map((name) => ({ name, code: text(name) })),
    html: new Map(
      names.filter((name) => name.endsWith('.html')).map((name) => [name.replace(/\.html$/, ''), text(name)]),
    ),
    timeZone: manifest.timeZone ?? 'Europe/Paris',
    scopes: manifest.oauthScopes ?? null,
  };
}

/** The project in a folder, `dist/` as a rule. Throws when the folder cannot be read. */
export function readScriptFolder(folder: string): ScriptFiles {
  const files: Record<string, string> = {};
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) walk(inside);
      else if (/\.(js|gs|html|json)$/.test(entry.name)) {
        files[relative(folder, inside).replace(/\\/g, '/')] = readFileSync(inside, 'utf8');
      }
    }
  };
  walk(folder);
  return scriptFiles(files);
}
