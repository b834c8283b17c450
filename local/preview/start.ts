import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPreview, type Preview, type PreviewOptions } from './server';

export interface StartOptions {
  /** The project's folder, the one that holds the built worker and page, and that of the script. */
  readonly root: string;
  readonly builtFolder: string;
  readonly distFolder: string;
  /** The workbook to show, and its name as given; `null` for the sample campaign. */
  readonly file: string | null;
  readonly shownName: string | null;
  /** The instant at which the clock stands still, in milliseconds; `null` for the real time. */
  readonly fixedNow: number | null;
  /** `null`: the usual port, or the next free one. */
  readonly port: number | null;
}

const USUAL_PORT = 4173;

/** Serves until it is interrupted and prints the address on one line; exit status 1 when the workbook cannot be read. */
export async function start(given: StartOptions): Promise<number> {
  const { root, builtFolder, distFolder, file, shownName, fixedNow, port } = given;
  const preview = join(root, 'local', 'preview');
  const page = join(preview, 'page');
  const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
  const options = {
    files: {
      html: read(page, 'index.html'),
      script: read(builtFolder, 'page.js'),
      style: read(page, 'page.css'),
      aroundStyle: read(join(preview, 'around'), 'around.css'),
      icon: read(page, 'icon.svg'),
    },
    workerFile: join(builtFolder, 'worker.mjs'),
    source: { distFolder, file, shownName, fixedNow },
  };
  try {
    const started = port === null ? await onFreePort(options) : await startPreview({ ...options, port });
    console.log(`Le classeur est ouvert à l’adresse ${started.address} (Ctrl + C pour arrêter).`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function onFreePort(options: Omit<PreviewOptions, 'port'>): Promise<Preview> {
  for (let port = USUAL_PORT; ; port++) {
    try {
      return await startPreview({ ...options, port });
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!busy || port > USUAL_PORT + 20) throw error;
    }
  }
}
