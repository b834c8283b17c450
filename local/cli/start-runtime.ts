import type { WorkbookModel } from '../model/workbook';
import type { Runtime } from './addon';

/**
 * The local runtime as the command line drives it.
 * @param fixedNow the instant at which its clock stands still, `null` for the real time
 */
export function startRuntime(
  workbook: WorkbookModel,
  files: ReadonlyMap<string, string>,
  fixedNow: number | null,
): Runtime {
  throw new Error(`Not there yet: ${workbook.name}, ${files.size}, ${fixedNow}.`);
}
