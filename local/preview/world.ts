import { sampleTabs } from '../../examples/sample';
import { fillTabs } from '../cli/fill-tabs';
import { LocalRuntime } from '../execution';
import { readScriptFolder } from '../execution/script-files';
import { WorkbookModel } from '../model/workbook';
import { readWorkbookFile } from '../xlsx/file';
import { readWorkbook } from '../xlsx/read';
import { writeWorkbook } from '../xlsx/write';
import type { SessionOptions } from './session';

/** What the preview starts from; it travels to the worker. */
export interface PreviewSource {
  /** The folder of the built add-on. */
  readonly distFolder: string;
  /** The workbook to open; `null`: the sample campaign. */
  readonly file: string | null;
  /** The name of the file as it was given, for messages. */
  readonly shownName: string | null;
  /** The instant at which the clock stands still, in milliseconds; `null` for the real time. */
  readonly fixedNow: number | null;
}

const PREPARE = 'Préparer le classeur';

/** Throws `WorkbookFileError` when the file cannot be read. */
export async function openWorkbook(source: PreviewSource): Promise<WorkbookModel> {
  if (source.file === null) return sampleWorkbook(source);
  return readWorkbookFile(source.file, source.shownName ?? source.file);
}

/** The sample campaign, in a workbook that the add-on itself has prepared. */
function sampleWorkbook(source: PreviewSource): WorkbookModel {
  const workbook = WorkbookModel.blank({ name: 'Campagne Pix – exemple' });
  const runtime = new LocalRuntime({ workbook, ...runtimeParts(source) });
  runtime.open();
  runtime.click(PREPARE);
  const [blank] = workbook.sheets;
  if (blank?.lastRow === 0) workbook.sheets.shift();
  fillTabs(workbook, sampleTabs, new Date(clockOf(source)()).getFullYear());
  workbook.active = workbook.sheetByName('Étudiants') ?? workbook.active;
  return workbook;
}

/** How a session of the preview reads, writes and runs. */
export function sessionParts(
  source: PreviewSource,
): Pick<SessionOptions, 'runtimeFor' | 'read' | 'write' | 'now'> {
  return {
    runtimeFor: (workbook, ui) => new LocalRuntime({ workbook, ui, ...runtimeParts(source) }),
    read: (bytes) => readWorkbook(bytes),
    write: (workbook) => writeWorkbook(workbook),
    now: clockOf(source),
  };
}

const runtimeParts = ({ distFolder, fixedNow }: PreviewSource) => ({
  files: readScriptFolder(distFolder),
  ...(fixedNow !== null && { now: fixedNow }),
});

const clockOf =
  ({ fixedNow }: PreviewSource): (() => number) =>
  () =>
    fixedNow ?? Date.now();
