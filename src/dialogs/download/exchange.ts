import { windowPage } from '../window-page';

/** A file offered to the user. */
export interface OfferedFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/** What the window that offers files shows: sentences, then a button a file. */
export interface DownloadWindow {
  readonly files: readonly OfferedFile[];
  readonly lines: readonly string[];
}

export const DOWNLOAD_WINDOW = windowPage<DownloadWindow>('download');
