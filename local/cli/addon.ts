import type { ScriptFiles } from '../execution/script-files';
import type { WorkbookModel } from '../model/workbook';
import { defaultCallOf, readAnswer, type Answer } from './answer';

/** The add-on, or a script, at work on a workbook: what the command line needs of the runtime. */
export interface Runtime {
  /** Labels of the menu, in its order. */
  menuLabels(): readonly string[];
  /** Runs a menu item by its label, its default answers given, and gives what it returns. Throws what it throws. */
  click(label: string): unknown;
  /** Runs a global function. Throws what it throws. */
  call(name: string): unknown;
  /** Counts of service calls since the start. */
  counts(): { readonly calls: number; readonly rangeReads: number; readonly rangeWrites: number };
}

/** Starts the runtime on a workbook, with the scripts and pages given. */
export type StartRuntime = (workbook: WorkbookModel, files: ScriptFiles) => Runtime;

/** A menu item that the add-on does not have. */
export class UnknownItemError extends Error {
  constructor(
    readonly wanted: string,
    labels: readonly string[],
  ) {
    const known = labels.map((label) => `«\u00a0${label}\u00a0»`).join(', ');
    super(`Le menu n’a pas «\u00a0${wanted}\u00a0».${known === '' ? '' : ` Il a ${known}.`}`);
  }
}

/** Clicks an item found by its label whatever the case, the accents and the blanks. Throws `UnknownItemError`. */
export function clickItem(runtime: Runtime, wanted: string): Answer {
  const labels = runtime.menuLabels();
  const label =
    labels.find((candidate) => candidate === wanted) ?? labels.find((item) => plain(item) === plain(wanted));
  if (label === undefined) throw new UnknownItemError(wanted, labels);
  const returned = runtime.click(label);
  // Nobody is at the window that the item opened: what its primary button does unchanged is done at once.
  const call = defaultCallOf(returned);
  return readAnswer(call === null ? returned : runtime.call(call));
}

/** The label that speaks of `words`, or `null`. */
export function findItem(runtime: Runtime, words: RegExp): string | null {
  return runtime.menuLabels().find((label) => words.test(plain(label))) ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`]/g, "'")
    .replace(/…|\.\.\.$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
