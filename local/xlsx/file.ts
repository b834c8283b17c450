import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WorkbookModel } from '../model/workbook';
import { WorkbookFileError } from './file-error';
import { readWorkbook } from './read';
import { writeWorkbook } from './write';

/** Reads the workbook of a file. Throws `WorkbookFileError`, which names the file as `shown`. */
export async function readWorkbookFile(path: string, shown = path): Promise<WorkbookModel> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new WorkbookFileError(reason(error, 'lu'), error).of(shown);
  }
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw error instanceof WorkbookFileError ? error.of(shown) : error;
  }
}

/** Writes the workbook to a file, whole or not at all. Throws `WorkbookFileError`, which names the file as `shown`. */
export async function writeWorkbookFile(path: string, workbook: WorkbookModel, shown = path): Promise<void> {
  writeWhole(path, await writeWorkbook(workbook), shown);
}

/** Writes a file beside its final name first, so that nobody ever finds half of it. */
export function writeWhole(path: string, content: Uint8Array | string, shown = path): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new WorkbookFileError(reason(error, 'écrit'), error).of(shown);
  }
}

function reason(error: unknown, done: 'lu' | 'écrit'): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'est introuvable.';
  if (code === 'EISDIR') return 'est un dossier.';
  if (code === 'EACCES' || code === 'EPERM') return `ne peut pas être ${done} : vous n’en avez pas le droit.`;
  return `ne peut pas être ${done}.`;
}
