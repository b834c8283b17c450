import { readFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { scriptFiles, type ScriptFiles } from '../execution/script-files';
import { WorkbookModel } from '../model/workbook';
import { WorkbookFileError } from '../xlsx/file-error';
import { readWorkbookFile, writeWhole, writeWorkbookFile } from '../xlsx/file';
import { clickItem, findItem, type Runtime, type StartRuntime } from './addon';
import type { Answer } from './answer';
import { USAGE, workbookName, type Request } from './arguments';
import { printAnswer, type Terminal } from './console-output';
import { fillTabs, type TypedTab } from './fill-tabs';
import { asJson } from './json-text';

/** Exit statuses: done; blocking problems or a file that cannot be read; wrong usage. */
export type Status = 0 | 1 | 2;

/** What the commands work with. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** Where the user stands. */
  readonly folder: string;
  readonly now: () => number;
  /** The files of the built add-on. */
  readonly addon: () => ScriptFiles;
  readonly sample: readonly TypedTab[];
  readonly start: StartRuntime;
  /** Called with the runtime at the end of a command. */
  readonly ended: (runtime: Runtime) => void;
}

const PREPARE = 'Préparer le classeur';
const CHECK = 'Vérifier les données';
const PLAN = 'Calculer le planning';
const DEMO_OUTPUT = 'out/demo.xlsx';

/** Does what was asked. Throws `WorkbookFileError`, `UnknownItemError`, and what scripts throw. */
export async function runCommand(request: Request, around: Surroundings): Promise<Status> {
  switch (request.command) {
    case 'help':
      around.terminal.out(USAGE);
      return 0;
    case 'demo':
      return demo(request.json, around);
    case 'check': {
      const workbook = await readWorkbookFile(resolve(around.folder, request.input), request.input);
      const answer = clickOn(workbook, CHECK, around);
      printAnswer(around.terminal, answer, { json: request.json, problemsWanted: true });
      return statusOf(answer);
    }
    case 'plan':
      return clickAndWrite(PLAN, request, around);
    case 'click':
      return clickAndWrite(request.label, request, around);
    case 'export-pix-certif':
      return exportPixCertif(request, around);
    case 'script':
      return script(request, around);
  }
}

async function demo(json: boolean, around: Surroundings): Promise<Status> {
  const workbook = WorkbookModel.blank({ name: 'Démonstration de PixOrga' });
  const prepared = clickOn(workbook, PREPARE, around);
  if (prepared.status !== 'done') {
    printAnswer(around.terminal, prepared, { json });
    return 1;
  }
  // The tab that every new spreadsheet has is in nobody's way in Google Sheets, but the demonstration opens on it.
  removeEmptyTab(workbook);
  fillTabs(workbook, around.sample, new Date(around.now()).getFullYear());
  const answer = clickOn(workbook, PLAN, around);
  if (answer.status === 'done')
    await writeWorkbookFile(resolve(around.folder, DEMO_OUTPUT), workbook, DEMO_OUTPUT);
  // The sample has mistakes on purpose: they are counted here, and listed in the tab « À corriger ».
  printAnswer(around.terminal, answer.status === 'done' && !json ? { ...answer, problems: [] } : answer, {
    json,
  });
  if (answer.status === 'done' && !json) around.terminal.out(`Classeur écrit\u00a0: ${DEMO_OUTPUT}`);
  return statusOf(answer);
}

function removeEmptyTab(workbook: WorkbookModel): void {
  const [first] = workbook.sheets;
  if (!first || first.lastRow > 0 || workbook.sheets.length === 1) return;
  workbook.sheets.splice(0, 1);
  if (workbook.active === first) workbook.active = workbook.sheets[0] ?? null;
}

async function clickAndWrite(
  label: string,
  { input, output, json }: { input: string; output: string; json: boolean },
  around: Surroundings,
): Promise<Status> {
  const workbook = await readWorkbookFile(resolve(around.folder, input), input);
  const answer = clickOn(workbook, label, around);
  if (answer.status === 'done') {
    const [file] = answer.files;
    if (file && !output.toLowerCase().endsWith('.xlsx'))
      writeWhole(resolve(around.folder, output), file.content, output);
    else await writeWorkbookFile(resolve(around.folder, workbookName(output)), workbook, output);
  }
  printAnswer(around.terminal, answer, { json });
  return statusOf(answer);
}

async function exportPixCertif(
  { input, output, json }: { input: string; output: string; json: boolean },
  around: Surroundings,
): Promise<Status> {
  const workbook = await readWorkbookFile(resolve(around.folder, input), input);
  const runtime = around.start(workbook, around.addon());
  const label = findItem(runtime, /exporter .*pix certif/);
  if (label === null) {
    around.terminal.error('Cette version n’exporte pas encore de fichier pour Pix Certif.');
    return 2;
  }
  const answer = clickItem(runtime, label);
  around.ended(runtime);
  const [file] = answer.files;
  if (answer.status === 'done') {
    answer.files.forEach(({ content }, rank) => {
      const path = numbered(output, rank);
      writeWhole(resolve(around.folder, path), content, path);
    });
  }
  printAnswer(around.terminal, answer, { json });
  if (answer.status === 'done' && !file) around.terminal.error('L’export n’a donné aucun fichier.');
  return answer.status === 'done' && file ? 0 : 1;
}

/** `sessions.csv`, then `sessions-2.csv`, `sessions-3.csv`. */
function numbered(path: string, rank: number): string {
  if (rank === 0) return path;
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}-${rank + 1}${ext}`);
}

async function script(
  { script: path, input, output }: { script: string; input: string | null; output: string | null },
  around: Surroundings,
): Promise<Status> {
  const code = readScript(resolve(around.folder, path), path);
  const workbook =
    input === null ? WorkbookModel.blank() : await readWorkbookFile(resolve(around.folder, input), input);
  const runtime = around.start(workbook, scriptFiles({ 'Code.js': code }));
  const result = runtime.call('main');
  around.ended(runtime);
  if (output !== null) await writeWorkbookFile(resolve(around.folder, output), workbook, output);
  around.terminal.out(asJson(result));
  return 0;
}

function readScript(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new WorkbookFileError('ne peut pas être lu.', error).of(shown);
  }
}

function clickOn(workbook: WorkbookModel, label: string, around: Surroundings): Answer {
  const runtime = around.start(workbook, around.addon());
  const answer = clickItem(runtime, label);
  around.ended(runtime);
  return answer;
}

const statusOf = (answer: Answer): Status => (answer.status === 'done' ? 0 : 1);
