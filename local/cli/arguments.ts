/** What was asked on the command line, read and complete. */
export type Request =
  | { readonly command: 'help' }
  | { readonly command: 'demo'; readonly json: boolean }
  | { readonly command: 'check'; readonly input: string; readonly json: boolean }
  | {
      readonly command: 'plan' | 'export-pix-certif';
      readonly input: string;
      readonly output: string;
      readonly json: boolean;
    }
  | {
      readonly command: 'click';
      readonly label: string;
      readonly input: string;
      readonly output: string;
      readonly json: boolean;
    }
  | {
      readonly command: 'script';
      readonly script: string;
      readonly input: string | null;
      readonly output: string | null;
    };

/** Wrong usage; the message is a French sentence. */
export class UsageError extends Error {}

export const USAGE = `Utilisation\u00a0:
  npm run demo
  npm run pixorga -- plan CLASSEUR.xlsx -o RÉSULTAT.xlsx [--json]
  npm run pixorga -- check CLASSEUR.xlsx [--json]
  npm run pixorga -- export-pix-certif CLASSEUR.xlsx -o FICHIER.csv [--json]
  npm run pixorga -- click "Libellé du menu" CLASSEUR.xlsx -o RÉSULTAT.xlsx [--json]
  npm run pixorga -- script FICHIER.js [CLASSEUR.xlsx] [-o RÉSULTAT.xlsx]`;

interface Words {
  readonly names: readonly string[];
  readonly output: string | null;
  readonly json: boolean;
  readonly help: boolean;
}

/** Reads the words that follow the name of the program. Throws `UsageError`. */
export function readArguments(words: readonly string[]): Request {
  const { names, output, json, help } = sortWords(words);
  const [command, ...files] = names;
  if (help || command === 'help') return { command: 'help' };
  switch (command) {
    case undefined:
      throw new UsageError('Dites quoi faire.');
    case 'demo':
      expectFiles(command, files, 0, 0);
      refuseOutput(command, output);
      return { command, json };
    case 'check': {
      const [input = ''] = expectFiles(command, files, 1, 1);
      refuseOutput(command, output);
      return { command, input, json };
    }
    case 'plan': {
      const [input = ''] = expectFiles(command, files, 1, 1);
      return { command, input, output: workbookName(requireOutput(command, output)), json };
    }
    case 'export-pix-certif': {
      const [input = ''] = expectFiles(command, files, 1, 1);
      return { command, input, output: requireOutput(command, output), json };
    }
    case 'click': {
      const [label = '', input = ''] = expectFiles(command, files, 2, 2);
      return { command, label, input, output: requireOutput(command, output), json };
    }
    case 'script': {
      const [script = '', input = null] = expectFiles(command, files, 1, 2);
      return { command, script, input, output: output === null ? null : workbookName(output) };
    }
    default:
      throw new UsageError(`La commande «\u00a0${command}\u00a0» n’existe pas.`);
  }
}

function sortWords(words: readonly string[]): Words {
  const names: string[] = [];
  let output: string | null = null;
  let json = false;
  let help = false;
  let onlyNames = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (onlyNames || !word.startsWith('-') || word === '-') names.push(word);
    else if (word === '--') onlyNames = true;
    else if (word === '--json') json = true;
    else if (word === '--help' || word === '-h') help = true;
    else if (word === '-o' || word === '--output') {
      const path = words[++index];
      if (path === undefined || path === '')
        throw new UsageError(`L’option ${word} attend le nom d’un fichier.`);
      if (output !== null) throw new UsageError(`L’option ${word} est donnée deux fois.`);
      output = path;
    } else throw new UsageError(`L’option «\u00a0${word}\u00a0» n’existe pas.`);
  }
  return { names, output, json, help };
}

function expectFiles(
  command: string,
  names: readonly string[],
  least: number,
  most: number,
): readonly string[] {
  if (names.length < least || names.some((name) => name === '')) {
    throw new UsageError(`Il manque un nom après «\u00a0${command}\u00a0».`);
  }
  if (names.length > most)
    throw new UsageError(`«\u00a0${names[most] ?? ''}\u00a0» est de trop après «\u00a0${command}\u00a0».`);
  return names;
}

function requireOutput(command: string, output: string | null): string {
  if (output === null)
    throw new UsageError(`«\u00a0${command}\u00a0» attend -o et le nom du fichier à écrire.`);
  return output;
}

/** The name of a file that is to hold a workbook: any other ending would belie what it holds. Throws `UsageError`. */
export function workbookName(output: string): string {
  if (output.toLowerCase().endsWith('.xlsx')) return output;
  throw new UsageError(
    `Le résultat est un classeur .xlsx\u00a0: donnez à «\u00a0${output}\u00a0» un nom qui finit par .xlsx.`,
  );
}

function refuseOutput(command: string, output: string | null): void {
  if (output !== null)
    throw new UsageError(`«\u00a0${command}\u00a0» n’écrit pas de fichier choisi\u00a0: retirez -o.`);
}
