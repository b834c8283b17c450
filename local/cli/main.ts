import { sampleTabs } from '../../examples/sample';
import { readScriptFolder } from '../execution/script-files';
import { WorkbookFileError } from '../xlsx/file-error';
import { UnknownItemError, type Runtime } from './addon';
import { readArguments, USAGE, UsageError, type Request } from './arguments';
import { runCommand, type Status } from './commands';
import { printJson, type Terminal } from './console-output';
import { startRuntime } from './start-runtime';

/** Where things are, and what the environment asks. */
export interface Setting {
  /** The folder of the built add-on. */
  readonly dist: string;
  /** Where the user stands: paths are relative to it. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Runs the command line and gives the exit status. Never throws: what goes wrong is a French sentence. */
export async function main(words: readonly string[], setting: Setting, terminal: Terminal): Promise<Status> {
  let request: Request | null = null;
  try {
    request = readArguments(words);
    const now = clockOf(setting.environment.PIXORGA_NOW);
    return await runCommand(request, {
      terminal,
      folder: setting.folder,
      now: now ?? Date.now,
      addon: () => readScriptFolder(setting.dist),
      sample: sampleTabs,
      start: (workbook, files) => startRuntime(workbook, files, now === null ? null : now()),
      ended: (runtime) => printCounts(runtime, setting, terminal),
    });
  } catch (error) {
    return complain(error, request, setting, terminal);
  }
}

function complain(error: unknown, request: Request | null, setting: Setting, terminal: Terminal): Status {
  if (setting.environment.PIXORGA_DEBUG === '1' && error instanceof Error) {
    terminal.error(String(error.stack));
    if (error.cause instanceof Error) terminal.error(String(error.cause.stack));
  }
  if (error instanceof UsageError || error instanceof UnknownItemError) {
    terminal.error(error.message);
    if (error instanceof UsageError) terminal.error(USAGE);
    return 2;
  }
  const message = sentenceOf(error, request);
  if (request !== null && 'json' in request && request.json) {
    printJson(terminal, { summary: null, problems: [{ tab: '', cell: '', severity: 'bloquant', message }] });
  }
  terminal.error(message);
  return 1;
}

function sentenceOf(error: unknown, request: Request | null): string {
  const message = messageOf(error);
  if (error instanceof WorkbookFileError || request?.command === 'script') return message;
  return `PixOrga s’est arrêté sans rien écrire\u00a0: ${message}`;
}

/** Errors of a script belong to its own context: they are told by their message. */
function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

/** A clock that stands still at `PIXORGA_NOW`; `null` for the real one. */
function clockOf(text: string | undefined): (() => number) | null {
  if (text === undefined || text === '') return null;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new UsageError(`PIXORGA_NOW «\u00a0${text}\u00a0» n’est pas une date.`);
  return () => instant;
}

/** For the benchmark: what the command cost. */
function printCounts(runtime: Runtime, setting: Setting, terminal: Terminal): void {
  if (setting.environment.PIXORGA_STATS !== '1') return;
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  terminal.error(JSON.stringify({ ...runtime.counts(), peakMegabytes }));
}
